# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting into the HTTP realm: whether it is there, accepts the login, and how it writes its answers.

HTTP has no login that happens once. So a word of our own is asked for (ECHO), which tells all of that and changes
nothing.
"""

from __future__ import annotations

import os
import re

from ..echo import without_echo
from ..endpoint import Endpoint
from ..errors import (
    CgpError,
    ConnectionFailed,
    ConnectionLost,
    LoginFailed,
    OutOfStep,
    ReplyTimeout,
    ReplyTooLong,
    ServerAway,
)
from ..link import Access
from ..login import Credentials, advice
from ..stream import Stream
from ..text import decode, encode, has_encoding
from . import meaning
from .link import HttpLink
from .meaning import Form, Trouble
from .request import authority, basic, head
from .response import Response
from .way import Way

METHODS = ("auto", "plain")
"""The login methods that there are over HTTP."""
_PATH = re.compile(r"/[!$&'()*+,./0-9:;=@A-Z_a-z~%-]*\Z")
_BLANK = " \t\r\n"
_EXCERPT = 120  # characters
_REFUSALS = 300  # codes from here on
_ELSEWHERE = "Check the options host, port (usually 8100, with TLS 9100) and http_path (usually /CLI/)"


def open_realm(access: Access) -> HttpLink:
    """A link to a realm that has accepted the login. ConnectionFailed or LoginFailed."""
    _refuse_unsendable(access)
    credentials = access.credentials
    way = Way(access.endpoint, access.endpoint_in_time)

    def connect() -> Stream:
        stream = way.open()
        if not (stream.protected or access.allow_cleartext):
            stream.close()
            raise LoginFailed(
                "the password would cross the network in clear text to %s" % access.endpoint,
                "Either use transport https, or accept the risk with the option allow_cleartext",
            )
        return stream

    login = b"Authorization: " + basic(credentials.login, credentials.password)
    beginning = head(access.endpoint, way.target, login, *way.fields)
    name = str(access.endpoint)
    link = HttpLink(name, connect, beginning, access.window, access.limits, access.statistics)
    try:
        link.form = _Entrance(link, credentials).form()
    except ConnectionLost as error:
        raise _no_login(name, error) from error
    except BaseException:
        link.close()
        raise
    return link


def _refuse_unsendable(access: Access) -> None:
    if access.login_method not in METHODS:
        message = "there is no login method %s over HTTP" % access.login_method
        raise LoginFailed(message, "Set the option login_method to auto or plain")
    name, password = access.credentials.login, access.credentials.password
    if not name or re.search(r"[\s\0:]", name) or not has_encoding(name):
        raise LoginFailed(
            "the login name is empty or cannot be sent over HTTP (white space, colon, NUL)", "Check the option login"
        )
    if not password or re.search(r"[\r\n\0]", password) or not has_encoding(password):
        raise LoginFailed("the password is empty or cannot be sent (line break, NUL)", "Check the option password")
    if not _is_host(access.endpoint):
        raise ConnectionFailed("the host is no name or address", "Check the option host")
    if _PATH.match(access.endpoint.http_path) is None:
        raise ConnectionFailed(
            "http_path is no path", "Give it as it stands in a URL: it begins with /, and has no blank, ? or #"
        )


def _is_host(endpoint: Endpoint) -> bool:
    """Whether the host can stand in a request, where a proxy may be all that ever looks it up."""
    try:
        return re.search(rb"[\x00-\x20/?#@\\\x7f]", authority(endpoint)) is None
    except UnicodeError:
        return False


class _Entrance:
    """The questions by which a link learns what it leads to. ConnectionFailed, LoginFailed or ConnectionLost."""

    def __init__(self, link: HttpLink, credentials: Credentials) -> None:
        self._link = link
        self._credentials = credentials

    def form(self) -> Form:
        """How the realm writes its answers."""
        word = "in%sstep" % os.urandom(8).hex()
        told = self._told("ECHO " + word)
        text = decode(told.body)
        ends_lines = text.endswith("\n")
        text = text.strip(_BLANK)
        line = meaning.status_line(text, bare=False)
        has_line = meaning.is_success(told) and line is not None and line.code < _REFUSALS
        is_bare = text.strip('"') == word
        if meaning.is_success(told) and line is None and not is_bare and meaning.refusal_by_word(text) is None:
            message = "%s does not answer like a CommuniGate Pro CLI" % self._link.name
            raise ConnectionFailed(message + self._excerpt(text), _ELSEWHERE)
        nothing = self._told("NOOP")
        products = {meaning.product(told), meaning.product(nothing)}
        # Where ECHO is not known, nothing shows how data come: then they may come bare, and with a status line, too.
        return Form(
            bare=not has_line,
            nothing=self._nothing(nothing),
            ends_lines=ends_lines and (has_line or is_bare),
            product=products.pop() if len(products) == 1 else "",
        )

    def _nothing(self, told: Response) -> str | None:
        """What is said where there are no data, as the answer to NOOP shows; None if that does not show."""
        said = decode(told.body).strip(_BLANK)
        line = meaning.status_line(said, bare=False)
        is_refused = meaning.refusal_by_word(said) is not None or (line is not None and line.code >= _REFUSALS)
        is_said = meaning.is_success(told) and not is_refused and (said or not told.body)
        return said if is_said else None

    def _told(self, line: str) -> Response:
        """What comes for a question, if it may be an answer."""
        response = self._link.converse(encode(line))
        try:
            text = meaning.readable(response)
        except Trouble as trouble:
            raise self._no_entry(trouble, response) from None
        if response.status in meaning.REQUEST_NOT_TAKEN and not meaning.names_code(text, response):
            message = "no login at %s: the answer was %d" % (self._link.name, response.status)
            raise ConnectionFailed(message + self._excerpt(text), _ELSEWHERE)
        if meaning.is_page(response):
            message = "%s answers with a page for browsers" % self._link.name
            raise ConnectionFailed(message + self._excerpt(text), _ELSEWHERE)
        return response

    def _no_entry(self, trouble: Trouble, response: Response) -> CgpError:
        if trouble.refused:
            message = "the login of %s was refused at %s (%d)"
            message %= (self._credentials.login, self._link.name, response.status)
            return LoginFailed(message, advice(self._credentials.login), response.status)
        message = "no login at %s: %s" % (self._link.name, trouble.message)
        message += self._excerpt(decode(response.body))
        return (ServerAway if trouble.away else ConnectionFailed)(message, trouble.hint)

    def _excerpt(self, text: str) -> str:
        """A short piece of what came, without markup and without anything that was sent."""
        words = " ".join(meaning.without_markup(text).split())[:_EXCERPT]
        login = self._credentials.login, self._credentials.password
        sent = "command ECHO NOOP %s %s %s" % (*login, decode(basic(*login)))
        return ": %s" % without_echo(words, sent) if words else ""


def _no_login(name: str, error: ConnectionLost) -> CgpError:
    """The error for an answer that did not come, or not whole."""
    message = "no login at %s: %s" % (name, error.message)
    if isinstance(error, (OutOfStep, ReplyTooLong)):
        return ConnectionFailed(
            message, "Check that HTTP is spoken on this port (usually 8100, with TLS 9100), and the option transport"
        )
    if isinstance(error, ReplyTimeout):
        return ConnectionFailed(message, error.hint or "If the port expects TLS, set the option transport to https")
    return ServerAway(message, "The port may expect TLS (transport https), or not admit this machine's address")
