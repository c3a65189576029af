# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Vacation messages: what a Rule says, whoever wrote it, and that nothing of it is lost."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTMAILRULES,
    SETACCOUNTMAILRULES,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account_service import DATASET
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.vacation_rule import (
    NOTHING,
    make_rule,
    read_rule,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.vacation import VACATION
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given
from hypothesis import strategies as st
from support.engine_server import Server

HUMAN = ["Human Generated", "---"]
NOT_YET = ["From", "not in", "#RepliedAddresses"]
REMEMBER = ["Remember 'From' in", "RepliedAddresses"]
SINCE, UNTIL = ["Current Date", "greater than"], ["Current Date", "less than"]

# (rule, what it says beyond NOTHING)
RULES = [
    (["2", "#Vacation", [HUMAN, NOT_YET], [["Reply with", "Away"], REMEMBER]], {"enabled": True, "text": "Away"}),
    ([2, "#Vacation", [HUMAN], [["Reply with", "Away"]]], {"enabled": True, "text": "Away", "reply_once": False}),
    (["0", "#Vacation", [HUMAN, NOT_YET], [["Reply with", "a\r\nb\r\n"], REMEMBER]], {"text": "a\nb"}),
    (
        ["0", "#Vacation", [NOT_YET], [["Reply with", "+Subject: Away\nIn-Reply-To: ^I\n\na\n\nb"], REMEMBER]],
        {"subject": "Away", "text": "a\n\nb"},
    ),
    (["0", "#Vacation", [NOT_YET], [["Reply with", "+From: Ann <a@example.com>\n\na"], REMEMBER]], {"text": "a"}),
    (
        [
            "7",
            "#Vacation",
            [NOT_YET, [*SINCE, "5 Mar 2024"], [*UNTIL, "05 Apr 2024 10:00:01"]],
            [["Reply with", "a"], REMEMBER],
        ],
        {"enabled": True, "text": "a", "starts": "2024-03-05 00:00:00", "ends": "2024-04-05 10:00:01"},
    ),
    (
        ["0", "#Vacation", [NOT_YET, [*UNTIL, "next summer"]], [REMEMBER]],
        {"ends": "next summer"},
    ),
    (["0", "#Vacation"], {"reply_once": False}),
    (["0", "#Vacation", [[]], "---"], {"reply_once": False}),
]


@pytest.mark.parametrize(("rule", "said"), RULES)
def test_a_rule_says(rule: list[Any], said: dict[str, Any]) -> None:
    assert read_rule(rule) == {**NOTHING, **said}


@pytest.mark.parametrize(("rule", "said"), RULES)
def test_a_rule_made_of_what_it_says_says_the_same(rule: list[Any], said: dict[str, Any]) -> None:
    wanted = {**NOTHING, **said}
    assert read_rule(make_rule(rule, wanted)) == wanted
    assert make_rule(make_rule(rule, wanted), wanted) == make_rule(rule, wanted)


def test_what_is_beyond_the_options_stays() -> None:
    rule = [
        "6",
        "#Vacation",
        [HUMAN, ["Subject", "is", "*x*"], ["Current Date", "is", "01 Jan 2024"], NOT_YET],
        [["Mark", "Read"], ["Reply with", "+From: Ann <a@example.com>\n\na"], REMEMBER, ["Stop Processing", "---"]],
        "by Ann",
    ]
    wanted = {**NOTHING, "enabled": True, "subject": "Away", "text": "b", "reply_once": False}
    assert make_rule(rule, wanted) == [
        "6",
        "#Vacation",
        [HUMAN, ["Subject", "is", "*x*"], ["Current Date", "is", "01 Jan 2024"]],
        [["Reply with", "+Subject: Away\nFrom: Ann <a@example.com>\n\nb"], ["Mark", "Read"], ["Stop Processing"]],
        "by Ann",
    ]


LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20)
TEXTS = st.lists(LINE, max_size=5).map("\n".join).map(lambda text: text.rstrip("\n"))


@given(text=TEXTS, subject=LINE.map(str.strip), once=st.booleans(), enabled=st.booleans())
def test_every_text_and_subject_comes_back(text: str, subject: str, once: bool, enabled: bool) -> None:
    wanted = {**NOTHING, "text": text, "subject": subject, "reply_once": once, "enabled": enabled}
    assert read_rule(make_rule([], wanted)) == wanted


