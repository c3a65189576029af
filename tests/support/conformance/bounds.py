# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which commands touch nothing but one Domain and what is in it, and the same commands in the scratch Domain.

That is decided by what the catalogue says of a command (its kind, its scope, the names among its parameters), and for
the few that reach out of their Domain all the same by the tables here. What is not known to stay inside is not sent.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS, read_line
from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import (
    is_secret_argument,
    is_secret_key,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

from .recording import Conversation

MAIN = "example.com"
"""The main Domain of the suite's simulators: names without a Domain are in it."""
LONGEST = 60
"""Commands of a conversation that is played: longer ones are about load."""

_SCOPES = frozenset(("domain", "account", "group", "forwarder", "list", "mailbox", "file", "task"))
_OBJECT = re.compile(r"(old|new|auth)?(Account|account|Group|group|Forwarder|forwarder|Task|task|List|list)Name")
_FILES_AND_MAILBOXES = re.compile(r"(old|new)?(mailbox|Mailbox|file|File)(Name|Path)")

_REACHING_OUT: Mapping[str, str] = {
    "CREATEDOMAIN": "the scratch Domain is made and deleted once, by whoever plays",
    "DELETEDOMAIN": "likewise",
    "RENAMEDOMAIN": "the new name is one of the whole server",
    "SETDOMAINALIASES": "an alias is a name of the whole server",
    "SETACCOUNTTELNUMS": "a telephone number is one of the whole server",
    "MODIFYACCOUNTTELNUMS": "likewise",
    "LISTADMINDOMAINS": "it tells other Domains",
    "CREATEDIRECTORYDOMAIN": "the Directory is the whole server's",
    "INSERTDIRECTORYRECORDS": "likewise",
    "DELETEDIRECTORYRECORDS": "likewise",
    "ROSTER": "others may be told of it",
    "UPDATESCHEDULEDTASK": "a program would be started",
    "UPDATENAMEDTASK": "likewise",
    "SETACCOUNTRPOPS": "the server would ask other servers for mail",
    "SETACCOUNTRIMAPS": "likewise",
    "SETACCOUNTRSIPS": "the server would register with other servers",
}
_SETTINGS = frozenset(
    (
        *("RealName", "Password", "SIPPassword", "RADIUSPassword", "PasswordEncryption", "PasswordComplexity"),
        *("MinPasswordLength", "CanModifyPassword", "AccessModes", "DomainAccessModes", "RulesAllowed"),
        *("SignalRulesAllowed", "MaxFileSize", "MaxWebSize", "MaxWebFiles", "MaxAccountSize", "MaxMailboxes"),
        *("MaxRosterItems", "Language", "SkinName", "MailToUnknown", "SignalToUnknown", "AccessToUnknown"),
        *("MailRerouteAddress", "SignalRerouteAddress", "AccessRerouteAddress", "ListsLimit", "Members", "Expand"),
        *("Charset", "MaxBounces", "Owner", "Distribution", "CleanupPeriod", "FirstModerated", "FatalWeight"),
        *("CoolOffPeriod", "UnsubBouncedPeriod", "Subscribe", "SizeLimit"),
        # Made up by the suite.
        *("A", "B", "C", "D", "a", "b", "l", "x y", "Key", "Unset", "Limit", "Own", "Here", "Mine", "Theirs", "Main"),
    )
)
"""Settings that concern nobody outside: no IP addresses, no helpers, no other Domains. Any other is not sent."""
_RIGHTS = frozenset(
    (
        *("Domain", "BasicSettings", "PSTNSettings", "WebUserSettings", "RulesAllowed", "SignalRulesAllowed"),
        *("WebSite", "DKIM", "CanAccessLists", "CanAccessMailboxes", "CanAccessWebSites", "CanCreateAccounts"),
        *("CanCreateAliases", "CanCreateForwarders", "CanCreateGroups", "CanCreateLists", "CanCreateNamedTasks"),
        *("CanCreateSpecialAccounts", "CanCreateTelnums", "CanCreateWebUserSessions", "CanCreditAccounts"),
        *("CanImpersonate", "CanModifyPBXApps", "CanModifyRPOP", "CanModifyRSIP", "CanModifySkins", "CanPostAlerts"),
    )
)
"""Rights that an Account has in its own Domain only. Any other is not given."""
_FOREIGN = re.compile(r"@([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
_RESERVED = re.compile(r"(.*\.)?(example|invalid|test|example\.(com|net|org))", re.IGNORECASE)


@dataclass(frozen=True)
class Scene:
    """What may be said in the scratch Domain of one test. ``secrets``: the passwords in it, made for this run."""

    test: str
    commands: Sequence[Command]
    secrets: frozenset[str]


def scenes(conversations: Sequence[Conversation], scratch: str) -> tuple[list[Scene], Counter[str]]:
    """The scenes in the scratch Domain, none that is the beginning of another; and how many commands are left out.

    A conversation in which several Domains are spoken of gives a scene for each.
    """
    left_out: Counter[str] = Counter()
    found: dict[tuple[str, ...], Scene] = {}
    for conversation in conversations:
        commands = list(_commands(conversation, left_out))
        for home in dict.fromkeys(home for home, _command in commands):
            inside = [command for at, command in commands if at == home]
            if len(inside) > LONGEST:
                left_out["in a conversation that is too long"] += len(inside)
                continue
            move = _Move(home, scratch)
            key = tuple(command.line() for command in map(_Move(home, scratch, keeps_secrets=True).command, inside))
            if key not in found:
                moved = [move.command(command) for command in inside]
                found[key] = Scene(conversation.test, moved, frozenset(move.secrets.values()))
    keys = sorted(found)
    whole = [key for key, following in zip(keys, [*keys[1:], ()]) if following[: len(key)] != key]
    return sorted((found[key] for key in whole), key=lambda scene: scene.test), left_out


def _commands(conversation: Conversation, left_out: Counter[str]) -> Iterator[tuple[str, Command]]:
    """The commands that stay inside one Domain, with its name."""
    for line in conversation.lines:
        try:
            command = read_line(line)
        except CgpError:
            continue  # a login, or wrong on purpose: nobody knows what a server makes of it
        if command.verb not in COMMANDS:
            continue
        home, why = home_of(command)
        if home is None:
            left_out[why] += 1
        else:
            yield home, command


def home_of(command: Command) -> tuple[str | None, str]:
    """The Domain that a command stays inside, in lower case; None if it does not, and why."""
    for why, reaches_out in _REASONS:
        if reaches_out(command):
            return None, why
    homes = _homes(command)
    if len(homes) != 1:
        return None, "about several Domains, or about none"
    (home,) = homes
    foreign = {name.lower() for _name, text in _texts(command.arguments) for name in _FOREIGN.findall(text)} - {home}
    if not all(_RESERVED.fullmatch(name) for name in foreign):
        return None, "has an address elsewhere"
    return home, ""


def _gives_rights(command: Command) -> bool:
    return not {str(right) for right in command.arguments.get("newRights", ())} <= _RIGHTS


def _sends_mail(command: Command) -> bool:
    return command.verb == "LIST" and ("SILENTLY" not in command.arguments or "CONFIRM" in command.arguments)


def _is_about_others(command: Command) -> bool:
    texts = _texts(command.arguments)
    return any(text.startswith("~") for name, text in texts if _FILES_AND_MAILBOXES.fullmatch(name))


_REASONS: Sequence[tuple[str, Callable[[Command], bool]]] = (
    ("about what is in no Domain", lambda command: command.spec.scope not in _SCOPES),
    ("an action", lambda command: command.kind == "action"),
    ("reaches out of its Domain", lambda command: command.kind != "read" and command.verb in _REACHING_OUT),
    ("names a place on a disk", lambda command: bool({"storage", "LEGACY"} & set(command.arguments))),
    ("sends mail", _sends_mail),
    ("gives a right that may reach further", _gives_rights),
    ("has a setting that may concern others", lambda command: not _is_harmless(command)),
    ("names what belongs to somebody else", _is_about_others),
)


def _homes(command: Command) -> set[str]:
    """The Domains of all objects that a command names; "*" for one that cannot be known."""
    homes: set[str] = set()
    for name in command.spec.parameters:
        value = command.arguments.get(name)
        if name == "domainName":
            homes.add(str(value or MAIN).lower())
        elif _OBJECT.fullmatch(name) and value is not None:
            homes.add("*" if "*" in str(value) else str(value).partition("@")[2].lower() or MAIN)
    return homes if "*" not in homes else set()


def _is_harmless(command: Command) -> bool:
    """Whether all settings that a command gives are known to concern nobody outside."""
    given = [command.arguments.get(name) for name in ("settings", "newSettings")] if command.kind != "read" else []
    return all(key in _SETTINGS for settings in given if isinstance(settings, dict) for key in settings)


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """All texts in a value, each with the name of the argument that it is in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield name, str(key)
            yield from _texts(inner, name or str(key))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner, name)
    elif isinstance(value, str):
        yield name, value


class _Move:
    """Moves commands from a Domain into another one, and gives each password in them another one."""

    def __init__(self, home: str, scratch: str, keeps_secrets: bool = False) -> None:
        self._home = home
        self._scratch = scratch
        self._word = re.compile(r"(?<![a-z0-9.-])%s(?![a-z0-9.-])" % re.escape(home), re.IGNORECASE)
        self._keeps_secrets = keeps_secrets
        self.secrets: dict[str, str] = {}

    def command(self, command: Command) -> Command:
        arguments = {}
        for name in command.spec.parameters:
            value = command.arguments.get(name)
            if value is None and name != "domainName":
                continue
            if name == "domainName":
                arguments[name] = self._scratch
            elif _OBJECT.fullmatch(name):
                arguments[name] = "%s@%s" % (str(value).partition("@")[0], self._scratch)
            else:
                arguments[name] = self._secret(value) if is_secret_argument(name) else self._value(value)
        return Command(command.spec, arguments)

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                self._value(key): self._secret(inner) if is_secret_key(key) else self._value(inner)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [self._value(inner) for inner in value]
        return self._word.sub(self._scratch, value) if isinstance(value, str) else value

    def _secret(self, value: Any) -> Any:
        if not isinstance(value, str) or not value or self._keeps_secrets:
            return value
        return self.secrets.setdefault(value, secrets.token_hex(12))
