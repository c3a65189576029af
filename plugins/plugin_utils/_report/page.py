# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a page: one file of HTML that asks for nothing else, and can be read without its script."""

from __future__ import annotations

import base64
import hashlib
import html
from typing import Iterable

from .differences import Difference, differences, visible
from .model import (
    DIFFERENT,
    DIFFERS,
    EXTRA,
    FAILED,
    KINDS,
    MISSING,
    SAME,
    UNKNOWN,
    Entry,
    Report,
    Section,
    Server,
    number,
)
from .page_script import SCRIPT
from .page_style import STYLE

OBJECTS_SHOWN, LEAST_SHOWN = 4000, 5
"""For about how many objects there is room on a page that a browser opens at once, and for how many of each noun."""
_STATES = {SAME: "same", DIFFERS: "differs", UNKNOWN: "not compared"}
_KINDS = {DIFFERENT: "different", MISSING: "missing", EXTRA: "extra", FAILED: "not compared"}
_UNKNOWN_NUMBER = '<td class="number zero" data-key="-1">\u2013</td>'
_DETAILS = """<details id="%s">
<summary><b>%s</b> %s</summary>
%s<div class="scroll" tabindex="0">
<table class="objects">
<caption>%s</caption>
<thead><tr>%s</tr></thead>
%s</table>
</div>
</details>
"""
_SIDES = ("On the server", "In the directory")
_THERE = {MISSING: ("not there", "there"), EXTRA: ("there", "not there")}
"""What stands in the place of a value, on the server and in the directory; otherwise one is not set."""
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>%s</title>
<style>%s</style>
</head>
<body>
"""
_FORM = """<form hidden role="search" autocomplete="off">
<label>Filter <input type="search" name="text" placeholder="server, noun, object or value"></label>
<label>What <select name="kind"><option value="">everything</option>%s</select></label>
<button class="tool" type="button" name="unfold">Unfold all</button>
<button class="tool" type="button" name="fold">Fold all</button>
<output name="told" aria-live="polite"></output>
</form>
"""


def as_page(report: Report) -> str:
    """The text of the page."""
    report = report.shortened(OBJECTS_SHOWN, LEAST_SHOWN)
    parts = [
        _HEAD % (_policy(), text(report.title), STYLE),
        "<header>\n<h1>%s</h1>\n" % text(report.title),
        '<p class="summary">%s</p>\n' % text(report.summary),
        '<p class="soft"><time datetime="%s">%s</time></p>\n' % (text(report.moment), text(_readable(report.moment))),
        _FORM % "".join('<option value="%s">%s</option>' % pair for pair in _KINDS.items()),
        "</header>\n<main>\n",
        _servers(report),
        _nouns(report),
        *(_server(place, server) for place, server in enumerate(report.servers, 1) if server.state != SAME),
        "</main>\n<footer><p>%s</p></footer>\n" % _LEGEND,
        "<script>%s</script>\n</body>\n</html>\n" % SCRIPT,
    ]
    return "".join(parts)


_LEGEND = (
    "<b>Different</b>: on both sides, and not alike. <b>Missing</b>: in the directory, not on the server. "
    "<b>Extra</b>: on the server, not in the directory. <b>Not compared</b>: nobody knows, for the reason that is "
    "told. No password and no key is shown."
)


def text(value: str) -> str:
    """A text from anywhere, as text of the page and nothing else, in an attribute too."""
    return html.escape(visible(value), quote=True)


def _name(value: str) -> str:
    """A name whose direction of writing does not change that of what stands beside it."""
    return "<bdi>%s</bdi>" % text(value)


def _policy() -> str:
    """What the browser may load: this style and this script, nothing else, from nowhere."""
    own = {"style-src": STYLE, "script-src": SCRIPT}
    hashes = {
        name: base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
        for name, content in own.items()
    }
    allowed = ["%s 'sha256-%s'" % pair for pair in hashes.items()]
    return "; ".join(["default-src 'none'", *allowed, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _readable(moment: str) -> str:
    return moment.replace("T", " ").replace("Z", " UTC")


# --- the tables at the top


def _servers(report: Report) -> str:
    heads = [("Server", "text"), ("State", "text"), ("Nouns", "number")]
    heads += [(_KINDS[kind].capitalize(), "number") for kind in KINDS] + [("Looked at", "number")]
    rows = (_server_row(place, server) for place, server in enumerate(report.servers, 1))
    caption = "Each server, and how many of its objects differ from its directory"
    return '<section aria-labelledby="servers">\n<h2 id="servers">Servers</h2>\n%s</section>\n' % _table(
        caption, heads, rows
    )


def _server_row(place: int, server: Server) -> str:
    name = _name(server.name)
    if server.state != SAME:
        name = '<a href="#server-%d">%s</a>' % (place, name)
    nouns = sum(1 for section in server.sections if section.differing)
    cells = ["<td>%s</td>" % _mark(server.state, _STATES[server.state]), _number(nouns)]
    cells += [_number(server.count(kind)) for kind in KINDS] + [_number(server.looked_at)]
    if not server.sections:
        cells[1:] = [_UNKNOWN_NUMBER] * (len(cells) - 1)
    kinds = [kind for kind in KINDS if server.count(kind)] + _kinds_of(server)
    return _row(name, cells, kinds)


def _nouns(report: Report) -> str:
    """The nouns of which anything is to be told, server by server."""
    told = [(place, server) for place, server in enumerate(report.servers, 1) if server.told]
    if not told:
        return ""
    heads = [("Noun", "text"), ("Server", "text")]
    heads += [(_KINDS[kind].capitalize(), "number") for kind in KINDS] + [("Looked at", "number")]
    rows = [
        _noun_row("server-%d-%d" % (place, part), server, section)
        for place, server in told
        for part, section in enumerate(server.told, 1)
    ]
    return '<section aria-labelledby="nouns">\n<h2 id="nouns">Nouns</h2>\n%s</section>\n' % _table(
        "The nouns that differ or could not be compared, server by server", heads, rows
    )


def _noun_row(anchor: str, server: Server, section: Section) -> str:
    name = '<a href="#%s">%s</a>' % (anchor, _name(section.name))
    cells = ["<td>%s</td>" % _name(server.name), *(_number(section.counts[kind]) for kind in KINDS)]
    return _row(name, [*cells, _number(section.looked_at)], [kind for kind in KINDS if section.counts[kind]])


def _table(caption: str, heads: Iterable[tuple[str, str]], rows: Iterable[str]) -> str:
    told = "".join(
        '<th scope="col" data-sort="%s"%s>%s</th>' % (sort, ' class="number"' if sort == "number" else "", head)
        for head, sort in heads
    )
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="%s">\n<table>\n<caption>%s</caption>\n'
        "<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n</div>\n"
    ) % (caption, caption, told, "".join(rows))


def _row(name: str, cells: Iterable[str], kinds: Iterable[str]) -> str:
    return '<tr%s><th scope="row">%s</th>%s</tr>\n' % (_found_by(kinds), name, "".join(cells))


def _found_by(kinds: Iterable[str]) -> str:
    """The attribute by which the script filters."""
    found = set(kinds)
    return ' data-kinds="%s"' % " ".join(kind for kind in KINDS if kind in found)


def _number(count: int) -> str:
    return '<td class="number%s" data-key="%d">%s</td>' % ("" if count else " zero", count, "{:,}".format(count))


def _mark(sort: str, words: str) -> str:
    return '<span class="mark %s">%s</span>' % (sort, words)


def _kinds_of(server: Server) -> list[str]:
    return [FAILED] if server.note else []


# --- what differs, server by server


def _server(place: int, server: Server) -> str:
    anchor = "server-%d" % place
    parts = [
        '<section class="server" aria-labelledby="%s"%s>\n' % (anchor, _found_by(_kinds_of(server))),
        '<h2 id="%s">%s %s</h2>\n' % (anchor, _name(server.name), _mark(server.state, _STATES[server.state])),
    ]
    if server.note:
        parts.append('<p class="note">Could not be compared: %s</p>\n' % _name(server.note))
    else:
        alike = len(server.sections) - len(server.told)
        parts.append('<p class="note soft">%s without a difference.</p>\n' % number(alike, "other noun"))
    parts += ['<p class="note soft">Warning: %s</p>\n' % _name(warning) for warning in server.warnings]
    parts += [_section("%s-%d" % (anchor, part), server, section) for part, section in enumerate(server.told, 1)]
    return "".join([*parts, "</section>\n"])


def _section(anchor: str, server: Server, section: Section) -> str:
    counts = " ".join(
        _mark(kind, "%s %s" % ("{:,}".format(section.counts[kind]), _KINDS[kind]))
        for kind in KINDS
        if section.counts[kind]
    )
    caption = "%s of %s: %s looked at" % (_name(section.name), _name(server.name), number(section.looked_at, "object"))
    if section.left_out:
        caption += ", %s not listed here" % number(section.left_out, "object")
    heads = ["Object", "What", "Place", *_SIDES]
    classes = ["", ' class="what"', ' class="place"', "", ""]
    told = "".join('<th scope="col"%s>%s</th>' % pair for pair in zip(classes, heads))
    bodies = "".join(map(_entry, section.entries))
    note = '<p class="note">%s</p>\n' % _name(section.note) if section.note else ""
    return _DETAILS % (anchor, _name(section.name), counts, note, caption, told, bodies)


def _entry(entry: Entry) -> str:
    """A body of rows, one for each place that differs."""
    found, more = differences(entry.server, entry.directory)
    rows = [_difference(entry.kind, one) for one in found or [Difference("", None, None)]]
    if more:
        rows.append('<td colspan="3" class="soft">%s</td>' % number(more, "more place"))
    if entry.kind == FAILED:
        rows = ['<td colspan="3">%s</td>' % _name(entry.note)]
    head = '<th scope="rowgroup" rowspan="%d">%s</th><td class="what" rowspan="%d">%s</td>' % (
        *(len(rows), _name(entry.name)),
        *(len(rows), _mark(entry.kind, _KINDS[entry.kind])),
    )
    body = "".join("<tr>%s%s</tr>\n" % (head if not at else "", row) for at, row in enumerate(rows))
    return "<tbody%s>\n%s</tbody>\n" % (_found_by([entry.kind]), body)


def _difference(kind: str, difference: Difference) -> str:
    here = _THERE.get(kind, ("not set", "not set"))
    sides = zip(_SIDES, (difference.server, difference.directory), here)
    return '<td class="place">%s</td>%s' % (
        _name(difference.place) if difference.place else "",
        "".join(_side(*side) for side in sides),
    )


def _side(side: str, lines: list[str] | None, otherwise: str) -> str:
    """A value, or what is to be said of nothing. ``side``: what stands above it, where there is room for that."""
    if lines is None:
        told = '<i class="soft">%s</i>' % otherwise
    else:
        told = '<pre class="value">%s</pre>' % "\n".join(map(_name, lines))
    return '<td data-side="%s">%s</td>' % (side, told)
