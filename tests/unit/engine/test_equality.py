# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two spellings of a setting are equal when they mean the same by its type, and only then.

What they mean is said here by how they are made: a meaning is drawn first, then two ways to write it down.
"""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils._engine import canon, shapes
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import example, given
from hypothesis import strategies as st
from support.strategies import ANYTHING

SIZE_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3, "T": 1024**4}
PERIOD_UNITS = {"": 1, "s": 1, "m": 60, "h": 60 * 60, "d": 24 * 60 * 60, "w": 7 * 24 * 60 * 60}
SERVICES = ["Mail", "POP", "IMAP", "WebMail", "PWD", "Agent", "WebSite", "Relay", "Roaming", "FTP", "MAPI", "TLS"]
"""The first twelve, by their numbers from 1: the manual."""


def cased(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted({word, word.lower(), word.upper(), word.capitalize()}))


def digits(number: int) -> st.SearchStrategy[Any]:
    return st.sampled_from([number, str(number)])


def amount(number: int, units: dict[str, int]) -> st.SearchStrategy[Any]:
    whole = [str(number // each) + unit for unit, each in units.items() if number % each == 0]
    return st.one_of(digits(number), st.sampled_from(whole))


NO_LIMIT = object()


def spelt(kind: str, meaning: Any) -> st.SearchStrategy[Any]:
    """A way to write a meaning down in a type."""
    if meaning is NO_LIMIT:
        return st.one_of(digits(-1), cased("unlimited"))
    if kind == "flag":
        return st.one_of(st.just(meaning), cased("yes" if meaning else "no"), cased("true" if meaning else "false"))
    if kind == "number":
        return digits(meaning)
    if kind in ("size", "period"):
        return amount(meaning, SIZE_UNITS if kind == "size" else PERIOD_UNITS)
    if kind == "rate":
        return st.tuples(spelt("number", meaning[0]), spelt("period", meaning[1])).map(list)
    if kind == "choice":
        return cased(meaning)
    if kind == "set":
        return st.permutations(sorted(meaning))
    if kind == "services":
        return services(meaning)
    return st.just(meaning)


def services(disabled: frozenset[int]) -> st.SearchStrategy[Any]:
    """All but those of these numbers: a list must begin with the largest of them, or with a larger number."""
    first = st.integers(max(disabled, default=0), len(SERVICES))

    def lists(number: int) -> st.SearchStrategy[Any]:
        named = [name for place, name in enumerate(SERVICES, 1) if place <= number and place not in disabled]
        further = [name for place, name in enumerate(SERVICES, 1) if place > number]
        more = st.lists(st.sampled_from(further), unique=True) if further else st.just([])
        said = st.tuples(digits(number), st.permutations(named), more)
        return said.map(lambda parts: [parts[0], *parts[1], *parts[2]])

    listed = first.flatmap(lists)
    return listed if disabled else st.one_of(listed, cased("All"))


NUMBERS = st.integers(0, 10**6)
MEANINGS: dict[str, tuple[str, tuple[str, ...], st.SearchStrategy[Any]]] = {
    "flag": ("account", ("MailToAll",), st.booleans()),
    "number": ("account", ("MaxMailboxes",), st.one_of(NUMBERS, st.just(NO_LIMIT))),
    "size": ("account", ("MaxAccountSize",), st.one_of(NUMBERS.map(lambda n: n * 512), st.just(NO_LIMIT))),
    "period": ("account-prefs", ("EmptyTrash",), st.integers(0, 400).map(lambda n: n * 1800)),
    "rate": ("account", ("MailInpFlow",), st.tuples(st.one_of(NUMBERS, st.just(NO_LIMIT)), st.integers(1, 90))),
    "choice": ("domain", ("MailToUnknown",), st.sampled_from(["Rejected", "Discarded", "Rerouted to"])),
    "set": ("account-prefs", ("WorkDays",), st.frozensets(st.sampled_from(["Mon", "Tue", "Wed", "Thu"]))),
    "services": ("account", ("AccessModes",), st.frozensets(st.integers(1, len(SERVICES)))),
    "text": ("account", ("RealName",), st.sampled_from(["yes", "YES", "1024K", "1M", "1h", "60m", "5", "05", "x"])),
    "multiline": ("list", ("ByeText",), st.sampled_from(["yes", "YES", "1024K", "1M", "1h", "60m", "a\nb"])),
}


@pytest.mark.parametrize("kind", list(MEANINGS))
@given(chosen=st.data())
def test_spellings_are_equal_when_they_mean_the_same(kind: str, chosen: st.DataObject) -> None:
    scope, path, meanings = MEANINGS[kind]
    place = SCOPES[scope].place(*path)
    assert place.type == kind
    one, other = chosen.draw(meanings), chosen.draw(meanings)
    if chosen.draw(st.booleans()):
        other = one
    values = chosen.draw(spelt(kind, one)), chosen.draw(spelt(kind, other))
    assert (canon.setting(values[0], place) == canon.setting(values[1], place)) == (one == other)


@pytest.mark.parametrize("kind", list(MEANINGS))
@given(value=ANYTHING)
@example(value=("default", "0"))
def test_every_value_has_one_form_in_every_type(kind: str, value: Any) -> None:
    place = SCOPES[MEANINGS[kind][0]].place(*MEANINGS[kind][1])
    once = canon.setting(value, place)
    assert [canon.setting(once, place)] == [once]


@pytest.mark.parametrize(
    ("scope", "key", "one", "other"),
    [
        ("account", "ArchiveMessagesAfter", "never", "0"),  # its table says so
        ("list", "ArchiveSwapPeriod", "never", "-1"),
        ("rpop", "APOP", "1", "YES"),
        ("module:HTTPU", "Listener", {"Ports": [{"InitialSecurity": "on"}]}, {"Ports": [{"InitialSecurity": "Yes"}]}),
        ("domain", "CertificateType", "Enabled", "yes"),
        ("domain", "SecureCertificate", b"abc", "[YWJj]"),
        ("domain", "MailRerouteAddress", "Ann@Example.com", "ann@example.com"),
        ("account", "AccessModes", ["27", "IMAP", "POP", "Mail"], [27, "Mail", "POP", "IMAP"]),
        ("account", "AccessModes", ["26", "Mail"], ["27", "Mail", "MobileClient"]),
        ("account", "AccessModes", ["0"], "All"),
        ("account", "ServiceClasses", {"A": {"accessmodes": ["5", "PWD"]}}, {"A": {"AccessModes": [4]}}),
        ("server:server", "ExternalFilters", [{"Timeout": "1m"}], [{"Timeout": "60"}]),
        ("server:intercept", "ann@example.com", {"SendTo": "x@y", "login": "yes"}, {"SendTo": "X@Y", "Login": "YES"}),
    ],
)  # fmt: skip
def test_by_example(scope: str, key: str, one: Any, other: Any) -> None:
    shape = shapes.settings(SCOPES[scope])
    assert shape.equal({key: one}, {key: other})
    # What is there already is not written.
    assert shape.delta({key: one}, shape.target({key: one}, {key: other}, False)) == {}


@pytest.mark.parametrize(
    ("scope", "key", "one", "other"),
    [
        ("account", "RealName", "yes", "YES"),
        ("account", "AccessModes", ["27", "Mail"], ["30", "Mail"]),  # the first has 28 to 30, too
        ("account", "AccessModes", ["10", "Mail"], ["10", "POP"]),
        ("account", "AccessModes", "All", "None"),
        ("account", "MaxAccountSize", "10M", "10m"),
        ("account-prefs", "EmptyTrash", "10M", "10m"),
        ("account-prefs", "Fields", ["From", "Date"], ["Date", "From"]),
        ("account", "Title", "x", None),
    ],
)
def test_what_differs_by_example(scope: str, key: str, one: Any, other: Any) -> None:
    assert not shapes.settings(SCOPES[scope]).equal({key: one}, {key: other})


@pytest.mark.parametrize("services", [["Mail", "POP"], []])
def test_services_without_a_number_are_refused_unless_they_are_there(services: list[str]) -> None:
    """Old clients write such a list, and servers may show it."""
    shape = shapes.settings(SCOPES["account"])
    assert shape.target({"AccessModes": services[::-1]}, {"AccessModes": services}, False)
    with pytest.raises(CgpError, match="AccessModes must begin with a number"):
        shape.target({"AccessModes": ["30", "Mail"]}, {"AccessModes": services}, False)
