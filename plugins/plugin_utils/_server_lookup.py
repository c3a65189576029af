# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lookup ``cgp`` does: commands that only read, and rows of nouns, checked before anything is sent."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from ansible.errors import AnsibleLookupError
from ansible.plugins.lookup import LookupBase
from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue, ask
from ansible_collections.communigate.pro.plugins.module_utils._engine.misgivings import nearest
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import read_command
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, NotFound
from ansible_collections.communigate.pro.plugins.plugin_utils._rows_asked import NOUN, RowsAsked, rows_asked
from ansible_collections.communigate.pro.plugins.plugin_utils._server_access import (
    OPTIONS,
    session_of,
    take_options,
    variable,
)
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import COLLECTION, native, no_template

_SAID = ("line", "verb", "arguments")
_ARGUMENTS = "As in {domainName: example.com}"
_TERM = "A term is a line, such as GETACCOUNTSETTINGS ann@example.com, or a dictionary of verb and arguments"


class ServerLookup(LookupBase):  # type: ignore[misc]
    """A lookup whose terms are commands, or nouns, with one result for each."""

    def run(self, terms: Any, variables: Mapping[str, Any] | None = None, **options: Any) -> list[Any]:
        try:
            self._take(options, variables or {})
            asked = [self._asked(term) for term in _flat(native(terms))]
            for one in asked:
                if isinstance(one, Command):
                    one.line()  # what cannot be written is refused before anything is sent
            return [no_template(value) for value in self._values(asked, options)] if asked else []
        except CgpError as error:
            raise AnsibleLookupError("%s.%s: %s" % (COLLECTION, "cgp", error)) from None

    def _take(self, options: Mapping[str, Any], variables: Mapping[str, Any]) -> None:
        """The options, of which those for the connection may be variables; these may be templates themselves."""
        told = [variable(option) for option in OPTIONS if variable(option) in variables]
        given = {name: self._templar.template(variables[name]) for name in told}
        take_options(self, self.set_options, given, options)
        for name in options:
            if name not in self.get_options():
                meant = nearest(name, self.get_options())
                raise CgpError("there is no option %s" % name, "Did you mean %s?" % meant if meant else "")

    def _asked(self, term: Any) -> Command | RowsAsked:
        return rows_asked(term) if isinstance(term, dict) and NOUN in term else self._command(term)

    def _command(self, term: Any) -> Command:
        """The command that a term says. CgpError for one that is none, or that does more than read."""
        arguments = native(self.get_option("arguments"))
        if isinstance(term, str):
            term = {"line": term} if arguments is None else {"verb": term}
        elif not isinstance(term, dict):
            raise CgpError("a command is needed, not %s" % type_name(term), _TERM)
        if arguments is not None and not isinstance(arguments, dict):
            raise CgpError("arguments must be a dictionary, not %s" % type_name(arguments), _ARGUMENTS)
        strange = [str(key) for key in term if key not in _SAID]
        if strange:
            raise CgpError("a term has no %s" % ", ".join(strange), _TERM)
        command = read_command({"arguments": arguments, **term})
        if command.kind != "read":
            raise CgpError(
                "%s does more than read, and a lookup only reads" % command.verb,
                "Take the module of this collection that is for it, or communigate.pro.cgp_command",
            )
        return command

    def _values(self, asked: Sequence[Command | RowsAsked], options: Mapping[str, Any]) -> Iterator[Any]:
        """What is told of each, in their order."""
        results: list[Any] = [None] * len(asked)
        commands = {number: one for number, one in enumerate(asked) if isinstance(one, Command)}
        numbers = list(commands)
        with session_of({option: self.get_option(option) for option in OPTIONS}) as session:
            for turn, result in Dialogue(session, read_only=True).run(map(ask, commands.values())):
                results[numbers[turn]] = result
            for number, one in enumerate(asked):
                if isinstance(one, RowsAsked):
                    results[number] = one.of(session)
        tagged = self.get_option("numbers") == "tagged"
        for number, result in enumerate(results, 1):
            if isinstance(result, NotFound) and "default" in options:
                yield options["default"]
            elif isinstance(result, CgpError):
                raise CgpError("term %d: %s" % (number, result.message), result.hint) if len(results) > 1 else result
            else:
                plain = isinstance(result, bool) or number - 1 not in commands
                yield result if plain else data.to_json(result, tag_numbers=tagged)


def _flat(terms: Sequence[Any]) -> Iterator[Any]:
    """The terms, where one may be a list of them."""
    for term in terms:
        if isinstance(term, list):
            yield from _flat(term)
        else:
            yield term
