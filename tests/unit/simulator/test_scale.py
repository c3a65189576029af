# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a big server costs, in things that are counted: names looked at, names moved, objects made. Never in time."""

from __future__ import annotations

import random
import re
from bisect import insort
from dataclasses import replace

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model import names
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.account import Account
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.domain import Alias
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.names import NameIndex
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.objects import Forwarder

LIMIT = 50


@pytest.fixture
def options(options):
    return replace(options, seed=3000)


class CountingIndex(NameIndex):
    """Counts the names that are taken out of it."""

    taken = 0

    def after(self, name):
        for found in super().after(name):
            CountingIndex.taken += 1
            yield found


class Counted(str):
    """A name that counts how often one is compared with another."""

    compared = 0

    def __lt__(self, other):
        Counted.compared += 1
        return str.__lt__(self, other)


# --- the index of names


def test_an_index_has_the_names_that_were_added_and_not_discarded(monkeypatch):
    monkeypatch.setattr(names, "_CHUNK", 4)
    dice = random.Random(5)
    expected = sorted(set(str(dice.randrange(99)) for _turn in range(30)))
    index = NameIndex(expected)
    for _turn in range(3000):
        name, other = str(dice.randrange(99)), str(dice.randrange(99))
        if name not in expected and dice.random() < 0.5:
            index.add(name)
            insort(expected, name)
        else:
            index.discard(name)
            expected = [kept for kept in expected if kept != name]
        assert (list(index), len(index)) == (expected, len(expected))
        assert list(index.after(other)) == [kept for kept in expected if kept > other]


def test_a_new_name_costs_the_same_among_many_as_among_few():
    dice = random.Random(7)
    costs = {}
    for size in (2_000, 200_000):
        index = NameIndex("name%09d" % dice.randrange(10**9) for _name in range(size))
        Counted.compared = 0
        for _turn in range(100):
            index.add(Counted("name%09d" % dice.randrange(10**9)))
        costs[size] = Counted.compared / 100
        # A new name moves no more others than there are in its chunk.
        assert max(len(chunk) for chunk in index._chunks) <= 2 * names._CHUNK
    assert costs[200_000] <= costs[2_000] + 10  # a logarithm


# --- paging


def test_each_page_of_a_listing_looks_at_its_own_names_only(simulator, admin):
    domain = simulator.service.server.find_domain("acme.example")
    domain.indexes = {kind: CountingIndex(index) for kind, index in domain.indexes.items()}
    everything = sum(len(domain.index(kind)) for kind in (Account, Alias, Forwarder))
    cookie, listed = b'""', 0
    while cookie:
        CountingIndex.taken = 0
        reply = admin.ask(b"LISTDOMAINOBJECTS %s %d ACCOUNTS ALIASES FORWARDERS COOKIE %s"
                          % (domain.name.encode(), LIMIT, cookie))
        # One more of each of the three kinds to know what comes first, and one to know whether more is to come.
        assert CountingIndex.taken <= LIMIT + 4
        cookie = reply.rpartition(b",")[2].rstrip(b")").strip(b'"')
        listed += len(re.findall(rb"[{;][^;{}]+=", reply))
    assert listed == everything > LIMIT * 10


# --- memory: what a question makes of an Account


def _questions() -> list[bytes]:
    """Every command that only reads, and needs nothing but the name of an Account."""
    found = []
    for verb, specs in catalogue.COMMANDS.items():
        for spec in specs:
            needed = [name for name, argument in spec.parameters.items() if argument.required]
            if spec.kind == "read" and needed == ["accountName"]:
                found.append(verb.encode())
    return found


@pytest.mark.parametrize("verb", _questions(), ids=bytes.decode)
def test_a_question_leaves_nothing_behind_in_an_account(simulator, admin, verb):
    account = simulator.service.server.find_domain("acme.example").find("anna.brandt")
    before = dict(vars(account))
    assert admin.code(verb + b" anna.brandt@acme.example") not in (500, 512, 513)
    assert vars(account) == before
