# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One PWD session without its connection: lines of text in, replies out (protocol.md section 1).

The session's own commands (login, INLINE, NEWPASS, QUIT) are here; all others go to the service once a user is logged
in.
"""

from __future__ import annotations

from typing import Callable

from ..connector.data import IPAddress
from . import login, password_policy, refusals
from .model.account import Account
from .refusals import Refusal
from .replies import Reply, refused
from .request import Request
from .service import Service

# Nobody needs long lines to log in, so strangers cannot fill the memory.
_LONGEST_LOGIN_LINE = 64 * 1024
_LONGEST_LINE = 64 * 1024 * 1024


class Conversation:
    """The state of a session: who is logged in, how data is framed, whether it is over.

    ``peer`` is the client's IP address; ``encrypted`` says whether the connection is.
    """

    def __init__(self, service: Service, peer: str = "", encrypted: bool = False) -> None:
        self.ended = False
        self._service = service
        self._number = service.new_session()
        self._peer = peer
        self._encrypted = encrypted
        self._host = service.server.main_domain.name
        self._challenge = "<%d.%d@%s>" % (self._number, service.clock.now().timestamp(), self._host)
        self._named = ""
        self._request: Request | None = None
        self._inline = False

    @property
    def account(self) -> Account | None:
        """Who is logged in."""
        return self._request.user if self._request is not None else None

    @property
    def longest_line(self) -> int:
        """How many bytes a line may have now."""
        return _LONGEST_LINE if self._request is not None else _LONGEST_LOGIN_LINE

    def greeting(self) -> bytes:
        text = "%s CommuniGate Pro PWD Server %s ready %s" % (self._host, self._service.version, self._challenge)
        return Reply(200, text).encode(False)

    def answer(self, line: bytes) -> bytes:
        """The reply to one line, which comes without its LF (and with or without a CR before it)."""
        try:
            text = line.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError:
            return self._noted(None, {}, refused(refusals.bad_parameters("the line is not UTF-8 text")))
        verb, _space, rest = text.partition(" ")
        own = _OWN_COMMANDS.get(verb.upper())
        if own is not None:
            return self._own(verb.upper(), own, rest)
        if self._request is not None:
            return self._service.execute(self._number, self._request, text).encode(self._inline)
        return self._noted(None, {}, refused(refusals.not_logged_in()))

    def refuse_long_line(self) -> bytes:
        """The last reply of a session that sends a line without end."""
        self.ended = True
        return self._noted(None, {}, refused(refusals.too_long()))

    def _own(self, verb: str, command: OwnCommand, rest: str) -> bytes:
        try:
            reply = command(self, rest)
        except Refusal as refusal:
            reply = refused(refusal)
        # The name is no secret; every other parameter of these commands is.
        arguments = {"name": rest.partition(" ")[0]} if verb in ("USER", "APOP") else {}
        return self._noted(verb, arguments, reply)

    def _noted(self, verb: str | None, arguments: dict[str, str], reply: Reply) -> bytes:
        user = self.account.address if self.account is not None else None
        self._service.journal.write(self._number, user, verb, arguments, reply.code)
        return reply.encode(self._inline)

    # --- the session's own commands

    def _user(self, name: str) -> Reply:
        self._named = name.strip()
        return Reply(300, "please send the PASS")

    def _pass(self, password: str) -> Reply:
        if not self._named:
            raise refusals.bad_parameters("PASS must follow USER")
        named, self._named = self._named, ""
        return self._enter(login.with_password(self._service, named, password, self._encrypted))

    def _apop(self, rest: str) -> Reply:
        name, _space, digest = rest.strip().rpartition(" ")
        return self._enter(login.with_digest(self._service, name.strip(), self._challenge, digest))

    def _enter(self, account: Account) -> Reply:
        self._request = Request(self._service, account)
        account.info["LastLogin"] = self._service.clock.timestamp()
        if self._peer:
            account.info["LastAddress"] = IPAddress("[%s]" % self._peer.partition("%")[0])
        return Reply(200, "login OK")

    def _set_inline(self, _rest: str) -> Reply:
        self._inline = True
        return Reply(200, "OK, data will be sent inline")

    def _new_password(self, password: str) -> Reply:
        if self._request is None:
            raise refusals.not_logged_in()
        password_policy.change_own(self._service.server, self._request.user, password)
        return Reply(200, "Password updated")

    def _auth(self, _rest: str) -> Reply:
        raise refusals.not_simulated()

    def _quit(self, _rest: str) -> Reply:
        self.ended = True
        return Reply(200, "CommuniGate Pro PWD connection closed")


OwnCommand = Callable[[Conversation, str], Reply]

_OWN_COMMANDS: dict[str, OwnCommand] = {
    "USER": Conversation._user,
    "PASS": Conversation._pass,
    "APOP": Conversation._apop,
    "AUTH": Conversation._auth,
    "INLINE": Conversation._set_inline,
    "NEWPASS": Conversation._new_password,
    "QUIT": Conversation._quit,
}
