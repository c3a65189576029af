# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When two keys name one object: of every noun that is listed."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Key, Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of

LISTED = [
    subject
    for subject in map(subject_of, SUBJECTS)
    if isinstance(subject, Resource) and subject.find is not None
]
each = pytest.mark.parametrize("resource", LISTED, ids=lambda resource: resource.noun)
PARTS = {"scope": "domain", "domain": "example.com"}


def key_of(resource: Resource) -> Key:
    return tuple(PARTS.get(field.name, "ann@example.com") for field in resource.key)


@each
def test_keys_that_differ_in_one_part_name_two_objects(resource: Resource) -> None:
    key = key_of(resource)
    for number, part in enumerate(key):
        other = (*key[:number], "server" if part == "domain" else "other." + part, *key[number + 1 :])
        assert resource.identity(other) != resource.identity(key)
