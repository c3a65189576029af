# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as JUnit's XML, which pipelines show: a suite for each server, in it a case for each noun."""

from __future__ import annotations

from typing import Iterable
from xml.sax.saxutils import escape

from .differences import visible
from .model import Report, Section, Server
from .words import Words, number


def as_junit(report: Report) -> str:
    """The text of the file."""
    suites = [_suite(server, report.moment) for server in report.servers]
    failures = sum(_failures(server) for server in report.servers)
    errors = sum(_errors(server) for server in report.servers)
    tests = sum(_tests(server) for server in report.servers)
    head = _tag("testsuites", name=report.title, tests=tests, failures=failures, errors=errors)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(server: Server, moment: str) -> str:
    counts = {"tests": _tests(server), "failures": _failures(server), "errors": _errors(server), "skipped": 0}
    cases = [_case(server, section) for section in server.sections]
    if server.note:
        inside = _told(server.words, "error", server.words.lost, [server.note])
        cases.append(_element(server.words.case, server.name, inside))
    suite = _tag("testsuite", name=server.name, timestamp=moment.rstrip("Z"), time=0, **counts)
    return "\n".join([suite, *cases, "</testsuite>"])


def _case(server: Server, section: Section) -> str:
    if not section.found and not section.failed:
        return _element(section.name, server.name, "")
    message = ", ".join("%d %s" % (section.counts[kind], kind) for kind in section.words.kinds if section.counts[kind])
    told = [(one.kind, one.name, section.words.brief(one)) for one in section.entries]
    lines = ["%s: %s%s" % (kind, name, brief and ": " + brief) for kind, name, brief in told]
    lines += [section.note] if section.note else []
    lines += ["%s not listed" % number(section.left_out, section.words.thing)] if section.left_out else []
    sort = "error" if _is_error(section) else "failure"
    return _element(section.name, server.name, _told(section.words, sort, message, lines))


def _is_error(section: Section) -> bool:
    """Whether nobody knows about anything of it. What differs for certain is a failure, whatever else is unknown."""
    return not section.found and bool(section.failed)


def _failures(server: Server) -> int:
    return sum(1 for section in server.sections if section.found)


def _errors(server: Server) -> int:
    return bool(server.note) + sum(map(_is_error, server.sections))


def _tests(server: Server) -> int:
    return len(server.sections) + bool(server.note)


def _element(name: str, classname: str, inside: str) -> str:
    return "%s%s</testcase>" % (_tag("testcase", name=name, classname=classname, time=0), inside)


def _told(words: Words, element: str, message: str, lines: Iterable[str]) -> str:
    text = "\n".join(escape(visible(line)) for line in lines)
    return "%s%s</%s>" % (_tag(element, message=message, type=words.name), text, element)


def _tag(element: str, **attributes: object) -> str:
    """The beginning of an element. No letter of a value can end it, or is one that XML does not allow."""
    told = ['%s="%s"' % (name, escape(visible(str(value)), {'"': "&quot;"})) for name, value in attributes.items()]
    return "<%s>" % " ".join([element, *told])
