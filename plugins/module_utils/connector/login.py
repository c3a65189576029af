# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greeting, login and INLINE (protocol.md sections 1.1 to 1.3)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .connection import Connection
from .errors import ConnectionFailed, ConnectionLost, LoginFailed, OutOfStep, ReplyTimeout, ReplyTooLong, ServerAway
from .replies import Reply
from .text import encode

METHODS = ("auto", "apop", "plain")

_CHALLENGE = re.compile("<.*@.*>")
_SUCCESS = (200, 201)
_SEND_THE_PASSWORD = 300
_PROTECTION = (
    "use transport tls, or transport ssh to the server's own machine with host 127.0.0.1, "
    "or accept the risk with the option allow_cleartext"
)


@dataclass(frozen=True)
class Credentials:
    """Who logs in, and the proof of it."""

    login: str
    password: str = field(repr=False)


class _HungUpOnApop(Exception):
    """The server closed the connection because of APOP: nothing more can be tried on it."""


@dataclass(frozen=True)
class Login:
    """How to log in.

    ``method``: ``apop``, ``plain`` (USER and PASS), or ``auto``: APOP if the server sends a challenge and MD5 is
    available, and USER and PASS if not, or if the server refuses APOP (which it must if it stores the password
    one-way). ``allow_cleartext``: USER and PASS may be sent over a connection that others can read.
    """

    credentials: Credentials
    method: str = "auto"
    allow_cleartext: bool = False

    def perform(self, connect: Callable[[], Connection]) -> Connection:
        """A connection that is ready for commands. ``connect`` makes one whose greeting has not been read yet.

        ConnectionFailed or LoginFailed. A second connection is made only if the server hangs up on APOP.
        """
        self._refuse_unsendable()
        try:
            return self._on(connect(), self.method)
        except _HungUpOnApop:
            pass
        return self._on(connect(), "plain")

    def _refuse_unsendable(self) -> None:
        if self.method not in METHODS:
            message = "there is no login method %r" % self.method
            raise LoginFailed(message, "Set the option login_method to one of %s" % ", ".join(METHODS))
        name, password = self.credentials.login, self.credentials.password
        if not name or re.search(r"[\s\0]", name) or not _has_encoding(name):
            raise LoginFailed("the login name is empty or cannot be sent (white space, NUL)", "Check the option login")
        if not password or re.search(r"[\r\n\0]", password) or not _has_encoding(password):
            raise LoginFailed("the password is empty or cannot be sent (line break, NUL)", "Check the option password")

    def _on(self, connection: Connection, method: str) -> Connection:
        admitted = False
        try:
            challenge = _greeting(connection)
            self._authenticate(connection, challenge, method)
            admitted = True
            connection.converse(b"INLINE\n")  # whatever it answers: both forms of replies are understood
        except ConnectionLost as error:
            message = "no login at %s: %s" % (connection.name, error.message)
            if isinstance(error, ReplyTimeout):
                raise ConnectionFailed(message, error.hint) from error
            raise ServerAway(message, "The server's log may tell why", admitted) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _authenticate(self, connection: Connection, challenge: bytes, method: str) -> None:
        may_send_password = connection.protected or self.allow_cleartext
        digest = self._digest(challenge, method)
        if digest:
            self._apop(connection, digest, fall_back=method == "auto" and may_send_password)
        elif may_send_password:
            self._user_and_pass(connection)
        else:
            raise LoginFailed(
                "the password would cross the network in clear text to %s" % connection.name,
                "Either %s" % _PROTECTION,
            )

    def _digest(self, challenge: bytes, method: str) -> bytes:
        """What proves the knowledge of the password (section 1.2); empty: APOP is not to be used."""
        if method == "plain":
            return b""
        reason = "the server sends no challenge"
        if challenge:
            try:
                return hashlib.new("md5", challenge + encode(self.credentials.password)).hexdigest().encode("ascii")
            except ValueError:
                reason = "MD5 is not available on this machine (FIPS mode)"
        if method == "apop":
            raise LoginFailed("APOP is not possible: %s" % reason, "Set the option login_method to auto")
        return b""

    def _apop(self, connection: Connection, digest: bytes, fall_back: bool) -> None:
        """Log in by APOP, or by USER and PASS on the same connection if that fails and ``fall_back`` allows it."""
        try:
            reply = connection.converse(b"APOP %s %s\n" % (encode(self.credentials.login), digest))
            if reply.code in _SUCCESS:
                return
            if not fall_back:
                raise self._refusal(
                    reply,
                    "Check the options login and password. If the server stores the password one-way, APOP cannot "
                    "work: set login_method to auto, and %s" % _PROTECTION,
                )
            self._user_and_pass(connection)
        except (ReplyTimeout, OutOfStep):
            raise
        except ConnectionLost as error:
            if fall_back:
                raise _HungUpOnApop from error
            raise

    def _user_and_pass(self, connection: Connection) -> None:
        reply = connection.converse(b"USER %s\n" % encode(self.credentials.login))
        if reply.code == _SEND_THE_PASSWORD:
            reply = connection.converse(b"PASS %s\n" % encode(self.credentials.password))
            if reply.code in _SUCCESS:
                return
        raise self._refusal(reply, "Check the options login and password")

    def _refusal(self, reply: Reply, hint: str) -> LoginFailed:
        password = self.credentials.password
        text = "" if password in reply.text else reply.text_without(password)
        answer = ("%d %s" % (reply.code, text)).rstrip()
        return LoginFailed("the login of %s was refused (%s)" % (self.credentials.login, answer), hint, reply.code)


def _has_encoding(text: str) -> bool:
    try:
        encode(text)
    except UnicodeEncodeError:
        return False
    return True


def _greeting(connection: Connection) -> bytes:
    """The challenge of the server's greeting, empty if it has none. ConnectionFailed."""
    where = connection.name
    try:
        reply = connection.converse()
    except (OutOfStep, ReplyTooLong) as error:
        raise ConnectionFailed(
            "%s does not greet like a PWD server" % where, "Check the options host, port (usually 106) and transport"
        ) from error
    except ReplyTimeout as error:
        raise ConnectionFailed(
            "%s sends no greeting: %s" % (where, error.message),
            "If the port expects TLS, set the option transport to tls",
        ) from error
    except ConnectionLost as error:
        raise ServerAway(
            "%s closed the connection without a greeting" % where,
            "The PWD listener may not admit the address of this machine: see its access restrictions",
        ) from error
    if reply.code not in _SUCCESS:
        raise ConnectionFailed(
            "%s turns the connection down (%d %s)" % (where, reply.code, reply.text_without("")),
            "The server's log may tell why",
        )
    challenge = _CHALLENGE.search(reply.text)
    return encode(challenge.group()) if challenge else b""
