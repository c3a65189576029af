# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""SOAP on the path of the HTTP realm, as far as one client shows it (evidence.md section 5).

A request has one element in its Body, named like the command in camel case, with a ``param`` for each argument: a text,
or in ``subValue`` and ``subKey`` what data has in replies. A reply has ``response/object``; a refusal is a Fault under
the status 500. No entity is resolved, and what is too large or too deep is no request.
"""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from ...connector.data import TextValue
from ..answers import writer
from ..answers.answer import Answer
from .http_forms import Content

NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/"
_KINDS = ("application/soap+xml", "text/xml", "application/xml")
_LARGEST = 4 * 1024 * 1024  # bytes
_DEEPEST = 64
_COMMAND_DEPTH = 3  # Envelope, Body, command
_BARE = re.compile(r"[A-Za-z0-9@._*-]+$")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KIND = "text/xml; charset=utf-8"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_BEGINNING = _DECLARATION + '<SOAP-ENV:Envelope xmlns:SOAP-ENV="%s"><SOAP-ENV:Body>' % NAMESPACE
_END = "</SOAP-ENV:Body></SOAP-ENV:Envelope>\r\n"


class NoRequest(Exception):
    """A body that is no SOAP request with one command."""


def speaks_soap(content_type: str) -> bool:
    """Whether a request of this type is one of SOAP."""
    return content_type.partition(";")[0].strip().lower() in _KINDS


def command_line(body: bytes) -> str:
    """The line of the command that a request holds. NoRequest."""
    if len(body) > _LARGEST:
        raise NoRequest
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.refuse
    parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, UnicodeError):
        raise NoRequest from None
    return reading.line()


class _Element:
    def __init__(self, name: str, key: str) -> None:
        self.name = name
        self.key = key
        self.text = ""
        self.inner: list[_Element] = []

    def value(self) -> Any:
        """Its text, or what its subKeys or subValues hold."""
        if any(each.name not in ("subKey", "subValue") for each in self.inner):
            raise NoRequest
        if any(each.name == "subKey" for each in self.inner):
            return {each.key: each.value() for each in self.inner}
        return [each.value() for each in self.inner] if self.inner else self.text


class _Reading:
    """What a parser has seen so far."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._commands: list[_Element] = []

    def refuse(self, *_declaration: Any) -> None:
        """No document type, no entity."""
        raise NoRequest

    def start(self, name: str, attributes: dict[str, str]) -> None:
        depth = len(self._open) + 1
        envelope = {1: "Envelope", 2: "Body"}.get(depth)
        if depth > _DEEPEST or (envelope and name not in ("%s %s" % (NAMESPACE, envelope), NAMESPACE + " Header")):
            raise NoRequest
        element = _Element(name, attributes.get("key", ""))
        if self._open:
            self._open[-1].inner.append(element)
        if depth == _COMMAND_DEPTH and self._open[-1].name.endswith(" Body"):
            self._commands.append(element)
        self._open.append(element)

    def end(self, _name: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        self._open[-1].text += text

    def line(self) -> str:
        """The line of the only command."""
        if len(self._commands) != 1:
            raise NoRequest
        (command,) = self._commands
        if re.match(r"[A-Za-z]+$", command.name) is None or any(each.name != "param" for each in command.inner):
            raise NoRequest
        return " ".join([command.name.upper(), *(_written(each.value()) for each in command.inner)])


def _written(value: Any) -> str:
    """An argument. A text may also be a keyword or a number, so it is bare where that can be."""
    if isinstance(value, str) and _BARE.match(value):
        return value
    return writer.compact(value)


def content(answer: Answer) -> Content:
    """The response to a command."""
    if answer.code >= 300:
        fault = "<SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode><faultstring>%s</faultstring></SOAP-ENV:Fault>"
        inner, status, reason = fault % _escaped("%d %s" % (answer.code, answer.text)), 500, "Internal Server Error"
    else:
        data = "<object>%s</object>" % _element(answer.value) if answer.has_data else ""
        inner, status, reason = "<response>%s</response>" % data, 200, ""
    return Content(status, reason, _KIND, (_BEGINNING + inner + _END).encode("utf-8", "replace"))


def _element(value: Any) -> str:
    """What stands in the element that a value has."""
    if isinstance(value, dict):
        pairs = [(quoteattr(_NO_XML.sub("?", key)), _element(value[key])) for key in sorted(value)]
        return "".join("<subKey key=%s>%s</subKey>" % pair for pair in pairs)
    if isinstance(value, (list, tuple)):
        return "".join("<subValue>%s</subValue>" % _element(item) for item in value)
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, TextValue):
        return _escaped(value.text)
    return _escaped(writer.compact(value)) if value is not None else ""


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("?", text))
