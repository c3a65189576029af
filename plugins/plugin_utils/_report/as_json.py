# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as JSON data, for programs."""

from __future__ import annotations

import json
from typing import Any

from .model import Entry, Report, Section, Server
from .words import Words


def as_json(report: Report) -> str:
    """The text of a file that holds what the page tells, and the whole values."""
    told = {
        "title": report.title,
        "date": report.moment,
        "summary": report.summary,
        "counts": report.counts,
        "servers": [_server(server) for server in report.servers],
    }
    return json.dumps(told, indent=1, default=str) + "\n"


def _server(server: Server) -> dict[str, Any]:
    return {
        "name": server.name,
        "state": server.state,
        "summary": server.sentence,
        "msg": server.note,
        "warnings": list(server.warnings),
        server.words.section + "s": [_section(section) for section in server.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        section.words.section: section.name,
        "looked_at": section.looked_at,
        "counts": dict(section.counts),
        "msg": section.note,
        section.words.thing + "s": [_entry(section.words, entry) for entry in section.entries],
        "left_out": section.left_out,
    }


def _entry(words: Words, entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {"name": entry.name, "kind": entry.kind}
    if entry.note:
        return {**told, "msg": entry.note}
    return {**told, **words.data(entry)}
