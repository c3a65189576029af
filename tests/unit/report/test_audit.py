# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From results of an audit to a report, and what is told of it for people, programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from ansible_collections.communigate.pro.plugins.plugin_utils._report.as_csv import as_csv
from ansible_collections.communigate.pro.plugins.plugin_utils._report.as_json import as_json
from ansible_collections.communigate.pro.plugins.plugin_utils._report.audit import SHOWN, audit
from ansible_collections.communigate.pro.plugins.plugin_utils._report.differences import visible
from ansible_collections.communigate.pro.plugins.plugin_utils._report.drift import drift
from ansible_collections.communigate.pro.plugins.plugin_utils._report.junit import as_junit
from ansible_collections.communigate.pro.plugins.plugin_utils._report.model import Report
from ansible_collections.communigate.pro.plugins.plugin_utils._report.page import as_page
from ansible_collections.communigate.pro.tests.unit.report.results import (
    HOSTILE,
    MOMENT,
    audited,
    finding,
    fleet,
    severities,
)
from hypothesis import given
from hypothesis import strategies as st


def report(results: dict[str, Any]) -> Report:
    return audit("Audit", MOMENT, results)


def test_a_fleet_and_each_server_in_one_line() -> None:
    assert report(audited()).summary == (
        "1 of 3 servers has findings: 3 findings of 2 checks; 1 server could not be read; "
        "1 server could be read in part only"
    )
    assert [(server.state, server.sentence) for server in report(audited()).servers] == [
        ("clean", "25 objects, nothing found"),
        ("found", "3 findings of 2 checks (quota 2, certificates 1); 12 objects could not be read"),
        ("unknown", "could not be read: lost.example.com:106 refuses the connection"),
    ]
    assert report({}).summary == "0 of 0 servers have findings"


def test_everything_is_counted_by_its_severity() -> None:
    assert report(audited()).counts == {
        "servers": 3, "clean": 1, "found": 1, "unknown": 1, "checks": 2, "findings": 3,
        "critical": 2, "warning": 1, "notice": 1, "unread": 12,
    }  # fmt: skip


def test_the_gravest_comes_first_and_what_was_not_read_last() -> None:
    quota, _certificates, unused = report(audited()).servers[1].sections
    assert [(entry.name, entry.kind) for entry in quota.entries] == [
        ("alice@example.org", "critical"), ("bob@example.org", "warning"),
    ]  # fmt: skip
    assert [(entry.name, entry.kind, entry.note) for entry in unused.entries] == [
        ("a@example.org", "unread", "no right"), ("b@example.org", "unread", "no right"),
    ]  # fmt: skip
    assert unused.left_out == 10


def test_of_many_findings_the_first_are_told_and_all_are_counted() -> None:
    many = [finding("quota", "warning", "a%04d@example.org" % number, "is full") for number in range(SHOWN + 200)]
    result = {"counts": {"quota": severities(warning=5000)}, "looked_at": {"quota": 6000}, "findings": many}
    (section,) = report({"one": result}).servers[0].sections
    assert (len(section.entries), section.left_out, section.counts["warning"]) == (SHOWN, 5000 - SHOWN, 5000)


@pytest.mark.parametrize(
    "result",
    [None, {}, {"unreachable": True, "msg": "no route"}, {"counts": []}, {"counts": None, "failed": True}, "text"],
)
def test_a_server_without_a_result_is_unknown(result: Any) -> None:
    (server,) = report({"one": result}).servers
    assert (server.state, bool(server.note)) == ("unknown", True)


@pytest.mark.parametrize(
    "told",
    [
        {"counts": {"quota": None}},
        {"counts": {"quota": {"critical": "many"}}, "findings": "none", "unread": [None], "looked_at": []},
        {"counts": {"quota": severities()}, "findings": [None, {}, {"check": "quota", "severity": "odd"}, "text"]},
    ],
)
def test_a_result_of_another_shape_is_no_traceback(told: Any) -> None:
    assert report({"one": told}).servers[0].state == "clean"
    for write in (as_page, as_json, as_csv, as_junit):
        assert write(report({"one": told}))


def test_a_server_with_notices_only_is_clean_and_they_are_told() -> None:
    page = as_page(report(audited()))
    assert "can do everything: Master" in page
    assert '<a href="#server-1">' in page


