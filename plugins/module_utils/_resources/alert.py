# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts of Accounts, Domains, the server and the cluster: the manual, Alert Administration."""

from __future__ import annotations

import re
from typing import Any, Mapping

from .._cli.sections import alert as cli
from .._engine import canon
from .._engine.info import Info, Known, Objects, Reading
from .._engine.model import Conversation, Edit, Facet, Field, Key, Resource, Values
from .._engine.shapes import Shape
from ..connector import data
from ..connector.errors import CgpError
from .shared.accounts_asked import accounts_of_domains
from .shared.across_domains import DOMAINS, each_domain
from .shared.listed import once

_COMMANDS = {
    "account": (cli.GETACCOUNTALERTS, cli.SETACCOUNTALERTS, cli.POSTACCOUNTALERT, cli.REMOVEACCOUNTALERT),
    "domain": (cli.GETDOMAINALERTS, cli.SETDOMAINALERTS, cli.POSTDOMAINALERT, cli.REMOVEDOMAINALERT),
    "server": (cli.GETSERVERALERTS, cli.SETSERVERALERTS, cli.POSTSERVERALERT, cli.REMOVESERVERALERT),
    "cluster": (cli.GETCLUSTERALERTS, cli.SETCLUSTERALERTS, cli.POSTCLUSTERALERT, cli.REMOVECLUSTERALERT),
}
"""The commands that read, replace, post and remove."""
_NAMED = {"account": "accountName", "domain": "domainName"}
"""The argument that names what the alerts belong to."""
_STAMP = re.compile(r"#?T?\d{2}[\dTZ:_.-]*")
_DATED = re.compile(r"#?T(\d{2})-(\d{2})-(\d{4})_(\d{2}):(\d{2}):(\d{2})")

SCOPE = Field("scope", choices=tuple(_COMMANDS), default="server")
ALERTS = Field("alerts", type="list", elements="str", free=True)
UNWANTED = Field("absent", type="list", elements="str", free=True)


def _whose(scope: str, name: str) -> dict[str, str]:
    return {_NAMED[scope]: name} if scope in _NAMED else {}


def _read(scope: str, name: str) -> Any:
    return _COMMANDS[scope][0](**_whose(scope, name))


def _from_reply(reply: Any) -> list[dict[str, str]]:
    """Alerts by their time. The manual says that texts and time stamps make a dictionary, not which are its keys."""
    told = {key: "#%s" % value.text if isinstance(value, data.Timestamp) else value for key, value in reply.items()}
    return [_alert(key, value) for key, value in told.items()]


def _alert(key: str, value: str) -> dict[str, str]:
    if _STAMP.fullmatch(value) and not _STAMP.fullmatch(key):
        key, value = value, key
    return {"time": key, "text": value}


def _as_told(time: str) -> Any:
    """A time stamp in the form in which the server told it: a data object begins with a number sign."""
    try:
        return data.Timestamp(time[1:]) if time.startswith("#") else time
    except data.BadValue:
        return time


def _moment(time: str) -> str:
    """A time stamp as it is compared: ``#T31-01-2030_12:00:00`` is ``20300131120000``; anything else stays."""
    found = _DATED.fullmatch(time)
    return "".join(found.group(3, 2, 1, 4, 5, 6)) if found else time


def _parse(values: Any) -> dict[str, list[str]]:
    """The texts that there are to be, and what is not to be there: texts or time stamps."""
    taken = {name: [canon.text(text) for text in texts] for name, texts in values.items()}
    if not all(text.strip() for texts in taken.values() for text in texts):
        raise CgpError("an alert must have a text", "Remove the empty one from the list")
    both = sorted(set(taken.get(ALERTS.name, ())) & set(taken.get(UNWANTED.name, ())))
    if both:
        raise CgpError("%s stands in both alerts and absent" % ", ".join(both), "Remove it from one of them")
    return taken


def _target(have: Any, want: Any, whole: bool) -> Any:
    """What is there and stays, and what is new: that has no time yet."""
    wanted, unwanted = want.get(ALERTS.name), want.get(UNWANTED.name, ())
    moments = set(map(_moment, unwanted))
    kept = [alert for alert in have if alert["text"] not in unwanted and _moment(alert["time"]) not in moments]
    if whole and wanted is not None:
        kept = [alert for alert in kept if canon.text(alert["text"]) in wanted]
    there = {canon.text(alert["text"]) for alert in kept}
    return kept + [{"text": text} for text in dict.fromkeys(wanted or ()) if text not in there]


def _canon(alerts: Any) -> Any:
    """Two alerts may have the same text."""
    return sorted(canon.text(alert["text"]) for alert in alerts)


def _write(key: Key, edit: Edit) -> Any:
    """Alerts are removed one by one, so that one which somebody posts meanwhile is not lost, unless none is to stay."""
    scope, name = key
    _get, replace, post, remove = _COMMANDS[scope]
    whose = _whose(scope, name)
    gone = [alert["time"] for alert in edit.before if alert not in edit.after]
    if edit.whole and gone and len(gone) == len(edit.before):
        removing = [replace(newAlerts={}, **whose)]
    else:
        removing = [remove(timeStamp=_as_told(time), **whose) for time in gone]
    return removing + [post(newAlert=alert["text"], **whose) for alert in edit.after if "time" not in alert]


def _check(key: Key, values: Values) -> None:
    scope, name = key
    if (scope in _NAMED) != bool(name):
        raise CgpError("the option name goes with scope: account or scope: domain, and only with them")


ALERT = Resource(
    noun="alerts",
    plural="alerts",
    list_option="alert_sets",
    key=(SCOPE, Field("name")),
    facets=(
        Facet(
            "alerts",
            (ALERTS, UNWANTED),
            Shape(empty=(), parse=_parse, canon=_canon, target=_target),
            read=_read,
            from_reply=_from_reply,
            write=_write,
            from_options=dict,
            to_options=lambda alerts: {ALERTS.name: list(dict.fromkeys(alert["text"] for alert in alerts))},
            mode="mode",
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
    check=_check,
    within={
        "account": lambda name: [("account", name)],
        "domain": lambda name: [("domain", name)],
        "server": lambda: [("server", "")],
        "cluster": lambda: [("cluster", "")],
    },
    told=True,
)


def _objects(params: Mapping[str, Any]) -> Conversation:
    scope, names, domains = params.get("scope") or SCOPE.default, params.get("names"), params.get(DOMAINS.name)
    given = sum(one is not None for one in (names, domains))
    if given != (scope in _NAMED):
        raise CgpError("exactly one of names and domains goes with scope: account or scope: domain, and only with them")
    if domains is not None:
        names = yield from (accounts_of_domains if scope == "account" else each_domain)(domains)
    return Objects([Known((scope, name)) for name in ([""] if names is None else once(names))])


ALERT_INFO = Info(
    noun="alerts",
    result="alert_sets",
    resource=ALERT,
    fields=(SCOPE, Field("names", type="list", elements="str"), DOMAINS),
    objects=_objects,
    readings=(Reading("alerts", facts=lambda reply: {"posted": _from_reply(reply)}),),
    default=("alerts",),
)
