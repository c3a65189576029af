# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""User sessions, and what they tell: the manual, Web Interface Integration, and KILLACCOUNTSESSIONS.

Nobody knows with which codes servers refuse unknown sessions. Whether one is there is told by the listings.
"""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from .._cli.sections import web_interface as cli
from .._cli.sections.account import KILLACCOUNTSESSIONS
from .._engine import canon, merging, shapes
from .._engine.action import ActionStep, at_once
from .._engine.dialogue import ask
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from .._engine.problems import printable
from ..connector.errors import CgpError, CliError, NotFound
from .shared.accounts_asked import accounts_of_domains, in_each_account
from .shared.across_domains import DOMAINS
from .shared.operations import Operation, operations

Params = Mapping[str, Any]

LITE = "lite"
OFFSETS = ("BEG", "END", "NEW")


def _origin_of(params: Params, original: str) -> dict[str, Any]:
    """Where a client comes from; ``original`` is what the command calls the address behind a proxy."""
    if params.get("original_address") and not params.get("address"):
        raise CgpError("original_address goes with the address of the proxy", "Give that in address")
    given = {"ip_address": params.get("address"), original: params.get("original_address")}
    return {name: value for name, value in given.items() if value}


def _domain_of_session(params: Params) -> str | None:
    """The Domain that a Domain Administrator must name; it may stand in the Account's name."""
    return params.get("domain") or (params.get("account") or "").partition("@")[2] or None


def _create(params: Params) -> Conversation:
    kind, account = params["kind"], params.get("account")
    if (kind == LITE) == bool(account):
        raise CgpError("an account goes with kind=web and kind=ximss, and is needed there")
    if params.get("skin") and kind != "web":
        raise CgpError("a skin goes with kind=web only")
    command, further = _CREATE[kind]
    said = {"accountName": account, **{name: params.get(option) for name, option in further.items()}}
    said.update(_origin_of(params, "orig_address"))
    made = command(**{name: value for name, value in said.items() if value})
    return (yield from at_once(ActionStep(made, result="session")))


_CREATE: dict[str, tuple[Any, dict[str, str]]] = {
    "web": (cli.CREATEWEBUSERSESSION, {"skinName": "skin"}),
    "ximss": (cli.CREATEXIMSSSESSION, {}),
    LITE: (cli.CREATELITESESSION, {}),
}


def _update(params: Params) -> Conversation:
    """Only what differs from what the session tells of itself; null removes an attribute."""
    session, domain = params["session"], _domain_of_session(params)
    wanted = shapes.setting_values(params["attributes"])
    told = yield from ask(cli.GETSESSION(session, domainName=domain))
    after = merging.RECORDS.merged(told, wanted, False)
    changed = [name for name in wanted if canon.setting(told.get(name)) != canon.setting(after.get(name))]
    changes = {name: after.get(name) for name in changed}
    return [ActionStep(cli.UPDATESESSION(session, changes, domainName=domain))] if changes else []


def _kill(params: Params) -> Conversation:
    """A session that is not among those of its Account has ended already."""
    session, account, kind = params["session"], params.get("account"), params.get("kind")
    if kind not in (None, LITE) or (kind and account):
        raise CgpError("of the kinds of sessions only lite tells where to look for one", "Give its account instead")
    if account or kind:
        listed = yield from ask(cli.LISTACCOUNTSESSIONS(account) if account else cli.LISTLITESESSIONS())
        if session not in listed:
            return []
    return [ActionStep(cli.KILLSESSION(session, domainName=_domain_of_session(params)))]


def _kill_all(params: Params) -> Conversation:
    return at_once(ActionStep(KILLACCOUNTSESSIONS(params["account"])))


def _bless(params: Params) -> Conversation:
    """Without the secret it is a Master who vouches for the user."""
    said = {"secret": params.get("secret"), "accountName": params.get("account")}
    return at_once(
        ActionStep(cli.BLESSSESSION(params["session"], **{name: value for name, value in said.items() if value}))
    )


def _store_file(params: Params) -> Conversation:
    offset = params.get("offset")
    if offset is not None and offset not in OFFSETS:
        if not (offset.isascii() and offset.isdigit()):
            raise CgpError("%s is no offset" % printable(offset), "Give a number, or one of %s" % ", ".join(OFFSETS))
        offset = int(offset)
    command = cli.STORESESSIONFILE(
        params["session"], params["file"], params["upload_id"], domainName=_domain_of_session(params), position=offset
    )
    return at_once(ActionStep(command))


