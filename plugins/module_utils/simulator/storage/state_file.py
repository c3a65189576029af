# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state file: everything a server knows, as readable JSON.

::

    {"format": 1,
     "server": {scope}, "cluster": {scope} or null, "runtime": {runtime},
     "domains": [{"name": ..., "accounts": [...], "groups": [...], ...}, ...]}      the main Domain first

Values are data objects in the JSON form of ``connector/data``; what has its default value is left out. Passwords
are in it as they are stored, so the file is readable by its owner only.

An object of a Domain is one line, and is written and read by itself: a million of them need no second million in
memory. Any other layout of the same JSON is read as well.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager, suppress
from typing import Any, Iterable, Iterator, TextIO

from ...connector.errors import CgpError
from ..answers.refusals import Refusal
from ..model.account import Account
from ..model.domain import Domain, DomainObject
from ..model.mailing_list import MailingList
from ..model.objects import Forwarder, Group, NamedTask
from ..model.runtime import Runtime
from ..model.scope import Scope
from ..model.server import Server
from .json_stream import JsonReader
from .model_json import model_from_json, model_to_json

FORMAT = 1

# Key in the file -> the objects of a Domain kept under it. Aliases are kept with their Accounts.
_KINDS: dict[str, type[DomainObject]] = {
    "accounts": Account,
    "groups": Group,
    "forwarders": Forwarder,
    "mailing_lists": MailingList,
    "named_tasks": NamedTask,
}


class StateError(CgpError):
    """The state file cannot be used."""


def save(server: Server, path: str) -> None:
    """Write the state; the file is replaced as a whole or not at all."""
    head = {
        "server": model_to_json(server.local),
        "cluster": model_to_json(server.cluster) if server.cluster is not None else None,
        "runtime": model_to_json(server.runtime),
    }
    with replaced(path) as stream:
        write(stream, head, server.domains())
        stream.flush()
        os.fsync(stream.fileno())  # the new file has to be whole on the disk before it has the old one's name


def load(path: str, cluster: bool) -> Server | None:
    """The server as it was saved, or None when there is no such file. ``cluster``: make it a cluster member."""
    found = read(path)
    if found is None:
        return None
    with understood(path):
        return _server(found[0], found[1], cluster)


# --- any file of this form


@contextmanager
def replaced(path: str) -> Iterator[TextIO]:
    """A stream whose text becomes the new content of the file, as a whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)), prefix=os.path.basename(path))
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            yield stream
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):  # the directory may have gone with it
            os.unlink(temporary)
        raise


def write(stream: TextIO, head: dict[str, Any], domains: Iterable[Domain]) -> None:
    """Write some Domains with all in them; ``head`` is JSON data that goes before them, key by key."""
    stream.write('{"format": %d' % FORMAT)
    for key, value in head.items():
        stream.write(",\n%s: %s" % (_text(key), _text(value, indent=1)))
    stream.write(',\n"domains": [')
    for number, domain in enumerate(domains):
        stream.write(",\n" if number else "\n")
        _write_domain(stream, domain)
    stream.write("]}\n")


def read(path: str) -> tuple[dict[str, Any], list[Domain]] | None:
    """What ``write`` wrote: the head and the Domains. None when there is no such file, StateError if it is another."""
    try:
        with open(path, encoding="utf-8") as stream, understood(path):
            return _read(JsonReader(stream))
    except FileNotFoundError:
        return None


@contextmanager
def understood(path: str) -> Iterator[None]:
    """Turns whatever a file with unexpected content leads to into a StateError."""
    try:
        yield
    except _UnknownFormat as error:
        raise StateError(
            "%s is no state of this simulator" % path,
            "It has the format %r, and only the format %d is known" % (error.args[0], FORMAT),
        ) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, CgpError, Refusal) as error:
        raise StateError("%s is no state of this simulator (%s)" % (path, type(error).__name__)) from error


class _UnknownFormat(Exception):
    """The argument is the format that the file says it has."""


def _write_domain(stream: TextIO, domain: Domain) -> None:
    stream.write(_text(model_to_json(domain), indent=1)[:-2])
    for key, kind in _KINDS.items():
        between = ',\n "%s": [\n  ' % key
        for found in domain.all(kind):
            stream.write(between + _text(model_to_json(found)))
            between = ",\n  "
        if len(domain.index(kind)):
            stream.write("]")
    stream.write("}")


def _text(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=indent)


def _read(reader: JsonReader) -> tuple[dict[str, Any], list[Domain]]:
    head: dict[str, Any] = {}
    domains: list[Domain] = []
    for key in reader.members():
        if key == "domains":
            domains = [_read_domain(reader) for _item in reader.items()]
        else:
            head[key] = reader.value()
            if key == "format" and head[key] != FORMAT:
                raise _UnknownFormat(head[key])
    reader.end()
    if "format" not in head:
        raise ValueError("there is no format")
    return head, domains


def _read_domain(reader: JsonReader) -> Domain:
    fields: dict[str, Any] = {}
    objects: list[DomainObject] = []
    for key in reader.members():
        if key in _KINDS:
            objects.extend(model_from_json(_KINDS[key], reader.value()) for _item in reader.items())
        else:
            fields[key] = reader.value()
    domain = model_from_json(Domain, fields)
    for restored in objects:
        domain.add(restored)
    return domain


def _server(head: dict[str, Any], domains: list[Domain], cluster: bool) -> Server:
    server = Server(domains[0], cluster or head["cluster"] is not None)
    server.local = model_from_json(Scope, head["server"])
    server.runtime = model_from_json(Runtime, head.get("runtime", {}))
    if head["cluster"] is not None:
        server.cluster = model_from_json(Scope, head["cluster"])
    enter_telnums(server, domains[0])
    for domain in domains[1:]:
        server.add_domain(domain)
        enter_telnums(server, domain)
    return server


def enter_telnums(server: Server, domain: Domain) -> None:
    """Let the server know the telephone numbers of a Domain that was read from a file."""
    for account in domain.all(Account):
        if account.has("telnums"):
            telnums, account.telnums = account.telnums, []
            server.set_telnums(account, telnums)
