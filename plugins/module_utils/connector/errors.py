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
    """The server does not know the command (500)."""


class NotFound(CliError):
    """The Domain (512) or Account (513) does not exist: the two codes that are evidence of absence."""


class WrongPassword(CliError):
    """The password does not match (515)."""


class AlreadyExists(CliError):
    """An object with this name exists (520, or 501 with the manual's text)."""


class BadReply(CliError):
    """The command succeeded, but the object in its reply cannot be read. ``text`` says why and shows nothing of it."""


_BY_CODE = {500: UnknownCommand, 512: NotFound, 513: NotFound, 515: WrongPassword, 520: AlreadyExists}


def cli_error(code: int, text: str, verb: str) -> CliError:
    """The CliError, of the fitting class, for an error reply."""
    error_class = _BY_CODE.get(code, CliError)
    if code == 501 and "already exists" in text.lower():
        error_class = AlreadyExists
    return error_class(code, text, verb)
