# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greeting, login and INLINE (protocol.md sections 1.1 to 1.3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .connection import Connection
from .digests import NoMd5, apop_digest, cram_md5_answer, cram_md5_challenge, cram_md5_digest
from .errors import ConnectionFailed, ConnectionLost, LoginFailed, OutOfStep, ReplyTimeout, ServerAway
from .greeting import SUCCESS, challenge_of, read_greeting
from .replies import Reply
from .text import encode, has_encoding

METHODS = ("auto", "apop", "plain", "cram-md5", "session")

_NEXT_STEP = 300
_NO_MD5 = "MD5 is not available on this machine (FIPS mode)"
_PROTECTION = (
    "use transport tls or stls, or transport ssh to the server's own machine with host 127.0.0.1, "
    "or accept the risk with the option allow_cleartext"
)


@dataclass(frozen=True)
class Credentials:
    """Who logs in, and the proof of it: the password, or the ID of a session of the Account."""

    login: str
    password: str = field(repr=False)


class _HungUpOnApop(Exception):
    """The server closed the connection because of APOP: nothing more can be tried on it."""


def advice(login: str) -> str:
    """What to look at when the credentials were refused; evidence.md section 4 has what a bare name means."""
    if "@" in login:
        return "Check the options login and password"
    return (
        "Check the options login and password; a login without a Domain is looked for in the Domain of the IP "
        "address at which the server was reached, so give it as name@domain"
    )


