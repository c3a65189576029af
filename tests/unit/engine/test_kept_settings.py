# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said to servers that show, hide, complete or merge settings, and what becomes of what others set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from support.engine_server import Server

Serve = Callable[..., Server]
GROUP, ANN, LIST = "team@example.com", "ann@example.com", "news@example.com"
ALL_DEFAULTS = {
    **dict.fromkeys(("Expand", "FinalDelivery", "RejectAutomatic"), "YES"),
    **dict.fromkeys(("RemoveAuthor", "RemoveToAndCc", "SetReplyTo"), "YES"),
    **dict.fromkeys(("EmailDisabled", "SignalDisabled"), "NO"),
}
"""Of a Group, as the vocabulary has them."""


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    running: list[Server] = []

    def begin(*habits: str) -> Server:
        server = Server(tmp_path_factory.mktemp("kept"), habits=habits).__enter__()
        running.append(server)
        with server.without_habits():
            say(server, "CREATEACCOUNT", ANN)
            say(server, "CREATEGROUP", GROUP)
            say(server, "CREATELIST", LIST, "ann")
        return server

    yield begin
    for server in running:
        server.__exit__(None, None, None)


def say(server: Server, verb: str, *arguments: Any, **named: Any) -> Any:
    return server.ask(COMMANDS[verb][0](*arguments, **named))


def held(server: Server, verb: str, *arguments: Any, **named: Any) -> Any:
    """What somebody has set, whatever the server tells of it."""
    with server.without_habits():
        return say(server, verb, *arguments, **named)


def run(server: Server, module: str, row: dict[str, Any], **how: Any) -> tuple[dict[str, Any], list[str]]:
    """The result of a task, and the commands that change something."""
    mark = server.mark()
    result = server.apply(subject_of(module), [row], **how)
    return result, [entry["verb"] for entry in server.changes(mark)]


# --- what a server shows


def test_a_shown_default_is_not_written_as_though_it_were_wanted(serve: Serve) -> None:
    server = serve("shows-defaults")
    say(server, "SETGROUP", GROUP, {"RealName": "Team", "Members": ["ann"]})
    result, wrote = run(server, "cgp_group", {"name": GROUP, "members": ["ann", "bob"]})
    assert (wrote, result.get("warnings")) == (["SETGROUP"], None)
    assert held(server, "GETGROUP", GROUP) == {"RealName": "Team", "Members": ["ann", "bob"]}


def test_a_default_that_somebody_has_set_comes_back(serve: Serve) -> None:
    """On a server that shows what was set and nothing else all of it may be set to the defaults, as cPanel does."""
    server = serve()
    say(server, "SETGROUP", GROUP, {**ALL_DEFAULTS, "Members": ["ann"]})
    row = {"name": GROUP, "members": ["ann", "bob"]}
    assert run(server, "cgp_group", row)[0]["failures"] == []
    assert held(server, "GETGROUP", GROUP) == {**ALL_DEFAULTS, "Members": ["ann", "bob"]}
    assert run(server, "cgp_group", row)[1] == []


def test_survivors_of_known_default_are_named_once_and_left_alone(serve: Serve) -> None:
    server = serve("shows-defaults")
    say(server, "SETGROUP", GROUP, {"RealName": "Team", "Expand": "NO", "Members": []})
    row = {"name": GROUP, "settings": {"SetReplyTo": "NO"}, "members": ["ann"], "settings_mode": "replace"}
    foreseen, _none = run(server, "cgp_group", row, check=True, diff=True, detail="all")
    first, wrote = run(server, "cgp_group", row, diff=True, detail="all")
    assert (wrote, first["failures"]) == (["SETGROUP"], [])
    assert first["objects"] == foreseen["objects"]
    (warning,) = first["warnings"]
    assert "settings.Expand (" in warning and "SetReplyTo" not in warning and "RealName" not in warning
    second, wrote = run(server, "cgp_group", row)
    assert (wrote, second["changed"], second.get("warnings")) == ([], False, None)
    assert held(server, "GETGROUP", GROUP) == {"SetReplyTo": "NO", "Members": ["ann"]}


def test_what_is_computed_is_neither_written_nor_missed(serve: Serve) -> None:
    server = serve()
    row = {"name": ANN, "settings": {"SkinName": "Pronto"}, "settings_mode": "replace"}
    first, wrote = run(server, "cgp_account_prefs", row)
    assert (wrote, first["failures"]) == (["SETACCOUNTPREFS"], [])
    assert run(server, "cgp_account_prefs", row)[1] == []
    shown = say(server, "GETACCOUNTPREFS", ANN)
    assert shown["AccountName"] == ANN
    for given in (shown, {**shown, "AccountName": "bob@example.com"}):
        result, wrote = run(server, "cgp_account_prefs", {"name": ANN, "settings": given})
        assert (wrote, result["failures"]) == ([], [])
        assert ("is computed" in str(result.get("warnings"))) == (given != shown)
    assert held(server, "GETACCOUNTPREFS", ANN) == {"SkinName": "Pronto", "AccountName": ANN}


# --- what a server hides


def test_a_hidden_default_counts_as_kept(serve: Serve) -> None:
    server = serve("hides-defaults")
    row = {"name": GROUP, "settings": {"Expand": True, "RealName": "Team"}}
    first, wrote = run(server, "cgp_group", row)
    assert (wrote, first["failures"], first.get("warnings")) == (["SETGROUP"], [], None)
    assert held(server, "GETGROUP", GROUP)["Expand"] == "YES"
    assert run(server, "cgp_group", row)[1] == []


