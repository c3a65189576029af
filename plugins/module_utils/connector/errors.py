# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can go wrong between this collection and a CommuniGate Pro server.

No error carries an argument of a command: an argument may be a password. A message says what is wrong, where,
and (``hint``) what to do about it.
"""

from __future__ import annotations


class CgpError(Exception):
    """The base of all errors of this collection.

    ``message`` is one line without a closing full stop; ``hint`` says what to do, or is empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return "%s. %s" % (self.message, self.hint) if self.hint else self.message


class DataError(CgpError):
    """Text that is no CommuniGate data object.

    ``position`` is the offset in characters where reading stopped (0 where nothing was read); ``excerpt`` a short piece
    of the text from there (left out of the message when the text may hold a secret: see ``data.parse``).
    """

    def __init__(self, message: str, position: int | None = None, excerpt: str = "") -> None:
        where = "" if position is None else " at position %d" % position
        super().__init__(message + where + (": %s" % excerpt if excerpt else ""))
        self.position = position or 0
        self.excerpt = excerpt


class ConnectionFailed(CgpError):
    """No usable connection could be made: unreachable host, refused certificate or host key, no PWD greeting."""


class ServerAway(ConnectionFailed):
    """The server cannot be reached, or hung up before the login was over: it may be starting anew.

    ``admitted``: it had accepted the login. Otherwise hanging up may be its way to refuse it.
    """

    def __init__(self, message: str, hint: str = "", admitted: bool = False) -> None:
        super().__init__(message, hint)
        self.admitted = admitted


class LoginFailed(CgpError):
    """The server did not accept the login. ``code`` is the server's reply code, or 0."""

    def __init__(self, message: str, hint: str = "", code: int = 0) -> None:
        super().__init__(message, hint)
        self.code = code


class ConnectionLost(CgpError):
    """The connection ended, or became useless, while replies were outstanding.

    ``answered`` is the number of results that ``Session.many`` had yielded before: what the server did with the
    commands after those is unknown.
    """

    def __init__(self, message: str, hint: str = "", answered: int = 0) -> None:
        super().__init__(message, hint)
        self.answered = answered

    def after(self, answered: int) -> ConnectionLost:
        """The same error for a call that had yielded ``answered`` results."""
        return type(self)(self.message, self.hint, answered)


class ReplyTimeout(ConnectionLost):
    """No reply came within the allowed time; what the server did with the command is unknown."""


class OutOfStep(ConnectionLost):
    """The server sent something that is no reply, or that nothing was asked for: what follows cannot be understood."""


class SurplusReply(OutOfStep):
    """A reply came that nothing was asked for: others may have been taken for the answers to other commands."""


class ReplyTooLong(ConnectionLost):
    """A reply exceeds the configured bound; asking again would only repeat that."""


class UnsendableCommand(CgpError):
    """A command's line cannot be sent: it would end early, or is no text. Nothing of it was sent."""


class CliError(CgpError):
    """A command was answered with an error code (protocol.md section 2).

    ``code``: the reply code; ``text``: the server's text; ``verb``: the command's first word. The classes below are
    chosen by ``cli_error`` from code and text, because codes and texts differ between server versions.
    """

    def __init__(self, code: int, text: str, verb: str) -> None:
        super().__init__("%s was answered %d %s" % (verb, code, text))
        self.code = code
        self.text = text
        self.verb = verb


class UnknownCommand(CliError):
    """The server does not know the command, and says so: 500 alone does not."""


class NotFound(CliError):
    """Something does not exist. ``what``: the kind of object that the text or the code names, empty if nobody knows."""

    def __init__(self, code: int, text: str, verb: str, what: str = "") -> None:
        super().__init__(code, text, verb)
        self.what = what or _absent(text) or _ABSENT_CODES.get(code, "")


class WrongPassword(CliError):
    """The password does not match, or there is no such Account: some servers do not tell one from the other."""


class AlreadyExists(CliError):
    """The name belongs to something already."""


class NotAllowed(CliError):
    """The login lacks a right."""


class Unclear(CliError):
    """Code and text contradict each other, or mean nothing that is known: what is there must be asked of a listing."""

    @property
    def may_be_unknown_command(self) -> bool:
        """Whether the server may mean that it does not know the command: some answer that with this code."""
        return self.code == 500


class BadReply(CliError):
    """The command succeeded, but the object in its reply cannot be read. ``text`` says why and shows nothing of it."""


# What codes and texts mean: evidence.md section 3 and codes.tsv. This is the only place that compares either.

_ABSENT_CODES = {
    512: "domain",
    513: "account",
    516: "mailbox",
    530: "mailbox",
    552: "group",
    553: "forwarder",
    560: "directory record",
    599: "file",
}
_ABSENT_TEXTS = {
    "unknown secondary domain name": "domain",
    "unknown user account": "account",
    "group is not found": "group",
    "forwarder is not found": "forwarder",
    "unknown mailing list": "mailing list",
    "file is not found": "file",
}
"""Whole texts. Clients in use compare them, so the words are reliable; their letter case is not."""
_CLASS_OF_CODE: dict[int, type[CliError]] = {
    **dict.fromkeys(_ABSENT_CODES, NotFound),
    **dict.fromkeys((520, 521, 522, 523, 524, 532, 533, 561), AlreadyExists),
    **dict.fromkeys((510, 511, 569), NotAllowed),
    **dict.fromkeys((514, 515), WrongPassword),
}
_OTHER_CODES = frozenset(
    (517, 518, 525, 534, 536, 537, 538, 539, 540, 541, 544, 549, 551, 554, 555, 557, 558, 559, 570, 580, 581, 582, 598)
)
"""Codes that mean something else. 500, 501 and 531 are in none of these: sources differ in what they mean."""
_CLASS_OF_WORDS: tuple[tuple[str, type[CliError]], ...] = (
    ("already exists", AlreadyExists),
    # The words below are nobody's evidence: they are recognised where nothing else tells what is meant.
    ("access right", NotAllowed),
    ("access denied", NotAllowed),
    ("permission denied", NotAllowed),
    ("incorrect password", WrongPassword),
    ("wrong password", WrongPassword),
    ("unknown command", UnknownCommand),
)


def cli_error(code: int, text: str, verb: str) -> CliError:
    """The CliError for an error reply, of the class on which its code and its text agree.

    Where only one of them is known, it decides. An Unclear stands for what servers answer in ways nobody has seen.
    """
    by_text = _class_of_text(text)
    by_code = _CLASS_OF_CODE.get(code)
    if by_text is not None and (by_code or by_text) is by_text and code not in _OTHER_CODES:
        return by_text(code, text, verb)
    if by_text is None and by_code is not None:
        return by_code(code, text, verb)
    known = by_text is None and (code in _OTHER_CODES or code < 500)
    return CliError(code, text, verb) if known else Unclear(code, text, verb)


def likely_code(text: str) -> int:
    """The code of a refusal that came without one, by its text: 500 if none is known, and 0 if it may be no refusal."""
    what = _absent(text)
    codes = [code for code, absent in _ABSENT_CODES.items() if what and absent == what]
    return codes[0] if codes else 500 if _class_of_text(text) is not None else 0


def _class_of_text(text: str) -> type[CliError] | None:
    if _absent(text):
        return NotFound
    folded = text.lower()
    return next((error_class for words, error_class in _CLASS_OF_WORDS if words in folded), None)


def _absent(text: str) -> str:
    """The kind of object that a text says is not there; empty if it does not say that."""
    return _ABSENT_TEXTS.get(text.strip().rstrip(".").lower(), "")
