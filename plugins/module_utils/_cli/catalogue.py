# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All commands of the manual, and the reading of command lines.

``COMMANDS`` maps each verb to its syntax variants; the constants themselves are in the files of ``sections/``.
``read_line`` turns a line into a Command by the manual's syntax, or by what other clients send (``tolerance.py``).
"""

from __future__ import annotations

from typing import Any, Mapping, NamedTuple

from ..connector.errors import DataError
from . import notation, tolerance
from .errors import BadArguments, UnknownVerb
from .parser import Attempt, Match, matcher
from .sections import (
    access_rights,
    account,
    account_service,
    alert,
    directory,
    domain,
    domain_set,
    file_storage,
    forwarder,
    group,
    mailbox,
    mailing_list,
    miscellaneous,
    monitoring,
    named_task,
    pbx_application,
    pbx_control,
    script,
    server_settings,
    statistics,
    web_interface,
    web_skin,
)
from .syntax import Command, CommandSpec
from .tokens import scan

__all__ = ["COMMANDS", "SECTIONS", "BadArguments", "UnknownVerb", "read_line"]

# in the manual's order
SECTIONS = (
    domain_set.SECTION,
    domain.SECTION,
    account.SECTION,
    group.SECTION,
    forwarder.SECTION,
    named_task.SECTION,
    access_rights.SECTION,
    mailbox.SECTION,
    alert.SECTION,
    file_storage.SECTION,
    mailing_list.SECTION,
    web_skin.SECTION,
    web_interface.SECTION,
    pbx_application.SECTION,
    pbx_control.SECTION,
    script.SECTION,
    account_service.SECTION,
    server_settings.SECTION,
    monitoring.SECTION,
    statistics.SECTION,
    directory.SECTION,
    miscellaneous.SECTION,
)


def _by_verb() -> dict[str, tuple[CommandSpec, ...]]:
    commands: dict[str, tuple[CommandSpec, ...]] = {}
    for section in SECTIONS:
        for spec in section.commands:
            commands[spec.verb] = commands.get(spec.verb, ()) + (spec,)
    return commands


COMMANDS = _by_verb()


class _Form(NamedTuple):
    """A way to say ``spec``."""

    spec: CommandSpec
    match: Match
    preset: Mapping[str, Any]


class _Forms(NamedTuple):
    """The ways to say one verb: by the manual, and by other clients. Failures are told by the first."""

    manual: tuple[_Form, ...]
    others: tuple[_Form, ...]


_FORMS: dict[str, _Forms] = {}


def read_line(text: str, beyond: Mapping[str, CommandSpec] | None = None) -> Command:
    """The Command that a line says; a line end is allowed. ``beyond``: commands by their verbs that no manual has.

    UnknownVerb if its first word is no command; BadArguments if the rest does not fit, with what was expected where.
    """
    line = text.rstrip("\r\n")
    if "\n" in line or "\r" in line or "\0" in line:
        raise BadArguments("a command is one line", "Write line breaks inside strings as \\e")
    word = (line.split(None, 1) or [""])[0]
    verb = word.upper()
    if beyond and verb in beyond:
        forms = _Forms((_Form(beyond[verb], beyond[verb].match, {}),), ())
    else:
        forms = _FORMS.get(verb) or _compile(verb)
    try:
        tokens = scan(line, line.find(word) + len(word))
    except DataError as error:
        raise BadArguments("%s: malformed data object at position %d" % (verb, error.position)) from None
    attempt = Attempt(line, tokens)
    command = _first(forms.manual, attempt) or _first(forms.others, Attempt(line, tokens))
    if command is None:
        raise BadArguments("%s: %s" % (verb, attempt.failure()))
    return command


def _first(forms: tuple[_Form, ...], attempt: Attempt) -> Command | None:
    """The Command of the first form that fits."""
    for form in forms:
        if form.match(attempt, 0):
            attempt.arguments.update(form.preset)
            return Command(form.spec, attempt.arguments)
    return None


def _compile(verb: str) -> _Forms:
    """The forms of a verb, which are kept. UnknownVerb if there are none."""
    current = tolerance.OLD_NAMES.get(verb, verb)
    manual = tuple(_Form(spec, spec.match, {}) for spec in COMMANDS.get(current, ()))
    others = tuple(
        _Form(form.spec, matcher(notation.parse(form.syntax, form.spec.words)), form.preset)
        for form in tolerance.OTHER_FORMS
        if notation.verb(form.syntax) == current
    )
    if not manual and not others:
        raise _unknown(verb)
    _FORMS[verb] = _Forms(manual, others) if manual else _Forms(others, ())
    return _FORMS[verb]


def _unknown(verb: str) -> UnknownVerb:
    # a first word that is no plain word may be anything, a password too: it is not shown
    if not verb.isalnum() or len(verb) > 40:
        return UnknownVerb("the line does not begin with a command")
    return UnknownVerb("there is no command %s" % verb, verb, tuple(COMMANDS))