def test_a_server_that_tells_one_default_hides_none(serve: Serve) -> None:
    server = serve()
    say(server, "SETGROUP", GROUP, {"Expand": "YES", "Members": []})
    assert run(server, "cgp_group", {"name": GROUP, "settings": {"SetReplyTo": True}})[1] == ["SETGROUP"]
    assert held(server, "GETGROUP", GROUP)["SetReplyTo"] == "YES"


@pytest.mark.parametrize(
    ("unset", "kept"), [({"MailToUnknown": "Rejected"}, True), ({"MailToUnknown": "Discarded"}, False)]
)
def test_what_a_domain_does_not_tell_is_asked_for(serve: Serve, unset: dict[str, str], kept: bool) -> None:
    """The vocabulary's default says nothing of what the server's administrator has made the default."""
    server = serve("hides-defaults")
    say(server, "UPDATEDOMAINDEFAULTS", unset)
    row = {"name": "example.com", "settings": {"MailToUnknown": "Rejected"}}
    result, wrote = run(server, "cgp_domain", row)
    assert (wrote == [], result["failures"]) == (kept, [])
    assert run(server, "cgp_domain", row)[1] == []
    assert say(server, "GETDOMAINEFFECTIVESETTINGS")["MailToUnknown"] == "Rejected"


def test_what_does_not_show_without_a_known_default_is_named(serve: Serve) -> None:
    server = serve("hides-defaults")
    row = {"name": LIST, "settings": {"Subscribe": "nobody"}}
    for changed in (False, False):
        result, wrote = run(server, "cgp_mailing_list", row)
        assert (wrote, result["changed"], result["failures"]) == (["UPDATELIST"], changed, [])
        (warning,) = result["warnings"]
        assert "does not show" in warning and "settings.Subscribe (%s)" % LIST in warning
    assert held(server, "GETLIST", LIST)["Subscribe"] == "nobody"


# --- what a server merges


def test_what_a_set_does_not_remove_is_one_warning(serve: Serve) -> None:
    """A Group has no other command. What was to be set is set, and nobody else's setting goes."""
    server = serve("merges-set")
    say(server, "SETGROUP", GROUP, {"RealName": "Team", "Site": {"a": "1", "b": "2"}, "Members": []})
    row = {"name": GROUP, "settings": {"Site": {"a": "3"}}, "members": [], "settings_mode": "replace"}
    first, _wrote = run(server, "cgp_group", row)
    assert (first["changed"], first["failures"]) == (True, [])
    (warning,) = first["warnings"]
    assert "settings.RealName (%s)" % GROUP in warning
    assert held(server, "GETGROUP", GROUP)["Site"] == {"a": "3"}
    second, _wrote = run(server, "cgp_group", row)
    assert (second["changed"], second["failures"], second["warnings"]) == (False, [], [warning])


def test_preferences_that_a_set_does_not_remove_are_removed_by_an_update(serve: Serve) -> None:
    server = serve("merges-set")
    say(server, "UPDATEACCOUNTPREFS", ANN, {"Language": "French", "SkinName": "Basic"})
    row = {"name": ANN, "settings": {"SkinName": "Pronto"}, "settings_mode": "replace"}
    first, wrote = run(server, "cgp_account_prefs", row)
    assert (wrote, first.get("warnings")) == (["SETACCOUNTPREFS", "UPDATEACCOUNTPREFS"], None)
    assert held(server, "GETACCOUNTPREFS", ANN) == {"SkinName": "Pronto", "AccountName": ANN}
    assert run(server, "cgp_account_prefs", row)[1] == []


@pytest.mark.parametrize("habit", ["update-merges-nested", "update-replaces-nested"])
def test_sisters_at_every_depth_stay_and_what_goes_goes(serve: Serve, habit: str) -> None:
    server = serve(habit)
    gateways = {"g1": {"name": "One", "callOutGw": {"codes": ["404"], "host": "h"}}, "g2": {"name": "Two"}}
    say(server, "UPDATEACCOUNTPREFS", ANN, {"Gateways": gateways})
    row = {"name": ANN, "settings": {"Gateways": {"g1": {"callOutGw": {"codes": None}}, "g3": {"name": "Three"}}}}
    first, _wrote = run(server, "cgp_account_prefs", row)
    assert (first["changed"], first["failures"], first.get("warnings")) == (True, [], None)
    expected = {**gateways, "g1": {"name": "One", "callOutGw": {"host": "h"}}, "g3": {"name": "Three"}}
    assert held(server, "GETACCOUNTPREFS", ANN)["Gateways"] == expected
    assert run(server, "cgp_account_prefs", row)[1] == []


def test_a_null_that_a_server_keeps_as_a_value_is_taken_back(serve: Serve) -> None:
    """A completed dictionary looks like one into which an update was merged."""
    server = serve("completes-nested")
    say(server, "UPDATEDOMAINSETTINGS", {"DKIM": {"Enabled": "YES"}}, domainName="example.com")
    row = {"name": "example.com", "settings": {"DKIM": {"Enabled": "YES", "Method": None}}}
    for _time in range(2):
        result, _wrote = run(server, "cgp_domain", row)
        assert (result["changed"], result["failures"]) == (False, [])
        assert "settings.DKIM.Method (example.com)" in result["warnings"][0]
        assert "Method" not in held(server, "GETDOMAINSETTINGS", domainName="example.com")["DKIM"]


# --- where the manual names no way to remove


def test_a_mailing_list_s_settings_are_never_given_the_word_default(serve: Serve) -> None:
    server = serve()
    say(server, "UPDATELIST", LIST, {"SizeLimit": "10M", "Reply": "to list"})
    mark = server.mark()
    run(server, "cgp_mailing_list", {"name": LIST, "settings": {"SizeLimit": "default"}})
    assert held(server, "GETLIST", LIST) == {"Owner": "ann", "Reply": "to list"}
    assert "default" not in str(server.changes(mark))
