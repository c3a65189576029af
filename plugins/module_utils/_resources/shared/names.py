# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one space of names that all objects of a Domain share, and how it is read.

An Account, an Alias, a Group, a Forwarder, a mailing list and a Named Task of one Domain cannot have the same name;
whoever is about to create or delete one must know which kind of object a name belongs to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Sequence

from ..._cli.sections.domain import LISTDOMAINOBJECTS
from ..._cli.sections.domain_set import MAINDOMAINNAME
from ..._cli.sections.group import LISTGROUPS
from ..._cli.sections.mailing_list import LISTLISTS
from ..._cli.sections.named_task import LISTDOMAINNAMEDTASKS
from ..._engine.dialogue import ask
from ..._engine.model import Conversation, Found, Key, fold
from ...connector.errors import CgpError, CliError

FEW = 32
"""Up to so many names are looked up one by one, with a filter; for more the whole Domain is listed."""
PAGE = 5000
"""Objects a page: the manual, LISTDOMAINOBJECTS, asks for less than 10,000."""
_KINDS = {"ACCOUNTS": True, "ALIASES": True, "FORWARDERS": True}
_LISTINGS = {"group": LISTGROUPS, "mailing list": LISTLISTS, "named task": LISTDOMAINNAMEDTASKS}
"""Kinds of objects that LISTDOMAINOBJECTS does not tell of."""


def split_address(key: Key) -> tuple[str, str]:
    """(name, Domain) of an object's full name; the Domain is empty for the login's own."""
    name, _at, domain = key[0].partition("@")
    return name, domain


def local_name(key: Key) -> str:
    return split_address(key)[0]


def domain_of(key: Key) -> str:
    return split_address(key)[1]


def address(scope: str, name: str) -> Key:
    """The key of an object: ``name@scope``, or the bare name in the login's own Domain."""
    return ("%s@%s" % (name, scope) if scope else name,)


def names_in_domain(domain: str, names: Sequence[str] | None) -> Conversation:
    """``{folded name: Found}`` for a noun that LISTDOMAINOBJECTS tells of: of the names, or of the whole Domain."""
    found: dict[str, Found] = {}
    domain = yield from _domain_name(domain)
    yield from _add_objects(domain, names, found)
    if names is not None and _missing(names, found):
        yield from _add_listed("group", domain, found)
        yield from _add_others(domain, "group", found)
    return found


def group_names_in_domain(domain: str, names: Sequence[str] | None) -> Conversation:
    """The same for Groups, which have a listing of their own."""
    return _names_listed_apart("group", domain, names)


def list_names_in_domain(domain: str, names: Sequence[str] | None) -> Conversation:
    """The same for mailing lists, which have a listing of their own, too."""
    return _names_listed_apart("mailing list", domain, names)


def task_names_in_domain(domain: str, names: Sequence[str] | None) -> Conversation:
    """The same for Named Tasks."""
    return _names_listed_apart("named task", domain, names)


def _names_listed_apart(kind: str, domain: str, names: Sequence[str] | None) -> Conversation:
    """``{folded name: Found}``; objects of other kinds matter only for names that are not there."""
    found: dict[str, Found] = {}
    domain = yield from _domain_name(domain)
    yield from _add_listed(kind, domain, found)
    if names is not None:
        missing = _missing(names, found)
        if missing:
            yield from _add_objects(domain, missing, found)
            yield from _add_others(domain, kind, found)
    return found


def _domain_name(domain: str) -> Conversation:
    """The Domain; objects named without one are the main Domain's."""
    return domain or (yield from ask(MAINDOMAINNAME()))


def _missing(names: Sequence[str], found: dict[str, Found]) -> list[str]:
    return [name for name in names if fold(name) not in found]


