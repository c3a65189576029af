# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plugins of this collection in this process, with the options that their documentation has."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from ansible import constants
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.doc_fragments import constructed, inventory_cache
from ansible.template import Templar

from support import documentation, quick_yaml

_COLLECTION = "communigate.pro"
_PLUGINS = "ansible_collections.communigate.pro.plugins"


@cache
def options(plugin: str) -> dict[str, Any]:
    """The documented options of a plugin such as ``lookup.cgp``, with those of this collection's fragments."""
    page = documentation.documentation(plugin)
    found: dict[str, Any] = {}
    for name in page.get("extends_documentation_fragment", ()):
        if name.startswith(_COLLECTION):
            found.update(fragment(name[len(_COLLECTION) + 1 :]).get("options", {}))
    return {**found, **page["options"]}


def fragment(name: str) -> dict[str, Any]:
    """A documentation fragment, such as ``connection.plugin``."""
    file, _dot, variant = name.partition(".")
    text = getattr(import_module("%s.doc_fragments.%s" % (_PLUGINS, file)).ModuleDocFragment, variant.upper())
    return dict(quick_yaml.load(text))


def lookup(name: str) -> Any:
    """A lookup as Ansible loads it: each is for one call."""
    full_name = "%s.%s" % (_COLLECTION, name)
    constants.config.initialize_plugin_configuration_definitions("lookup", full_name, options("lookup." + name))
    loader = DataLoader()
    made = import_module("%s.lookup.%s" % (_PLUGINS, name)).LookupModule(loader=loader, templar=Templar(loader))
    made._load_name = full_name
    return made


def inventory(name: str) -> Any:
    """An inventory as Ansible loads it: each is for one source."""
    full_name = "%s.%s" % (_COLLECTION, name)
    definitions = {**options("inventory." + name), **_CONSTRUCTED, **_CACHED}
    constants.config.initialize_plugin_configuration_definitions("inventory", full_name, definitions)
    made = import_module("%s.inventory.%s" % (_PLUGINS, name)).InventoryModule()
    made._load_name = made.ansible_name = full_name
    made._redirected_names = [full_name]
    return made


_CONSTRUCTED = quick_yaml.load(constructed.ModuleDocFragment.DOCUMENTATION)["options"]
_CACHED = quick_yaml.load(inventory_cache.ModuleDocFragment.DOCUMENTATION)["options"]
