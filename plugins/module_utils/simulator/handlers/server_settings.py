# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Server Settings: the dictionaries of the server's components, Rules and the texts of the Router Tables.

Where the manual says "set" the new dictionary replaces the old one; where it says "update" it is merged in. The keys
are free: which ones a real server knows is not known, so none is refused.

GETCLUSTERSETTINGS and SETCLUSTERSETTINGS are refused on a server that is no member of a Dynamic Cluster, like all
other commands about the Cluster, though the manual does not say so of these two.
"""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.sections import server_settings as commands
from ..._cli.syntax import CommandSpec
from ..handling.arguments import only
from ..handling.registry import handles
from ..handling.request import Request
from ..model import rules
from ..model.settings import Settings
from .dictionaries import serve

_LOCAL, _CLUSTER = False, True


# --- dictionaries of components

def _section(name: str, cluster: bool) -> Callable[[Request], Settings]:
    """What finds the dictionary of a component."""
    return lambda request: request.scope(cluster).sections.setdefault(name, {})


serve(_section("Queue", _LOCAL), commands.GETQUEUESETTINGS, commands.SETQUEUESETTINGS)
serve(_section("Signal", _LOCAL), commands.GETSIGNALSETTINGS, commands.SETSIGNALSETTINGS)
serve(_section("MediaServer", _LOCAL), commands.GETMEDIASERVERSETTINGS, commands.SETMEDIASERVERSETTINGS)
serve(_section("Session", _LOCAL), commands.GETSESSIONSETTINGS, commands.SETSESSIONSETTINGS)
serve(_section("Cluster", _CLUSTER), commands.GETCLUSTERSETTINGS, commands.SETCLUSTERSETTINGS)
serve(_section("Log", _LOCAL), commands.GETLOGSETTINGS, update=commands.UPDATELOGSETTINGS)
serve(_section("Network", _LOCAL), commands.GETNETWORK, commands.SETNETWORK)
serve(_section("Network", _CLUSTER), commands.GETCLUSTERNETWORK, commands.SETCLUSTERNETWORK)
serve(_section("DNR", _LOCAL), commands.GETDNRSETTINGS, commands.SETDNRSETTINGS)
serve(_section("Banned", _LOCAL), commands.GETBANNED, commands.SETBANNED)
serve(_section("Banned", _CLUSTER), commands.GETCLUSTERBANNED, commands.SETCLUSTERBANNED)
serve(_section("Router", _LOCAL), commands.GETROUTERSETTINGS, commands.SETROUTERSETTINGS)
serve(_section("Router", _CLUSTER), commands.GETCLUSTERROUTERSETTINGS, commands.SETCLUSTERROUTERSETTINGS)
serve(_section("Server", _LOCAL), commands.GETSERVERSETTINGS, update=commands.UPDATESERVERSETTINGS)
serve(_section("SMTPSendProfiles", _LOCAL), commands.GETSMTPSENDPROFILES, commands.SETSMTPSENDPROFILES)
serve(_section("Intercept", _LOCAL), commands.GETSERVERINTERCEPT, commands.SETSERVERINTERCEPT)
serve(_section("Intercept", _CLUSTER), commands.GETCLUSTERINTERCEPT, commands.SETCLUSTERINTERCEPT)


# --- attributes of a scope that are read and replaced as a whole

def _attribute(
    name: str, cluster: bool, get: CommandSpec, replace: CommandSpec, checked: Callable[[Any], Any] = lambda new: new
) -> None:
    """Register the two commands of an attribute of the server's or the cluster's scope."""

    def read(request: Request) -> Any:
        return getattr(request.scope(cluster), name)

    def write(request: Request, **new: Any) -> None:
        setattr(request.scope(cluster), name, checked(only(new)))

    handles(get)(read)
    handles(replace)(write)


_attribute("mail_rules", _LOCAL, commands.GETSERVERMAILRULES, commands.SETSERVERMAILRULES, rules.checked)
_attribute("mail_rules", _CLUSTER, commands.GETCLUSTERMAILRULES, commands.SETCLUSTERMAILRULES, rules.checked)
_attribute("signal_rules", _LOCAL, commands.GETSERVERSIGNALRULES, commands.SETSERVERSIGNALRULES, rules.checked)
_attribute("signal_rules", _CLUSTER, commands.GETCLUSTERSIGNALRULES, commands.SETCLUSTERSIGNALRULES, rules.checked)
# A table is taken as it comes: what is no record of it routes nothing.
_attribute("router_table", _LOCAL, commands.GETROUTERTABLE, commands.SETROUTERTABLE)
_attribute("router_table", _CLUSTER, commands.GETCLUSTERROUTERTABLE, commands.SETCLUSTERROUTERTABLE)


@handles(commands.REFRESHOSDATA)
def refresh_os_data(request: Request) -> None:
    """The simulator takes nothing from the operating system that could have changed."""
