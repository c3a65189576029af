# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domains, and what can be read of them: the manual, Domain (Set) Administration; protocol.md section 6.1."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.domain_names import names_behind
from .._cli.sections import domain as cli
from .._cli.sections.domain_set import (
    CREATEDIRECTORYDOMAIN,
    CREATEDOMAIN,
    DELETEDOMAIN,
    LISTDOMAINS,
    MAINDOMAINNAME,
    RENAMEDOMAIN,
)
from .._cli.sections.forwarder import LISTFORWARDERS
from .._cli.sections.group import LISTGROUPS
from .._cli.sections.mailing_list import LISTLISTS
from .._cli.vocabulary import domain as vocabulary
from .._engine import shapes
from .._engine.dialogue import ask
from .._engine.info import Info, Known, Objects, Reading, settings_reading
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values, fold
from ..connector.errors import CgpError, CliError, NotFound
from .shared.listed import looked_up
from .shared.options import NAME, SETTINGS, SETTINGS_OVERWRITE, STORAGE, given
from .shared.settings_commands import certificate_of, nulling, without_certificate


def _find(scope: str, names: Sequence[str] | None) -> Conversation:
    """Looked up one by one, which a Domain Administrator may do, or all listed, for a purge.

    A Domain alias answers for its Domain: its name stands among that Domain's aliases.
    """
    found: dict[str, Found | CgpError] = {}
    if names is None:
        listed, main = yield [LISTDOMAINS(), MAINDOMAINNAME()]
        for result in (listed, main):
            if isinstance(result, CliError):
                raise result
        return {fold(name): Found("main domain" if fold(name) == fold(main) else "domain") for name in listed}
    replies = yield [cli.GETDOMAINALIASES(name) for name in names]
    for name, aliases in zip(names, replies):
        if isinstance(aliases, NotFound):
            continue
        if isinstance(aliases, CliError):
            found[fold(name)] = aliases
        elif fold(name) in (fold(alias) for alias in aliases):
            found[fold(name)] = Found("domain alias")
        else:
            found[fold(name)] = Found("domain", {"aliases": list(aliases)})
    return found


def _find_all(scope: str) -> Conversation:
    """The main Domain, too."""
    listed = yield from ask(LISTDOMAINS())
    return {name: Found("domain").spelt_as(name) for name in listed}


def _guard(key: Key, values: Values) -> Conversation:
    """The main Domain cannot be deleted, and one that is not empty only by force."""
    (name,) = key
    main = yield from ask(MAINDOMAINNAME())
    if fold(name) == fold(main):
        return CgpError("Domain %s is the main Domain, which cannot be deleted" % name)
    if values.get("force"):
        return None
    objects, groups, lists = yield [
        _first_object(name),
        LISTGROUPS(domainName=name),
        LISTLISTS(domainName=name),
    ]
    if _how_many(objects) or _how_many(groups) or _how_many(lists):
        return CgpError("Domain %s is not empty" % name, "To delete it with all that it holds set force: true")
    return None


def _first_object(name: str) -> Any:
    """The shortest listing, which tells the numbers as well as any."""
    return cli.LISTDOMAINOBJECTS(name, 1, ACCOUNTS=True, ALIASES=True, FORWARDERS=True)


def _how_many(listing: Any) -> int:
    """How many objects a listing names; a listing that was refused leaves the decision to the server."""
    if isinstance(listing, CliError):
        return 0
    if isinstance(listing, list) and len(listing) > 1 and isinstance(listing[1], dict):
        return len(listing[1])
    return len(listing or ())


def _create(key: Key, values: Values) -> list[Any]:
    (name,) = key
    if values.get("directory_based"):
        return [CREATEDIRECTORYDOMAIN(name, **given(values, "settings"))]
    return [CREATEDOMAIN(name, SHARED=bool(values.get("shared")), **given(values, "storage", "settings"))]


def _check(key: Key, values: Values) -> None:
    if values.get("directory_based") and (values.get("shared") or values.get("storage")):
        raise CgpError("a directory-based Domain is neither shared nor given a storage", "Leave those options out")


def _write_settings(key: Key, edit: Edit) -> list[Any]:
    (name,) = key
    if edit.only is not None:
        return [cli.SETDOMAINSETTINGS(name, edit.only)]
    return [cli.UPDATEDOMAINSETTINGS(edit.delta, domainName=name)]


