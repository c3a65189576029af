# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of files and directories: XML elements, which the server knows by their names.

They are kept as text here, and sent as XML.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from ..._engine.shapes import Shape
from ...connector.data import XML
from ...connector.errors import CgpError

_NAME = re.compile(r"<\s*([^\s/>]+)")


def attributes_of_reply(reply: Any) -> list[str]:
    """READSTORAGEFILEATTR: an array of XML elements."""
    if not isinstance(reply, list) or not all(isinstance(element, XML) for element in reply):
        raise CgpError("READSTORAGEFILEATTR was answered with something else than XML elements")
    return [element.text for element in reply]


def _parse(elements: Any) -> list[str]:
    return [XML(str(element).strip()).text for element in elements]


def _name(element: str) -> str:
    match = _NAME.match(element)
    return match.group(1) if match else ""


def _by_name(elements: Any) -> dict[str, list[Any]]:
    """What the elements mean, by name: their order counts among those of one name only."""
    named: dict[str, list[Any]] = {}
    for element in elements:
        named.setdefault(_name(element), []).append(_meaning(element))
    return named


def _meaning(element: str) -> Any:
    """The same for spellings that mean the same: quotes, the order of XML attributes, white space around text."""
    try:
        return _structure(ElementTree.fromstring(element))
    except ElementTree.ParseError:  # a prefix without its namespace, for example, which servers may well use
        return " ".join(element.split())


def _structure(node: ElementTree.Element) -> Any:
    inner = [(_structure(child), (child.tail or "").strip()) for child in node]
    return node.tag, sorted(node.attrib.items()), (node.text or "").strip(), inner


def _target(have: Any, want: Any, whole: bool) -> list[str]:
    """A new element takes the place of those with its name; the manual knows no way to remove one."""
    wanted = {_name(element) for element in want}
    return [element for element in have if _name(element) not in wanted] + list(want)


def _delta(have: Any, after: Any) -> list[str]:
    there = _by_name(have)
    changed = {name for name, meant in _by_name(after).items() if there.get(name) != meant}
    return [element for element in after if _name(element) in changed]


ATTRIBUTES = Shape(empty=(), parse=_parse, canon=_by_name, target=_target, delta=_delta)
