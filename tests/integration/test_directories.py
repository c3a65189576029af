# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A directory on the controller as the source of a task: only what differs travels, in both ways of a task."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say, spoken
from ansible_collections.communigate.pro.tests.integration.stage import encrypt, perform, site
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support.playbook import PlaybookRun, play

MODULE = "communigate.pro.cgp_skin_files"
NUMBER = 200
VAULTED = "page000.html"
BINARY = "logo.png"
PICTURE = bytes(range(256)) * 40  # more than a difference shows
CHANGED = ("page007.html", "page042.html", BINARY)
FILES = {"page%03d.html" % number: b"<p>%d</p>\n" % number for number in range(NUMBER - 1)} | {BINARY: PICTURE}


def skin_of(way: str) -> str:
    return "Skin-" + way


def tasks(way: str, variables: Any) -> list[dict[str, Any]]:
    """Upload, upload again, spoil three files and one more on the server, look, repair."""
    skin = skin_of(way)
    upload = {MODULE: {"scope": "server", "skin": skin, "source": "skin"}, "vars": variables, "diff": True}
    purging = {**upload, MODULE: {**upload[MODULE], "purge": {"limit": 1}}}
    spoilt = ["STORESERVERSKINFILE %s FILE %s DATA [QUJD]" % (skin, name) for name in (*CHANGED, "extra.html")]
    return [
        *say(way + ", prepared", ["CREATESERVERSKIN " + skin]),
        {"name": way + ", uploaded", **upload},
        {"name": way + ", uploaded again", **upload},
        *say(way + ", spoilt", spoilt),
        {"name": way + ", foreseen", **upload, "check_mode": True},
        {"name": way + ", repaired", **upload},
        {"name": way + ", cleaned", **purging},
        *say(way + ", shown", ["READSERVERSKINFILE %s FILE %s" % (skin, name) for name in (BINARY, VAULTED)]),
        *say(way + ", listed", ["LISTSERVERSKINFILES " + skin]),
    ]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    directory = tmp_path_factory.mktemp("directories")
    told = say("prepare", ['CREATESERVERSKIN ""'])
    for way, variables in WAYS.items():
        told += tasks(way, variables)
    playbook = site(directory, [play(*told)], {"skin/" + name: content for name, content in FILES.items()})
    opens_the_vault = encrypt(directory, playbook.parent / "files" / "skin" / VAULTED)
    return perform(directory, playbook, *opens_the_vault).succeeded()


every_way = pytest.mark.parametrize("way", WAYS)


@every_way
def test_each_file_is_uploaded_once(run: PlaybookRun, way: str) -> None:
    first, again = way + ", uploaded", way + ", uploaded again"
    assert run.modules(first) == (way == "elsewhere")
    assert changing(run.sent(first)) == ["STORESERVERSKINFILE"] * NUMBER
    assert run.result(first)["counts"]["created"] == NUMBER
    assert changing(run.sent(again)) == []
    assert run.result(again)["counts"]["unchanged"] == NUMBER


@every_way
def test_of_two_hundred_files_the_three_that_differ_travel(run: PlaybookRun, way: str) -> None:
    repaired = way + ", repaired"
    assert changing(run.sent(repaired)) == ["STORESERVERSKINFILE"] * 3
    assert run.result(repaired)["counts"]["updated"] == 3
    names = ["server %s %s" % (skin_of(way), name) for name in sorted(CHANGED)]
    assert run.result(repaired)["changed_names"] == names


@every_way
def test_they_are_read_and_listed_once(run: PlaybookRun, way: str) -> None:
    again = spoken(run.sent(way + ", uploaded again"))
    assert again == ["LISTSERVERSKINFILES"] + ["READSERVERSKINFILE"] * NUMBER


@every_way
def test_check_mode_foresees_it(run: PlaybookRun, way: str) -> None:
    foreseen, repaired = alike(run.result(way + ", foreseen")), alike(run.result(way + ", repaired"))
    assert changing(run.sent(way + ", foreseen")) == []
    assert [foreseen[key] for key in ("counts", "diff")] == [repaired[key] for key in ("counts", "diff")]


@every_way
def test_a_difference_shows_text_and_not_what_is_long(run: PlaybookRun, way: str) -> None:
    after = run.result(way + ", repaired")["diff"]["after"]
    assert after["server %s page042.html" % skin_of(way)] == {"content": "<p>42</p>\n"}
    assert after["server %s %s" % (skin_of(way), BINARY)]["content"].startswith("%d bytes, SHA-256 " % len(PICTURE))


@every_way
def test_what_is_extra_goes_on_request(run: PlaybookRun, way: str) -> None:
    assert run.result(way + ", cleaned")["changed_names"] == ["server %s extra.html" % skin_of(way)]
    (listing,) = run.result(way + ", listed")["results"]
    assert set(listing["value"]) == set(FILES)


@every_way
def test_contents_arrive_as_they_are_and_decrypted(run: PlaybookRun, way: str) -> None:
    shown = [base64.b64decode(reply["value"][0]["$datablock"]) for reply in run.result(way + ", shown")["results"]]
    assert shown == [PICTURE, FILES[VAULTED]]


def test_it_costs_the_same_in_both_ways(run: PlaybookRun) -> None:
    here, elsewhere = (alike(run.result(way + ", uploaded"))["statistics"]["commands"] for way in WAYS)
    assert here == elsewhere
