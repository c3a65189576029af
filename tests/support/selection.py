# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tests concern one module: ``pytest --module cgp_forwarder``, for ``make test ONLY=cgp_forwarder``.

A test that has the module for a parameter, or something that is about it: a noun, cases, a task that must fail. And
each test of a file that is named after it, or that is in tests/unit/resources and imports what describes the module.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

import pytest
from ansible_collections.communigate.pro.plugins.module_utils import _registry

from support.checkout import ROOT

RESOURCE_TESTS = ROOT / "tests" / "unit" / "resources"


def concerns(item: pytest.Item, module: str) -> bool:
    """Whether a test concerns a module."""
    return module in concerned(item)


def concerned(item: pytest.Item) -> set[str]:
    """The modules that a test concerns, among other names."""
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    about = (value if isinstance(value, str) else getattr(value, "module", None) for value in parameters)
    found = {name for name in about if isinstance(name, str)}
    noun = item.path.stem.partition("test_")[2]
    found |= {"cgp_" + noun, "cgp_" + noun.removesuffix("_module")}
    if RESOURCE_TESTS in item.path.parents:
        found |= _imported_by(item.module)
    return found


@cache
def _imported_by(tests: ModuleType) -> set[str]:
    """The modules whose subjects, or the files with them, a file of tests has imported."""
    found = set()
    for module in _registry.SUBJECTS:
        described_in = import_module("%s._resources.%s" % (_registry.__package__, _registry.noun_of(module)))
        if any(value is described_in or value is _registry.subject_of(module) for value in vars(tests).values()):
            found.add(module)
    return found
