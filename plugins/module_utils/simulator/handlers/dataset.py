# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Services: datasets.

What the manual leaves open of an operation is this simulator's choice: only ``setEntry`` and ``addRandomEntry`` make a
dataset that there is not, and an operation that has nothing to tell is answered with an empty dictionary. Attributes
are strings; #NULL# removes one.
"""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.sections import account_service as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model.dataset import ADDRESS, Attributes, Datasets, Entries, unique_name, with_address
from ..model.settings import Settings
from . import operations

_ENTRY_NAME = "entry"  # the attribute that stands for the entry's name in a filter

_MODES: dict[str, Callable[[str, str], bool]] = {
    "eq": str.__eq__,
    "beg": str.startswith,
    "end": str.endswith,
    "incl": str.__contains__,
}


@handles(commands.REMOVEACCOUNTSUBSET)
def remove_account_subset(request: Request, accountName: str, subsetName: str) -> None:
    request.open_account(accountName).datasets.remove(subsetName)


@handles(commands.DATASET)
def dataset(request: Request, accountName: str, parameters: dict[str, Any]) -> dict[str, Any]:
    datasets = request.open_account(accountName).datasets
    operation = operations.chosen(_OPERATIONS, parameters, "what")
    return operation(datasets, operations.text(parameters, "subsetName"), parameters)


# --- datasets

def _list_subsets(datasets: Datasets, name: str, _parameters: Settings) -> dict[str, Any]:
    return {subset: "" for subset in datasets.subsets(name)}


def _create_set(datasets: Datasets, name: str, _parameters: Settings) -> dict[str, Any]:
    datasets.create(name)
    return {}


def _remove_set(datasets: Datasets, name: str, _parameters: Settings) -> dict[str, Any]:
    datasets.remove(name)
    return {}


# --- entries

def _list_entries(datasets: Datasets, name: str, parameters: Settings) -> dict[str, Any]:
    entries = datasets.entries(name)
    attribute = operations.optional_text(parameters, "attribute")
    wanted = operations.optional_text(parameters, "data")
    mode = operations.optional_text(parameters, "mode") or "eq"
    if (attribute is None) != (wanted is None):
        raise refusals.bad_parameters("the elements attribute and data go together")
    if mode not in _MODES:
        raise refusals.bad_parameters("the element mode must be eq, beg, end or incl")
    if attribute is None or wanted is None:
        return dict(entries)
    matches = _MODES[mode]
    return {
        entry: attributes for entry, attributes in entries.items()
        if matches(entry if attribute == _ENTRY_NAME else attributes.get(attribute, ""), wanted)
        and (attribute == _ENTRY_NAME or attribute in attributes)
    }


def _set_entry(datasets: Datasets, name: str, parameters: Settings) -> dict[str, Any]:
    """A name that was generated is told as ``addRandomEntry`` tells it."""
    changes = _changes(parameters)
    entry = operations.optional_text(parameters, "entryName")
    if "ifExists" in parameters:
        if entry is None:
            raise refusals.bad_parameters("an existing entry can only be updated by its name")
        _update(_entry(datasets.entries(name), entry), changes)
        return {}
    entries = datasets.made(name)
    if entry is not None:
        _update(entries.setdefault(entry, {}), changes)
        return {}
    return _add(entries, changes)


def _delete_entry(datasets: Datasets, name: str, parameters: Settings) -> dict[str, Any]:
    entries = datasets.entries(name)
    entry = operations.text(parameters, "entryName")
    _entry(entries, entry)
    del entries[entry]
    return {}


def _add_random_entry(datasets: Datasets, name: str, parameters: Settings) -> dict[str, Any]:
    """``entryLimit`` is how many entries there may be afterwards."""
    changes = _changes(parameters)
    address = changes.get(ADDRESS)
    if not address:
        raise refusals.bad_parameters("the element data must hold the attribute %s" % ADDRESS)
    limit = operations.number(parameters, "entryLimit") if "entryLimit" in parameters else 0
    entries = datasets.sets.get(name, {})
    if with_address(entries, address) is not None:
        return {}
    if 0 < limit <= len(entries):
        raise refusals.impossible("the dataset has as many entries as it may have")
    return _add(datasets.made(name), changes)


def _find_address(datasets: Datasets, name: str, parameters: Settings) -> dict[str, Any]:
    entries = datasets.entries(name)
    found = with_address(entries, operations.text(parameters, "address"))
    return {} if found is None else {"": found}


def _changes(parameters: Settings) -> dict[str, str | None]:
    data = operations.dictionary(parameters, "data")
    if not all(value is None or isinstance(value, str) for value in data.values()):
        raise refusals.bad_parameters("the attributes of an entry must be strings")
    return data


def _entry(entries: Entries, name: str) -> Attributes:
    if name not in entries:
        raise refusals.unknown("dataset entry")
    return entries[name]


def _add(entries: Entries, changes: dict[str, str | None]) -> dict[str, Any]:
    name = unique_name(entries)
    _update(entries.setdefault(name, {}), changes)
    return {"entryName": name}


def _update(attributes: Attributes, changes: dict[str, str | None]) -> None:
    for name, value in changes.items():
        if value is None:
            attributes.pop(name, None)
        else:
            attributes[name] = value


_OPERATIONS: dict[str, Callable[[Datasets, str, Settings], dict[str, Any]]] = {
    "listSubsets": _list_subsets,
    "createSet": _create_set,
    "removeSet": _remove_set,
    "listEntries": _list_entries,
    "setEntry": _set_entry,
    "deleteEntry": _delete_entry,
    "addRandomEntry": _add_random_entry,
    "findAddress": _find_address,
}