def _add_objects(domain: str, names: Sequence[str] | None, found: dict[str, Found]) -> Conversation:
    """Adds Accounts, Aliases and Forwarders: few names are looked up one by one, else the whole Domain is listed."""
    if names is None or len(names) > FEW:
        yield from _add_matching(domain, None, "", found)
        return
    wanted = sorted({fold(name) for name in names})
    replies = yield [LISTDOMAINOBJECTS(domain, PAGE, filter=name, cookie="", **_KINDS) for name in wanted]
    for name, reply in zip(wanted, replies):
        if isinstance(reply, CliError):
            raise reply
        objects, cookie = _read_page(reply)
        found.update((fold(other), _found(value)) for other, value in objects.items())
        if cookie and name not in found:
            yield from _add_matching(domain, name, cookie, found)  # more than a page of names contain this one


def accounts_in_domain(domain: str, part: str | None, limit: int) -> Conversation:
    """``[(name, file extension)]`` of the Domain's Accounts whose names contain ``part``; a limit of 0 is none."""
    accounts: list[tuple[str, str]] = []
    cookie = ""
    while True:
        objects, cookie = yield from _page(domain, part, cookie, ACCOUNTS=True)
        accounts += [(name, value) for name, value in objects.items() if isinstance(value, str)]
        if not cookie or 0 < limit <= len(accounts):
            return accounts[: limit or None]


def _page(domain: str, part: str | None, cookie: str, **kinds: bool) -> Conversation:
    """One page of a Domain's objects: (objects, cookie of the next page)."""
    reply = yield from ask(LISTDOMAINOBJECTS(domain, PAGE, filter=part, cookie=cookie, **kinds))
    objects, following = _read_page(reply)
    return objects, "" if following == cookie else following


def _add_matching(domain: str, part: str | None, cookie: str, found: dict[str, Found]) -> Conversation:
    """Adds the objects whose names contain ``part``, page by page from a cookie until the name itself has come."""
    while True:
        objects, cookie = yield from _page(domain, part, cookie, **_KINDS)
        found.update((fold(name), _found(value)) for name, value in objects.items())
        if not cookie or (part is not None and part in found):
            return


def _read_page(page: Any) -> tuple[dict[str, Any], str]:
    """The objects and the next cookie of a LISTDOMAINOBJECTS reply."""
    if not isinstance(page, list) or len(page) < 2 or not isinstance(page[1], dict):
        raise CgpError("LISTDOMAINOBJECTS was answered with something else than a list of objects")
    return page[1], str(page[4]) if len(page) > 4 else ""


def _found(value: Any) -> Found:
    """The manual, LISTDOMAINOBJECTS: a string is an Account, (owner) an Alias, ((address)) a Forwarder."""
    if not isinstance(value, list):
        return _account(str(value))
    inner = value[0] if value else ""
    if isinstance(inner, list):
        return Found("forwarder", {"to": str(inner[0]) if inner else ""})
    return Found("alias", note="Account %s" % inner, stands_for=local_name((str(inner),)))


@lru_cache(maxsize=64)
def _account(extension: str) -> Found:
    """The same for all Accounts of one kind: a Domain may have a million. Not every server tells the extension."""
    return Found("account", {"extension": extension} if extension else {})


def _add_listed(kind: str, domain: str, found: dict[str, Found]) -> Conversation:
    """Adds the objects of a kind that has a listing of its own."""
    listed = yield from ask(_LISTINGS[kind](domainName=domain))
    for name in listed:
        found[fold(name)] = Found(kind, _owner(listed[name]) if isinstance(listed, dict) else {})


def _owner(told: Any) -> dict[str, Any]:
    """The manual, LISTDOMAINNAMEDTASKS: the owner is among what it tells of a task, under a key that is not named."""
    named = {str(key).lower(): value for key, value in told.items()} if isinstance(told, dict) else {}
    owner = next((named[key] for key in ("owner", "ownername", "account", "accountname") if named.get(key)), None)
    return {"owner": owner} if isinstance(owner, str) else {}


def _add_others(domain: str, kind: str, found: dict[str, Found]) -> Conversation:
    """Adds the other kinds with listings. They only tell of names that are taken: a server without them is no error."""
    others = [other for other in _LISTINGS if other != kind]
    replies = yield [_LISTINGS[other](domainName=domain) for other in others]
    for other, names in zip(others, replies):
        if not isinstance(names, CliError):
            found.update((fold(name), Found(other)) for name in names or ())
