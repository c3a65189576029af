# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From results to a report: what counts as what, what is said of it in a line, and how much is kept."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.plugin_utils._report.drift import SHOWN, drift
from ansible_collections.communigate.pro.plugins.plugin_utils._report.model import Report
from ansible_collections.communigate.pro.tests.unit.report.results import ABSENT, MOMENT, PRESENT, changed, fleet, noun


def report(results: dict[str, Any]) -> Report:
    return drift("Drift", MOMENT, results)


def test_a_fleet_in_one_line() -> None:
    assert report(fleet()).summary == (
        "1 of 3 servers differs: 4 objects of 2 nouns; 1 server could not be compared; "
        "1 server could be compared in part only"
    )
    assert report({"same": fleet()["same.example.com"]}).summary == "0 of 1 server differ"
    assert report({}).summary == "0 of 0 servers differ"


def test_a_server_in_one_line() -> None:
    assert [server.sentence for server in report(fleet()).servers] == [
        "13 objects, no difference",
        "4 objects of 2 nouns differ (account 3, domain 1); 1 object could not be compared",
        "could not be compared: lost.example.com:106 refuses the connection",
    ]


def test_everything_is_counted_by_its_kind() -> None:
    assert report(fleet()).counts == {
        "servers": 3, "same": 1, "differs": 1, "unknown": 1, "nouns": 2, "objects": 4,
        "different": 1, "missing": 1, "extra": 2, "failed": 1,
    }  # fmt: skip


def test_what_could_not_be_deleted_is_there_and_nobody_named_it() -> None:
    """It is no failure of the comparison: a Domain that holds something is on the server, and in no directory."""
    domain = report(fleet()).servers[1].sections[1]
    assert [(entry.name, entry.kind, entry.note) for entry in domain.entries] == [("net.example", "extra", "")]
    assert (domain.note, domain.counts["failed"]) == ("", 0)


def test_the_state_of_existence_is_told_by_the_kind_alone() -> None:
    account = report(fleet()).servers[1].sections[0]
    assert [(entry.name, entry.kind, entry.server, entry.directory) for entry in account.entries] == [
        (
            "alice@example.org",
            "different",
            {"settings": {"RealName": "Bob", "MaxAccountSize": "10M"}},
            {"settings": {"RealName": "Alice"}},
        ),
        ("new@example.org", "missing", {}, {"settings": {"RealName": "New"}, "aliases": ["n"]}),
        ("extra@example.org", "extra", {}, {}),
    ]


def test_of_many_objects_the_first_are_told_and_all_are_counted() -> None:
    many = [changed("a%04d@example.org" % number, "delete", PRESENT, ABSENT) for number in range(5000)]
    (server,) = report({"one": {"nouns": {"account": noun(6000, many, deleted=5000)}}}).servers
    (account,) = server.sections
    assert (len(account.entries), account.left_out, account.counts["extra"]) == (SHOWN, 5000 - SHOWN, 5000)


def test_a_noun_that_failed_as_a_whole_is_told_with_its_reason() -> None:
    told = noun(40, msg="the connection was lost", not_attempted=40)
    (server,) = report({"one": {"failed": True, "msg": "account: lost", "nouns": {"account": told}}}).servers
    (account,) = server.sections
    assert (server.state, account.counts["failed"], account.note) == ("unknown", 40, "the connection was lost")
    (server,) = report({"one": {"nouns": {"account": noun(0, msg="no right")}}}).servers
    assert (server.state, server.sections[0].note) == ("unknown", "no right")


@pytest.mark.parametrize(
    "result",
    [
        None,
        {},
        {"unreachable": True, "msg": "no route"},
        {"skipped": True},
        {"nouns": []},
        {"nouns": None, "failed": True},
        "text",
    ],
)  # fmt: skip
def test_a_server_without_a_result_is_unknown(result: Any) -> None:
    (server,) = report({"one": result}).servers
    assert (server.state, bool(server.note)) == ("unknown", True)


@pytest.mark.parametrize("told", [None, [], {"counts": None}, {"counts": {}, "objects": [None, {}], "failures": "no"}])
def test_a_noun_of_another_shape_is_no_traceback(told: Any) -> None:
    (server,) = report({"one": {"nouns": {"account": told}}}).servers
    assert server.state == "same"
