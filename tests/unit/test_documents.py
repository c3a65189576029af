# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What documents name is there, what they promise has a test, and the page on the house draws every layer.

``promises.tsv`` has what README and guides promise: the page, words of the sentence, and a test that holds it.
"""

from __future__ import annotations

import csv
import re

import pytest
from support import quick_yaml
from support.checkout import ROOT

UTILS = ROOT / "plugins" / "module_utils"
PAGES = ["README.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md", "docs/ARCHITECTURE.md"]
PAGES += ["docs/inclusion.md", "docs/versions.md"]

_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
_FILE = re.compile(r"`([\w.-]+(?:/[\w.-]+)*(?:\.(?:py|md|yml|yaml|toml|txt|sh|cfg|json|tsv)|/))`")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_PLACEHOLDER = re.compile(r"[A-Z]{4,}|\bX\b|cgp_X")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    links = _LINK.findall(text_of(page))
    assert links
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    """From the top of the checkout, or from module_utils. Names with capitals stand for any file; some are made."""
    made = {"build/bench.json", "changelogs/changelog.yaml", "communigate-pro-1.2.0.cdx.json", "MANIFEST.json"}
    named = {name for name in _FILE.findall(text_of(page)) if not _PLACEHOLDER.search(name)} - made
    places = (ROOT, UTILS, UTILS / "_engine", UTILS / "_cli", ROOT / "tests" / "integration")
    assert sorted(name for name in named if not any((place / name).exists() for place in places)) == []


def test_every_promise_of_security_names_a_test() -> None:
    """And the test is there."""
    page = text_of("SECURITY.md")
    promises = page.partition("## What is promised")[2].partition("\n## ")[0]
    for promise in re.split(r"\n(?=\* |###)", promises):
        if promise.startswith("* "):
            assert "`tests/" in promise, promise
    tests = _TEST.findall(page)
    assert len(tests) > 20
    assert [(file, name) for file, name in tests if "\ndef %s(" % name not in text_of(file)] == []


def promises() -> list[dict[str, str]]:
    with (ROOT / "tests" / "unit" / "promises.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def in_one_line(text: str) -> str:
    return " ".join(text.split()).casefold()


def test_every_promise_is_still_made_and_its_test_is_there() -> None:
    told = {page: in_one_line(text_of(page)) for page in {row["page"] for row in promises()}}
    assert [row["words"] for row in promises() if in_one_line(row["words"]) not in told[row["page"]]] == []
    tests = [row["test"].split("::") for row in promises()]
    assert [[file, name] for file, name in tests if "def %s(" % name not in text_of(file)] == []


def test_every_sentence_of_what_to_expect_has_a_test() -> None:
    """But a heading, and a link to where more is told."""
    section = text_of("README.md").partition("## What to expect")[2].partition("\n## ")[0]
    promised = [in_one_line(row["words"]) for row in promises() if row["page"] == "README.md"]
    bare = []
    for point in section.strip().removeprefix("- ").split("\n- "):
        text = " ".join(re.sub(r"^\*\*.*?\*\*", "", point).split())
        bare += [
            sentence
            for sentence in re.split(r"(?<=\.) +(?=[A-Z`[])", text)
            if not sentence.startswith("[") and not any(words in sentence.casefold() for words in promised)
        ]
    assert bare == []


GUIDES = ROOT / "docs" / "docsite" / "rst"
_STRONG = re.compile(r"\b(?:never|always|refuses|refused|cannot)\b")
NO_PROMISES = (
    "what the server refuses for reasons of its own", "What cannot be compared", "put together one from what others",
    "those cannot be stated again", "Some habits cannot be told", "What cannot be read", "always`` (``update_password:",
    "Who never logs in", "those of the HTTP realm", "one that never met its command",
    "not met by any command yet",
)  # fmt: skip
"""Headings, advice, and what servers do: words of sentences that say no more of the collection than others do."""


def prose(page: str) -> str:
    """A guide without its blocks of code, its tables, and what is generated."""
    text = page.partition("\n.. The rest is written by")[0]
    block = r"^( *)\.\. (?:code-block|list-table)::[^\n]*\n(?:\1 +[^\n]*\n|\n)+"
    return re.sub(block, "\n", text, flags=re.MULTILINE)


@pytest.mark.parametrize("guide", sorted(path.name for path in GUIDES.glob("guide_*.rst")))
def test_what_a_guide_says_of_always_and_never_has_a_test(guide: str) -> None:
    """The words by which a promise is known. A new one comes with a line in promises.tsv."""
    held = [in_one_line(row["words"]) for row in promises() if row["page"].endswith("/" + guide)]
    held += map(in_one_line, NO_PROMISES)
    text = " ".join(prose((GUIDES / guide).read_text(encoding="utf-8")).split())
    strong = [part.casefold() for part in re.split(r"(?<=[.:;]) +", text) if _STRONG.search(part)]
    assert [part for part in strong if not any(words in part or part.rstrip(".:;") in words for words in held)] == []


def test_what_the_guide_to_troubles_quotes_is_said_somewhere() -> None:
    """Each message in the first column of its tables; three dots stand for anything."""
    page = text_of("docs/docsite/rst/guide_troubleshooting.rst")
    quoted = re.findall(r"^   \* - ``(.+)``$", page, re.MULTILINE)
    assert len(quoted) > 10
    sources = "".join(path.read_text(encoding="utf-8") for path in UTILS.rglob("*.py"))
    said = re.sub(r'"\s+"', "", sources)
    parts = [part.strip() for text in quoted for part in text.split("...")]
    assert [part for part in parts if part not in said] == []


def test_the_addresses_of_the_project_are_the_same_everywhere() -> None:
    """And no registry of packages is one of them."""
    galaxy = quick_yaml.load(text_of("galaxy.yml"))
    links = quick_yaml.load(text_of("docs/docsite/links.yml"))
    repository = galaxy["repository"]
    assert repository == "https://github.com/%s" % links["edit_on_github"]["repository"]
    assert galaxy["issues"] == repository + "/issues"
    assert galaxy["documentation"].startswith("https://")
    assert galaxy["homepage"].startswith("https://")
    told = {link["url"] for link in links["extra_links"]}
    assert {galaxy["issues"], galaxy["documentation"]} <= told


def test_the_page_on_the_house_draws_every_layer() -> None:
    picture = text_of("docs/ARCHITECTURE.md").partition("## The layers")[2].partition("```\n")[2].partition("```")[0]
    layers = {path.name for path in UTILS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in layers if name + "/" not in picture} == set()
