# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an _info module tells, its noun's module takes: nothing is written where it was read, and another becomes equal.

The nouns are those that the registry has an Info with rows for, the servers those of their rehearsals
(tests/integration/nouns), after each of the steps. What there is to be told is known from the server's document, which
is read in another way.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.as_document import OVERRIDDEN
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import Info
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Key, Resource, fold, label
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import read_wants
from ansible_collections.communigate.pro.plugins.module_utils._host import refuse_mistakes
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.alert import ALERT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun
from hypothesis import given, settings
from support import documents
from support.document_server import Server
from support.engine_server import kind_of
from support.habit_rehearsal import Rehearsal
from support.habit_sets import habit_sets
from support.habit_verdict import MAY_REFUSE
from support.in_process import Place
from support.known_habits import KNOWN
from support.load import FULL

INFOS: dict[str, Info] = {
    name[: -len("_info")]: subject_of(name) for name in SUBJECTS
    if getattr(subject_of(name), "resource", None) is not None
}  # fmt: skip
TOLD = [noun for noun in NOUNS if noun.module in INFOS]
KEPT: Sequence[tuple[str, ...]] = tuple(drawn(seed) for seed in (0, 4, 5, 6))
EVERYTHING = {
    "subscribers": "full", "contents": ["*"], "recursive": True, "max_content": 1 << 20,
    "rights_of": ["postmaster"], "acl_for": ["postmaster"], "settings_keys": ["RealName"],
    "identities": ["postmaster"], "verify_password": "a guess",
}  # fmt: skip
"""What options ask for besides the objects."""


@dataclass
class Answer:
    """What an _info module told: its rows, and the rest of the result."""

    rows: list[dict[str, Any]]
    missing: list[str]
    rest: dict[str, Any]

    def by_key(self, resource: Resource) -> dict[Key, dict[str, Any]]:
        return {key_of(resource, row): row for row in self.rows}


def key_of(resource: Resource, row: Mapping[str, Any]) -> Key:
    return tuple(str(row.get(field.name) or "") for field in resource.key)


def ask(place: Place, info: Info, options: Mapping[str, Any]) -> Answer:
    """Everything that can be told of what the options name; the result as JSON, for so it leaves a module."""
    names = {field.name for field in info.options}
    given = {name: value for name, value in EVERYTHING.items() if name in names}
    if "include" in names:
        given["include"] = list(info.include.choices or ())
    result = json.loads(json.dumps(place.run(info, {**given, **options})))
    assert not result.get("failed"), result["msg"]
    return Answer(result.pop(info.result), result.pop("missing"), result)


def asked_by_name(info: Info, keys: Sequence[Key]) -> dict[str, Any]:
    """The options that name these objects, of which all but the own names are alike; nothing where none can name any.

    An option is found by what its key calls it: ``account`` is one of ``accounts``, what is in a Domain is named.
    """
    assert info.resource is not None
    fields = {field.name: field for field in info.fields}
    options: dict[str, Any] = {}
    for field, part in zip(info.resource.key, keys[0]):
        if field is info.resource.key[-1]:
            lists = [name for name in ("names", field.name + "s") if name in fields]
            names = [key[-1] for key in keys]
            # What only stands in a place of which there is one has no name.
            options.update((name, names) for name in lists if any(names) or "domain" in fields)
        elif field.name in fields:
            options.update({field.name: part} if part else {})
        elif field.name + "s" in fields:
            options[field.name + "s"] = [part]
    return options


def groups(keys: Sequence[Key]) -> list[list[Key]]:
    """Keys by all but their last part."""
    found: dict[Key, list[Key]] = {}
    for key in keys:
        found.setdefault(key[:-1], []).append(key)
    return list(found.values())


def all_told(place: Place, info: Info, keys: Sequence[Key]) -> Answer:
    """What is told of all these objects."""
    told = [ask(place, info, asked_by_name(info, some)) for some in groups(keys)]
    whole = Answer([], [], {})
    for one in told:
        whole.rows += [row for row in one.rows if row not in whole.rows]
        whole.missing += one.missing
        whole.rest.update(one.rest)
    return whole


