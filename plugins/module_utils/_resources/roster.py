# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts of an Account's Roster: the manual, Account Services, names the operations of ROSTER.

Their elements are those of the vendor's CG/PL functions ReadRoster and SetRoster: ``peer`` is the contact, ``data``
what is known of it, ``Inp`` says whether the contact may watch the Account's presence, ``Out`` whether the Account
watches the contact's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Sequence

from .._cli.sections.account_service import ROSTER as COMMAND
from .._cli.vocabulary.roster import CONTACT
from .._engine import canon, merging, shapes
from .._engine.dialogue import ask
from .._engine.model import Conversation, Facet, Field, Found, Key, Resource, Values, by_name
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.options import ACCOUNT_NAME
from .shared.scope_names import account_names

_INCOMING, _OUTGOING = "Inp", "Out"
_REAL_NAME = "RealName"
_YES, _NO, _PENDING = "YES", "NO", "Pending"


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    listed = yield from ask(COMMAND(account, {"what": "List"}))
    return by_name({peer: Found("contact", _facts(item)) for peer, item in listed.items() if isinstance(item, dict)})


def _facts(item: dict[str, Any]) -> dict[str, Any]:
    incoming, outgoing = _said(item, _INCOMING), _said(item, _OUTGOING)
    return {
        "details": {key: value for key, value in item.items() if key not in (_INCOMING, _OUTGOING)},
        "allow_watching": incoming if incoming in (_YES, _PENDING) else _NO,
        # A request that waits for the contact's answer is all that this side can do.
        "watch": _YES if outgoing in (_YES, _PENDING) else _NO,
    }


def _said(item: dict[str, Any], mode: str) -> Any:
    word = item.get(mode)
    return canon.flag(word) if isinstance(word, str) else word


def _details(values: Values) -> Any:
    wanted = dict(values.get("details") or {})
    modes = [key for key in (_INCOMING, _OUTGOING) if key in wanted]
    if modes:
        raise CgpError("%s cannot be set here" % " and ".join(modes), "Use the options watch and allow_watching")
    if "real_name" in values:
        wanted[_REAL_NAME] = values["real_name"] or None
    return wanted


def _told(details: Values) -> Values:
    """The name apart, where it is a text."""
    name = details.get(_REAL_NAME)
    if not isinstance(name, str) or not name:
        return {"details": details}
    rest = {key: value for key, value in details.items() if key != _REAL_NAME}
    return {"real_name": name, "details": rest}


def _update(key: Key, details: dict[str, Any]) -> Any:
    return COMMAND(key[0], {"what": "Update", "peer": key[1], "data": details})


def _difference(have: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What removes an element is not in the manual; #NULL# does so elsewhere, and the item is read again."""
    had, has = canon.digits(have), canon.digits(after)
    return {name: after.get(name) for name in {**have, **after} if had.get(name) != has.get(name)}


def _presence(option: str, words: dict[str, str]) -> Facet:
    """A subscription mode; ``words``: the kind of presence message that brings about each of its values."""
    return Facet(
        option,
        (Field(option, type="bool"),),
        Shape(empty=_NO, parse=lambda wanted: _YES if wanted else _NO),
        write=lambda key, edit: [COMMAND(key[0], {"what": "Presence", "peer": key[1], "type": words[edit.after]})],
        to_options=lambda word: {option: word == _YES} if word in (_YES, _NO) else {},
        listed=option,
    )


_DETAILS = Shape(
    empty={},
    parse=shapes.SETTINGS.parse,
    canon=canon.digits,
    target=replace(merging.TEXTS, words=CONTACT).merged,
    delta=_difference,
    words=CONTACT,
)

ROSTER = Resource(
    noun="contact",
    plural="contacts",
    list_option="contacts",
    key=(ACCOUNT_NAME, Field("contact", required=True)),
    facets=(
        Facet(
            "details",
            (Field("real_name"), Field("details", type="dict")),
            _DETAILS,
            write=lambda key, edit: [_update(key, edit.delta)],
            from_options=_details,
            to_options=_told,
            listed="details",
            created=True,
        ),
        _presence("allow_watching", {_YES: "subscribed", _NO: "unsubscribed"}),
        _presence("watch", {_YES: "subscribe", _NO: "unsubscribe"}),
    ),
    find=_find,
    scope=lambda key: key[0],
    scope_names=account_names,
    member=lambda scope, name: (scope, name),
    create=lambda key, values: [_update(key, values.get("details") or {})],
    delete=lambda key, values: [COMMAND(key[0], {"what": "remove", "peer": key[1]})],
    purge=True,
    within={"account": lambda name: [name]},
)
