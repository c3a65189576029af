# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks look at and what is read for them, and what is kept of what they find."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.checks import CHECKS, chosen
from ansible_collections.communigate.pro.plugins.module_utils._audit.ledger import NAMED, Ledger
from ansible_collections.communigate.pro.plugins.module_utils._audit.model import SEVERITIES, Finding, Subject
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.audit_listings import LISTED_PARTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.audit_reads import READS
from ansible_collections.communigate.pro.tests.unit.audit.looking import facts

QUOTA, UNUSED = CHECKS["quota"], CHECKS["unused"]


def test_whatever_a_check_needs_is_read_and_nothing_else() -> None:
    needed = {(look.kind, part) for check in CHECKS.values() for look in check.looks for part in look.parts}
    read = {(kind, part) for parts in (READS, LISTED_PARTS) for kind, names in parts.items() for part in names}
    assert needed == read


@pytest.mark.parametrize(
    ("only", "left_out", "names"),
    [
        (None, [], list(CHECKS)),
        (None, ["quota", "login"], [name for name in CHECKS if name not in ("quota", "login")]),
        (["login", "quota"], [], ["quota", "login"]),
        (["login", "quota"], ["login"], ["quota"]),
        ([], [], []),
    ],
)
def test_each_check_can_be_switched(only: list[str] | None, left_out: list[str], names: list[str]) -> None:
    assert [check.name for check in chosen(only, left_out)] == names


def test_the_names_of_a_domain_are_its_own_and_its_aliases() -> None:
    assert facts().names == {
        "net.example": ["net.example"],
        "example.org": ["example.org", "mail.example.org", "www.example.org"],
    }


def test_everything_is_counted_and_the_gravest_is_told() -> None:
    ledger = Ledger([QUOTA, UNUSED], 3)
    for number in range(5):
        subject = Subject("account", "example.org", "a%d@example.org" % (9 - number), {})
        for severity in SEVERITIES[: 1 + number % 2] + SEVERITIES[2:]:
            ledger.found(QUOTA, subject, Finding(severity, "is full", {}))
    result = ledger.result()
    assert result["counts"]["quota"] == {"critical": 5, "warning": 2, "notice": 5, "unread": 0}
    assert [(one["severity"], one["object"]) for one in result["findings"]] == [
        ("critical", "a7@example.org"), ("critical", "a8@example.org"), ("critical", "a9@example.org"),
    ]  # fmt: skip
    assert result["left_out"] == {"quota": 9}


def test_what_could_not_be_looked_at_is_told_once_for_each_reason() -> None:
    ledger = Ledger([QUOTA, UNUSED], 3)
    for number in range(25):
        ledger.unread(QUOTA, "a%d" % number, "no right")
    ledger.unread(UNUSED, "a1", "no right")
    ledger.unread(UNUSED, "a1", "no right")
    unread = ledger.result()["unread"]
    told = [(one["check"], one["number"], len(one["names"])) for one in unread]
    assert told == [("quota", 25, NAMED), ("unused", 2, 1)]
    assert ledger.counts["quota"]["unread"] == 25
