# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the site leaves out of a module's page stands on the page of what all modules share; all else stays."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from support.checkout import ROOT

HEAD = """\
Title
+++++

.. contents::
   :local:
   :depth: 1

Synopsis
--------

- Words.

Parameters
----------

.. list-table::
  :header-rows: 1

  * - Parameter
    - Comments
"""
ROW = """
  * - .. raw:: html

        <div class="ansibleOptionAnchor" id="parameter-{name}"></div>

      .. _ansible_collections.communigate.pro.cgp_x_module__parameter-{name}:

      **{last}**

    - Says :ansopt:`communigate.pro.cgp\\_x#module:{name}=1`.

"""
TAIL = """
.. Attributes

Attributes
----------

More words.
"""


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = spec_from_file_location("site_pages", ROOT / "tools" / "site_pages.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(*names: str) -> str:
    return HEAD + "".join(ROW.format(name=name, last=name.rpartition("/")[2]) for name in names) + TAIL


def bold(text: str) -> list[str]:
    return re.findall(r"\*\*(\w+)\*\*", text)


@pytest.mark.parametrize(
    ("names", "stay", "leave"),
    [
        (["host", "name", "port"], ["name"], ["host", "port"]),
        (["name", "items", "items/host", "port"], ["name", "items", "host"], ["port"]),
        (["host", "port"], [], ["host", "port"]),
        (["name"], ["name"], []),
        (["name", "host"], ["name"], ["host"]),
    ],
)
def test_no_option_is_lost(pages: ModuleType, names: list[str], stay: list[str], leave: list[str]) -> None:
    text, rows = pages.without_shared(page(*names), {"host", "port"})
    assert (bold(text), bold(rows)) == (stay, leave)
    for name in names:  # whoever refers to it finds it on the module's page, as a row or as a place
        assert text.count("__parameter-%s:\n" % name) == 1
    assert text.endswith(TAIL) and "- Words." in text
    assert "__parameter-" not in rows and "cgp" not in rows


def test_what_has_no_options_stays_as_it_is(pages: ModuleType) -> None:
    text = "Title\n+++++\n" + TAIL
    assert pages.without_shared(text, {"host"}) == (text, "")


def test_a_page_has_no_contents_of_its_own(pages: ModuleType) -> None:
    assert pages.without_contents(page("name")) == page("name").replace("::\n   :local:\n   :depth: 1\n", "").replace(
        ".. contents", ""
    )
