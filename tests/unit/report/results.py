# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of cgp_config as it returns them, made by hand: a fleet for tests of reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

MOMENT = "2026-11-30T15:20:00Z"
ABSENT, PRESENT = {"state": "absent"}, {"state": "present"}
COUNTS = ("wanted", "unchanged", "created", "updated", "renamed", "deleted", "failed", "not_attempted")
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</title></style></textarea><!--",
    "\u202egpj.exe\u202c and \u2066more",
    "a\r\nb\x00\x1b[31m\x7f\u0085\u2028c",
    "]]>&lt;&amp;{{ 7*7 }}",
    "\udc80\udcff \ufffe\uffff",
    "'; alert(3); '",
)


def noun(
    wanted: int,
    objects: Iterable[Mapping[str, Any]] = (),
    failures: Iterable[Mapping[str, Any]] = (),
    msg: str = "",
    **counts: int,
) -> dict[str, Any]:
    counted = {**dict.fromkeys(COUNTS, 0), "wanted": wanted, "unchanged": wanted - sum(counts.values()), **counts}
    told = {"changed": bool(objects), "counts": counted, "objects": list(objects), "failures": list(failures)}
    return {**told, "msg": msg} if msg else told


def changed(name: str, action: str, before: Any, after: Any) -> dict[str, Any]:
    return {"name": name, "action": action, "changed": True, "before": before, "after": after}


def fleet() -> dict[str, Any]:
    """Three servers: one that is the same, one that differs and is known in part, and one that nobody reaches."""
    accounts = [
        changed("extra@example.org", "delete", PRESENT, ABSENT),
        changed(
            "alice@example.org",
            "update",
            {"settings": {"RealName": "Bob", "MaxAccountSize": "10M"}},
            {"settings": {"RealName": "Alice"}},
        ),
        changed("new@example.org", "create", ABSENT, {**PRESENT, "settings": {"RealName": "New"}, "aliases": ["n"]}),
    ]
    return {
        "same.example.com": {"changed": False, "nouns": {"account": noun(12), "domain": noun(1)}},
        "other.example.com": {
            "changed": True,
            "warnings": ["The login may not read all"],
            "nouns": {
                "account": noun(1200, accounts, updated=1, created=1, deleted=1),
                "domain": noun(
                    2,
                    failures=[{"name": "net.example", "msg": "it is not empty", "purged": True}],
                    msg="domain net.example: it is not empty",
                    failed=1,
                ),
                "mailbox": noun(
                    30,
                    failures=[{"name": "alice@example.org Secret", "msg": "no right to read it"}],
                    msg="mailbox: no right to read it",
                    failed=1,
                ),
                "group": noun(3),
            },
        },
        "lost.example.com": {"failed": True, "changed": False, "msg": "lost.example.com:106 refuses the connection"},
    }


# --- of cgp_audit


def finding(check: str, severity: str, name: str, what: str, domain: str = "", **detail: Any) -> dict[str, Any]:
    return {
        "check": check, "severity": severity, "domain": domain, "kind": "account", "object": name, "what": what,
        "detail": detail,
    }  # fmt: skip


def severities(**counts: int) -> dict[str, int]:
    return {**dict.fromkeys(("critical", "warning", "notice", "unread"), 0), **counts}


def audited() -> dict[str, Any]:
    """Three servers: one with a notice only, one with everything, known in part, and one that nobody reaches."""
    return {
        "clean.example.com": {
            "counts": {"quota": severities(), "administrators": severities(notice=1)},
            "looked_at": {"quota": 12, "administrators": 13},
            "findings": [finding("administrators", "notice", "postmaster@example.com", "can do everything: Master")],
            "unread": [],
        },
        "full.example.com": {
            "warnings": ["The login may not read all"],
            "counts": {
                "quota": severities(critical=1, warning=1),
                "certificates": severities(critical=1),
                "unused": severities(unread=12),
            },
            "looked_at": {"quota": 1200, "certificates": 2, "unused": 0},
            "findings": [
                finding("quota", "warning", "bob@example.org", "uses 95% of its quota", "example.org", percent=95),
                finding("quota", "critical", "alice@example.org", "uses 104% of its quota", "example.org", percent=104),
                finding("certificates", "critical", "example.org", "has a certificate that expired", "example.org",
                        names=["example.org", "www.example.org"]),
            ],
            "unread": [
                {"check": "unused", "why": "no right", "number": 12, "names": ["a@example.org", "b@example.org"]},
            ],
        },
        "lost.example.com": {"failed": True, "changed": False, "msg": "lost.example.com:106 refuses the connection"},
    }  # fmt: skip
