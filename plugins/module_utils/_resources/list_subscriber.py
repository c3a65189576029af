# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Subscribers of mailing lists: the manual, Mailing Lists Administration."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Mapping

from .._cli.address import canonical, with_name
from .._cli.sections.mailing_list import GETSUBSCRIBERINFO, LIST, SETPOSTINGMODE
from .._engine.model import Edit, Facet, Field, Key, Resource, Values
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.scope_names import list_names
from .shared.subscribers import (
    LEFT,
    LIST_NAME,
    MODES,
    POSTING_MODES,
    UNCONFIRMED,
    USUAL,
    all_subscribers,
    find_subscribers,
    posting_mode,
)

CONFIRM = Field("confirm", type="bool", default=False)
SILENTLY = Field("silently", type="bool", default=True)


def _target(have: Mapping[str, Any], want: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    """Who has been asked for a confirmation is not asked again, nor subscribed without it."""
    mode = have.get("mode")
    if mode == UNCONFIRMED and want.get(CONFIRM.name):
        return dict(have)
    if mode in (None, UNCONFIRMED):
        mode = USUAL
    return {**have, "mode": mode, **want}


def _delta(have: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: after[name] for name in ("mode", "real_name") if after.get(name, "") != have.get(name, "")}


def _told(subscription: Values) -> Values:
    """Who has not confirmed yet is asked to."""
    if subscription["mode"] == UNCONFIRMED:
        return {CONFIRM.name: True}
    real_name = subscription["real_name"]
    return {"mode": subscription["mode"], **({"real_name": real_name} if real_name else {})}


def _parse_posting_mode(value: Any) -> str:
    """One of the words, or how many postings are to be moderated."""
    spellings = {word.lower(): word for word in POSTING_MODES}
    folded = str(value).strip().lower()
    if folded.isdecimal() and folded.isascii():
        return str(int(folded)) if int(folded) else POSTING_MODES[0]
    if folded not in spellings:
        near = get_close_matches(folded, list(spellings), 1)
        known = "It is a number or one of %s" % ", ".join(POSTING_MODES)
        raise CgpError("there is no mode %s" % value, "Did you mean %s?" % spellings[near[0]] if near else known)
    return spellings[folded]


def _check(key: Key, values: Values) -> None:
    address = key[1]
    if "@" not in address or "<" in address or canonical(address) != address:
        raise CgpError("this is no plain E-mail address", "Give one such as user@example.com, and a name in real_name")


def _subscribe(key: Key, edit: Edit) -> Any:
    """Only a new subscriber is asked for a confirmation: what waits for one changes nothing yet."""
    after = edit.after
    confirm = bool(after[CONFIRM.name]) and not edit.before
    subscriber = with_name(key[1], after.get("real_name") or "")
    return [LIST(key[0], after["mode"], subscriber, SILENTLY=bool(after[SILENTLY.name]), CONFIRM=confirm)]


def _moderate(key: Key, edit: Edit) -> Any:
    mode = edit.after
    chosen: dict[str, Any] = {"numberOfModerated": int(mode)} if mode.isdecimal() else {mode.upper(): True}
    return [SETPOSTINGMODE(*key, **chosen)]


def _unsubscribe(key: Key, values: Values) -> Any:
    wanted = values.get("subscription") or {}
    return [LIST(key[0], LEFT, key[1], SILENTLY=bool(wanted.get(SILENTLY.name, SILENTLY.default)))]


LIST_SUBSCRIBER = Resource(
    noun="subscriber",
    plural="subscribers",
    list_option="subscribers",
    names_option="addresses",
    key=(LIST_NAME, Field("address", required=True)),
    facets=(
        Facet(
            "subscription",
            (Field("mode", choices=MODES), Field("real_name"), CONFIRM, SILENTLY),
            Shape(empty={}, canon=lambda value: _delta({}, value), target=_target, delta=_delta),
            write=_subscribe,
            from_options=dict,
            to_options=_told,
            listed="subscription",
        ),
        Facet(
            "posting_mode",
            (Field("posting_mode", digits=True),),
            Shape(parse=_parse_posting_mode),
            read=GETSUBSCRIBERINFO,
            from_reply=posting_mode,
            write=_moderate,
            listed="posting_mode",
        ),
    ),
    find=find_subscribers,
    scope=lambda key: key[0],
    scope_names=list_names,
    member=lambda scope, name: (scope, name),
    create=lambda key, values: [],  # the subscription is a facet, whose command makes the subscriber
    delete=_unsubscribe,
    check=_check,
    purge=True,
    within={"mailing list": lambda name: [name]},
    find_all=all_subscribers,
)
