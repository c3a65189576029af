# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory Units and Directory access rights, those of the server and those of the cluster."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import Chapter, Step, call, read, refused

# The manual does not say what the elements of the access rights are.
RIGHTS = [["Anybody", "anyone", "*", "read"], ["Staff", "example.org", "mail", "write"]]


def of_level(shared: bool) -> tuple[Step, ...]:
    """The rows of one level, which has no unit before and one behind them."""
    units = call("list_directory_units", shared=shared)
    return (
        Step(units, {}),
        Step(call("create_directory_unit", "Staff", '"o=Staff"', shared=shared), seen=(units, {"o=Staff": "Staff"})),
        Step(
            call("create_directory_unit", "Partners", '"o=Partners,c=DE"', remote=True, shared=shared),
            seen=(units, {"o=Staff": "Staff", "o=Partners,c=DE": "Partners"}),
        ),
        refused("create_directory_unit", "Staff", '"o=Other"', shared=shared),
        refused("create_directory_unit", "Other", '"o=Staff"', shared=shared),
        Step(
            call("relocate_directory_unit", "Staff", '"o=People"', shared=shared),
            seen=(units, {"o=People": "Staff", "o=Partners,c=DE": "Partners"}),
        ),
        refused("relocate_directory_unit", "Staff", '"o=Partners,c=DE"', shared=shared),
        read("get_directory_unit", "Staff", gives={}, shared=shared),
        Step(
            call("set_directory_unit", "Staff", {"LogLevel": "3", "SizeLimit": "100"}, shared=shared),
            seen=(call("get_directory_unit", "Staff", shared=shared), {"LogLevel": "3", "SizeLimit": "100"}),
        ),
        read("get_directory_unit", "Partners", gives={}, shared=shared),
        refused("set_directory_unit", "Nothing", {"LogLevel": "3"}, shared=shared),
        Step(call("delete_directory_unit", "Partners", shared=shared), seen=(units, {"o=People": "Staff"})),
        refused("delete_directory_unit", "Partners", shared=shared),
        refused("get_directory_unit", "Partners", shared=shared),
        Step(
            call("set_directory_access_rights", RIGHTS, shared=shared),
            seen=(call("get_directory_access_rights", shared=shared), RIGHTS),
        ),
        Step(
            call("set_directory_access_rights", [], shared=shared),
            seen=(call("get_directory_access_rights", shared=shared), []),
        ),
    )


UNITS = Chapter("directory units", steps=(
    *of_level(shared=False),
    refused("list_directory_units", shared=True),
    refused("get_directory_access_rights", shared=True),
))

SHARED_UNITS = Chapter("directory units of a cluster", flags=("--cluster",), steps=(
    *of_level(shared=True),
    read("list_directory_units", gives={}),
    read("list_directory_units", shared=True, gives={"o=People": "Staff"}),
))