DOMAIN = Resource(
    noun="domain",
    plural="domains",
    list_option="domains",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.settings(vocabulary.DOMAIN, cli.UPDATEDOMAINSETTINGS),
            read=lambda name: cli.GETDOMAINSETTINGS(domainName=name),
            write=_write_settings,
            insist=nulling(lambda key, changes: cli.UPDATEDOMAINSETTINGS(changes, domainName=key[0])),
            in_force=lambda name: [cli.GETDOMAINEFFECTIVESETTINGS(domainName=name)],
            to_options=without_certificate,
            created=True,
            mode=SETTINGS_OVERWRITE.name,
        ),
        Facet(
            "aliases",
            (Field("aliases", type="list", elements="str"),),
            shapes.NAMES,
            read=cli.GETDOMAINALIASES,
            write=lambda key, edit: [cli.SETDOMAINALIASES(key[0], edit.after)],
            listed="aliases",
            names_more="domain alias",
        ),
        Facet(
            "suspended",
            (Field("suspended", type="bool"),),
            shapes.FLAG,
            write=lambda key, edit: [cli.SUSPENDDOMAIN(key[0]) if edit.after else cli.RESUMEDOMAIN(key[0])],
        ),
    ),
    extras=(
        SETTINGS_OVERWRITE,
        STORAGE,
        Field("shared", type="bool", default=False),
        Field("directory_based", type="bool", default=False),
        Field("force", type="bool", default=False),
    ),
    find=_find,
    create=_create,
    rename=lambda old, new, values: [RENAMEDOMAIN(old[0], new[0], **given(values, "storage"))],
    delete=lambda key, values: [DELETEDOMAIN(key[0], FORCE=bool(values.get("force")))],
    guard=_guard,
    check=_check,
    purge=True,
    within={"server": lambda: [""]},
    find_all=_find_all,
    told=True,
    after=("domain defaults",),  # what they say need not be said again
)


# --- what can be read


def _domains(params: Mapping[str, Any]) -> Conversation:
    names = params.get("names")
    if names is not None:
        return (yield from looked_up(DOMAIN, [(name,) for name in names], _find, names_behind))
    listed = yield from ask(LISTDOMAINS())
    return Objects([Known((name,)) for name in listed])


def _certificate(settings: Any) -> Values:
    """What another noun has of the settings."""
    certificate = certificate_of(settings)
    return {"certificate": certificate} if certificate else {}


def _counts(reply: Any) -> Any:
    """LISTDOMAINOBJECTS: the numbers of Accounts, Aliases and Forwarders are elements 0, 2 and 3."""
    numbers = [int(reply[position]) for position in (0, 2, 3)]
    return dict(zip(("accounts", "aliases", "forwarders"), numbers))


DOMAIN_INFO = Info(
    noun="domain",
    result="domains",
    resource=DOMAIN,
    fields=(Field("names", type="list", elements="str"),),
    objects=_domains,
    readings=(
        Reading("settings", facts=_certificate),
        settings_reading("effective_settings", lambda name: cli.GETDOMAINEFFECTIVESETTINGS(domainName=name)),
        settings_reading("account_defaults", lambda name: cli.GETACCOUNTDEFAULTS(domainName=name)),
        settings_reading("account_template", lambda name: cli.GETACCOUNTTEMPLATE(domainName=name)),
        Reading("mail_rules", cli.GETDOMAINMAILRULES),
        Reading("signal_rules", cli.GETDOMAINSIGNALRULES),
        Reading("accounts", lambda name: cli.LISTACCOUNTS(domainName=name), list),
        Reading("groups", lambda name: LISTGROUPS(domainName=name)),
        Reading("forwarders", lambda name: LISTFORWARDERS(domainName=name)),
        Reading("lists", lambda name: LISTLISTS(domainName=name)),
        Reading("admin_domains", lambda name: cli.LISTADMINDOMAINS(domainName=name)),
        Reading("location", lambda name: cli.GETDOMAINLOCATION(domainName=name)),
        Reading("counts", _first_object, _counts),
    ),
    default=("settings", "aliases"),
)
