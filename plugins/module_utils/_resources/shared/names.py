# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one space of names that all objects of a Domain share, and how it is read.

An Account, an Alias, a Group, a Forwarder, a mailing list and a Named Task of one Domain cannot have the same name;
whoever is about to create or delete one must know which kind of object a name belongs to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, MutableMapping, Sequence

from ..._cli.sections.domain import LISTDOMAINOBJECTS
from ..._cli.sections.domain_set import MAINDOMAINNAME
from ..._cli.sections.group import LISTGROUPS
from ..._cli.sections.mailing_list import LISTLISTS
from ..._cli.sections.named_task import LISTDOMAINNAMEDTASKS
from ..._engine.dialogue import ask
from ..._engine.model import Conversation, Found, Key, fold
from ..._engine.packed_names import NamesTold
from ...connector.errors import CliError

FEW = 32
"""Up to so many names are looked up one by one, with a filter; for more the whole Domain is listed."""
PAGE = 5000
"""Objects a page: the manual, LISTDOMAINOBJECTS, asks for less than 10,000."""
_KINDS = {"ACCOUNTS": True, "ALIASES": True, "FORWARDERS": True}
_LISTINGS = {"group": LISTGROUPS, "mailing list": LISTLISTS, "named task": LISTDOMAINNAMEDTASKS}
"""Kinds of objects that LISTDOMAINOBJECTS does not tell of."""
_AWAITED = Found("")
"""Stands for what is looked for and has not been found."""


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
    found = _table(names)
    domain = yield from _domain_name(domain)
    yield from _add_objects(domain, names, found)
    if names is not None and _missing(names, found):
        yield from _add_listed("group", domain, found)
        yield from _add_others(domain, "group", found)
    return found


def accounts_and_aliases(domain: str, names: Sequence[str] | None) -> Conversation:
    """The same for those who ask for Accounts only: any other name is none."""
    found = _table(names)
    yield from _add_objects((yield from _domain_name(domain)), names, found)
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
    found = _table(names)
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


def _table(names: Sequence[str] | None) -> MutableMapping[str, Found]:
    """Where what is found goes: names that were asked for are only looked up, all others are gone through in order."""
    return {} if names is None else NamesTold()


def _missing(names: Sequence[str], found: MutableMapping[str, Found]) -> list[str]:
    return [name for name in names if fold(name) not in found]


def _add_objects(domain: str, names: Sequence[str] | None, found: MutableMapping[str, Found]) -> Conversation:
    """Adds Accounts, Aliases and Forwarders: those of the names, or all of the Domain when names is None.

    Few names are looked up with a filter. What that does not find may be there all the same, since the manual does not
    tell whether it minds letter case: then, as for many names, the Domain is listed until all of them have come.
    """
    if names is not None and len(names) <= FEW:
        replies = yield [LISTDOMAINOBJECTS(domain, PAGE, filter=name, **_KINDS) for name in dict.fromkeys(names)]
        for reply in replies:
            if isinstance(reply, CliError):
                raise reply
            found.update(_on_page(reply))
    known = len(found)
    for name in names or ():
        found.setdefault(fold(name), _AWAITED)  # here: a table of its own of a million names would take too much
    awaited = len(found) - known
    cookie = ""
    while names is None or awaited:
        page = yield from ask(LISTDOMAINOBJECTS(domain, PAGE, cookie=cookie, **_KINDS))
        objects, cookie = _on_page(page), next_cookie(page, cookie)
        if names is not None:  # then of others nothing is kept: of them there may be a million
            objects = {name: told for name, told in objects.items() if found.get(name) is _AWAITED}
            awaited -= len(objects)
        found.update(objects)
        if not cookie:
            break
    if awaited:
        for name in [name for name, told in found.items() if told is _AWAITED]:
            del found[name]


def _on_page(page: Any) -> dict[str, Found]:
    """The objects of a page by their folded names."""
    return {fold(name): _found(value).spelt_as(name) for name, value in page[1].items()}


def next_cookie(page: Any, cookie: str) -> str:
    """The cookie of the page that follows; empty where this one, asked for with ``cookie``, is the last."""
    following = str(page[4]) if len(page) > 4 else ""
    return "" if following == cookie else following


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
    return Found("account", type_told(extension), spelt="")


def type_told(extension: str) -> dict[str, str]:
    """What a listing tells of the type of an Account."""
    return {"extension": extension} if extension else {}


def _add_listed(kind: str, domain: str, found: MutableMapping[str, Found]) -> Conversation:
    """Adds the objects of a kind that has a listing of its own."""
    listed = yield from ask(_LISTINGS[kind](domainName=domain))
    for name in listed:
        found[fold(name)] = Found(kind, owner_told(listed[name]) if isinstance(listed, dict) else {}).spelt_as(name)


def owner_told(told: Any) -> dict[str, Any]:
    """The manual, LISTDOMAINNAMEDTASKS: the owner is among what it tells of a task, under a key that is not named."""
    named = {str(key).lower(): value for key, value in told.items()} if isinstance(told, dict) else {}
    owner = next((named[key] for key in ("owner", "ownername", "account", "accountname") if named.get(key)), None)
    return {"owner": owner} if isinstance(owner, str) else {}


def _add_others(domain: str, kind: str, found: MutableMapping[str, Found]) -> Conversation:
    """Adds the other kinds with listings. They only tell of names that are taken: a server without them is no error."""
    others = [other for other in _LISTINGS if other != kind]
    replies = yield [_LISTINGS[other](domainName=domain) for other in others]
    for other, names in zip(others, replies):
        if not isinstance(names, CliError):
            found.update((fold(name), Found(other)) for name in names or ())
