# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings that a Domain's Accounts start from: the manual, Domain Administration."""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.syntax import CommandSpec
from ..._cli.vocabulary.account import ACCOUNT
from ..._engine import shapes
from ..._engine.model import Edit, Facet, Key
from .options import SETTINGS, SETTINGS_OVERWRITE


def settings_facet(read: Callable[..., Any], write: Callable[[Key, Edit], Any], update: CommandSpec) -> Facet:
    """Settings that are updated, replaced or overwritten, as the option ``settings_mode`` says."""
    shape = shapes.settings(ACCOUNT, update)
    return Facet("settings", (SETTINGS,), shape, read=read, write=write, mode=SETTINGS_OVERWRITE.name)


def write_of_domain(update: Callable[..., Any], overwrite: Callable[..., Any], domain: str, edit: Edit) -> list[Any]:
    """A Domain Administrator may update; only a server administrator may overwrite."""
    if edit.only is not None:
        return [overwrite(edit.only, domainName=domain)]
    return [update(edit.delta, domainName=domain)]
