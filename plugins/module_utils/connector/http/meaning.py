# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a response to a command means: a reply, as PWD has replies, or that the realm is not there for us.

Nobody has seen all forms (evidence.md section 5). What is known: data come bare; a body with the word ERROR is a
failure; over SOAP a failure has the status 500. So a reply's code is looked for in the body, as a status line of PWD
or behind ERROR, then in the status. How a server writes its successes is learnt by a question (``opening.py``): only
then is it clear whether ``513`` is a code or a value, and ``OK`` a text or a name.

A status of failure is a refusal of the command only where the CLI can have said it. Of any other, such as that of
somebody on the way who limits requests or waits no longer, nobody knows whether the command was carried out: it is as a
lost connection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import ConnectionLost, OutOfStep, likely_code
from ..replies import Reply
from ..text import decode
from .response import Response

_STATUS_LINE = re.compile(r"(\d{3})(?:[ \t]+|\r?\n|$)")
_ERROR = re.compile(r"ERROR\b[\s:,.=-]*")
_CODE_BEFORE = re.compile(r"[\[(]?([3-5]\d\d)[\])]?(?:[\s:,.-]+|$)")
_CODE_BEHIND = re.compile(r"[\s:,.-]*[\[(](?:(?:error )?code[ =:]*)?([3-5]\d\d)[\])]\.?$", re.IGNORECASE)
_OBJECT_STARTS = tuple('({[<#"')
_NAME_LIKE_ERROR = re.compile(r"ERROR(?![.-]*[3-5]\d\d$)[.@-]+[A-Za-z0-9][A-Za-z0-9@._-]*$")
_PAGE = re.compile(r"(?:\s|<\?xml\b[^>]*>|<!--.*?-->)*(?:<!doctype html|<html)", re.IGNORECASE | re.DOTALL)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_MARKUP = re.compile(r"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_LONGEST_PAGE = 65536  # characters of a page that are looked at
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&apos;": "'", "&nbsp;": " ", "&amp;": "&"}
_BLANK = " \t\r\n"
_GENERAL = 500  # the code that says nothing by itself
_FIRST_OWN_STATUS = 512  # statuses from here on mean nothing to HTTP, and something to the CLI

_AWAY = {
    **dict.fromkeys((502, 503, 504), "The server may be starting anew"),
    **dict.fromkeys((408, 425, 429), "So many requests may not be admitted: set the option window to 1"),
}
REQUEST_NOT_TAKEN = (400, 411, 413, 414, 415, 417, 422, 431)
"""The statuses that say that nothing was done, because of the request itself."""
_REFUSED = 401
_NO_CLI = "Check the options host, port (usually 8100, with TLS 9100) and http_path: something else answers there"
_OTHERS = "Something on the way may have answered, and what the server did with a command is unknown then"
_NOT_FOR_US = {
    403: "The CLI may be closed to the address of this machine or to this login: see the server's HTTP User settings",
    404: "Check the option http_path (usually /CLI/), and that the server's HTTP User settings offer the CLI",
    405: _NO_CLI,
    407: "The proxy of the environment asks for a login: set http_proxy_from_env to false, or give it one",
}


class Trouble(Exception):
    """The answer of something that is not the realm, or that does not let us in.

    ``refused``: it is the login that was not accepted; ``away``: something on the way says that the server is.
    """

    def __init__(self, message: str, hint: str = "", *, refused: bool = False, away: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.refused = refused
        self.away = away


@dataclass
class Form:
    """How a server writes what it answers.

    ``bare``: data come without a status line; ``nothing``: what it says where there is none, empty if no byte comes,
    None if it is not known; ``ends_lines``: data end with a line end; ``product``: what it says it is, in each answer.

    Whoever is on the way may put something else in the place of an answer, or nothing, under the status of a success.
    So a success is only what this server says for one: where it says something, an empty body is none, and where that
    is a status line, no other text is. And where the server says what it is, nobody else's answer is one.
    """

    bare: bool = False
    nothing: str | None = None
    ends_lines: bool = False
    product: str = ""

    def reply(self, response: Response, reads: bool = False) -> Reply:
        """What the response to a command means. OutOfStep if it is no answer, ConnectionLost if it may have been cut.

        Where only the end of the connection shows where a body ends, no line end, or nothing as the answer to a command
        that ``reads``, may be a part of more.
        """
        try:
            text = readable(response)
        except Trouble as trouble:
            raise OutOfStep(
                "%s, in the place of an answer" % trouble.message,
                ("What the server did with the command is unknown. %s" if trouble.away else "%s") % trouble.hint,
            ) from None
        # Refusals may come without the field, as from another part of the server.
        own = (self.product,) if is_success(response) else (self.product, "")
        if self.product and product(response) not in own:
            raise OutOfStep(
                "another server answered in the place of this one",
                "What the server did with the command is unknown: a proxy on the way may have answered",
            )
        may_be_part = self.ends_lines if text else reads or self.nothing != ""
        if not response.ended and not text.endswith("\n") and may_be_part:
            raise ConnectionLost("the connection ended before the response was complete")
        text = text.strip(_BLANK)
        if not is_success(response):
            return refusal(text, response)
        return status_line(text, self.bare) or self._without_code(text)

    def _without_code(self, text: str) -> Reply:
        is_word = self.bare and text != "" and not any(blank in text for blank in _BLANK)
        error = None if is_word and _NAME_LIKE_ERROR.match(text) else refusal_by_word(text)
        if error is not None:
            return error
        if text == self.nothing:
            return Reply(200, text or "OK")
        if is_word or text.startswith(_OBJECT_STARTS):
            return Reply(201, "", text)
        code = likely_code(text)
        if not code and self._says_otherwise(text):
            raise OutOfStep(
                "something came in the place of an answer that this server does not answer with",
                "What the server did with the command is unknown: a proxy on the way may have answered",
            )
        return Reply(code or 200, text or "OK")

    def _says_otherwise(self, text: str) -> bool:
        """Whether it is known that a success without data is said in another form than this text has."""
        return self.nothing is not None and (not text or status_line(self.nothing, bare=False) is not None)


def product(response: Response) -> str:
    """What the server says it is, without a version; empty if it does not say it."""
    return re.split(r"[/ (]", response.fields.get("server", "").strip(), maxsplit=1)[0].lower()


def is_success(response: Response) -> bool:
    """Whether the status says that the command was carried out."""
    return 200 <= response.status < 300


def is_page(response: Response) -> bool:
    """Whether it is HTML."""
    kind = response.fields.get("content-type", "").strip().lower()
    return kind.startswith(_PAGE_TYPES) or _PAGE.match(decode(response.body[:_LONGEST_PAGE])) is not None


def readable(response: Response) -> str:
    """The text of a response that may be an answer to a command. Trouble if it cannot be one, or nobody can read it."""
    told = ("%d %s" % (response.status, response.reason)).rstrip()
    if response.status == _REFUSED:
        raise Trouble("the login was refused (%s)" % told, "Check the options login and password", refused=True)
    if 300 <= response.status < 400:
        raise Trouble(
            "the server leads to another place (%s%s), and a password is not sent after it" % (told, _place(response)),
            "Give the place of the CLI itself in the options transport, host, port and http_path",
        )
    later = _AWAY.get(response.status)
    if later is not None:
        raise Trouble("what is before the server answered %s" % told, later, away=True)
    if response.fields.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise Trouble(
            "the server sent its answer compressed, which nobody asked for",
            "Check the options host, port and http_path: a proxy that changes answers may be on the way",
        )
    text = decode(response.body)
    if is_success(response):
        if is_page(response):
            raise Trouble("a page for browsers came (%s)" % told, _NO_CLI)
        return text
    if not may_refuse_a_command(response):
        raise Trouble("the answer was %s" % told, _NOT_FOR_US.get(response.status, _OTHERS))
    return text


def may_refuse_a_command(response: Response) -> bool:
    """Whether a response without success can be the CLI's own answer to a command, or says that none was taken."""
    text = decode(response.body)
    if response.status == _GENERAL or response.status in REQUEST_NOT_TAKEN or names_code(text, response):
        return True
    if response.status < _GENERAL:
        return False
    # It may be the CLI's code, if what goes with it are words of its own; of a page they must be known to be.
    if is_page(response):
        return likely_code(without_markup(text).rpartition(str(response.status))[2].lstrip(" :.,-")) > 0
    own_words = text.strip(_BLANK) != "" and not _says_status(text, response)
    return own_words or likely_code(response.reason) > 0


def refusal(text: str, response: Response) -> Reply:
    """The reply for a response whose status is none of success."""
    text = without_markup(text)
    if names_code(text, response):
        return status_line(text, bare=False) or refusal_by_word(text) or _coded(text, _GENERAL)
    if _says_status(text, response):
        text = ""
    is_general = 500 <= response.status < _FIRST_OWN_STATUS
    return _coded(text or response.reason or str(response.status), _GENERAL if is_general else response.status)


def status_line(text: str, bare: bool) -> Reply | None:
    """The reply that a status line of PWD begins; None if there is none. ``bare``: three digits alone are a value."""
    found = _STATUS_LINE.match(text)
    if found is None or (bare and found.end() == len(text)):
        return None
    code, rest = int(found.group(1)), text[found.end() :]
    if code == 201 or (code == 200 and rest.startswith(_OBJECT_STARTS)):
        return Reply(code, "", rest)
    line, _end, others = rest.partition("\n")
    if code == 200 and line.strip().lower() == "data follow":
        return Reply(code, "", others)
    return Reply(code, line.rstrip())


def refusal_by_word(text: str) -> Reply | None:
    """The refusal that a body with the word ERROR in its front is; None if it is none."""
    found = _ERROR.match(text)
    return _coded(text[found.end() :], _GENERAL) if found is not None else None


def without_markup(text: str) -> str:
    """The words of a page, or of a fault in XML, on one line; anything else as it is."""
    if not text.lstrip().startswith("<"):
        return text
    text = _MARKUP.sub(" ", text[:_LONGEST_PAGE])
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return " ".join(text.split())


def _coded(text: str, otherwise: int) -> Reply:
    """A refusal with the code that stands before or behind its text, or that is known to go with it."""
    text = text.strip(_BLANK).split("\n")[0].rstrip()
    before, behind = _CODE_BEFORE.match(text), _CODE_BEHIND.search(text)
    if before is not None:
        return Reply(int(before.group(1)), text[before.end() :])
    if behind is not None:
        return Reply(int(behind.group(1)), text[: behind.start()])
    return Reply(likely_code(text) or otherwise, text)


def names_code(text: str, response: Response) -> bool:
    """Whether a body says an error of the CLI, and does not only repeat the status.

    A page may begin with the word ERROR or with the status whoever wrote it, as those of proxies do.
    """
    is_markup = text.lstrip().startswith("<")
    text = without_markup(text).strip(_BLANK)
    if likely_code(text) or (refusal_by_word(text) is not None and not is_markup):
        return True
    found = _STATUS_LINE.match(text)
    if found is None or int(found.group(1)) < _GENERAL or _says_status(text, response):
        return False
    return not (is_markup and int(found.group(1)) == response.status)


def _says_status(text: str, response: Response) -> bool:
    said = " ".join(text.split()).lower()
    return said in ("%d %s" % (response.status, response.reason.lower()), response.reason.lower())


def _place(response: Response) -> str:
    """Where a redirection leads to, without what may be a secret: who logs in, and a query."""
    place = re.sub(r"[?#].*", "", response.fields.get("location", ""), flags=re.DOTALL)
    place = re.sub(r"//[^/]*@", "//", place)
    place = "".join(character if character.isprintable() else "?" for character in place[:200])
    return " to %s" % place if place else ""
