# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page as text: its structure, and that nothing in it comes from a server but text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from ansible_collections.communigate.pro.plugins.plugin_utils._report.differences import visible
from ansible_collections.communigate.pro.plugins.plugin_utils._report.drift import drift
from ansible_collections.communigate.pro.plugins.plugin_utils._report.page import LEAST_SHOWN, as_page
from ansible_collections.communigate.pro.tests.unit.report.results import (
    ABSENT,
    HOSTILE,
    MOMENT,
    PRESENT,
    changed,
    fleet,
    noun,
)
from hypothesis import given, settings
from hypothesis import strategies as st

VOID = {"meta", "link", "input"}
ANY_TEXT = st.text(max_size=20) | st.sampled_from(HOSTILE)


class Page(HTMLParser):
    """The elements of a page with their attributes, in order, and the text in each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment: %s" % data)

    def attributes(self, tag: str, name: str) -> list[str | None]:
        return [attributes[name] for found, attributes in self.elements if found == tag and name in attributes]


def page(results: dict[str, Any], title: str = "Drift") -> Page:
    return Page(as_page(drift(title, MOMENT, results)))


def shape(found: Page) -> Counter[str]:
    """How many elements of each kind there are, but for those that each line of a value has."""
    return Counter("%s %s" % (tag, sorted(attributes)) for tag, attributes in found.elements if tag != "bdi")


def hostile(text: str) -> dict[str, Any]:
    """A fleet of which every name and every value is this text."""
    objects = [
        changed(text, "update", {text + "x": {text: text}}, {text + "x": {text: [text, "other"]}}),
        changed(text + "2", "create", ABSENT, {**PRESENT, "a": text}),
    ]
    told = noun(5, objects, [{"name": text + "3", "msg": "x" + text}], msg="x" + text, updated=1, created=1, failed=1)
    lost = noun(5, msg="x" + text, not_attempted=5)
    return {
        text + "1": {"nouns": {text: told, text + "b": lost}, "warnings": [text]},
        text + "2": {"failed": True, "msg": "x" + text},
    }


@given(ANY_TEXT, ANY_TEXT)
@settings(deadline=None)
def test_no_text_changes_what_elements_there_are(text: str, title: str) -> None:
    assert shape(page(hostile(text), title)) == shape(page(hostile("plain")))


def test_every_hostile_name_can_be_read() -> None:
    for text in HOSTILE:
        found = page(hostile(text), text)
        assert found.texts["title"] == [visible(text)]
        assert found.texts["bdi"].count(visible(text)) >= 3
        assert not [name for _tag, attributes in found.elements for name in attributes if name.startswith("on")]
        assert "\u202e" not in as_page(drift(text, MOMENT, hostile(text)))


def test_nothing_is_loaded_and_only_what_is_written_here_may_run() -> None:
    found = page(fleet())
    addresses = [
        address
        for name in ("src", "href", "action")
        for tag in set(found.texts) | VOID
        for address in found.attributes(tag, name)
    ]  # fmt: skip
    assert {address for address in addresses if not str(address).startswith("#")} == {"data:,"}
    (style,), (script,) = found.texts["style"], found.texts["script"]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|innerHTML|eval\(", style + script)
    policy = dict(part.split(" ", 1) for part in str(found.attributes("meta", "content")[0]).split("; "))
    assert policy["default-src"] == "'none'"
    for name, text in (("style-src", style), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert policy[name] == "'sha256-%s'" % digest
    # Where styles are hashed, none in an attribute counts.
    assert not [attributes for _tag, attributes in found.elements if "style" in attributes]


def test_what_a_screen_reader_needs_is_there() -> None:
    found = page(fleet())
    assert found.attributes("html", "lang") == ["en"]
    tags = Counter(tag for tag, _attributes in found.elements)
    assert (tags["h1"], tags["main"], tags["header"]) == (1, 1, 1)
    assert tags["table"] == tags["caption"] == tags["thead"]
    assert len(found.attributes("th", "scope")) == tags["th"]
    labelled = {*found.attributes("section", "aria-labelledby")}
    assert labelled <= {*found.attributes("h2", "id")} and tags["section"] == len(labelled)
    assert tags["details"] == tags["summary"] == 3
    # Each link leads somewhere.
    places = {*found.attributes("h2", "id"), *found.attributes("details", "id")}
    assert {str(link)[1:] for link in found.attributes("a", "href")} <= places


def test_the_tables_have_the_servers_and_the_nouns_that_differ() -> None:
    found = page(fleet())
    assert found.texts["p"][0] == drift("", MOMENT, fleet()).summary
    rows = [text for text in found.texts["th"] if text.endswith(".com")]
    assert rows == list(fleet())
    assert [text.split()[0] for text in found.texts["summary"]] == ["account", "domain", "mailbox"]
    (alice,) = [text for text in found.texts["tbody"] if "MaxAccountSize" in text]
    assert re.sub(r"\s+", " ", alice).strip().startswith("alice@example.orgdifferentsettings.MaxAccountSize10Mnot set")


def test_how_much_is_shown_is_told_and_bounded() -> None:
    many = [
        changed("a%04d@example.org" % number, "update", {"a": "x" * 9999}, {"a": "y\n" * 9999}) for number in range(900)
    ]
    told = as_page(drift("Drift", MOMENT, {"one": {"nouns": {"account": noun(6000, many, updated=900)}}}))
    assert "800 objects not listed here" in told
    assert len(told) < 300_000


def test_a_fleet_that_differs_in_everything_is_still_a_page() -> None:
    objects = [changed("a%02d" % number, "update", {"a": "x"}, {"a": "y"}) for number in range(100)]
    one = {"nouns": {"noun%d" % number: noun(100, objects, updated=100) for number in range(40)}}
    found = page({"mail%d" % number: one for number in range(20)})
    assert len(found.texts["details"]) == 800
    assert {text.count("different") - 1 for text in found.texts["details"]} == {LEAST_SHOWN}
    assert all("95 objects not listed here" in text for text in found.texts["details"])


def test_the_same_results_are_the_same_bytes() -> None:
    assert as_page(drift("Drift", MOMENT, fleet())) == as_page(drift("Drift", MOMENT, fleet()))
