# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for programs: JSON and JUnit's XML, whatever names and values are in it."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from ansible_collections.communigate.pro.plugins.plugin_utils._report.as_json import as_json
from ansible_collections.communigate.pro.plugins.plugin_utils._report.differences import visible
from ansible_collections.communigate.pro.plugins.plugin_utils._report.drift import drift
from ansible_collections.communigate.pro.plugins.plugin_utils._report.junit import as_junit
from ansible_collections.communigate.pro.tests.unit.report.results import HOSTILE, MOMENT, changed, fleet, noun
from hypothesis import given
from hypothesis import strategies as st


def junit(results: dict[str, Any], title: str = "Drift") -> ElementTree.Element:
    return ElementTree.fromstring(as_junit(drift(title, MOMENT, results)).encode("utf-8"))


def test_a_server_is_a_suite_and_a_noun_is_a_case() -> None:
    suites = junit(fleet())
    assert suites.attrib == {"name": "Drift", "tests": "7", "failures": "2", "errors": "2"}
    assert [
        tuple(suite.get(name) for name in ("name", "tests", "failures", "errors", "skipped", "timestamp"))
        for suite in suites
    ] == [
        ("same.example.com", "2", "0", "0", "0", "2026-11-30T15:20:00"),
        ("other.example.com", "4", "2", "1", "0", "2026-11-30T15:20:00"),
        ("lost.example.com", "1", "0", "1", "0", "2026-11-30T15:20:00"),
    ]
    for suite in suites:
        assert len(suite) == int(suite.get("tests") or 0)
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures") or 0)
        assert len(suite.findall("testcase/error")) == int(suite.get("errors") or 0)


def test_a_failure_names_what_differs() -> None:
    failure = junit(fleet()).find("testsuite/testcase[@name='account']/failure")
    assert failure is not None
    assert failure.get("message") == "1 different, 1 missing, 1 extra"
    assert str(failure.text).splitlines() == [
        "different: alice@example.org",
        "missing: new@example.org",
        "extra: extra@example.org",
    ]


def test_an_error_says_why() -> None:
    suites = junit(fleet())
    lost = suites.find("testsuite[@name='lost.example.com']/testcase[@name='comparison']/error")
    assert lost is not None and lost.text == "lost.example.com:106 refuses the connection"
    part = suites.find("testsuite[@name='other.example.com']/testcase[@name='mailbox']/error")
    assert part is not None and part.text == "failed: alice@example.org Secret: no right to read it"


@given(st.text(max_size=20) | st.sampled_from(HOSTILE))
def test_any_name_is_text_of_the_xml(text: str) -> None:
    told = noun(1, [changed(text, "update", {}, {})], updated=1)
    suites = junit({text: {"nouns": {text: told}}}, text)
    (suite,) = suites
    assert suites.get("name") == suite.get("name") == visible(text)
    ((failure,),) = suite
    assert failure.text == "different: %s" % visible(text)


def test_json_has_what_the_module_documents() -> None:
    told = json.loads(as_json(drift("Drift", MOMENT, fleet())))
    assert list(told) == ["title", "date", "summary", "counts", "servers"]
    same, other, lost = told["servers"]
    assert {server["name"]: server["state"] for server in (same, other, lost)} == {
        "same.example.com": "same", "other.example.com": "differs", "lost.example.com": "unknown",
    }  # fmt: skip
    assert lost["msg"] == "lost.example.com:106 refuses the connection"
    assert other["warnings"] == ["The login may not read all"]
    account = other["nouns"][0]
    assert account["objects"][0] == {
        "name": "alice@example.org",
        "kind": "different",
        "server": {"settings": {"RealName": "Bob", "MaxAccountSize": "10M"}},
        "directory": {"settings": {"RealName": "Alice"}},
    }
    assert (account["noun"], account["looked_at"], account["left_out"]) == ("account", 1200, 0)


@given(st.text(max_size=20) | st.sampled_from(HOSTILE))
def test_json_keeps_every_letter(text: str) -> None:
    told = noun(1, [changed(text, "update", {"a": text}, {})], updated=1)
    read = json.loads(as_json(drift(text, MOMENT, {text: {"nouns": {text: told}}})))
    (entry,) = read["servers"][0]["nouns"][0]["objects"]
    assert {read["title"], read["servers"][0]["name"], entry["name"], entry["server"]["a"]} == {text}
