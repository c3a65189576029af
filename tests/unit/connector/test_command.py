# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that scripts say without the catalogue: what they look like, and what cannot be said with them."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.tokens import BARE, QUOTED, scan
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.command import Line, Word
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import UnsendableCommand
from hypothesis import given
from hypothesis import strategies as st

SECRET = "Tr0ub4dor"


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (Line("NOOP"), "NOOP"),
        # The samples of the manual have keywords and numbers bare; text may always stand in quotation marks.
        (
            Line("CREATEFORWARDER", "info@example.com", Word("TO"), "anna@example.com"),
            'CREATEFORWARDER "info@example.com" TO "anna@example.com"',
        ),
        (Line("SETFILESUBSCRIPTION", "anna", ["one", "a b"]), 'SETFILESUBSCRIPTION "anna" (one,"a b")'),
        (Line("TESTLOOP", 10), "TESTLOOP 10"),
        (Line("SETMAILBOXCLASS", "anna", "TO", Word("IPF.Task")), 'SETMAILBOXCLASS "anna" "TO" IPF.Task'),
        (Line("STOREACCOUNT", "a", {"k": 'q"\\', "n": 4}), 'STOREACCOUNT "a" {k="q\\"\\\\";n=#4;}'),
        (Line("WRITE", "a", b"\x1d\xca"), 'WRITE "a" [Hco=]'),
    ],
)
def test_a_line_is_written_as_the_manual_writes_it(command: Line, line: str) -> None:
    assert command.line() == line


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]))))
def test_text_stays_one_quoted_value_whatever_is_in_it(values: list[str]) -> None:
    sendable = [value.replace("\0", "") for value in values]
    line = Line("ECHO", *sendable).line()
    assert not set(line) & set("\r\n\0")
    verb, *read, _end = scan(line, 0)
    assert (verb.kind, verb.value) == (BARE, "ECHO")
    assert [token.kind for token in read] == [QUOTED] * len(sendable)
    # CR LF has one spelling on the wire with LF (connector.data).
    assert [token.value for token in read] == [value.replace("\r\n", "\n") for value in sendable]


@pytest.mark.parametrize("verb", ["", "NO OP", "NOOP\n", "NOOP\r\nDELETEDOMAIN", 'X"', "A1\0"])
def test_a_verb_is_one_word(verb: str) -> None:
    with pytest.raises(UnsendableCommand):
        Line(verb)


@pytest.mark.parametrize("word", ["", "TO x", "a\nb", '"TO"', "{}", "(a)", "<x@y>", "a;", "\\", "\0", "-TO"])
def test_a_bare_word_is_one_word(word: str) -> None:
    with pytest.raises(UnsendableCommand) as refusal:
        Word(word)
    assert not word or word not in str(refusal.value)


def test_neither_a_repr_nor_an_error_shows_an_argument() -> None:
    assert repr(Line("SETACCOUNTPASSWORD", "anna", Word("TO"), SECRET)) == "<Line SETACCOUNTPASSWORD>"
    unwritable: Any = {"password": SECRET, "when": object()}
    with pytest.raises(data.BadValue) as refusal:
        Line("UPDATEACCOUNTSETTINGS", "anna", unwritable)
    assert SECRET not in str(refusal.value)
