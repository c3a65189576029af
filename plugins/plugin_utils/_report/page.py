# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a page: one file of HTML that asks for nothing else, and can be read without its script."""

from __future__ import annotations

import base64
import hashlib
import html
from typing import Iterable

from .differences import visible
from .model import Entry, Report, Section, Server
from .page_script import SCRIPT
from .page_style import TONES, style
from .words import Cell, Row, Words, number

OBJECTS_SHOWN, LEAST_SHOWN = 4000, 5
"""For about how many objects there is room on a page that a browser opens at once, and for how many of each noun."""
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
<label>Filter <input type="search" name="text" placeholder="%s"></label>
<label>%s <select name="section"><option value="">every %s</option></select></label>
<label>What <select name="kind"><option value="">everything</option>%s</select></label>
<button class="tool" type="button" name="unfold">Unfold all</button>
<button class="tool" type="button" name="fold">Fold all</button>
<output name="told" aria-live="polite"></output>
</form>
"""


def as_page(report: Report) -> str:
    """The text of the page."""
    report = report.shortened(OBJECTS_SHOWN, LEAST_SHOWN)
    words = report.words
    css = style(dict(zip(TONES, ((state, *kinds) for state, kinds in zip(words.states, words.tones)))))
    choices = "".join('<option value="%s">%s</option>' % pair for pair in words.kinds.items())
    parts = [
        _HEAD % (_policy(css), text(report.title), css),
        "<header>\n<h1>%s</h1>\n" % text(report.title),
        '<p class="summary">%s</p>\n' % text(report.summary),
        '<p class="soft"><time datetime="%s">%s</time></p>\n' % (text(report.moment), text(_readable(report.moment))),
        _FORM % (words.hint, words.section.capitalize(), words.section, choices),
        "</header>\n<main>\n",
        _servers(report),
        _sections(report),
        *(_server(place, server) for place, server in enumerate(report.servers, 1) if server.is_told),
        "</main>\n<footer><p>%s</p></footer>\n" % words.legend,
        "<script>%s</script>\n</body>\n</html>\n" % SCRIPT,
    ]
    return "".join(parts)


def text(value: str) -> str:
    """A text from anywhere, as text of the page and nothing else, in an attribute too."""
    return html.escape(visible(value), quote=True)


def _name(value: str) -> str:
    """A name whose direction of writing does not change that of what stands beside it."""
    return "<bdi>%s</bdi>" % text(value)


def _policy(css: str) -> str:
    """What the browser may load: this style and this script, nothing else, from nowhere."""
    own = {"style-src": css, "script-src": SCRIPT}
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
    words = report.words
    heads = [("Server", "text"), ("State", "text"), (words.section.capitalize() + "s", "number"), *_counted(words)]
    rows = (_server_row(place, server) for place, server in enumerate(report.servers, 1))
    return '<section aria-labelledby="servers">\n<h2 id="servers">Servers</h2>\n%s</section>\n' % _table(
        words.servers_caption, heads, rows
    )


def _counted(words: Words) -> list[tuple[str, str]]:
    """The heads of the columns with numbers."""
    return [(label.capitalize(), "number") for label in words.kinds.values()] + [("Looked at", "number")]


def _server_row(place: int, server: Server) -> str:
    words, name = server.words, _name(server.name)
    if server.is_told:
        name = '<a href="#server-%d">%s</a>' % (place, name)
    sections = sum(1 for section in server.sections if section.found)
    cells = ["<td>%s</td>" % _mark(server.state, words.states[server.state]), _number(sections)]
    cells += [_number(server.count(kind)) for kind in words.kinds] + [_number(server.looked_at)]
    if not server.sections:
        cells[1:] = [_UNKNOWN_NUMBER] * (len(cells) - 1)
    kinds = [kind for kind in words.kinds if server.count(kind)] + _kinds_of(server)
    return _row(words, name, cells, kinds)


def _sections(report: Report) -> str:
    """The sections of which anything is to be told, server by server."""
    words = report.words
    told = [(place, server) for place, server in enumerate(report.servers, 1) if server.told]
    if not told:
        return ""
    head = words.section.capitalize()
    rows = [
        _section_row("server-%d-%d" % (place, part), server, section)
        for place, server in told
        for part, section in enumerate(server.told, 1)
    ]
    return '<section aria-labelledby="%ss">\n<h2 id="%ss">%ss</h2>\n%s</section>\n' % (
        *(words.section, words.section, head),
        _table(words.sections_caption, [(head, "text"), ("Server", "text"), *_counted(words)], rows),
    )


def _section_row(anchor: str, server: Server, section: Section) -> str:
    name = '<a href="#%s">%s</a>' % (anchor, _name(section.name))
    kinds = server.words.kinds
    cells = ["<td>%s</td>" % _name(server.name), *(_number(section.counts[kind]) for kind in kinds)]
    found = [kind for kind in kinds if section.counts[kind]]
    return _row(server.words, name, [*cells, _number(section.looked_at)], found)


def _table(caption: str, heads: Iterable[tuple[str, str]], rows: Iterable[str]) -> str:
    told = "".join(
        '<th scope="col" data-sort="%s"%s>%s</th>' % (sort, ' class="number"' if sort == "number" else "", head)
        for head, sort in heads
    )
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="%s">\n<table>\n<caption>%s</caption>\n'
        "<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n</div>\n"
    ) % (caption, caption, told, "".join(rows))


def _row(words: Words, name: str, cells: Iterable[str], kinds: Iterable[str]) -> str:
    return '<tr%s><th scope="row">%s</th>%s</tr>\n' % (_found_by(words, kinds), name, "".join(cells))


def _found_by(words: Words, kinds: Iterable[str]) -> str:
    """The attribute by which the script filters."""
    found = set(kinds)
    return ' data-kinds="%s"' % " ".join(kind for kind in words.kinds if kind in found)


def _number(count: int) -> str:
    return '<td class="number%s" data-key="%d">%s</td>' % ("" if count else " zero", count, "{:,}".format(count))


def _mark(sort: str, words: str) -> str:
    return '<span class="mark %s">%s</span>' % (sort, words)


def _kinds_of(server: Server) -> list[str]:
    return [server.words.failed] if server.note else []


# --- what was found, server by server


def _server(place: int, server: Server) -> str:
    words, anchor = server.words, "server-%d" % place
    parts = [
        '<section class="server" aria-labelledby="%s"%s>\n' % (anchor, _found_by(words, _kinds_of(server))),
        '<h2 id="%s">%s %s</h2>\n' % (anchor, _name(server.name), _mark(server.state, words.states[server.state])),
    ]
    if server.note:
        parts.append('<p class="note">%s: %s</p>\n' % (words.lost.capitalize(), _name(server.note)))
    else:
        alike = len(server.sections) - len(server.told)
        others = number(alike, "other %s" % words.section)
        parts.append('<p class="note soft">%s %s.</p>\n' % (others, words.others))
    parts += ['<p class="note soft">Warning: %s</p>\n' % _name(warning) for warning in server.warnings]
    parts += [_section("%s-%d" % (anchor, part), server, section) for part, section in enumerate(server.told, 1)]
    return "".join([*parts, "</section>\n"])


def _section(anchor: str, server: Server, section: Section) -> str:
    words = section.words
    counts = " ".join(
        _mark(kind, "%s %s" % ("{:,}".format(section.counts[kind]), label))
        for kind, label in words.kinds.items()
        if section.counts[kind]
    )
    looked_at = number(section.looked_at, words.looked_at)
    caption = "%s of %s: %s looked at" % (_name(section.name), _name(server.name), looked_at)
    if section.left_out:
        caption += ", %s not listed here" % number(section.left_out, words.thing)
    heads = ["Object", words.kind_head, *words.columns]
    classes = ["", ' class="what"', ' class="place"', *[""] * (len(words.columns) - 1)]
    told = "".join('<th scope="col"%s>%s</th>' % pair for pair in zip(classes, heads))
    bodies = "".join(_entry(words, entry) for entry in section.entries)
    note = '<p class="note">%s</p>\n' % _name(section.note) if section.note else ""
    return _DETAILS % (anchor, _name(section.name), counts, note, caption, told, bodies)


def _entry(words: Words, entry: Entry) -> str:
    """A body of rows, one for each of what there is to say."""
    width = len(words.columns)
    if entry.kind == words.failed:
        rows = ['<td colspan="%d">%s</td>' % (width, _name(entry.note))]
    else:
        told, more = words.rows(entry)
        rows = [_told(words, row) for row in told]
        if more:
            rows.append('<td colspan="%d" class="soft">%s</td>' % (width, number(more, "more place")))
    head = '<th scope="rowgroup" rowspan="%d">%s</th><td class="what" rowspan="%d">%s</td>' % (
        *(len(rows), _name(entry.name)),
        *(len(rows), _mark(entry.kind, words.kinds[entry.kind])),
    )
    body = "".join("<tr>%s%s</tr>\n" % (head if not at else "", row) for at, row in enumerate(rows))
    return "<tbody%s>\n%s</tbody>\n" % (_found_by(words, [entry.kind]), body)


def _told(words: Words, row: Row) -> str:
    place = _name(row.place) if row.place else ""
    return '<td class="place">%s</td>%s' % (place, "".join(map(_cell, words.columns[1:], row.cells)))


def _cell(head: str, cell: Cell) -> str:
    """A value, or what is to be said of nothing. ``head`` stands above it, where there is room for that."""
    if cell.lines is None:
        told = '<i class="soft">%s</i>' % cell.otherwise
    elif cell.prose:
        told = "<br>".join(map(_name, cell.lines))
    else:
        told = '<pre class="value">%s</pre>' % "\n".join(map(_name, cell.lines))
    return '<td data-side="%s">%s</td>' % (head, told)
