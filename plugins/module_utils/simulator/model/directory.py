# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory Units: where the records below a distinguished name (DN) are kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..answers.refusals import bad_parameters, exists, unknown
from .names import fold
from .settings import Settings


@dataclass
class DirectoryUnit:
    """A unit in files of the server, or a ``remote`` one on an LDAP server, mounted on a DN (empty for the root)."""

    name: str
    mount_point: str
    remote: bool = False
    settings: Settings = field(default_factory=dict)


@dataclass
class DirectoryUnits:
    """The units of a server or a cluster. Names and mount points ignore case, and no two units share one."""

    units: dict[str, DirectoryUnit] = field(default_factory=dict, metadata={"of": DirectoryUnit})

    def unit(self, name: str) -> DirectoryUnit:
        found = self.units.get(fold(name))
        if found is None:
            raise unknown("directory unit")
        return found

    def add(self, unit: DirectoryUnit) -> None:
        if not unit.name.strip():
            raise bad_parameters("a directory unit needs a name")
        if fold(unit.name) in self.units:
            raise exists("directory unit")
        self._require_free(unit.mount_point)
        self.units[fold(unit.name)] = unit

    def relocate(self, name: str, mount_point: str) -> None:
        """Mount a unit on another DN; another spelling of its own one will do."""
        unit = self.unit(name)
        if _folded(mount_point) != _folded(unit.mount_point):
            self._require_free(mount_point)
        unit.mount_point = mount_point

    def remove(self, name: str) -> None:
        del self.units[fold(self.unit(name).name)]

    def mount_points(self) -> dict[str, str]:
        """The unit's name for each mount point."""
        return {unit.mount_point: unit.name for unit in self.units.values()}

    def _require_free(self, mount_point: str) -> None:
        if _folded(mount_point) in {_folded(unit.mount_point) for unit in self.units.values()}:
            raise exists("directory unit mounted there")


def _folded(mount_point: str) -> str:
    """A DN in the form in which two are compared; a refusal for what is none."""
    if not mount_point:
        return ""
    pairs = [pair.partition("=") for pair in mount_point.split(",")]
    if not all(equals and attribute.strip() and value.strip() for attribute, equals, value in pairs):
        raise bad_parameters("a mount point is a DN, such as o=MyCompany")
    return ",".join("%s=%s" % (fold(attribute.strip()), fold(value.strip())) for attribute, _equals, value in pairs)
