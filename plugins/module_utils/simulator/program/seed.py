# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server full of people: as many Accounts as are asked for, always the same ones.

They are spread over local Domains (``acme.example``, ``bluebird.example`` ..., ``acme2.example`` ...), a few big ones
and many small ones: ten Domains for a thousand Accounts, a hundred for a million. Names are those of people, as
``anna.keller@acme.example``, and ``anna.keller2@...`` is the next one. Everybody has the same password: that of the
administrator.

Each Account has a real name, a unit (``ou``), a quota and a service class. Some have more: one in 10 has an alias
(``keller.anna``), one in 20 a telephone number. Each Domain has a Group for each unit (of up to 50 members), and a
Forwarder for each 100 Accounts.
"""

from __future__ import annotations

from itertools import chain, count, islice
from typing import Iterator

from ..model.account import Account
from ..model.domain import Domain
from ..model.objects import Forwarder, Group
from ..model.server import Server
from ..model.settings import Settings

_COMPANIES = ("acme", "bluebird", "cedar", "delta", "evergreen", "fjord", "granite", "harbor", "indigo", "juniper",
              "kestrel", "lumen", "meadow", "nordic", "orchard", "prairie", "quartz", "river", "summit", "tundra")
_GIVEN_NAMES = ("anna", "ben", "carla", "david", "elena", "felix", "grace", "hugo", "irina", "jonas", "katya", "liam",
                "maria", "nora", "oscar", "paula", "quentin", "rosa", "simon", "tessa", "ulrich", "vera", "walter",
                "xenia", "yusuf", "zoe")
_SURNAMES = ("adler", "brandt", "costa", "dvorak", "ekman", "fischer", "garcia", "haas", "ivanova", "jensen", "keller",
             "larsen", "moreau", "novak", "olsen", "petrov", "quist", "rossi", "santos", "tanaka", "urban", "vogel",
             "weber", "xu", "young", "zimmer")
_UNITS = ("Sales", "Support", "Engineering", "Finance", "Operations", "Marketing", "Research")
_QUOTAS = ("100M", "500M", "1G", "5G", "20G")
_SERVICE_CLASSES = ("basic", "standard", "premium")

_ALIAS_EVERY = 10
_TELNUM_EVERY = 20
_FORWARDER_EVERY = 100
_GROUP_LIMIT = 50


def sow(server: Server, number: int, password: str, uid_validity: int) -> None:
    """Give ``server`` so many Accounts, all with this password. Refusal when a Domain's name is taken already."""
    telnums = ("+1555%07d" % serial for serial in count(1))
    for name, size in zip(_domain_names(), _sizes(number)):
        domain = Domain(name)
        server.add_domain(domain)
        for position, (account, alias) in enumerate(_people(size, password, uid_validity)):
            if position % _ALIAS_EVERY == 0:
                account.aliases = [alias]
            domain.add(account)
            if position % _TELNUM_EVERY == 0:
                server.set_telnums(account, [next(telnums)])
        _add_groups(domain)
        for position in range(size // _FORWARDER_EVERY):
            domain.add(Forwarder("contact%d" % (position + 1), to="office%d@example.org" % (position + 1)))


def _domain_names() -> Iterator[str]:
    for turn in count(1):
        for company in _COMPANIES:
            yield "%s%s.example" % (company, turn if turn > 1 else "")


def _sizes(number: int) -> list[int]:
    """How many Accounts each Domain has; the second has half as many as the first, the third a third ..."""
    domains = min(number, max(3, round(number ** (1 / 3))))
    shares = [1 / rank for rank in range(1, domains + 1)]
    sizes = [max(1, int(number * share / sum(shares))) for share in shares[1:]]
    return [number - sum(sizes)] + sizes if number else []


def _people(number: int, password: str, uid_validity: int) -> Iterator[tuple[Account, str]]:
    """So many Accounts, each with a name that would do for its alias."""
    names = chain.from_iterable(_names(turn) for turn in count(1))
    for position, (name, alias, real_name) in enumerate(islice(names, number)):
        settings: Settings = {
            "Password": password,
            "RealName": real_name,
            "ou": _UNITS[position % len(_UNITS)],
            "MaxAccountSize": _QUOTAS[position % len(_QUOTAS)],
            "ServiceClass": _SERVICE_CLASSES[position % len(_SERVICE_CLASSES)],
        }
        yield Account(name, settings=settings, uid_validity=uid_validity), alias


def _names(turn: int) -> Iterator[tuple[str, str, str]]:
    """All people there are: their name, their alias, their real name. ``turn`` 2 is their namesakes."""
    suffix = str(turn) if turn > 1 else ""
    for given in _GIVEN_NAMES:
        for surname in _SURNAMES:
            real_name = "%s %s" % (given.capitalize(), surname.capitalize())
            yield "%s.%s%s" % (given, surname, suffix), "%s.%s%s" % (surname, given, suffix), real_name


def _add_groups(domain: Domain) -> None:
    members: dict[str, list[str]] = {}
    for account in islice(domain.all(Account), _GROUP_LIMIT * len(_UNITS)):
        members.setdefault(account.settings["ou"], []).append(account.name)
    for unit, names in members.items():
        domain.add(Group(unit.lower(), settings={"RealName": unit, "Members": names[:_GROUP_LIMIT]}))
