# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Datasets of an Account: named entries with attributes. The manual, Account Services."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections.account_service import REMOVEACCOUNTSUBSET
from .._engine import canon, merging, shapes
from .._engine.model import Edit, Facet, Field, Key, Resource, Undoable, Values
from .._engine.shapes import Shape, text_of, type_name
from ..connector.errors import CgpError
from .shared.datasets import all_datasets, dataset_command, find_datasets
from .shared.options import ACCOUNT_NAME

EMAIL = "addressbook.Email"
"""The attribute that addRandomEntry needs and findAddress looks for."""

Entries = Mapping[str, Mapping[str, Any]]


# --- entries by name


def _parse_attributes(name: str, attributes: Any) -> dict[str, Any]:
    if not isinstance(attributes, dict):
        raise CgpError("%s: a dictionary of attributes is needed, not %s" % (name, type_name(attributes)))
    return dict(canon.digits(shapes.setting_values(attributes)))


def _parse_entries(entries: Any) -> dict[str, Any]:
    return {
        str(name): None if attributes is None else _parse_attributes(str(name), attributes)
        for name, attributes in entries.items()
    }


def _with(had: Mapping[str, Any], wanted: Mapping[str, Any], whole: bool) -> Mapping[str, Any]:
    """An entry with other attributes; null takes one away. ``whole``: what is not named goes, but for secrets."""
    return merging.TEXTS.merged(had, wanted, whole)


def _entries_target(have: Entries, want: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    after: dict[str, Any] = {} if whole else {name: dict(attributes) for name, attributes in have.items()}
    for name, attributes in want.items():
        if attributes is None:
            after.pop(name, None)
        else:
            after[name] = _with(have.get(name, {}), attributes, whole)
    return after


# --- entries by address


def _parse_addresses(addresses: Any) -> list[dict[str, Any]]:
    taken = []
    for address in addresses:
        if not isinstance(address, dict) or not address.get("email"):
            raise CgpError("each of them needs an email", "Give it beside attributes")
        email = text_of("email", address["email"])
        taken.append({**_parse_attributes(email, address.get("attributes") or {}), EMAIL: email})
    return taken


def _new_name(email: str) -> str:
    """What stands for the name that the server is going to give the entry."""
    return "(new) %s" % email


def _addresses_target(have: Entries, want: Sequence[Mapping[str, Any]], whole: bool) -> dict[str, Any]:
    """An address that is there in another spelling stays as it is."""
    after: dict[str, Any] = {} if whole else {name: dict(attributes) for name, attributes in have.items()}
    known: dict[str, tuple[str, str]] = {}
    for name, attributes in have.items():
        if isinstance(attributes.get(EMAIL), str):
            known.setdefault(canon.address(attributes[EMAIL]), (name, attributes[EMAIL]))
    for attributes in want:
        given = attributes[EMAIL]
        name, email = known.setdefault(canon.address(given), (_new_name(given), given))
        had = have.get(name, {})
        after[name] = _with(had, {**attributes, EMAIL: email}, whole)
    return after


# --- writing


def _delta(have: Entries, after: Entries) -> dict[str, Any]:
    had, has = canon.digits(have), canon.digits(after)
    changed: dict[str, Any] = {name: after[name] for name in after if had.get(name) != has[name]}
    changed.update((name, None) for name in have if name not in after)
    return changed


def _write(key: Key, edit: Edit) -> Any:
    return [command for name in edit.delta for command in _write_entry(key, name, edit)]


def _write_entry(key: Key, name: str, edit: Edit) -> Any:
    """setEntry only adds and changes attributes: to lose one, an entry is deleted and made anew."""
    had, wanted = edit.before.get(name), edit.delta[name]
    if wanted is None:
        return [dataset_command(key, "deleteEntry", entryName=name)]
    if had is None:
        if name == _new_name(wanted.get(EMAIL, "")):
            return [dataset_command(key, "addRandomEntry", data=wanted)]
        return [dataset_command(key, "setEntry", entryName=name, data=wanted)]
    if set(had) - set(wanted):
        restore = dataset_command(key, "setEntry", entryName=name, data=dict(had))
        delete = Undoable(dataset_command(key, "deleteEntry", entryName=name), (restore,))
        return [delete, dataset_command(key, "setEntry", entryName=name, data=wanted)]
    changed = {attribute: value for attribute, value in wanted.items() if had.get(attribute) != value}
    return [dataset_command(key, "setEntry", entryName=name, data=changed)]


def _facet(field: Field, parse: Any, target: Any, restated: bool) -> Facet:
    return Facet(
        field.name,
        (field,),
        Shape(empty={}, parse=parse, canon=canon.digits, target=target, delta=_delta, named=1),
        restated=restated,
        read=lambda account, name: dataset_command((account, name), "listEntries"),
        from_reply=canon.digits,  # attributes are strings, although a server may tell numbers
        write=_write,
        mode="mode",
    )


def _check(key: Key, values: Values) -> None:
    if values["mode"] == "replace" and "entries" in values and "addresses" in values:
        raise CgpError("with mode=replace, entries and addresses do not go together", "Each would remove the other's")


DATASET = Resource(
    noun="dataset",
    plural="datasets",
    list_option="datasets",
    key=(ACCOUNT_NAME, Field("name", required=True)),
    facets=(
        _facet(Field("entries", type="dict"), _parse_entries, _entries_target, restated=True),
        _facet(
            Field(
                "addresses",
                type="list",
                elements="dict",
                options=(Field("email", required=True), Field("attributes", type="dict")),
            ),
            _parse_addresses,
            _addresses_target,
            restated=False,
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
    find=find_datasets,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    folded=str,
    create=lambda key, values: [dataset_command(key, "createSet")],
    delete=lambda key, values: [REMOVEACCOUNTSUBSET(*key)],
    check=_check,
    within={"account": lambda name: [name]},
    find_all=all_datasets,
)