SESSION = operations(
    (
        Field("session"),
        Field("account"),
        Field("domain"),
        Field("kind", choices=tuple(_CREATE)),
        Field("address"),
        Field("original_address"),
        Field("skin"),
        Field("attributes", type="dict"),
        Field("secret", secret=True),
        Field("file"),
        Field("upload_id"),
        Field("offset", digits=True),
    ),
    {
        "create": Operation(_create, ("kind", "address"), ("account", "original_address", "skin")),
        "update": Operation(_update, ("session", "attributes"), ("account", "domain")),
        "kill": Operation(_kill, ("session",), ("account", "domain", "kind")),
        "kill_all": Operation(_kill_all, ("account",)),
        "bless": Operation(_bless, ("session",), ("account", "secret")),
        "store_file": Operation(_store_file, ("session", "file", "upload_id"), ("account", "domain", "offset")),
    },
)


# --- what can be read

_FILTERS = {"session_protocol": "protocol", "session_transport": "transport", "session_client": "client"}
"""Options, and what the commands call them. A connection has a transport, too."""


def _ask(params: Params) -> Conversation:
    """The sessions named, those of an Account or of all Accounts of several Domains, or the LITE ones."""
    of_domains = params.get(DOMAINS.name) is not None
    if sum(bool(params.get(option)) for option in ("account", "lite", "sessions")) + of_domains != 1:
        raise CgpError("exactly one of account, domains, lite and sessions says which sessions to look for")
    if of_domains and params.get("domain"):
        raise CgpError("the option domain does not go with domains", "The name of each Account has its Domain")
    strangers = [option for option in (*_FILTERS, "first") if params.get(option)]
    if strangers and not of_domains and not params.get("account"):
        raise CgpError("%s goes with account or domains only" % " and ".join(strangers))
    if not of_domains:
        return {"sessions": (yield from _sessions(params))}
    accounts = yield from accounts_of_domains(params[DOMAINS.name])
    each = yield from in_each_account(accounts, lambda account: _of_account(account, params))
    return {"sessions": [session for some in each for session in some]}


def _of_account(account: str, params: Params) -> Conversation:
    """The sessions of an Account that was listed; one that has gone meanwhile has none."""
    try:
        return (yield from _sessions({**params, "account": account}))
    except NotFound:
        return []


def _sessions(params: Params) -> Conversation:
    """Rows of sessions, with the Account by which they are found, and with what each tells of itself, if asked for."""
    named = params.get("sessions")
    whose = {"account": params["account"]} if params.get("account") else {}
    found = named or (yield from _listed(params))
    if not named and not params["data"]:
        return [{**whose, "session": session} for session in found]
    domain = _domain_of_session(params)
    told = (yield [cli.GETSESSION(session, domainName=domain) for session in found]) if found else []
    refusals = {session: reply for session, reply in zip(found, told) if isinstance(reply, CliError)}
    ended = (yield from _ended(refusals, params)) if refusals and not named else ()
    for session, refusal in refusals.items():
        if session not in ended:
            raise refusal
    if ended and params.get("first"):  # the next one is the first now
        return (yield from _sessions({**params, "first": False}))[:1]
    return [{**whose, "session": session, "data": data} for session, data in zip(found, told) if session not in ended]


def _ended(sessions: Iterable[str], params: Params) -> Conversation:
    """Those that were listed and are no more: a session may end at any time, and nobody knows how servers say so."""
    there = yield from _listed({**params, "first": False})
    return {session for session in sessions if session not in there}


def _listed(params: Params) -> Conversation:
    origin = _origin_of(params, "proxied_address")
    if params.get("lite"):
        return (yield from ask(cli.LISTLITESESSIONS(**origin)))
    origin.update((name, params[option]) for option, name in _FILTERS.items() if params.get(option))
    if params.get("first"):
        (found,) = yield [cli.FINDACCOUNTSESSION(params["account"], **origin)]
        if not isinstance(found, CliError):
            return [found]
        refusal = found
        if (yield from ask(cli.LISTACCOUNTSESSIONS(params["account"], **origin))):
            raise refusal
        return []
    return (yield from ask(cli.LISTACCOUNTSESSIONS(params["account"], **origin)))


SESSION_INFO = inquiry(
    (
        Field("account"),
        DOMAINS,
        Field("lite", type="bool", default=False),
        Field("sessions", type="list", elements="str"),
        Field("domain"),
        Field("address"),
        Field("original_address"),
        *(Field(name) for name in _FILTERS),
        Field("first", type="bool", default=False),
        Field("data", type="bool", default=False),
    ),
    _ask,
)