def wrong_at_once(noun: Noun, place: Place, journal: Path) -> Iterator[str]:
    """What is wrong with the rows of a server as it is."""
    info = INFOS[noun.module]
    resource = noun.resource
    read = documents.read(place, {resource.noun})
    there = read.by_key(resource.noun)
    if not there:
        return
    answer = all_told(place, info, list(there))
    key_names = {field.name for field in resource.key}
    options = key_names | {field.name for facet in resource.facets for field in facet.fields}
    by_key = answer.by_key(resource)
    for key, row in there.items():
        if key not in by_key:
            yield "%s is not told" % label(key)
            continue
        told = by_key[key]
        if not set(told) <= options | {"facts"} or "facts" not in told:
            yield "%s has %s" % (label(key), sorted(set(told) - options))
        unsaid = {one["place"].partition(".")[0] for one in told["facts"].get("untold", ())}
        asked_for = {facet.fields[0].name for facet in info.facets if facet.fields[0].type in ("list", "dict")}
        if not asked_for <= {*told, *unsaid}:
            yield "%s: nothing is told of %s" % (label(key), sorted(asked_for - {*told, *unsaid}))
        if "" in unsaid:
            yield "%s: no row was taken" % label(key)
        said = {name: value for name, value in told.items() if value not in ([], {}) and name not in unsaid}
        said = {name: value for name, value in said.items() if value or name not in key_names}
        said.pop("facts", None)
        wanted = {name: value for name, value in row.items() if name not in unsaid}
        if json.loads(json.dumps(said)) != wanted:
            yield "%s: the document says %s, and %s is told" % (label(key), wanted, said)
    if answer.missing or "untold" in answer.rest:
        yield "missing: %s, and left out: %s" % (answer.missing, answer.rest)
    yield from ("a secret shows: %s" % secret for secret in noun.secrets if secret in json.dumps(answer.rows))
    yield from given_back(resource, place, journal, answer.rows)
    yield from given_back(resource, place, journal, answer.rows, in_a_file=True)
    if all_told(place, info, list(there)).rows != answer.rows and not ticking(answer.rows):
        yield "the second time other rows were told"
    yield from other_spellings(info, place, journal, list(there), answer)
    yield from what_is_not_there(info, place, journal, list(there), answer)


