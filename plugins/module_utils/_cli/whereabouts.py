# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what a command is about is there: asked of listings, for a refusal that does not tell.

The functions are generators that yield lists of commands and are sent the lists of their results, each a value or a
CliError. They return True or False, or None where the login may not see the listings.
"""

from __future__ import annotations

from typing import Any, Callable, Generator, List

from ..connector.errors import CliError, NotFound
from .sections.domain import GETDOMAINALIASES, LISTDOMAINOBJECTS
from .sections.domain_set import LISTDOMAINS, MAINDOMAINNAME
from .sections.forwarder import LISTFORWARDERS
from .sections.group import LISTGROUPS
from .sections.mailing_list import LISTLISTS
from .sections.miscellaneous import LISTCLICOMMANDS
from .sections.named_task import LISTDOMAINNAMEDTASKS
from .syntax import Command

Question = Generator[List[Command], List[Any], Any]

PAGE = 5000
"""Objects a page: the manual, LISTDOMAINOBJECTS, asks for less than 10,000."""


def is_spoken(verb: str) -> Question:
    """Whether the server knows a command."""
    (verbs,) = yield [LISTCLICOMMANDS()]
    if isinstance(verbs, CliError) or not verbs:
        return None
    return verb in [str(known).upper() for known in verbs]


def is_there(command: Command) -> Question:
    """Whether the object exists that a command names."""
    parameter = _subject(command)
    if not parameter:
        return None
    return (yield from _LOOKS[parameter][1](str(command.arguments[parameter])))


def kind_named(command: Command) -> str:
    """What kind of object ``is_there`` looks for; empty if it has nothing to look for."""
    parameter = _subject(command)
    return _LOOKS[parameter][0] if parameter else ""


def _subject(command: Command) -> str:
    return next((parameter for parameter in _LOOKS if command.arguments.get(parameter)), "")


def _domain(name: str) -> Question:
    """An alias answers for its Domain, and is not listed."""
    listed, aliases = yield [LISTDOMAINS(), GETDOMAINALIASES(name)]
    if not isinstance(aliases, CliError):
        return True
    if isinstance(listed, CliError):
        return False if isinstance(aliases, NotFound) else None
    return name.lower() in map(str.lower, listed)


def _account(name: str) -> Question:
    """By its own name or an alias. A filter that finds nothing proves nothing: how it compares is not in the manual."""
    if name == "*":
        return True
    local, _at, domain = name.lower().partition("@")
    domain = domain or (yield from _main_domain())
    cookie: str | None = None
    part: str | None = name.partition("@")[0]
    while True:
        (page,) = yield [LISTDOMAINOBJECTS(domain, PAGE, filter=part, cookie=cookie, ACCOUNTS=True, ALIASES=True)]
        if isinstance(page, CliError):
            return None if (yield from _domain(domain)) else False
        objects = page[1] if len(page) > 1 and isinstance(page[1], dict) else None
        if objects is None:
            return None
        if local in map(str.lower, objects):
            return True
        following = str(page[4]) if part is None and len(page) > 4 else ""
        if part is None and following in ("", cookie):
            return False
        part, cookie = None, following


def _listed_by(listing: Callable[..., Command]) -> Callable[[str], Question]:
    """Looks for objects that have a listing of their own."""

    def look(name: str) -> Question:
        local, _at, domain = name.lower().partition("@")
        (listed,) = yield [listing(domainName=domain or None)]
        if not isinstance(listed, CliError):
            return local in map(str.lower, listed)
        return False if domain and (yield from _domain(domain)) is False else None

    return look


def _main_domain() -> Question:
    (name,) = yield [MAINDOMAINNAME()]
    return "" if isinstance(name, CliError) else name


_LOOKS: dict[str, tuple[str, Callable[[str], Question]]] = {
    "accountName": ("account", _account),
    "groupName": ("group", _listed_by(LISTGROUPS)),
    "forwarderName": ("forwarder", _listed_by(LISTFORWARDERS)),
    "listName": ("mailing list", _listed_by(LISTLISTS)),
    "taskName": ("named task", _listed_by(LISTDOMAINNAMEDTASKS)),
    "domainName": ("domain", _domain),
}
"""By the names that the manual has for parameters. A command that names an Account and more is about the Account."""
