# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leads out of the server, in every kind of object that can lead anywhere."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.model import Route
from ansible_collections.communigate.pro.tests.unit.audit.looking import facts, look

HERE, THERE = "bob@www.example.org,carol", "far@elsewhere.example"
RULES = ("mail_rules", "signal_rules")


def rule(*actions: Any, priority: Any = 5) -> list[Any]:
    return [priority, "Away", [["From", "is", "x@elsewhere.example"]], list(actions), "a word on a@elsewhere.example"]


def told(kind: str = "account", **parts: Any) -> list[str]:
    found, unread = look("leads_outside", kind, **parts)
    assert unread == []
    return [one.detail.get("address") or one.detail["host"] for one in found]


@pytest.mark.parametrize("action", ["Redirect to", "redirect To", "FORWARD TO", "Mirror to", "Fork to"])
@pytest.mark.parametrize("level", ["account", "domain", "server", "cluster"])
@pytest.mark.parametrize("part", RULES)
def test_a_rule_that_sends_on(action: str, level: str, part: str) -> None:
    assert told(level, **{part: [rule([action, HERE])]}) == []
    assert told(level, **{part: [rule([action, "%s\n%s" % (HERE, THERE)])]}) == [THERE]
    assert told(level, **{part: [rule([action, THERE]), rule([action, [HERE, THERE]])]}) == [THERE, THERE]


@pytest.mark.parametrize("off", [0, "0", " 0 "])
def test_a_rule_that_is_off_leads_nowhere(off: Any) -> None:
    assert told(mail_rules=[rule(["Redirect to", THERE], priority=off)]) == []


@pytest.mark.parametrize(
    "action",
    [["Discard"], ["Store in", THERE], ["Reject with", THERE], ["Add Header", "To: %s" % THERE], ["---"], [], ""],
)
def test_what_sends_nothing_on_leads_nowhere(action: Any) -> None:
    assert told(mail_rules=[rule(action)]) == []


def test_a_message_goes_to_those_in_its_headers() -> None:
    for fold in (" ", "\n ", "\r\n\t"):
        cc = "CC: bob,%s<near@elsewhere.example>" % fold
        message = "+To:%s%s\nSubject: x\n%s\n\nTo: text@elsewhere.example" % (fold, THERE, cc)
        assert told(mail_rules=[rule(["React with", message])]) == [THERE, "near@elsewhere.example"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://user:secret@hook.example/secret?secret", "hook.example"),
        ("https://user@host:secret@secret@hook.example:80?secret@secret", "hook.example"),
        ("[FILE] http://HOOK.example:8080/x", "HOOK.example"),
        ("http://localhost/x", ""),
        ("http://mail.example.org/x", ""),
        ("no address at all", ""),
    ],
)
def test_of_an_url_the_host_is_told(url: str, host: str) -> None:
    found, unread = look("leads_outside", "account", mail_rules=[rule(["Execute URL", url])])
    assert ([one.detail["host"] for one in found], unread) == ([host] if host else [], [])
    assert "secret" not in repr(found)


def test_rules_of_another_shape_are_no_finding() -> None:
    assert told(mail_rules=[[5, "Short"], [5, "None", [], [[]]], [5, "Text", [], ["Redirect to"]]]) == []


def test_a_forwarder() -> None:
    assert told("forwarder", to="bob") == told("forwarder", to="bob@NET.example") == told("forwarder", to="") == []
    assert told("forwarder", to="NULL") == told("forwarder", to="app{x@y.example}#pbx") == []
    assert told("forwarder", to=THERE.upper()) == ["FAR@elsewhere.example"]


@pytest.mark.parametrize(
    ("action", "address"),
    [
        ("MailToUnknown", "MailRerouteAddress"),
        ("signaltounknown", "SignalRerouteAddress"),
        ("AccessToUnknown", "accessrerouteaddress"),
    ],
)
def test_unknown_names_of_a_domain(action: str, address: str) -> None:
    assert told("domain", effective={action: "Rerouted to", address: THERE}) == [THERE]
    assert told("domain", effective={action: "rerouted To", address: "*@net.example"}) == []
    assert told("domain", effective={action: "Rejected", address: THERE}) == []
    assert told("domain", effective={address: THERE}) == []


def test_members_of_a_group_are_one_notice() -> None:
    members = ["alice", THERE, "bob@mail.example.org", "near@elsewhere.example"]
    (found,), unread = look("members_outside", "group", settings={"members": members})
    assert (found.severity, found.detail["addresses"], unread) == ("notice", [THERE, members[-1]], [])
    assert look("members_outside", "group", settings={"Members": ["alice"]}) == ([], [])
    assert look("members_outside", "group", settings={"Members": ""}) == ([], [])


def test_where_not_all_domains_are_known_nobody_knows() -> None:
    unknown = facts(unknown="no right")
    for kind, parts in {
        "forwarder": {"to": THERE},
        "account": {"mail_rules": [rule(["Redirect to", THERE])]},
        "domain": {"effective": {"MailToUnknown": "Rerouted to", "MailRerouteAddress": THERE}},
    }.items():
        found, unread = look("leads_outside", kind, known=unknown, **parts)
        assert (found, unread) == ([], ["the Domains of this server are not all known: no right"])


def test_the_router_is_asked_for_what_the_address_is_meant() -> None:
    asked = {
        mode: look("leads_outside", "account", **{part: [rule(["Redirect to", THERE])]})[0][0].route
        for mode, part in zip(("mail", "signal"), RULES)
    }
    assert asked == {mode: Route(THERE, mode, True) for mode in asked}