def test_json_has_what_the_module_documents() -> None:
    told = json.loads(as_json(report(audited())))
    clean, full, lost = told["servers"]
    assert [server["state"] for server in (clean, full, lost)] == ["clean", "found", "unknown"]
    quota = full["checks"][0]
    assert (quota["check"], quota["looked_at"], quota["left_out"]) == ("quota", 1200, 0)
    assert quota["findings"][0] == {
        "name": "alice@example.org",
        "kind": "critical",
        "domain": "example.org",
        "what": "uses 104% of its quota",
        "detail": {"percent": 104},
    }
    assert full["checks"][2]["findings"][0] == {"name": "a@example.org", "kind": "unread", "msg": "no right"}
    assert lost["msg"] == "lost.example.com:106 refuses the connection"


def test_junit_has_a_case_for_each_check_and_notices_are_no_failure() -> None:
    suites = ElementTree.fromstring(as_junit(report(audited())).encode("utf-8"))
    assert suites.attrib == {"name": "Audit", "tests": "6", "failures": "2", "errors": "2"}
    failure = suites.find("testsuite/testcase[@name='quota']/failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("audit", "1 critical, 1 warning")
    assert str(failure.text).splitlines() == [
        "critical: alice@example.org: uses 104% of its quota",
        "warning: bob@example.org: uses 95% of its quota",
    ]
    assert suites.find("testsuite[@name='lost.example.com']/testcase[@name='audit']/error") is not None


# --- CSV


def table(told: Report) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(told), newline="")))


def test_a_table_has_a_line_for_each_finding_and_each_server_that_tells_nothing() -> None:
    head, *lines = table(report(audited()))
    assert head == ["Server", "Check", "Severity", "Object", "Domain", "Finding", "Details", "Why"]
    assert lines[0][:4] == ["clean.example.com", "administrators", "notice", "postmaster@example.com"]
    assert lines[1] == [
        "full.example.com", "quota", "critical", "alice@example.org", "example.org", "uses 104% of its quota",
        "percent: 104", "",
    ]  # fmt: skip
    assert ["full.example.com", "unused", "unread", "a@example.org", "", "", "", "no right"] in lines
    assert lines[-1] == ["lost.example.com", "", "unread", "", "", "", "", audited()["lost.example.com"]["msg"]]
    assert {len(line) for line in (head, *lines)} == {8}
    assert len(lines) == 7


def test_drift_is_a_table_too() -> None:
    head, *lines = table(drift("Drift", MOMENT, fleet()))
    assert head == ["Server", "Noun", "What", "Object", "Place", "On the server", "In the directory", "Why"]
    alice = ["other.example.com", "account", "different", "alice@example.org"]
    assert [*alice, "settings.RealName", "Bob", "Alice", ""] in lines


@given(st.text(max_size=20) | st.sampled_from([*HOSTILE, "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", '"=1']))
def test_no_value_is_a_formula_and_none_is_lost(text: str) -> None:
    result = {
        "counts": {"quota": severities(critical=1, unread=1)},
        "findings": [finding("quota", "critical", text, text, text, value=text)],
        "unread": [{"check": "quota", "why": text, "number": 1, "names": [text]}],
    }
    written = as_csv(audit(text, MOMENT, {text: result}))
    lines = list(csv.reader(io.StringIO(written, newline="")))
    assert len(lines) == 3
    for cell in (cell for line in lines for cell in line):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cell.isprintable()
    assert lines[1][3].lstrip("'").endswith(visible(text).lstrip("'"))


def test_beside_a_finding_stands_what_it_does_not_say() -> None:
    detail = {"address": "far@elsewhere.example", "kind": "mail", "addresses": ["far@elsewhere.example"], "none": []}
    told = finding("leads_outside", "warning", "out", "leads outside, to far@elsewhere.example", **detail)
    result = {"counts": {"leads_outside": severities(warning=1)}, "findings": [told]}
    assert [line[6] for line in table(report({"one": result}))[1:]] == ["kind: mail; none: "]
    assert json.loads(as_json(report({"one": result})))["servers"][0]["checks"][0]["findings"][0]["detail"] == detail


# --- the page


@given(st.text(min_size=1, max_size=20) | st.sampled_from(HOSTILE))
def test_any_text_of_a_server_is_text_of_the_page(text: str) -> None:
    harmless = as_page(report({"x": _with("x")}))
    page = as_page(report({text: _with(text)}))
    assert page.count("<") == harmless.count("<")
    assert page.count("<script") == page.count("</script") == 1


def _with(text: str) -> dict[str, Any]:
    return {
        "counts": {"quota": severities(critical=1, unread=1)},
        "looked_at": {"quota": 1},
        "findings": [finding("quota", "critical", text, text, text, **{"key " + text: [text, {"a": text}]})],
        "unread": [{"check": "quota", "why": text, "number": 1, "names": [text]}],
        "warnings": [text],
    }
