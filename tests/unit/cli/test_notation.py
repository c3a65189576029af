# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The notation of syntax lines."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import notation
from ansible_collections.communigate.pro.plugins.module_utils._cli.notation import Brackets, Flag, Keyword, Parameter

NAME = Parameter("name", ("string",))


def parse(line, **words):
    return notation.parse(line, words)


def test_keywords_and_parameters():
    assert parse("VERB <name:string> TO <other:number>") == (NAME, Keyword("TO"), Parameter("other", ("number",)))


def test_a_verb_alone_has_no_nodes():
    assert parse("VERB") == ()
    assert notation.verb("VERB") == "VERB"
    assert notation.verb("VERB [X]") == "VERB"


def test_names_become_python_names():
    assert parse("VERB <ip-address:string/ip>") == (Parameter("ip_address", ("string", "ip")),)


def test_words_of_a_type_and_from_outside():
    assert parse("VERB <at:number/BEG/END>") == (Parameter("at", ("number",), ("BEG", "END")),)
    assert parse("VERB <name:string>", name=("One", "Two")) == (Parameter("name", ("string",), ("One", "Two")),)


def test_brackets():
    assert parse("VERB [FORCE]") == (Brackets(((Flag("FORCE"),),)),)
    assert parse("VERB [PATH <name:string>]") == (Brackets(((Keyword("PATH"), NAME),)),)
    assert parse("VERB [<name:string> SKIN]") == (Brackets(((NAME, Keyword("SKIN")),)),)


def test_alternatives():
    assert parse("VERB [ON|OFF]") == (Brackets(((Flag("ON"),), (Flag("OFF"),))),)
    assert parse("VERB [AT <name:string>|NOW]") == (Brackets(((Keyword("AT"), NAME), (Flag("NOW"),))),)


def test_brackets_in_brackets():
    inner = Brackets(((Keyword("FOR"), Parameter("other", ("string",))),))
    assert parse("VERB [AT <name:string> [FOR <other:string>]]") == (Brackets(((Keyword("AT"), NAME, inner),)),)


@pytest.mark.parametrize(
    "line",
    [
        "VERB <name>",
        "VERB <name:string",
        "VERB [FORCE",
        "VERB FORCE]",
        "VERB ON|OFF",
        "VERB [ON|OFF",
        "VERB []",
        "VERB [ON OFF]",
        "VERB [<one:string> <two:string>]",
        "VERB lower",
    ],
)
def test_a_line_outside_the_notation_is_refused(line):
    with pytest.raises(ValueError):
        parse(line)
