# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Skins: of Domains, of the server, of the cluster, and the built-in ones.

That the unnamed Skin of the server and of the cluster comes first and goes last, as that of a Domain does, and which
files the built-in Skins have, are the simulator's own choices.
"""

from __future__ import annotations

from datetime import datetime

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import Call, Chapter, Step, call, read, refused
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import AT_NOON, NOON, PEOPLE

UNNAMED = '""'
LOGIN = "login.wssp"


def of_level(level: str, **whose: str) -> tuple[Step, ...]:
    """The rows of one level, which has no Skin before and none behind them."""

    def on(method: str, *arguments: str) -> Call:
        return call(method % level, *arguments, **whose)

    def refuse(method: str, *arguments: str, text: str = "") -> Step:
        return Step(on(method, *arguments), Refused(text=text))

    skins = on("list_%s_skins")
    files = on("list_%s_skin_files", "Green")
    login = on("read_%s_skin_file", "Green", LOGIN)
    return (
        Step(skins, []),
        # the manual: the unnamed one of a Domain comes first, and goes last
        *([refuse("create_%s_skin", "Blue")] if level == "domain" else []),
        Step(on("create_%s_skin", UNNAMED), seen=(skins, [""])),
        Step(on("create_%s_skin", "Blue"), seen=(skins, ["", "Blue"])),
        refuse("create_%s_skin", "Blue", text="already exists"),
        *([refuse("delete_%s_skin", UNNAMED)] if level == "domain" else []),
        Step(on("rename_%s_skin", "Blue", "Green"), seen=(skins, ["", "Green"])),
        refuse("rename_%s_skin", "Blue", "Red"),
        # --- files
        Step(files, {}),
        Step(on("store_%s_skin_file", "Green", LOGIN, "[SGVsbG8=]"), seen=(login, ["[SGVsbG8=]", NOON])),
        Step(files, {LOGIN: Kind(dict)}),
        Step(on("store_%s_skin_file", "Green", LOGIN, "[Sg==]"), seen=(login, ["[Sg==]", NOON])),
        refuse("read_%s_skin_file", UNNAMED, LOGIN),
        refuse("store_%s_skin_file", "Red", LOGIN, "[Sg==]"),
        Step(on("remove_%s_skin_file", "Green", LOGIN), seen=(files, {})),
        refuse("remove_%s_skin_file", "Green", LOGIN),
        # ---
        Step(on("delete_%s_skin", "Green"), seen=(skins, [""])),
        refuse("list_%s_skin_files", "Green"),
        Step(on("delete_%s_skin", UNNAMED), seen=(skins, [])),
    )


SKINS = Chapter("skins", before=PEOPLE[:1], flags=AT_NOON, steps=(
    *of_level("domain"),
    *of_level("domain", domain_name="example.org"),
    *of_level("server"),
    refused("list_cluster_skins"),
    refused("create_cluster_skin", UNNAMED),
    refused("list_domain_skins", "nowhere.example", code=512),
    read("list_stock_skin_files", UNNAMED, gives=Containing(**{LOGIN: Kind(dict)})),
    read("read_stock_skin_file", UNNAMED, LOGIN, gives=[Kind(str), Kind(datetime)]),
    refused("list_stock_skin_files", "NoSuchSkin"),
    refused("read_stock_skin_file", UNNAMED, "nothing.wssp"),
))

CLUSTER_SKINS = Chapter("skins of a cluster", flags=("--cluster", *AT_NOON), steps=(
    # --- the server's Skins are others than the cluster's
    Step(call("create_server_skin", UNNAMED), seen=(call("list_server_skins"), [""])),
    *of_level("cluster"),
    read("list_server_skins", gives=[""]),
))
