# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of server and cluster settings that are one dictionary each: the manual, Server Settings."""

from __future__ import annotations

from typing import Any

from .._cli.sections import server_settings as cli
from .._cli.vocabulary import server as vocabulary
from .._engine import shapes
from .._engine.model import Edit, Facet, Field, Key, Resource, Values, Whole
from ..connector.errors import CgpError
from .shared.options import SETTINGS, SETTINGS_MODE
from .shared.settings_commands import nulling

_REPLACED = {
    ("server", "queue"): (cli.GETQUEUESETTINGS, cli.SETQUEUESETTINGS),
    ("server", "signal"): (cli.GETSIGNALSETTINGS, cli.SETSIGNALSETTINGS),
    ("server", "media_server"): (cli.GETMEDIASERVERSETTINGS, cli.SETMEDIASERVERSETTINGS),
    ("server", "session"): (cli.GETSESSIONSETTINGS, cli.SETSESSIONSETTINGS),
    ("server", "cluster"): (cli.GETCLUSTERSETTINGS, cli.SETCLUSTERSETTINGS),
    ("server", "network"): (cli.GETNETWORK, cli.SETNETWORK),
    ("server", "dnr"): (cli.GETDNRSETTINGS, cli.SETDNRSETTINGS),
    ("server", "banned"): (cli.GETBANNED, cli.SETBANNED),
    ("server", "router"): (cli.GETROUTERSETTINGS, cli.SETROUTERSETTINGS),
    ("server", "smtp_send_profiles"): (cli.GETSMTPSENDPROFILES, cli.SETSMTPSENDPROFILES),
    ("server", "intercept"): (cli.GETSERVERINTERCEPT, cli.SETSERVERINTERCEPT),
    ("cluster", "network"): (cli.GETCLUSTERNETWORK, cli.SETCLUSTERNETWORK),
    ("cluster", "banned"): (cli.GETCLUSTERBANNED, cli.SETCLUSTERBANNED),
    ("cluster", "router"): (cli.GETCLUSTERROUTERSETTINGS, cli.SETCLUSTERROUTERSETTINGS),
    ("cluster", "intercept"): (cli.GETCLUSTERINTERCEPT, cli.SETCLUSTERINTERCEPT),
}
"""Sections whose SET command is taken to replace the whole: it is sent what is to stay, too."""
_UPDATED = {
    ("server", "log"): (cli.GETLOGSETTINGS, cli.UPDATELOGSETTINGS),
    ("server", "server"): (cli.GETSERVERSETTINGS, cli.UPDATESERVERSETTINGS),
}
"""Sections that have only an UPDATE command."""
_COMMANDS = {**_REPLACED, **_UPDATED}
_SHAPES = {
    "server": shapes.settings(vocabulary.SERVER),
    "network": shapes.settings(vocabulary.NETWORK),
    "intercept": shapes.settings(vocabulary.INTERCEPT),
}
"""Of the settings of all other sections nothing is known."""
SECTIONS = tuple(dict.fromkeys(section for _scope, section in _COMMANDS))


_IN_CLUSTERS = {("server", "cluster"), *(key for key in _COMMANDS if key[0] == "cluster")}
"""What only members of a cluster are asked for, a server's own settings as one of them too: others refuse it."""


def _keys(scope: str) -> list[Key]:
    return [key for key in _COMMANDS if (key in _IN_CLUSTERS) == (scope == "cluster")]


def _read(scope: str, section: str) -> Any:
    return _COMMANDS[scope, section][0]()


def _write(key: Key, edit: Edit) -> Any:
    scope, section = key
    if (scope, section) in _UPDATED:
        return [_UPDATED[scope, section][1](edit.delta)]
    return [Whole(_REPLACED[scope, section][1](edit.stated))]


_nulling = nulling(lambda key, changes: _UPDATED[key[0], key[1]][1](changes))


def _insist(key: Key, first: Edit, left: Edit) -> Any:
    return _nulling(key, first, left) if key in _UPDATED else []


def _check(key: Key, values: Values) -> None:
    scope, section = key
    if (scope, section) not in _COMMANDS:
        known = ", ".join(section for known_scope, section in _COMMANDS if known_scope == scope)
        raise CgpError("there are no %s settings of the section %s" % (scope, section), "There are %s" % known)


SERVER_SETTINGS = Resource(
    noun="settings",
    plural="settings",
    list_option="sections",
    key=(
        Field("scope", choices=("server", "cluster"), default="server"),
        Field("section", choices=SECTIONS, required=True),
    ),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            shape_of_key=lambda scope, section: _SHAPES.get(section, shapes.SETTINGS),
            read=_read,
            write=_write,
            insist=_insist,
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
    check=_check,
    within={"server": lambda: _keys("server"), "cluster": lambda: _keys("cluster")},
)
