# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server's text with everything cut out that repeats what was sent.

A server may quote a command in the text of its error, and with it a password. Error texts reach logs and results, so
such words are cut here, where the command is still at hand.
"""

from __future__ import annotations

import re

# The words in which servers speak (protocol.md section 2): in a text they are no sign of an echo, even if an account
# is called "account".
_VOCABULARY = """
a access account alias allowed already an and are argument bad be can cannot closed command connection data denied
directory does domain element empty error exist exists expected failed file for forwarder found group has have in
incorrect invalid is it list login mailbox missing name named no not object of on or parameter password please record
refused rejected required right rights secondary send server session set setting settings string subscriber syntax task
telephone that the this to too type unknown user value with wrong you
"""
_SERVER_WORDS = frozenset(_VOCABULARY.split())
_WORD = re.compile(r"\w+")
_CUT = "\0"  # stands for what was cut until the end
_NEIGHBOURS = re.compile("\0(?:[^\\w\\s\0]*\0)+")
_SHOWN = "..."
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_TEXT = 300  # characters; no text of the manual or of any transcript comes near
_FRAGMENT = 6  # a word of at least so many characters is cut even where it is only a part of an argument


def without_echo(text: str, sent: str) -> str:
    """``text`` (one line, from the server) with ``...`` in the place of what stands in ``sent`` too, fit to be shown.

    Only the words of the short text are looked for in what was sent, so that an error to a command that carries a
    whole file costs no more than some searches through it.
    """
    end = _SHOWN if len(text) > _LONGEST_TEXT else ""
    text = _UNPRINTABLE.sub("?", text[:_LONGEST_TEXT])
    cut = _WORD.sub(lambda match: _CUT if _repeats(match.group(), sent) else match.group(), text)
    return _NEIGHBOURS.sub(_CUT, cut).replace(_CUT, _SHOWN) + end


def _repeats(word: str, sent: str) -> bool:
    if word.lower() in _SERVER_WORDS or word not in sent:
        return False
    return len(word) >= _FRAGMENT or re.search(r"(?<!\w)%s(?!\w)" % re.escape(word), sent) is not None
