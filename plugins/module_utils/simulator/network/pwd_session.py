# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One PWD session without its connection: lines of text in, replies out (protocol.md section 1).

The session's own commands (login, INLINE, NEWPASS, QUIT) are here; all others go to the executor once a user is
logged in.
"""

from __future__ import annotations

from typing import Any, Callable, Mapping, NamedTuple

from ..answers import refusals
from ..answers.answer import Answer, refused
from ..answers.refusals import Refusal
from ..control.opening import OPENING_WORD
from ..control.session import ControlSession
from ..execution.executor import execute
from ..habits.kinds import logins
from ..handling.request import Request
from ..logins import login
from ..logins.cram_md5 import Exchange
from ..model.account import Account
from ..service.service import Service

# Nobody needs long lines to log in, so strangers cannot fill the memory.
_LONGEST_LOGIN_LINE = 64 * 1024
_LONGEST_LINE = 64 * 1024 * 1024


class PwdSession:
    """The state of a session: who is logged in, how data is framed, whether it is over.

    ``peer`` is the client's IP address; ``encrypted`` says whether the connection is, ``offers_stls`` whether it can
    become so. ``inline`` is how data is framed. ``securing``: STLS was agreed to, so whoever owns the connection goes
    over to TLS now, and then says what ``secured`` returns.
    """

    def __init__(self, service: Service, peer: str = "", encrypted: bool = False, offers_stls: bool = False) -> None:
        self.ended = False
        self.securing = False
        self._service = service
        self._number = service.new_session()
        self._peer = peer
        self._encrypted = encrypted
        self._offers_stls = offers_stls
        self._host = service.server.main_domain.name
        self._challenges = 0
        self._challenge = "" if service.habits.has(logins.NO_CHALLENGE) else self._new_challenge()
        self._exchange: Exchange | None = None
        self._named = ""
        self._request: Request | None = None
        self.inline = False
        self._control: ControlSession | None = None

    @property
    def account(self) -> Account | None:
        """Who is logged in."""
        return self._request.user if self._request is not None else None

    @property
    def longest_line(self) -> int:
        """How many bytes a line may have now."""
        return _LONGEST_LINE if self._request is not None or self.is_control else _LONGEST_LOGIN_LINE

    @property
    def is_control(self) -> bool:
        """Whether this has become a session of the control language."""
        return self._control is not None

    def greeting(self) -> bytes:
        text = "%s CommuniGate Pro PWD Server %s ready %s" % (self._host, self._service.version, self._challenge)
        return Answer(200, text.rstrip()).encode(False)

    def secured(self) -> bytes:
        """The connection is encrypted from now on: what the server says then, which may be nothing."""
        self.securing, self._encrypted, self._named = False, True, ""
        habits = self._service.habits
        if habits.has(logins.STLS_GREETS_BARE):
            self._challenge = ""
        elif habits.has(logins.STLS_GREETS_AGAIN):
            self._challenge = "" if habits.has(logins.NO_CHALLENGE) else self._new_challenge()
        else:
            return b""
        return self.greeting()

    def _new_challenge(self) -> str:
        self._challenges += 1
        number = "%d%s" % (self._number, "" if self._challenges == 1 else "-%d" % self._challenges)
        return "<%s.%d@%s>" % (number, self._service.clock.now().timestamp(), self._host)

    def respond(self, line: bytes) -> bytes:
        """The reply to one line, which comes without its LF (and with or without a CR before it)."""
        if self._control is None:
            return self.encode(self.answer(line))
        response = self._control.answer(line)
        self.ended = self.ended or self._control.ended
        return response

    def encode(self, answer: Answer) -> bytes:
        """An answer, framed as this session wants it."""
        return answer.encode(self.inline)

    def answer(self, line: bytes) -> Answer:
        """The answer to one line, not framed yet."""
        try:
            text = line.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError:
            return self._noted(None, {}, refused(refusals.unreadable("the line is not UTF-8 text")))
        if self._exchange is not None:
            return self._own("AUTH", PwdSession._finish_exchange, text)
        verb, _space, rest = text.partition(" ")
        own = _OWN_COMMANDS.get(verb.upper())
        if own is not None:
            return self._own(verb.upper(), own, rest)
        if self._request is not None:
            return execute(self._number, self._request, text)
        if verb.upper() == OPENING_WORD:
            return self._begin_control(rest)
        return self._noted(None, {}, refused(refusals.not_logged_in()))

    def refuse_long_line(self) -> bytes:
        """The last reply of a session that sends a line without end."""
        self.ended = True
        return self._noted(None, {}, refused(refusals.too_long())).encode(self.inline)

    def note_unobeyed(self, line: bytes, effect: str, code: int) -> None:
        """Journal a line that the effect of a fault keeps from being obeyed."""
        if not self._service.journal.kept:
            return
        verb, _space, rest = line.decode("utf-8", "replace").strip().partition(" ")
        if verb.upper() in _OWN_COMMANDS:
            self._note(verb.upper(), _shown(verb.upper(), rest), code, effect)
            return
        self._service.note_unobeyed(self._number, self.account, " ".join((verb, rest)), effect, code)

    def _begin_control(self, password: str) -> Answer:
        try:
            self._control = ControlSession(self._service, password)
        except Refusal as refusal:
            return refused(refusal)
        return self._control.welcome()

    def _own(self, verb: str, command: OwnCommand, rest: str) -> Answer:
        try:
            answer = command(self, rest)
        except Refusal as refusal:
            answer = refused(refusal)
        return self._noted(verb, _shown(verb, rest), answer)

    def _noted(self, verb: str | None, arguments: Mapping[str, Any], answer: Answer) -> Answer:
        self._note(verb, arguments, answer.code)
        return answer

    def _note(self, verb: str | None, arguments: Mapping[str, Any], code: int, effect: str = "") -> None:
        user = self.account.address if self.account is not None else None
        self._service.journal.write(self._number, user, verb, arguments, code, effect=effect)

    # --- the session's own commands

    def _user(self, name: str) -> Answer:
        self._named = name.strip()
        return Answer(300, "please send the PASS")

    def _pass(self, password: str) -> Answer:
        if not self._named:
            raise refusals.bad_parameters("PASS must follow USER")
        named, self._named = self._named, ""
        return self._enter(login.with_password(self._service, named, password, self._encrypted))

    def _apop(self, rest: str) -> Answer:
        name, _space, digest = rest.strip().rpartition(" ")
        if not self._challenge:
            raise refusals.bad_parameters("there is no challenge that a digest could be of")
        return self._enter(login.with_digest(self._service, name.strip(), self._challenge, digest))

    def _stls(self, _rest: str) -> Answer:
        if not self._offers_stls or self._service.habits.has(logins.NO_STLS):
            raise refusals.unknown_command()
        if self._encrypted or self._request is not None:
            raise refusals.impossible("TLS is started before the login, and once")
        self.securing = True
        return Answer(200, "please start TLS")

    def _enter(self, account: Account) -> Answer:
        self._request = Request(self._service, account)
        login.note_login(self._service, account, self._peer)
        return Answer(200, "login OK")

    def _set_inline(self, _rest: str) -> Answer:
        self.inline = True
        return Answer(200, "OK, data will be sent inline")

    def _new_password(self, password: str) -> Answer:
        if self._request is None:
            raise refusals.not_logged_in()
        login.new_password(self._service, self._request.user, password)
        return Answer(200, "Password updated")

    def _auth(self, rest: str) -> Answer:
        method, _space, rest = rest.strip().partition(" ")
        offered = _AUTH_METHODS.get(method.upper())
        if offered is None or self._service.habits.has(offered.missing_with):
            raise refusals.bad_parameters("this authentication method is not offered")
        return offered.begin(self, rest.strip())

    def _auth_session(self, rest: str) -> Answer:
        name, _space, session_id = rest.partition(" ")
        return self._enter(login.with_session(self._service, name, session_id.strip()))

    def _auth_cram_md5(self, _rest: str) -> Answer:
        self._exchange = Exchange(self._service, self._new_challenge())
        return self._exchange.question()

    def _finish_exchange(self, line: str) -> Answer:
        exchange, self._exchange = self._exchange, None
        if exchange is None or line.strip() == "*":
            raise refusals.bad_parameters("the login was given up")
        return self._enter(exchange.account(line))

    def _quit(self, _rest: str) -> Answer:
        self.ended = True
        return Answer(200, "CommuniGate Pro PWD connection closed")


def _shown(verb: str, rest: str) -> dict[str, str]:
    """The arguments of a session's own command for the journal: the name is no secret, everything else is."""
    return {"name": rest.partition(" ")[0]} if verb in ("USER", "APOP") else {}


OwnCommand = Callable[[PwdSession, str], Answer]


class _AuthMethod(NamedTuple):
    """How a method of AUTH begins, and the habit with which a server does not know it."""

    begin: OwnCommand
    missing_with: str


_AUTH_METHODS = {
    "SESSIONID": _AuthMethod(PwdSession._auth_session, logins.NO_SESSIONID),
    "WEBUSER": _AuthMethod(PwdSession._auth_session, logins.NO_WEBUSER),
    "CRAM-MD5": _AuthMethod(PwdSession._auth_cram_md5, logins.NO_CRAM_MD5),
}

_OWN_COMMANDS: dict[str, OwnCommand] = {
    "USER": PwdSession._user,
    "PASS": PwdSession._pass,
    "APOP": PwdSession._apop,
    "AUTH": PwdSession._auth,
    "STLS": PwdSession._stls,
    "INLINE": PwdSession._set_inline,
    "NEWPASS": PwdSession._new_password,
    "QUIT": PwdSession._quit,
}
