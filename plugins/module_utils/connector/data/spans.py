# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data objects that are kept as text: where one ends, and the same object on one line.

These are XML objects and the unknown objects ``#(...)`` (protocol.md section 3.1). All loops take time linear in the
text, and none of them recurses.
"""

from __future__ import annotations

import re

NESTING = 200
"""How deep arrays and dictionaries, or elements, or parentheses, may be nested; real data has a handful of levels."""

_LINE_END = re.compile(r"\r\n?|\n")

# Inside #(...) only parentheses and quoted strings matter.
_UNKNOWN_STOP = re.compile(r'[()"\0]')
_QUOTED_STOP = re.compile(r'"|\\[^\r\n\0]|[\\\0]')

_TAG_STOP = re.compile(r"[>\"'<\0]")
_TAG_NAME = re.compile(r"[^\s<>/\"'=!?\0]+")
_ENDS = {"<!--": "-->", "<![": "]]>", "<?": "?>"}


class Malformed(Exception):
    """What is wrong with a text (never a part of the text), and the offset where it is."""

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(reason, position)
        self.reason = reason
        self.position = position


def quoted_end(text: str, position: int) -> int:
    """The offset after the quoted string whose opening quotation mark is at ``position``."""
    for match in _QUOTED_STOP.finditer(text, position + 1):
        stop = match.group()
        if stop == '"':
            return match.end()
        if len(stop) == 1:
            raise Malformed("a string holds a zero byte, or a backslash before a line end", match.start())
    raise Malformed("a quoted string does not end", position)


def unknown_end(text: str, position: int) -> int:
    """The offset after the object ``#(...)`` that starts at ``position``."""
    depth = 0
    search = _UNKNOWN_STOP.search
    stop = search(text, position)
    while stop:
        mark, end = stop.group(), stop.end()
        if mark == '"':
            end = quoted_end(text, stop.start())
        elif mark == "\0":
            raise Malformed("an object holds a zero byte", stop.start())
        elif mark == "(":
            depth = deeper(depth, stop.start())
        else:
            depth -= 1
            if depth == 0:
                return end
        stop = search(text, end)
    raise Malformed("an object #(...) does not end", position)


def unknown_on_one_line(text: str) -> str:
    """An unknown object without line ends: ``\\e`` or ``\\r`` in its quoted strings, spaces elsewhere."""
    if not _LINE_END.search(text):
        return text
    pieces, position = [], 0
    while position < len(text):
        start = text.find('"', position)
        start = len(text) if start < 0 else start
        end = quoted_end(text, start) if start < len(text) else start
        pieces += [_spaced(text[position:start]), _string_on_one_line(text[start:end])]
        position = end
    return "".join(pieces)


def xml_end(text: str, position: int) -> int:
    """The offset after the XML element that starts at ``position``, perhaps after a prolog.

    Tags must be balanced and their names must match. Comments, CDATA sections, processing instructions and quoted
    attributes may hold anything.
    """
    names: list[str] = []
    start, offset = position, position
    while True:
        end = _markup_end(text, offset)
        if text[offset + 1] not in "!?":
            _count_tag(text, offset, end, names)
            if not names:
                return end
        offset = text.find("<", end)
        if offset < 0:
            raise Malformed("an XML object does not end", start)
        between = text[end:offset]
        if "\0" in between:
            raise Malformed("an XML object holds a zero byte", end)
        if not names and between.strip():
            raise Malformed("text stands before an XML element", end)


def xml_on_one_line(text: str) -> str:
    """An XML object without line ends, the same to an XML parser.

    A line end becomes a space in markup and between elements, and a character reference within other text.
    """
    if not _LINE_END.search(text):
        return text
    pieces, position = [], 0
    while position < len(text):
        end = _markup_end(text, position)
        pieces.append(_markup_on_one_line(text[position:end]))
        position = text.find("<", end)
        position = len(text) if position < 0 else position
        pieces.append(_content_on_one_line(text[end:position]))
    return "".join(pieces)


def deeper(depth: int, position: int) -> int:
    """One level more than ``depth``; Malformed at ``position`` if that is too much."""
    if depth >= NESTING:
        raise Malformed("more than %d levels of nesting" % NESTING, position)
    return depth + 1


def _markup_end(text: str, start: int) -> int:
    """The offset after the tag, comment, CDATA section, instruction or declaration at ``start``."""
    for opening, closing in _ENDS.items():
        if text.startswith(opening, start):
            end = text.find(closing, start + len(opening))
            if end < 0 or text.find("\0", start, end) >= 0:
                raise Malformed("XML markup %s...%s does not end, or holds a zero byte" % (opening, closing), start)
            return end + len(closing)
    return _tag_end(text, start)


def _tag_end(text: str, start: int) -> int:
    position = start + 1
    while True:
        stop = _TAG_STOP.search(text, position)
        if stop is None or stop.group() in "<\0":
            raise Malformed("an XML tag does not end", start)
        if stop.group() == ">":
            return stop.end()
        position = text.find(stop.group(), stop.end()) + 1
        if position == 0 or text.find("\0", stop.end(), position) >= 0:
            raise Malformed("a quoted XML attribute does not end, or holds a zero byte", stop.start())


def _count_tag(text: str, start: int, end: int, names: list[str]) -> None:
    """Enter the tag from ``start`` to ``end`` into ``names``, the open elements."""
    closing = text.startswith("</", start)
    name = _TAG_NAME.match(text, start + (2 if closing else 1))
    if name is None:
        raise Malformed("an XML tag without a name", start)
    if closing:
        if not names or names.pop() != name.group():
            raise Malformed("an XML closing tag that closes nothing", start)
    elif text[end - 2] != "/":
        deeper(len(names), start)
        names.append(name.group())


def _spaced(text: str) -> str:
    return _LINE_END.sub(" ", text)


def _string_on_one_line(text: str) -> str:
    return _LINE_END.sub(lambda match: r"\r" if match.group() == "\r" else r"\e", text)


def _markup_on_one_line(markup: str) -> str:
    if markup.startswith("<!["):
        return _LINE_END.sub("]]>&#10;<![CDATA[", markup)
    return _spaced(markup)


def _content_on_one_line(content: str) -> str:
    return _LINE_END.sub("&#10;" if content.strip() else " ", content)