@dataclass(frozen=True)
class Login:
    """How to log in.

    ``method``: ``apop``; ``plain`` (USER and PASS); ``cram-md5``; ``session``, where the password is the ID of a
    WebUser session; or ``auto``:

    - APOP if the server sends a challenge and MD5 is available;
    - USER and PASS if not, or if the server refuses APOP (which it must if it stores the password one-way);
    - CRAM-MD5 where there is no challenge, and others could read the password.

    ``allow_cleartext``: what opens the Account (a password, a session's ID) may be sent over a connection that others
    can read.
    """

    credentials: Credentials
    method: str = "auto"
    allow_cleartext: bool = False

    def perform(self, connect: Callable[[], Connection], again: bool = False) -> Connection:
        """A connection that is ready for commands. ``connect`` makes one whose greeting has not been read yet.

        ``again``: the server has accepted this login before. ConnectionFailed or LoginFailed. A second connection is
        made only if the server hangs up on APOP.
        """
        self._refuse_unsendable()
        try:
            return self._on(connect(), self.method, again)
        except _HungUpOnApop:
            pass
        return self._on(connect(), "plain", again)

    def _refuse_unsendable(self) -> None:
        if self.method not in METHODS:
            message = "there is no login method %r" % self.method
            raise LoginFailed(message, "Set the option login_method to one of %s" % ", ".join(METHODS))
        name, password = self.credentials.login, self.credentials.password
        if not name or re.search(r"[\s\0]", name) or not has_encoding(name):
            raise LoginFailed("the login name is empty or cannot be sent (white space, NUL)", "Check the option login")
        if not password or re.search(r"[\r\n\0]", password) or not has_encoding(password):
            raise LoginFailed("the password is empty or cannot be sent (line break, NUL)", "Check the option password")
        if self.method == "session" and re.search(r"\s", password):
            raise LoginFailed("white space is in no session's ID", "Give the ID in the option password")

    def _on(self, connection: Connection, method: str, again: bool) -> Connection:
        admitted = False
        try:
            greeting = read_greeting(connection)
            if connection.must_be_secured:
                # Imported here: a module on a target compiles what it imports in every run.
                from .stls import go_on_over_tls

                greeting = go_on_over_tls(connection, greeting)
            self._authenticate(connection, challenge_of(greeting), method, again)
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

    def _authenticate(self, connection: Connection, challenge: bytes, method: str, again: bool) -> None:
        if method == "session":
            self._session(connection, again)
        elif method == "cram-md5":
            self._cram_md5(connection, self._cram_md5_challenge(connection))
        elif method == "plain":
            self._user_and_pass(connection)
        else:
            self._apop_or_another(connection, challenge, method)

    def _may_show(self, connection: Connection) -> bool:
        """Whether the password may be sent itself."""
        return connection.protected or self.allow_cleartext

    def _unprotected(self, connection: Connection, what: str = "the password", why: str = "") -> LoginFailed:
        message = "%s would cross the network in clear text to %s" % (what, connection.name)
        return LoginFailed(message + (" (%s)" % why if why else ""), "Either %s" % _PROTECTION)

    # --- APOP, and what takes its place

    def _apop_or_another(self, connection: Connection, challenge: bytes, method: str) -> None:
        reason = "the server sends no challenge"
        if challenge:
            try:
                digest = apop_digest(challenge, self.credentials.password)
            except NoMd5:
                reason = _NO_MD5
            else:
                self._apop(connection, digest, fall_back=method == "auto" and self._may_show(connection))
                return
        if method == "apop":
            raise LoginFailed("APOP is not possible: %s" % reason, "Set the option login_method to auto")
        if self._may_show(connection):
            self._user_and_pass(connection)
        elif challenge:
            raise self._unprotected(connection, why=reason)
        else:
            self._cram_md5_if_offered(connection)

    def _apop(self, connection: Connection, digest: bytes, fall_back: bool) -> None:
        """Log in by APOP, or by USER and PASS on the same connection if that fails and ``fall_back`` allows it."""
        try:
            reply = connection.converse(b"APOP %s %s\n" % (encode(self.credentials.login), digest))
            if reply.code in SUCCESS:
                return
            if not fall_back:
                raise self._refusal(
                    [reply],
                    "%s. If the server stores the password one-way, APOP cannot work: set login_method to auto, and %s"
                    % (advice(self.credentials.login), _PROTECTION),
                    digest,
                )
            self._user_and_pass(connection)
        except (ReplyTimeout, OutOfStep):
            raise
        except ConnectionLost as error:
            if fall_back:
                raise _HungUpOnApop from error
            raise

    # --- USER and PASS

    def _user_and_pass(self, connection: Connection) -> None:
        if not self._may_show(connection):
            raise self._unprotected(connection)
        reply = connection.converse(b"USER %s\n" % encode(self.credentials.login))
        if reply.code == _NEXT_STEP:
            reply = connection.converse(b"PASS %s\n" % encode(self.credentials.password))
            if reply.code in SUCCESS:
                return
        raise self._refusal([reply], advice(self.credentials.login))

    # --- CRAM-MD5

    def _cram_md5(self, connection: Connection, challenge: bytes) -> None:
        try:
            digest = cram_md5_digest(challenge, self.credentials.password)
        except NoMd5:
            raise LoginFailed(
                "CRAM-MD5 is not possible: %s" % _NO_MD5,
                "Set the option login_method to plain, and %s" % _PROTECTION,
            ) from None
        answer = cram_md5_answer(self.credentials.login, digest)
        reply = connection.converse(answer + b"\n")
        if reply.code not in SUCCESS:
            raise self._refusal(
                [reply],
                "%s. If the server stores the password one-way, CRAM-MD5 cannot work: set login_method to plain, and %s"
                % (advice(self.credentials.login), _PROTECTION),
                b"%s\n%s" % (answer, digest),
            )

    def _cram_md5_challenge(self, connection: Connection) -> bytes:
        reply = connection.converse(b"AUTH CRAM-MD5\n", codeless=True)
        if reply.code // 100 != _NEXT_STEP // 100:  # other protocols have 334 here
            raise self._refusal([reply], "If the server does not offer CRAM-MD5, set the option login_method to auto")
        challenge = cram_md5_challenge(reply)
        if not challenge:
            raise LoginFailed(
                "CRAM-MD5 is not possible: the server's challenge cannot be read",
                "Set the option login_method to auto",
            )
        return challenge

    def _cram_md5_if_offered(self, connection: Connection) -> None:
        """CRAM-MD5 where nothing else is possible: a server that does not offer it makes no difference."""
        try:
            challenge = self._cram_md5_challenge(connection)
        except LoginFailed as error:
            raise self._unprotected(connection) from error
        self._cram_md5(connection, challenge)

    # --- a session of the Account

    def _session(self, connection: Connection, again: bool) -> None:
        if not self._may_show(connection):
            raise self._unprotected(connection, "the session's ID")
        refusals = []
        # The word that the vendor's own client uses now, and the one before it. A refusal may mean either the word or
        # the session, and no code tells them apart.
        for word in (b"SESSIONID", b"WEBUSER"):
            line = b"AUTH %s %s %s\n" % (word, encode(self.credentials.login), encode(self.credentials.password))
            reply = connection.converse(line)
            if reply.code in SUCCESS:
                return
            refusals.append(reply)
        raise self._refusal(
            refusals,
            "The session whose ID logged in before has ended in the meantime: make a new one, and run this again"
            if again
            else "%s. The latter is the ID of a WebUser session here, which ends when nobody uses it for some time"
            % advice(self.credentials.login),
        )

    def _refusal(self, replies: list[Reply], hint: str, proof: bytes = b"") -> LoginFailed:
        """The error for refusals, without what they repeat of the password or of ``proof`` of it."""
        password = self.credentials.password
        sent = "%s\n%s" % (password, proof.decode("ascii"))
        answers = []
        for reply in replies:
            text = "" if password in reply.text else reply.text_without(sent)
            answers.append(("%d %s" % (reply.code, text)).rstrip())
        message = "the login of %s was refused (%s)" % (self.credentials.login, ", then ".join(answers))
        return LoginFailed(message, hint, replies[-1].code)
