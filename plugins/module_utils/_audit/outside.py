# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leads out of the server: Forwarders, Rules, Domains' addresses for unknown names, and members of Groups."""

from __future__ import annotations

import re
from typing import Any, Iterator, Sequence

from .._cli.vocabulary.domain import DOMAIN as SETTINGS_OF_DOMAINS
from .._cli.vocabulary.group import GROUP as SETTINGS_OF_GROUPS
from .addresses import OUTSIDE, UNKNOWN, Address, parsed, split_addresses, where, why_unknown
from .model import (
    ACCOUNT,
    CLUSTER,
    DOMAIN,
    EFFECTIVE,
    FORWARDER,
    GROUP,
    NOTICE,
    SERVER,
    WARNING,
    Check,
    Facts,
    Finding,
    Look,
    Route,
    Subject,
    Told,
    Unread,
    settings_of,
)

TO, SETTINGS = "to", "settings"
MAIL, SIGNAL = "mail", "signal"
RULES = {"mail_rules": MAIL, "signal_rules": SIGNAL}
"""The parts with Rules, and what those are for."""
_ADDRESSED = ("mirror to", "redirect to", "forward to", "fork to")
"""Actions whose parameter is addresses (settings.tsv)."""
_REACTIONS = ("react with",)
"""Actions whose parameter is a message with its headers."""
_CALLS = ("execute url", "sendurl")
_HEADER = re.compile(r"(?:to|cc|bcc)\s*:(.*)", re.IGNORECASE)
_HOST = re.compile(r"\s*(?:\[[^\]]*\]\s*)*[a-z][a-z0-9+.-]*://(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:\s]*)", re.IGNORECASE)
"""The host of an URL: before its last ``@`` stands who logs in there, and a password may have that sign, too."""
_FOLDED = re.compile(r"\r?\n[ \t]+(?=\S)")
"""A header goes on where a line begins with a space (RFC 5322)."""
_HERE = ("localhost", "127.0.0.1", "[::1]")
_REROUTED = "rerout"
_UNKNOWN_NAMES = {
    "MailToUnknown": ("MailRerouteAddress", "mail"),
    "SignalToUnknown": ("SignalRerouteAddress", "signal"),
    "AccessToUnknown": ("AccessRerouteAddress", "access"),
}
"""Settings of Domains, each with the one that has the address, and what it is for."""


def _told(texts: Sequence[str], facts: Facts, mode: str, what: str, **detail: Any) -> Iterator[Told]:
    """A finding for each address that leads outside."""
    for text in texts:
        address = parsed(text, facts)
        place = where(address, facts)
        full = "%s@%s" % address
        if place == OUTSIDE:
            yield Finding(WARNING, "%s %s" % (what, full), {**detail, "address": full}, (), Route(full, mode, True))
        elif place == UNKNOWN:
            yield Unread(why_unknown(address, facts))


def _forwarder(subject: Subject, facts: Facts) -> Iterator[Told]:
    yield from _told(split_addresses(str(subject.parts[TO])), facts, MAIL, "leads outside, to")


def _domain(subject: Subject, facts: Facts) -> Iterator[Told]:
    settings = settings_of(subject.parts[EFFECTIVE], SETTINGS_OF_DOMAINS)
    for action, (address, mode) in _UNKNOWN_NAMES.items():
        if str(settings.get(action) or "").lower().startswith(_REROUTED) and settings.get(address):
            what = "leads what is for unknown names outside (%s), to" % action
            yield from _told([str(settings[address])], facts, mode, what, setting=address)


def _group(subject: Subject, facts: Facts) -> Iterator[Told]:
    """One finding for all of its members: to have some is no harm."""
    members = [parsed(member, facts) for member in members_of(subject)]
    outside = ["%s@%s" % member for member in members if where(member, facts) == OUTSIDE]
    if outside:
        yield Finding(NOTICE, "has members outside: %s" % ", ".join(outside), {"addresses": outside})
    unknown = (why_unknown(member, facts) for member in members if where(member, facts) == UNKNOWN)
    yield from map(Unread, dict.fromkeys(unknown))


def members_of(subject: Subject) -> list[str]:
    """The members of a Group, as it has them."""
    members = settings_of(subject.parts[SETTINGS], SETTINGS_OF_GROUPS).get("Members")
    return [str(member) for member in members] if isinstance(members, (list, tuple)) else []


# --- Rules


def _rules(part: str, kind: str) -> Any:
    def find(subject: Subject, facts: Facts) -> Iterator[Told]:
        for rule in subject.parts[part]:
            if _is_on(rule):
                for action, parameter in _actions(rule):
                    yield from _action(action, parameter, facts, {"rule": str(rule[1]), "kind": kind, "action": action})

    return find


def _is_on(rule: Sequence[Any]) -> bool:
    """A priority of 0 is that of a Rule that is not used (protocol.md section 6.6)."""
    return len(rule) > 3 and str(rule[0]).strip() != "0"


def _actions(rule: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for clause in rule[3]:
        if isinstance(clause, (list, tuple)) and len(clause) > 1:
            parameter = clause[1]
            text = "\n".join(map(str, parameter)) if isinstance(parameter, (list, tuple)) else str(parameter)
            yield str(clause[0]).strip(), text


def _action(action: str, parameter: str, facts: Facts, detail: dict[str, Any]) -> Iterator[Told]:
    folded = action.lower()
    what = "has a Rule (%s: %s) that leads outside, to" % (detail["rule"], action)
    if folded in _ADDRESSED:
        yield from _told(split_addresses(parameter), facts, detail["kind"], what, **detail)
    elif folded in _REACTIONS:
        yield from _told(list(_recipients(parameter)), facts, MAIL, what, **detail)
    elif folded in _CALLS:
        host = _HOST.match(parameter)
        if host and host.group(1).lower() not in _HERE:
            # Only the host is told: the rest may be a secret.
            yield from _host(host.group(1), facts, what, detail)


def _host(host: str, facts: Facts, what: str, detail: dict[str, Any]) -> Iterator[Told]:
    place = where(Address("", host.lower().rstrip(".")), facts)
    if place == OUTSIDE:
        yield Finding(NOTICE, "%s %s" % (what, host), {**detail, "host": host})
    elif place == UNKNOWN:
        yield Unread(why_unknown(Address("", host.lower()), facts))


def _recipients(message: str) -> Iterator[str]:
    """The addresses in the headers of a message, which end with an empty line."""
    for line in _FOLDED.sub(" ", message.lstrip("+")).split("\n"):
        if not line.strip():
            return
        header = _HEADER.match(line.strip())
        if header:
            yield from split_addresses(header.group(1))


LEADS_OUTSIDE = Check(
    "leads_outside",
    (
        Look(FORWARDER, (TO,), _forwarder),
        Look(DOMAIN, (EFFECTIVE,), _domain),
        *(
            Look(level, (part,), _rules(part, kind))
            for level in (SERVER, CLUSTER, DOMAIN, ACCOUNT)
            for part, kind in RULES.items()
        ),
    ),
)
MEMBERS_OUTSIDE = Check("members_outside", (Look(GROUP, (SETTINGS,), _group),))
