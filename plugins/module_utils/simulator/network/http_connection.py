# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One HTTP connection to the CLI realm: requests to commands, replies to responses.

What is evidenced is the realm ``/CLI/`` (in any case), the form field ``command`` by GET or POST, SOAP (``soap.py``),
and Basic authentication (protocol.md section 8, evidence.md section 5). ``http_forms.py`` has the forms of responses to
commands. Other statuses than those are about the request: 400 no command or more than one, 401, 404, 405, 411, 413 and
501 (a body in chunks).

No response tells anything of what was sent, and nothing is logged here: a request may hold secrets.
"""

from __future__ import annotations

import email.utils
import time
from base64 import b64decode
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import BaseServer
from typing import Any, Mapping
from urllib.parse import unquote_plus

from ..answers.refusals import Refusal
from ..faults.misbehaviour import Outcome
from . import http_forms, soap
from .http_forms import Content
from .http_realm import PATIENCE, HttpRealm, HttpUser

_REALM = "/cli/"
_LONGEST_BODY = 64 * 1024 * 1024
_CHUNK = 64 * 1024
_TOO_LARGE = HTTPStatus(413)  # its name differs between versions of Python
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="CommuniGate Pro CLI", charset="UTF-8"'}
_METHODS = {"Allow": "GET, POST"}


class _Failure(Exception):
    """A request that is answered with a status other than 200."""

    def __init__(self, status: HTTPStatus, **headers: str) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers


class HttpConnection(BaseHTTPRequestHandler):
    """The requests of one connection, one after the other, on a thread of its own."""

    protocol_version = "HTTP/1.1"
    timeout = PATIENCE
    disable_nagle_algorithm = True
    _unread = 0  # bytes of the request's body that have not been read

    def __init__(self, realm: HttpRealm, request: Any, client_address: Any, server: BaseServer) -> None:
        self._realm = realm
        super().__init__(request, client_address, server)  # which answers all requests

    def do_GET(self) -> None:  # noqa: N802 (the name is http.server's)
        self._serve()

    do_POST = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET

    # --- one request

    def _serve(self) -> None:
        try:
            self._unread = self._announced()
            outcome = self._outcome()
        except _Failure as failure:
            self._discard()
            self._respond(failure.status, failure.headers)
        else:
            time.sleep(self._realm.latency + outcome.held)
            self.wfile.write(outcome.reply)
            self.close_connection = self.close_connection or outcome.ends
            while outcome.stalls and self.rfile.read(1):
                pass  # nothing of it is looked at

    def _outcome(self) -> Outcome:
        """What comes of the command of this request."""
        path, _mark, query = self.path.partition("?")
        if path.lower() != _REALM:
            raise _Failure(HTTPStatus.NOT_FOUND)
        if self.command not in ("GET", "POST"):
            raise _Failure(HTTPStatus.METHOD_NOT_ALLOWED, **_METHODS)
        user = self._user()
        if self.command == "POST" and soap.speaks_soap(self.headers.get("Content-Type") or ""):
            try:
                line = soap.command_line(self._body())
            except soap.NoRequest:
                raise _Failure(HTTPStatus.BAD_REQUEST) from None
            return self._realm.obey(user, line, lambda answer: self._whole(soap.content(answer)))
        # http.server reads the first line as Latin-1, which keeps all bytes.
        line = _command(query.encode("iso-8859-1") if self.command == "GET" else self._body())
        return self._realm.obey(user, line, lambda answer: self._whole(http_forms.plain(answer, self._realm.habits)))

    def _user(self) -> HttpUser:
        """Who sends this request, by its Basic authentication."""
        scheme, _space, encoded = (self.headers.get("Authorization") or "").partition(" ")
        if scheme.lower() != "basic":
            raise _Failure(HTTPStatus.UNAUTHORIZED, **_CHALLENGE)
        try:
            name, _colon, password = b64decode(encoded.strip(), validate=True).decode("utf-8").partition(":")
            return self._realm.admit(name, password, str(self.client_address[0]))
        except (ValueError, Refusal):
            raise _Failure(HTTPStatus.UNAUTHORIZED, **_CHALLENGE) from None

    # --- the body

    def _announced(self) -> int:
        """How long the body is. Where that cannot be told the connection ends with this request."""
        self.close_connection, keeps_alive = True, not self.close_connection
        if self.headers.get("Transfer-Encoding"):
            raise _Failure(HTTPStatus.NOT_IMPLEMENTED)
        length = self.headers.get("Content-Length")
        if length is None and self.command == "POST":
            raise _Failure(HTTPStatus.LENGTH_REQUIRED)
        length = (length or "0").strip()
        if not (length.isascii() and length.isdigit()):
            raise _Failure(HTTPStatus.BAD_REQUEST)
        if len(length) > len(str(_LONGEST_BODY)) or int(length) > _LONGEST_BODY:
            raise _Failure(_TOO_LARGE)
        self.close_connection = not keeps_alive
        return int(length)

    def _body(self) -> bytes:
        length, self._unread = self._unread, 0
        body = self.rfile.read(length)
        if len(body) < length:
            raise ConnectionAbortedError  # the client has gone
        return body

    def _discard(self) -> None:
        """Take what the client still sends, or it would not see the response."""
        while self._unread:
            skipped = len(self.rfile.read(min(self._unread, _CHUNK)))
            self._unread = self._unread - skipped if skipped else 0

    # --- the response

    def _whole(self, content: Content, headers: Mapping[str, str] | None = None) -> bytes:
        """A response from its first to its last byte. One about an unreadable request may be for HTTP 0.9."""
        framing = http_forms.framing(self._realm.habits)
        self.close_connection = self.close_connection or framing.closes
        reason = content.reason or HTTPStatus(content.status).phrase
        fields = {"Server": self.version_string(), "Date": self.date_time_string(), **(headers or {})}
        fields["Content-Type"] = content.kind
        body = content.body
        if framing.chunked:
            fields["Transfer-Encoding"] = "chunked"
            body = http_forms.chunks(body)
        elif not framing.closes:
            fields["Content-Length"] = str(len(body))
        if self.close_connection:
            fields["Connection"] = "close"
        lines = ["HTTP/1.1 %d %s" % (content.status, reason), *("%s: %s" % field for field in fields.items()), "", ""]
        head = b"" if self.request_version == "HTTP/0.9" else "\r\n".join(lines).encode("iso-8859-1")
        return head + (body if self.command != "HEAD" else b"")

    def _respond(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        """Send a response about the request, which says its status."""
        text = ("%d %s\r\n" % (status, status.phrase)).encode("ascii")
        self.wfile.write(self._whole(Content(status, "", "text/plain; charset=utf-8", text), headers))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What http.server itself has to refuse; its messages, which quote the request, are dropped."""
        self.close_connection = True
        self._respond(HTTPStatus(code), {})

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""

    def version_string(self) -> str:
        return "CommuniGatePro/%s" % self._realm.version

    def date_time_string(self, timestamp: float | None = None) -> str:
        return email.utils.format_datetime(self._realm.now(), usegmt=True)


def _command(form: bytes) -> str:
    """The only field ``command`` of a form. (What urllib parses as a form differs between versions of Python.)"""
    try:
        pairs = [pair.partition("=") for pair in form.decode("utf-8").split("&")]
        commands = [unquote_plus(value, errors="strict") for name, _equals, value in pairs if name == "command"]
    except UnicodeDecodeError:
        raise _Failure(HTTPStatus.BAD_REQUEST) from None
    if len(commands) != 1 or not commands[0].strip():
        raise _Failure(HTTPStatus.BAD_REQUEST)
    return commands[0]