def ticking(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether time goes by in what is told."""
    return any("seconds" in row["facts"] for row in rows)


def given_back(
    resource: Resource, place: Place, journal: Path, rows: Sequence[Mapping[str, Any]], in_a_file: bool = False
) -> Iterator[str]:
    """What becomes of rows that are given back, as a list or as a file: nothing is written."""
    place.provide({"rows.json": json.dumps(list(rows))})
    for options in ({"source": "rows.json"} if in_a_file else {resource.list_option: list(rows)},) if rows else ():
        mark = journal.stat().st_size
        refuse_mistakes(resource, options)
        result = place.run(resource, options)
        if result.get("failed") or result["changed"]:
            yield "given back in %s: %s %s" % (sorted(options), result.get("msg"), result.get("diff"))
        with journal.open("rb") as file:
            file.seek(mark)
            sent = [json.loads(line) for line in file]
        writes = [one["verb"] for one in sent if kind_of(one["verb"], one["arguments"]) != "read"]
        if writes:
            yield "given back in %s: %s was sent" % (sorted(options), writes)


def other_spellings(
    info: Info, place: Place, journal: Path, keys: Sequence[Key], answer: Answer
) -> Iterator[str]:
    """Names in another letter case, where that is the same name, before the names themselves: each is told once."""
    resource = info.resource
    assert resource is not None
    for some in groups(keys):
        other = [
            (*key[:-1], key[-1].swapcase())
            for key in some
            if resource.identity((*key[:-1], key[-1].swapcase())) == resource.identity(key)
        ]
        options = asked_by_name(info, [*other, *some])
        told = ask(place, info, options)
        names, wanted = (
            sorted(fold(label(key_of(resource, row))) for row in rows if key_of(resource, row)[:-1] == some[0][:-1])
            for rows in (told.rows, answer.rows)
        )
        if names != wanted:
            yield "%s: told are %s" % (options, names)
        if told.missing or "untold" in told.rest:
            yield "%s: missing are %s, and left out: %s" % (options, told.missing, told.rest)
        yield from given_back(resource, place, journal, told.rows)


def what_is_not_there(
    info: Info, place: Place, journal: Path, keys: Sequence[Key], answer: Answer
) -> Iterator[str]:
    """A name of nothing is told to be missing, and what is given back makes nothing."""
    resource = info.resource
    assert resource is not None
    for some in groups(keys):
        own = some[0][-1]
        nothing = (*some[0][:-1], "nothing-of-that-name" + ("@" + own.partition("@")[2] if "@" in own else ""))
        options = asked_by_name(info, [nothing, *some])
        if nothing[-1] not in json.dumps(options) or options.keys() != asked_by_name(info, some).keys():
            continue  # nobody can ask for one by its name
        told = ask(place, info, options)
        if told.missing != [label(nothing)]:
            yield "%s: missing are %s" % (options, told.missing)
        yield from given_back(resource, place, journal, told.rows)


def rebuilt(noun: Noun, habits: tuple[str, ...], directory: Path, one: Place) -> Iterator[str]:
    """How the rows that another server tells differ from this one's, when they have been given to it."""
    info, resource = INFOS[noun.module], noun.resource
    everything = documents.read(one)
    keys = list(everything.by_key(resource.noun))
    answer = all_told(one, info, keys)
    behind = documents.ORDER.index(resource)
    before = [other.noun for other in documents.ORDER[:behind] if other.within]
    with Rehearsal(replace(noun, prepare=(), steps=(), files={}), habits, directory) as other:
        if before:
            documents.apply(other.place, everything, OVERRIDDEN, before)
        result = other.place.run(resource, {resource.list_option: answer.rows})
        if result.get("failed"):
            yield str(result["msg"])
        there = all_told(other.place, info, keys).by_key(resource)
        for row in answer.rows:
            key = key_of(resource, row)
            if "untold" in row["facts"] or compared(resource, row) == compared(resource, there.get(key, {})):
                continue
            # Servers may show of what is as by default what they like: then it counts that it is as it was said.
            if other.place.run(resource, {resource.list_option: [row]}, check=True)["changed"] or key not in there:
                yield "%s: %s became %s" % (label(key), row, there.get(key))


def compared(resource: Resource, row: Mapping[str, Any]) -> Any:
    options = {name: value for name, value in row.items() if name != "facts"}
    return documents.compared(resource.noun, key_of(resource, row), options)


def rehearsed(noun: Noun, habits: tuple[str, ...], directory: Path) -> Iterator[str]:
    """What is wrong with what is told after each step of a module's rehearsal, and what becomes of it elsewhere."""
    for name in ("one", "other"):
        (directory / name).mkdir()
    richest = len("{}")
    with Rehearsal(noun, habits, directory / "one") as one:
        for step in noun.steps:
            one.take(step, runs=1)
            found = wrong_at_once(noun, one.place, directory / "one" / "journal.jsonl")
            yield from ("after %s: %s" % (step.name, each) for each in found)
            size = len(json.dumps(documents.read(one.place, {noun.resource.noun}).rows))
            if size > richest or (FULL and size > len("{}")):
                richest = max(richest, size)
                elsewhere = Path(tempfile.mkdtemp(dir=directory / "other"))
                found = rebuilt(noun, habits, elsewhere, one.place)
                yield from ("after %s, elsewhere: %s" % (step.name, each) for each in found)
    if richest == len("{}") and not habits:
        yield "there were no rows at all"


def test_what_nothing_could_be_read_of_is_taken_as_well(server: Server) -> None:
    """Of what cannot be made it is a mistake to say nothing, but not if it was read so."""
    row = {"scope": "server", "name": ""}
    assert not server.place.run(ALERT, {"alert_sets": [{**row, "facts": {}}]})["changed"]
    with pytest.raises(CgpError, match="nothing is said of it"):
        read_wants(ALERT, [row])
    with pytest.raises(CgpError, match="facts"):  # only what was read is told with what else was read
        server.place.run(ALERT, {**row, "alerts": [], "facts": {}})


def test_every_noun_whose_rows_are_told_is_rehearsed() -> None:
    assert {noun.module for noun in TOLD} == set(INFOS)


@pytest.mark.parametrize("noun", TOLD, ids=lambda noun: noun.module)
def test_what_is_told_is_taken(noun: Noun, tmp_path: Path) -> None:
    assert list(rehearsed(noun, (), tmp_path)) == []


@pytest.mark.parametrize("number", range(len(TOLD)), ids=lambda number: TOLD[number].module)
@settings(max_examples=40 if FULL else 1, derandomize=not FULL, print_blob=True)
@given(habits=habit_sets())
def test_what_is_told_is_taken_by_servers_with_habits(number: int, habits: tuple[str, ...]) -> None:
    noun, chosen = TOLD[number], habits if FULL else KEPT[number % len(KEPT)]
    kept = tuple(habit for habit in chosen if habit not in MAY_REFUSE and (habit, noun.module) not in KNOWN)
    with tempfile.TemporaryDirectory() as directory:
        assert list(rehearsed(noun, kept, Path(directory))) == []
