# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a report in a real browser: it sorts, filters, folds and prints, and asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.plugin_utils._report.audit import audit
from ansible_collections.communigate.pro.plugins.plugin_utils._report.drift import drift
from ansible_collections.communigate.pro.plugins.plugin_utils._report.page import as_page
from ansible_collections.communigate.pro.plugins.plugin_utils._report.page_script import SCRIPT
from ansible_collections.communigate.pro.tests.unit.report.results import (
    ABSENT,
    HOSTILE,
    MOMENT,
    PRESENT,
    audited,
    changed,
    finding,
    fleet,
    noun,
    severities,
)
from support.browser import Page, browser, program

pytestmark = pytest.mark.skipif(program() is None, reason="no Chromium on this machine (the package chromium)")

SHOWN = "[...document.querySelectorAll('%s')].filter((one) => one.checkVisibility()).map((one) => one.innerText.trim())"
SERVERS = "#servers ~ .scroll tbody th"
OBJECTS = ".objects tbody th"
TYPE = """(() => {
  const form = document.querySelector("form");
  form.elements.text.value = %r;
  form.elements.kind.value = %r;
  form.elements.section.value = %r;
  form.dispatchEvent(new Event("input"));
})()"""
ATTACK = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    results = fleet()
    texts = [*HOSTILE, ATTACK]
    objects = [changed("%s %d" % (text, place), "update", {"a": text}, {"a": "b"}) for place, text in enumerate(texts)]
    results["evil.example.com"] = {"nouns": {"forwarder": noun(20, objects, updated=len(objects))}, "warnings": texts}
    path = tmp_path_factory.mktemp("page") / "drift.html"
    path.write_text(as_page(drift("Drift of the fleet", MOMENT, results)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def page(tab: Page, file: Path) -> Page:
    tab.requests.clear()
    tab.complaints.clear()
    tab.looks()
    tab.open(file)
    return tab


def shown(page: Page, selector: str) -> list[str]:
    return list(page.value(SHOWN % selector))


def is_open(page: Page) -> list[bool]:
    return list(page.value("[...document.querySelectorAll('details')].map((one) => one.open)"))


def test_nothing_is_loaded_nothing_is_refused_and_no_markup_of_a_server_runs(page: Page, file: Path) -> None:
    page.value("document.querySelector('[name=unfold]').click()")
    assert page.value("document.title") == "Drift of the fleet"
    assert page.value("document.querySelectorAll('img, iframe, object, script:not(body > script)').length") == 0
    assert ATTACK in page.value("document.body.innerText")
    assert page.requests == [file.as_uri()]
    assert page.complaints == []
    # Whatever would come in nevertheless would not run: the policy lets nothing else.
    page.value("document.body.insertAdjacentHTML('beforeend', %r)" % ATTACK)
    page.value("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))")
    page.value("new Promise((done) => setTimeout(() => done(true)))")
    assert page.value("document.title") == "Drift of the fleet"
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


def test_a_head_sorts_by_click_and_by_key_and_tells_how(page: Page) -> None:
    state = "document.querySelector('#servers ~ .scroll th[aria-sort]')?.ariaSort ?? ''"
    assert page.value(state) == ""
    page.value("document.querySelector('#servers ~ .scroll th button').focus()")
    page.key("Enter", "\r")
    assert page.value(state) == "ascending"
    assert shown(page, SERVERS) == ["evil.example.com", "lost.example.com", "other.example.com", "same.example.com"]
    page.key(" ", " ")
    assert page.value(state) == "descending"
    assert shown(page, SERVERS)[0] == "same.example.com"
    page.value("[...document.querySelectorAll('#servers ~ .scroll th button')].at(-1).click()")
    assert shown(page, SERVERS) == ["other.example.com", "evil.example.com", "same.example.com", "lost.example.com"]
    assert page.value("document.querySelectorAll('#servers ~ .scroll th[aria-sort]').length") == 1


def test_a_filter_shows_what_has_each_word_and_the_kind(page: Page) -> None:
    page.value("document.querySelector('[name=unfold]').click()")
    page.value(TYPE % ("realname EXAMPLE.ORG", "", ""))
    assert shown(page, OBJECTS) == ["alice@example.org", "new@example.org"]
    assert shown(page, SERVERS) == ["other.example.com"]
    assert page.value("document.querySelector('output').value").startswith("2 of ")
    page.value(TYPE % ("", "extra", ""))
    assert shown(page, OBJECTS) == ["extra@example.org", "net.example"]
    page.value(TYPE % ("other.example.com mailbox", "", ""))
    assert shown(page, OBJECTS) == ["alice@example.org Secret"]
    page.value(TYPE % ("refuses", "", ""))
    assert (shown(page, SERVERS), shown(page, "section.server h2 bdi")) == (["lost.example.com"],) * 2
    page.value(TYPE % ("nowhere to be found", "", ""))
    assert (shown(page, OBJECTS), shown(page, SERVERS), shown(page, "details")) == ([], [], [])
    page.value(TYPE % ("", "", ""))
    assert len(shown(page, SERVERS)) == 4


def test_a_noun_unfolds_by_key_and_by_its_link(page: Page) -> None:
    assert is_open(page) == [False] * 4
    assert shown(page, OBJECTS) == []
    page.value("document.querySelector('summary').focus()")
    page.key("Enter", "\r")
    assert is_open(page) == [True, False, False, False]
    page.value("document.querySelectorAll('#nouns ~ .scroll tbody a')[2].click()")
    page.wait("document.querySelectorAll('details')[2].open")
    page.value("document.querySelector('[name=fold]').click()")
    assert is_open(page) == [False] * 4


def test_every_control_is_reached_by_key_and_is_seen_to_be(page: Page) -> None:
    reached = []
    for _key in range(100):
        page.key("Tab")
        kind = page.value("document.activeElement.localName")
        if kind == "body":
            break
        reached.append(kind)
        style = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.value(style) == "solid", kind
    assert {"input", "select", "button", "a", "summary"} <= set(reached)
    assert reached.count("summary") == 4


@pytest.mark.parametrize("how", [{"media": "print"}, {"media": "print", "scheme": "dark"}])
def test_on_paper_all_is_unfolded_and_no_control_is_left(page: Page, how: dict[str, str]) -> None:
    page.looks(width=800, **how)
    assert {"alice@example.org", "net.example"} <= set(shown(page, OBJECTS))
    assert shown(page, "form") == []
    assert page.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.paper().startswith(b"%PDF-")
    assert is_open(page) == [False] * 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits_the_window_and_can_be_read_in_its_colours(page: Page, width: int, scheme: str) -> None:
    page.looks(width=width, scheme=scheme)
    page.value("document.querySelector('[name=unfold]').click()")
    assert page.value("document.documentElement.scrollWidth") <= width
    dim = page.value(CONTRAST)
    assert not dim
    assert page.picture().startswith(b"\x89PNG")


CONTRAST = """[...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()).map((one) => {
  const text = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== "");
  let behind = one;
  while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
  const light = (colour) => {
    const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  if (text.length === 0 || !behind) return "";
  const both = [getComputedStyle(one).color, getComputedStyle(behind).backgroundColor].map(light).sort((a, b) => b - a);
  const contrast = (both[0] + 0.05) / (both[1] + 0.05);
  return contrast >= 4.5 ? "" : one.localName + " " + contrast.toFixed(2) + ": " + one.innerText;
}).filter((told) => told !== "")"""
"""What is written in a colour that stands out less from what is behind it than WCAG's level AA asks for."""


def test_without_its_script_all_of_it_can_be_read(tab: Page, file: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.html"
    plain.write_text(file.read_text("utf-8").replace(SCRIPT, ""), encoding="utf-8")
    tab.looks()
    tab.open(plain)
    assert shown(tab, "form, th button") == []
    assert len(shown(tab, SERVERS)) == 4
    tab.value("document.querySelector('summary').click()")
    assert "alice@example.org" in shown(tab, OBJECTS)


# --- the page of an audit

OVERFLOWING = """[...document.querySelectorAll(".objects td, .objects tbody th")]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText)"""
"""What is written over what stands beside it."""


@pytest.fixture(scope="module")
def audit_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = [*HOSTILE, ATTACK, "to somebody-with-a-very-long-name@with-a-very-long-name.elsewhere.example"]
    found = [finding("quota", "warning", text, text, text, **{"key " + text: [text]}) for text in texts]
    results = {
        **audited(),
        "evil.example.com": {
            "counts": {"quota": severities(warning=len(found), unread=len(texts))},
            "looked_at": {"quota": 20},
            "findings": found,
            "unread": [{"check": "quota", "why": text, "number": 1, "names": [text]} for text in texts],
            "warnings": texts,
        },
    }
    path = tmp_path_factory.mktemp("page") / "audit.html"
    path.write_text(as_page(audit("Audit of the fleet", MOMENT, results)), encoding="utf-8")
    return path


@pytest.fixture
def audit_page(tab: Page, audit_file: Path) -> Page:
    tab.requests.clear()
    tab.complaints.clear()
    tab.looks()
    tab.open(audit_file)
    return tab


def test_an_audit_loads_nothing_and_runs_no_markup_of_a_server(audit_page: Page, audit_file: Path) -> None:
    audit_page.value("document.querySelector('[name=unfold]').click()")
    assert audit_page.value("document.title") == "Audit of the fleet"
    assert audit_page.value("document.querySelectorAll('img, iframe, object, script:not(body > script)').length") == 0
    assert ATTACK in audit_page.value("document.body.innerText")
    assert (audit_page.requests, audit_page.complaints) == ([audit_file.as_uri()], [])


def test_an_audit_is_sorted_by_severity(audit_page: Page) -> None:
    heads = shown(audit_page, "#servers ~ .scroll thead th")
    assert heads[:4] == ["Server", "State", "Checks", "Critical"]
    assert heads[4:] == ["Warning", "Notice", "Not read", "Looked at"]
    audit_page.value("[...document.querySelectorAll('#servers ~ .scroll th button')][3].click()")
    assert shown(audit_page, SERVERS)[0] == "full.example.com"
    audit_page.value("document.querySelector('[name=unfold]').click()")
    quota = "document.querySelectorAll('section.server')[1].querySelector('.objects')"
    told = audit_page.value("[...%s.querySelectorAll('.what .mark')].map((one) => one.innerText)" % quota)
    assert told == ["critical", "warning"]


def test_an_audit_is_filtered_by_check_and_severity(audit_page: Page) -> None:
    audit_page.value("document.querySelector('[name=unfold]').click()")
    audit_page.value(TYPE % ("", "critical", ""))
    assert shown(audit_page, OBJECTS) == ["alice@example.org", "example.org"]
    assert shown(audit_page, SERVERS) == ["full.example.com"]
    audit_page.value(TYPE % ("certificates", "critical", ""))
    assert shown(audit_page, OBJECTS) == ["example.org"]
    audit_page.value(TYPE % ("administrators", "", ""))
    assert shown(audit_page, OBJECTS) == ["postmaster@example.com"]
    audit_page.value(TYPE % ("unused no right", "unread", ""))
    assert shown(audit_page, OBJECTS) == ["a@example.org", "b@example.org"]
    audit_page.value(TYPE % ("refuses", "", ""))
    assert shown(audit_page, SERVERS) == ["lost.example.com"]


CHOICES = "[...document.forms[0].elements.section.options].map((one) => one.text)"
SECTIONS = "#checks ~ .scroll tbody th, #nouns ~ .scroll tbody th"


@pytest.mark.parametrize("which", ["page", "audit_page"])
def test_what_is_chosen_by_section_and_kind_is_just_that(request: pytest.FixtureRequest, which: str) -> None:
    """For each choice of both: the objects that stand in such a section with such a mark, and all that leads there."""
    page: Page = request.getfixturevalue(which)
    page.value("document.querySelector('[name=unfold]').click()")
    sections = page.value(CHOICES)
    kinds = page.value("[...document.forms[0].elements.kind.options].map((one) => [one.value, one.text])")
    every = page.value(EVERY)
    assert sections[0] in ("every noun", "every check") and sections[1:] == sorted({one[1] for one in every})
    lost = [one for one in shown(page, SERVERS) if one == "lost.example.com"]
    for section in ["", *sections[1:]]:
        for kind, label in kinds:
            page.value(TYPE % ("", kind, section))
            if not section and not kind:
                assert len(page.value(EVERY_SHOWN)) == len(every)
                continue
            expected = [one for one in every if section in ("", one[1]) and (not kind or one[2] == label)]
            assert page.value(EVERY_SHOWN) == expected, (section, kind)
            unknown = lost if kind in ("", kinds[-1][0]) else []
            assert set(shown(page, "section.server h2 bdi")) == {one[0] for one in expected} | set(unknown)
            assert set(shown(page, SERVERS)) >= {one[0] for one in expected} | set(unknown)
            assert set(shown(page, SECTIONS)) >= {one[1] for one in expected}
            assert not section or set(shown(page, SECTIONS)) <= {section}


EVERY = """[...document.querySelectorAll("tbody[data-kinds]")].filter((one) => %s).map((one) => [
  one.closest("section").querySelector("h2 bdi").innerText,
  one.closest("details").querySelector("b").innerText,
  one.querySelector(".what .mark").innerText,
  one.querySelector("th").innerText])"""
EVERY, EVERY_SHOWN = (EVERY % which for which in ("true", "one.checkVisibility()"))
"""Each object: its server, its section, the mark of its kind and its name."""


@pytest.fixture
def short_page(tab: Page, tmp_path: Path) -> Page:
    """Of one noun more is found than a page lists, and of another there is only the number."""
    ups = [changed("up%d@example.org" % number, "update", {"a": "b"}, {"a": "c"}) for number in range(6000)]
    more = [changed("more%d@example.org" % number, "delete", PRESENT, ABSENT) for number in range(2)]
    nouns = {"account": noun(6002, [*ups, *more], updated=6000, deleted=2), "group": noun(9, updated=7)}
    path = tmp_path / "short.html"
    results = {**fleet(), "large.example.com": {"nouns": nouns}}
    path.write_text(as_page(drift("A large one", MOMENT, results)), encoding="utf-8")
    tab.looks()
    tab.open(path)
    return tab


def test_a_section_is_chosen_whatever_it_is_called(tab: Page, tmp_path: Path) -> None:
    names = [*HOSTILE, ATTACK, "two  spaces", "every noun", "__proto__", "9", "10", "\u00e9", '"', "&amp;"]
    objects = [changed("one", "update", {"a": "b"}, {"a": "c"})]
    path = tmp_path / "odd.html"
    results = {"odd.example.com": {"nouns": {name: noun(1, objects, updated=1) for name in names}}}
    path.write_text(as_page(drift("Odd", MOMENT, results)), encoding="utf-8")
    tab.looks()
    tab.open(path)
    name = "one.querySelector('b').textContent"
    told = "[...document.querySelectorAll('details')].filter((one) => %%s).map((one) => %s)" % name
    every = tab.value(told % "true")
    assert len(every) == len(names)
    for number in range(1, len(names) + 1):
        tab.value("document.forms[0].elements.section.selectedIndex = %d" % number)
        tab.value("document.forms[0].dispatchEvent(new Event('input'))")
        assert tab.value(told % "one.checkVisibility()") == [sorted(every)[number - 1]]


LEADS_NOWHERE = """[...document.querySelectorAll("tr[data-kinds]")].filter((one) => one.checkVisibility())
  .filter((one) => one.querySelector("a")).map((one) => one.querySelector("a").hash.slice(1))
  .filter((one) => !document.getElementById(one).checkVisibility())"""


@pytest.mark.parametrize("which", ["page", "audit_page", "short_page"])
def test_every_row_that_is_shown_leads_to_something(request: pytest.FixtureRequest, which: str) -> None:
    """To what is listed, or to where it is said how much is not."""
    page: Page = request.getfixturevalue(which)
    kinds = page.value("[...document.forms[0].elements.kind.options].map((one) => one.value)")
    for text in ("", "example.org", "alice", "alice extra", "evil", "group"):
        for section in ["", *page.value(CHOICES)[1:]]:
            for kind in kinds:
                page.value(TYPE % (text, kind, section))
                assert page.value(LEADS_NOWHERE) == [], (text, kind, section)


def test_what_is_counted_and_not_listed_is_found_where_it_is_counted(short_page: Page) -> None:
    short_page.value("document.querySelector('[name=unfold]').click()")
    for kind, section in (("extra", "account"), ("different", "group")):
        short_page.value(TYPE % ("large", kind, section))
        assert shown(short_page, SERVERS) == shown(short_page, "section.server h2 bdi") == ["large.example.com"]
        assert shown(short_page, SECTIONS) == shown(short_page, "details b") == [section]
        assert shown(short_page, OBJECTS) == []
        assert "not listed here" in shown(short_page, "details caption")[0]
    short_page.value(TYPE % ("6,000", "", ""))  # a number is no name
    assert (shown(short_page, SERVERS), shown(short_page, SECTIONS), shown(short_page, "details")) == ([], [], [])


def test_an_audit_unfolds_and_is_read_on_paper(audit_page: Page) -> None:
    assert is_open(audit_page) == [False] * 5
    audit_page.value("document.querySelectorAll('#checks ~ .scroll tbody a')[1].click()")
    audit_page.wait("document.querySelectorAll('details')[1].open")
    audit_page.looks(width=800, media="print")
    assert {"alice@example.org", "postmaster@example.com"} <= set(shown(audit_page, OBJECTS))
    assert shown(audit_page, "form") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 720, 1200])
def test_an_audit_fits_the_window_and_can_be_read_in_its_colours(audit_page: Page, width: int, scheme: str) -> None:
    audit_page.looks(width=width, scheme=scheme)
    audit_page.value("document.querySelector('[name=unfold]').click()")
    assert audit_page.value("document.documentElement.scrollWidth") <= width
    assert audit_page.value(OVERFLOWING) == []
    assert not audit_page.value(CONTRAST)
