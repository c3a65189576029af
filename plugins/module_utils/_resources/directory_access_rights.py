# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access rights of the Directory: the manual, Directory Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.directory import GETDIRECTORYACCESSRIGHTS, SETDIRECTORYACCESSRIGHTS
from .._engine import canon, merging, shapes
from .._engine.model import Facet, Field, Resource
from .._engine.shapes import Shape, type_name
from ..connector.errors import CgpError
from .shared.directory_scopes import SCOPE, shared_keyword


def _parse_rights(elements: Any) -> Any:
    if not isinstance(elements, (list, tuple)):
        raise CgpError("a list is needed, not %s" % type_name(elements))
    return [shapes.setting_value(element, "element %d" % number) for number, element in enumerate(elements, 1)]


DIRECTORY_ACCESS_RIGHTS = Resource(
    noun="directory access rights",
    plural="directory access rights",
    list_option="scopes",
    key=(SCOPE,),
    facets=(
        Facet(
            "access_rights",
            (Field("access_rights", type="list", elements="raw"),),
            Shape(
                empty=(),
                parse=_parse_rights,
                canon=canon.setting,
                target=lambda have, want, whole: merging.SETTINGS.as_there(have, want),
            ),
            read=lambda scope: GETDIRECTORYACCESSRIGHTS(**shared_keyword(scope)),
            write=lambda key, edit: [SETDIRECTORYACCESSRIGHTS(edit.after, **shared_keyword(key[0]))],
        ),
    ),
    within={"server": lambda: [("server",)], "cluster": lambda: [("cluster",)]},
)
