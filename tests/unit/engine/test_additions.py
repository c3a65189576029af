# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a resource may add to a plan: how its values are shown, what it warns of, and whether all else is to go."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import (
    GETACCOUNTDEFAULTS,
    UPDATEACCOUNTDEFAULTS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import (
    Edit,
    Facet,
    Field,
    Have,
    Key,
    Resource,
    Want,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.plan import plan
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import Shape
from support.engine_server import Server

KEY: Key = ("example.com",)


def resource(seen: list[Edit], **more: Any) -> Resource:
    """A noun with one part, whose value is shown as its length."""

    def write(key: Key, edit: Edit) -> list[Any]:
        seen.append(edit)
        return [UPDATEACCOUNTDEFAULTS({"Text": edit.after}, domainName=key[0])]

    text = Facet(
        "text",
        (Field("text"),),
        Shape(show=lambda value: "%d letters" % len(value)),
        read=lambda name: GETACCOUNTDEFAULTS(domainName=name),
        from_reply=lambda settings: settings.get("Text", ""),
        write=write,
        mode="mode",
        created=True,
    )
    return Resource("thing", "things", "things", (Field("name", required=True),), (text,), **more)


def test_before_and_after_are_shown_as_the_shape_says() -> None:
    (change,) = plan(resource([]), [Want(KEY, values={"text": "secret"})], {KEY: Have(True, {"text": "old"})})
    assert (change.before, change.after) == ({"text": "3 letters"}, {"text": "6 letters"})


def test_so_is_what_the_creating_command_carries() -> None:
    made = resource([], create=lambda key, values: [UPDATEACCOUNTDEFAULTS({"Text": values["text"]})])
    (change,) = plan(made, [Want(KEY, values={"text": "secret"})], {KEY: Have()})
    assert (change.before, change.after) == ({"state": "absent"}, {"state": "present", "text": "6 letters"})


@pytest.mark.parametrize(("mode", "whole"), [("replace", True), ("update", False)])
def test_an_edit_knows_whether_all_else_is_to_go(mode, whole) -> None:
    seen: list[Edit] = []
    plan(resource(seen), [Want(KEY, values={"text": "new", "mode": mode})], {KEY: Have(True, {"text": "old"})})
    assert [edit.whole for edit in seen] == [whole]


@pytest.mark.parametrize("check", [True, False])
def test_doubts_are_told_once_as_warnings(server: Server, check) -> None:
    doubting = resource([], doubts=lambda key, values: ["%s is doubtful" % values["text"]])
    rows = [{"name": server.new_domain(), "text": text} for text in ("this", "this", "that")]
    result = server.apply(doubting, rows, check=check)
    assert result["warnings"] == ["this is doubtful", "that is doubtful"]