@pytest.fixture
def away(server: Server) -> str:
    """An Account with a message that is switched off."""
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    server.apply(VACATION, [{"account": name, "text": "Away", "enabled": False}])
    return name


BAD = [
    ({"starts": "20.4.2026"}, "starts is no date"),
    ({"ends": "2026-02-30"}, "ends is not in the calendar"),
    ({"ends": "2026-04-20 25:00"}, "ends is not in the calendar"),
    ({"starts": "2026-04-21", "ends": "2026-04-20"}, r"ends \(2026-04-20 23:59:59\) is not after starts \(2026-04-21"),
    ({"subject": "a\nBcc: x@example.com"}, "subject holds a line break"),
]


@pytest.mark.parametrize(("options", "message"), BAD)
def test_bad_options_are_told_and_nothing_is_sent(server: Server, away: str, options, message) -> None:
    mark = server.mark()
    with pytest.raises(CgpError, match=message):
        server.apply(VACATION, [{"account": away, **options}])
    assert server.changes(mark) == []


def test_a_day_is_part_of_the_vacation_from_its_first_to_its_last_second(server: Server, away: str) -> None:
    server.apply(VACATION, [{"account": away, "starts": "2026-04-20", "ends": "2026-04-20"}])
    ((_priority, _name, conditions, _actions),) = server.ask(GETACCOUNTMAILRULES(away))
    assert conditions[-2:] == [
        [*SINCE, "20 Apr 2026 00:00:00"],
        [*UNTIL, "20 Apr 2026 23:59:59"],
    ]


def test_there_must_be_something_to_reply_with(server: Server) -> None:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    result = server.apply(VACATION, [{"account": name}])
    assert (result["failed"], result["changed"]) == (True, False)
    assert "the option text is missing" in result["msg"]
    assert server.apply(VACATION, [{"account": name, "enabled": False}])["changed"] is False
    assert server.ask(GETACCOUNTMAILRULES(name)) == []


def test_who_may_not_see_the_memory_is_told_so_when_it_matters(server: Server) -> None:
    domain = server.new_domain()
    name = "ann@" + domain
    server.apply(ACCOUNT, [{"name": name}])
    administrator = server.administrator(domain, "RulesAllowed")
    row = {"account": name, "text": "Away"}
    result = server.apply(VACATION, [row], session=administrator)
    assert (result["failed"], result["changed"]) == (True, False)
    assert "reset_memory: never" in result["msg"]
    assert server.apply(VACATION, [{**row, "reset_memory": "never"}], session=administrator)["counts"]["updated"] == 1


def test_a_message_that_stays_on_forgets_nobody(server: Server, away: str) -> None:
    server.apply(VACATION, [{"account": away}])
    server.ask(DATASET(away, {"what": "createSet", "subsetName": "RepliedAddresses"}))
    mark = server.mark()
    server.apply(VACATION, [{"account": away, "text": "Still away"}])
    assert [entry["verb"] for entry in server.changes(mark)] == ["UPDATEACCOUNTMAILRULE"]
    assert server.apply(VACATION, [{"account": away, "text": "Still away\n"}])["changed"] is False


def test_a_rule_that_others_wrote_is_recognised(server: Server) -> None:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    rule = [2, "#Vacation", [NOT_YET, HUMAN], [["Reply with", "+Subject: Away\nIn-Reply-To: ^I\n\na\n\nb\n"], REMEMBER]]
    server.ask(SETACCOUNTMAILRULES(name, [[5, "first", [], [["Discard"]]], rule]))
    row = {"account": name, "subject": "Away", "text": "a\n\nb", "reply_once": True, "starts": "", "ends": ""}
    assert server.apply(VACATION, [row])["changed"] is False


def test_check_mode_foresees_the_message_of_an_account_that_does_not_exist_yet(server: Server) -> None:
    row = {"account": "ann@" + server.new_domain(), "text": "Away"}
    assert server.apply(VACATION, [row], check=True)["counts"]["updated"] == 1
