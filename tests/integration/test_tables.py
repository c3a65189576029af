# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as spreadsheets write them, in both ways of a task: what the server has is what their authors saw."""

from __future__ import annotations

import os
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.stage import perform, site
from ansible_collections.communigate.pro.tests.integration.ways import WAYS
from support.playbook import PlaybookRun, play

GERMAN = "Name;Vor- und Nachname;Notiz;Aliasnamen\r\ngruen;G\u00fcnter Gr\u00fcn;;gg g.gruen\r\n"
FILES = {
    # A blank after each comma, as people type them; and one that is meant.
    "passwords.csv": 'account, new_password\nu1@{way}.example, s3cret\nu2@{way}.example, " s3cret "\n',
    # What Excel saves in Germany: semicolons, Windows' code page, headings of its own and a column for people.
    "people.csv": GERMAN.encode("cp1252"),
    # What it saves as Unicode text.
    "unicode.csv": "\ufeffname\tsettings.RealName\r\nzoe\tZo\u00eb \u65e5\u672c\r\n".encode("utf-16-le"),
    "subscribers.csv": "address,real_name\np@b.example,P\nq@b.example,Q\nP@b.example,Last\n",
}
COLUMNS = {"Name": "name", "Vor- und Nachname": "settings.RealName", "Notiz": None, "Aliasnamen": "aliases"}
EXCEL = {"encoding": "cp1252", "columns": COLUMNS}


def tasks(way: str) -> list[dict[str, Any]]:
    domain, vars_ = way + ".example", WAYS[way]

    def task(name: str, module: str, **options: Any) -> dict[str, Any]:
        return {"name": "%s, %s" % (name, way), "communigate.pro." + module: options, "vars": vars_, "diff": True}

    subscribers = {"list": "l1@" + domain, "source": "subscribers.csv"}
    verify = ['VERIFYACCOUNTPASSWORD u1@%s PASSWORD "s3cret"', 'VERIFYACCOUNTPASSWORD u2@%s PASSWORD " s3cret "']
    return [
        *say("prepared, " + way, ["CREATEDOMAIN " + domain, *("CREATEACCOUNT u%d@%s" % (n, domain) for n in (1, 2))]),
        *say("list, " + way, ["CREATELIST l1@%s FOR u1" % domain]),
        task("passwords", "cgp_account_password", source="passwords-%s.csv" % way),
        *say("verified, " + way, [line % domain for line in verify]),
        task("people", "cgp_account", domain=domain, source="people.csv", source_options=EXCEL),
        task("unicode", "cgp_account", domain=domain, source="unicode.csv"),
        {**task("twice", "cgp_list_subscriber", **subscribers), "ignore_errors": True},
        task("the last", "cgp_list_subscriber", **subscribers, source_options={"duplicates": "last"}),
        *say("shown, " + way, ["GETACCOUNTSETTINGS %s@%s" % (name, domain) for name in ("gruen", "zoe")]),
        *say("aliases, " + way, ["GETACCOUNTALIASES gruen@" + domain]),
        *say("subscribed, " + way, ["READSUBSCRIBERS l1@" + domain]),
        {**task("pipe", "cgp_account", domain=domain, source="pipe.csv"), "ignore_errors": True},
        {**task("piped", "cgp_skin_files", scope="server", skin="", source="skin"), "ignore_errors": True},
        {**task("linked", "cgp_skin_files", scope="server", skin="", source="links"), "ignore_errors": True},
    ]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    directory = tmp_path_factory.mktemp("tables")
    told = [task for way in WAYS for task in tasks(way)]
    files = {name: content for name, content in FILES.items() if name != "passwords.csv"}
    files |= {"passwords-%s.csv" % way: str(FILES["passwords.csv"]).format(way=way) for way in WAYS}
    files |= {"skin/a.css": "a", "links/a.css": "a"}
    playbook = site(directory, [play(*told)], files)
    beside = playbook.parent / "files"
    os.mkfifo(beside / "pipe.csv")
    os.mkfifo(beside / "skin" / "pipe.css")
    (beside / "links" / "out.css").symlink_to("../people.csv")
    return perform(directory, playbook).succeeded()


every_way = pytest.mark.parametrize("way", WAYS)


@every_way
def test_a_password_has_the_blanks_that_are_quoted_and_no_others(run: PlaybookRun, way: str) -> None:
    assert run.modules("passwords, " + way) == (way == "elsewhere")
    assert run.result("passwords, " + way)["counts"]["updated"] == 2
    verified = [entry["code"] for entry in run.sent("verified, " + way) if entry["verb"] == "VERIFYACCOUNTPASSWORD"]
    assert verified == [200, 200]


@every_way
def test_a_table_from_windows_arrives_in_its_letters(run: PlaybookRun, way: str) -> None:
    settings = [reply["value"]["RealName"] for reply in run.result("shown, " + way)["results"]]
    assert settings == ["G\u00fcnter Gr\u00fcn", "Zo\u00eb \u65e5\u672c"]
    (aliases,) = run.result("aliases, " + way)["results"]
    assert sorted(aliases["value"]) == ["g.gruen", "gg"]


@every_way
def test_differences_show_letters_as_letters(run: PlaybookRun, way: str) -> None:
    assert run.result("people, " + way)["changed"]
    assert run.output.count('"RealName": "G\u00fcnter Gr\u00fcn"') == len(WAYS)
    assert "\\u00fc" not in run.output


@every_way
def test_an_object_in_two_lines_is_an_error_with_both_or_the_last_one(run: PlaybookRun, way: str) -> None:
    message = run.result("twice, " + way)["msg"]
    assert "in line 4 of subscribers.csv" in message and "it is in line 2 of subscribers.csv" in message
    assert changing(run.sent("twice, " + way)) == []
    assert run.result("the last, " + way)["counts"]["wanted"] == 2
    (reply,) = run.result("subscribed, " + way)["results"]
    told = str(reply["value"])
    assert "Last" in told and "'P'" not in told


@every_way
def test_pipes_and_links_out_of_a_directory_are_refused_and_hold_nobody_up(run: PlaybookRun, way: str) -> None:
    for task, words in (
        ("pipe", "pipe.csv is no regular file"),
        ("piped", "pipe.css is no regular file"),
        ("linked", "out.css is a link that leads out of the directory"),
    ):
        assert words in run.result("%s, %s" % (task, way))["msg"]
        assert changing(run.sent("%s, %s" % (task, way))) == []
