# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list or a dictionary at any depth of any option stays one, is joined or is refused: it is never Python's text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Field, Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import object_fields, read_wants
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

PLANTED = [["p@b.example", "q@b.example"], {"p": "q"}, b"pq"]
RESOURCES = {name: subject_of(name) for name in SUBJECTS if isinstance(subject_of(name), Resource)}
OPTIONS = [
    pytest.param(resource, option, id="%s-%s" % (name, option.name))
    for name, resource in RESOURCES.items()
    for option in object_fields(resource)
]


def values_with(planted: Any, option: Field) -> Iterator[Any]:
    """The planted structure in the place of the option's value, and deeper and deeper in it."""
    words = ["Mirror to", "From", "in"]
    yield planted
    yield from ([planted], [[planted]], [[words[0], planted]], [[*words[1:], planted]], [[*words[1:], [planted]]])
    yield from ({"a": planted}, {"a": {"b": planted}}, {"a": [planted]}, {"a": None, "b": planted})
    for inner in option.options:
        whole = {one.name: 1 if one.type == "int" else "w" for one in option.options if one.type in ("int", "str")}
        yield from ([{**whole, inner.name: value}] for value in values_with(planted, inner))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from texts(key)
            yield from texts(item)
    elif isinstance(value, (list, tuple, set)):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize(("resource", "option"), OPTIONS)
def test_no_option_makes_text_of_a_structure(resource: Resource, option: Field) -> None:
    named = {field.name: (field.choices or ("w@example.com",))[0] for field in resource.key}
    for planted in PLANTED:
        for value in values_with(planted, option):
            try:
                (want,) = read_wants(resource, [{**named, option.name: value}])
            except CgpError:
                continue
            assert [text for text in texts([want.key, want.values]) if str(planted) in text] == []
