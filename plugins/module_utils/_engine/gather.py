# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is there: reads the wanted objects, and only what is wanted of them, pipelined.

Existence is read from listings, or from refusals that say plainly that something is absent; it is never guessed.
A name that belongs to another kind of object is a problem of that object, so that it is never acted upon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping, Sequence

from ..connector.errors import CgpError, CliError, NotAllowed, NotFound, UnknownCommand, WrongPassword
from .clarity import is_there
from .dialogue import Dialogue
from .model import (
    ABSENT,
    ON_CREATE,
    Conversation,
    Facet,
    Found,
    Have,
    Key,
    NameTaken,
    Resource,
    Values,
    Want,
    label,
)
from .packed_names import Names
from .unseen import shows_passwords
from .untold import Untold, any_untold

if TYPE_CHECKING:
    from .foresight import Foresight


class NothingThere(NotFound):
    """What an object belongs to (its Domain, its Account) does not exist; ``missing`` names that."""

    def __init__(self, name: str, missing: str, reply: NotFound) -> None:
        super().__init__(reply.code, reply.text, reply.verb)
        self.message = "%s does not exist (%d %s)" % (missing, reply.code, reply.text)
        if name != missing:
            self.message = "%s cannot be there: %s" % (name, self.message)
        self.hint = "Create that first"
        self.missing = missing


def gather(dialogue: Dialogue, resource: Resource, wants: Sequence[Want]) -> dict[Key, Have]:
    """``{key: Have}`` for every want and for every object a want is renamed from."""
    return read_wanted(dialogue, resource, wants, list_wanted(dialogue, resource, wants))


def list_wanted(
    dialogue: Dialogue, resource: Resource, wants: Iterable[Want], foresight: Foresight | None = None
) -> dict[str, Any]:
    """What the listings say of the wanted names: ``{folded scope: names}``, or the error for a scope.

    ``foresight``: in check mode, what corrects them.
    """
    find = resource.find
    if find is None:
        return {}
    named: dict[str, Names] = {}
    scopes: dict[str, str] = {}
    for key, _want in _keys(wants):
        scope = resource.scope(key)
        folded = resource.folded_scope(scope)
        scopes.setdefault(folded, scope)
        named.setdefault(folded, Names()).append(resource.name(key))
    wanted: dict[str, Sequence[str]] = {**named}
    order = list(wanted)
    if foresight is not None:
        wanted = {folded: foresight.names_at_server(resource, scopes[folded], wanted[folded]) for folded in order}
        scopes = {folded: foresight.scope_at_server(resource, scopes[folded]) for folded in order}
    found = dialogue.run(find(scopes[folded], wanted[folded]) for folded in order)
    listings = {order[number]: result for number, result in found}
    if foresight is not None:
        listings = {folded: foresight.listing(resource, folded, told) for folded, told in listings.items()}
    return listings


def read_wanted(
    dialogue: Dialogue,
    resource: Resource,
    wants: Sequence[Want],
    listings: Mapping[str, Any],
    foresight: Foresight | None = None,
    looked: Callable[[], None] = lambda: None,
) -> dict[Key, Have]:
    """``gather`` for wants whose listings are known. ``looked`` is called for each object that was read."""
    pairs = list(_keys(wants))
    haves: dict[Key, Have] = {}
    if foresight is not None and foresight.knows_anything and resource.find is None:
        readers = (_read_foreseen(resource, key, want, foresight) for key, want in pairs)
    else:
        readers = (read_object(resource, key, want, listings) for key, want in pairs)
    for number, result in dialogue.run(readers):
        looked()
        key, want = pairs[number]
        have = Have(problem=result) if isinstance(result, CgpError) else result
        haves[key] = _assumed(resource, want, have, foresight) if dialogue.read_only and key == want.key else have
    return haves


def refuse_other_kinds(resource: Resource, wants: Sequence[Want], listings: Mapping[str, Any]) -> None:
    """Raises NameTaken for the first name that the listings show as that of another kind of object."""
    if resource.find is None:
        return
    for key, want in _keys(wants):
        try:
            _look_up(resource, key, want, listings)
        except NameTaken:
            raise
        except CgpError:
            continue  # that object's own problem, which does not tell of another one


def _keys(wants: Iterable[Want]) -> Iterator[tuple[Key, Want]]:
    """Every key to be looked at, with the want that asks for it."""
    for want in wants:
        yield want.key, want
        if want.rename_from:
            yield want.rename_from, want


def _read_foreseen(resource: Resource, key: Key, want: Want, foresight: Foresight) -> Conversation:
    """``read_object`` as it would be by now, of what is not listed but belongs to something."""
    where, gone, is_new = foresight.of_key(resource, key)
    if gone is not None:
        return Have(problem=gone)
    if is_new and want.state != ABSENT:
        return Have(present=True, values=_nothing_set(resource, want))
    return (yield from read_object(resource, key, want, {}, where=where))


def _nothing_set(resource: Resource, want: Want) -> Values:
    """What is there of an object that is not there yet."""
    values: Values = {facet.name: facet.shape.empty for facet in resource.wanted_facets(want.values)}
    values.update((secret.name, False) for secret in resource.secrets)
    return values


def _assumed(resource: Resource, want: Want, have: Have, foresight: Foresight | None) -> Have:
    """Check mode on a server that is still empty: a real run would have made what an object belongs to by now.

    So it is taken for new. ``assumed`` names what is missing, for a warning: it may be a misspelt name as well.
    """
    missing = ""
    if isinstance(have.problem, NotFound):
        missing = have.problem.missing if isinstance(have.problem, NothingThere) else want.label
    elif not have.present and have.problem is None and resource.create is None:
        missing = want.label
    if not missing or want.state == ABSENT:
        return have
    known = foresight is not None and foresight.is_new(resource, missing)
    return Have(present=resource.create is None, values=_nothing_set(resource, want), assumed="" if known else missing)


def read_object(
    resource: Resource,
    key: Key,
    want: Want,
    listings: Mapping[str, Any],
    facets: Sequence[Facet] | None = None,
    where: Key = (),
) -> Conversation:
    """The conversation that reads one object: what ``want`` says anything of, or just ``facets``.

    ``where``: the key by which the server is asked, if that is another.
    """
    where = where or key
    facts: Mapping[str, Any] = {}
    if resource.find is not None:
        found = _look_up(resource, key, want, listings)
        if found is None:
            return Have()
        facts = found.facts
        where = found.where or resource.spelt(where, found)
        if want.state == ABSENT and not resource.is_surely(resource.name(key), found):
            return Have(present=True, problem=_doubtful(key, where))
        if found.foreseen:
            return Have(present=True, values={} if want.state == ABSENT else _nothing_set(resource, want))
    if want.state == ABSENT:
        problem = None
        if resource.guard is not None:
            problem = yield from resource.guard(where, want.values)
        return Have(present=True, problem=problem, spelt=where)
    if facets is None:
        facets = resource.wanted_facets(want.values)
    try:
        values = yield from _read_facets(where, facets, facts)
        in_force = yield from _read_in_force(where, want, facets, values)
        secrets = yield from _verify_secrets(resource, where, want)
    except NotFound as reply:
        raise NothingThere(label(key), label(key), reply) from None
    hides = yield from _hiding(facets, values, want.written is not None)
    return Have(present=True, values={**values, **secrets}, in_force=in_force, hides=hides, spelt=where)


def _look_up(resource: Resource, key: Key, want: Want, listings: Mapping[str, Any]) -> Found | None:
    """The listing's word on the key; None when it says that there is no such object."""
    scope = resource.scope(key)
    names = listings[resource.folded_scope(scope)]
    if isinstance(names, NotFound) and (want.state == ABSENT or key != want.key):
        return None
    if isinstance(names, NotFound):
        raise NothingThere(label(key), scope, names)
    if isinstance(names, CgpError):
        raise names
    found: Found | CgpError | None = resource.found(names, resource.name(key))
    if isinstance(found, CgpError):
        raise found
    if found is not None and found.kind != resource.kind:
        raise NameTaken(
            "%s is the name of another object: %s%s"
            % (label(key), found.kind, " of %s" % found.note if found.note else ""),
            "Nothing was changed. Use the object's own name, or another name for the new one",
        )
    return found


def _doubtful(key: Key, listed: Key) -> CgpError:
    return CgpError(
        "%s is not listed, but %s, which may be another" % (label(key), label(listed)),
        "Nothing was deleted. Use the name that is listed",
    )


def _read_facets(key: Key, facets: Sequence[Facet], facts: Mapping[str, Any]) -> Conversation:
    """What the listing told needs no reading, and what it was to tell and did not is untold."""
    values: dict[str, Any] = {facet.name: facts[facet.listed] for facet in facets if facet.listed in facts}
    untold = [facet.name for facet in facets if facet.listed and facet.read is None and facet.name not in values]
    values.update((name, Untold()) for name in untold)
    asked = [(facet, facet.read(*key)) for facet in facets if facet.read is not None and facet.name not in values]
    replies = (yield [command for _facet, command in asked]) if asked else []
    for (facet, _command), reply in zip(asked, replies):
        if isinstance(reply, CliError):
            raise reply
        values[facet.name] = facet.completed(facet.from_reply(reply), facts)
    return values


def _read_in_force(key: Key, want: Want, facets: Sequence[Facet], values: Mapping[str, Any]) -> Conversation:
    """By facet, what holds of the wanted settings that the server does not tell: nothing where it was not asked.

    Such a reply holds secrets, too: nothing but what was asked for is kept of it.
    """
    asked: list[tuple[Facet, list[str], Any]] = []
    for facet in facets:
        if facet.name in want.values and facet.name in values:
            telling = facet.shape_of(want).telling
            names = telling.asked_for(values[facet.name], want.values[facet.name], want.written is not None)
            asked += [(facet, names, command) for command in facet.in_force(*key)] if names else []
    replies = (yield [command for _facet, _names, command in asked]) if asked else []
    in_force: dict[str, dict[str, list[Any]]] = {}
    for (facet, names, _command), reply in zip(asked, replies):
        if not isinstance(reply, CliError):
            told = facet.shape_of(want).telling.part(reply, names)
            known = in_force.setdefault(facet.name, {})
            for name in names:
                known.setdefault(name, []).append(told.get(name))
    return in_force


def _hiding(facets: Sequence[Facet], values: Values, written: bool) -> Conversation:
    """The names of the facets that may have passwords, of a server that shows none.

    What is empty has none, unless it has just been ``written``.
    """
    there = [facet for facet in facets if facet.proof is not None and (values[facet.name] or written)]
    doubtful = [facet for facet in there if not shows_passwords(values[facet.name])]
    asked = [facet.proof() for facet in doubtful if facet.proof is not None]
    replies = (yield asked) if asked else []
    shown = [isinstance(reply, CliError) or shows_passwords(reply) for reply in replies]
    return frozenset(facet.name for facet, shows in zip(doubtful, shown) if not shows)


def _verify_secrets(resource: Resource, key: Key, want: Want) -> Conversation:
    """True or False for each wanted secret. A secret that is set only at creation is not looked at."""
    secrets = [
        secret
        for secret in resource.secrets
        if secret.name in want.values and want.values.get(secret.policy) != ON_CREATE
    ]
    if not secrets:
        return {}
    questions = [(secret.name, secret.verify(*key, want.values[secret.name])) for secret in secrets]
    asked = [(name, question) for name, question in questions if question is not None]
    replies = (yield [question for _name, question in asked]) if asked else []
    matches = {name: False for name, _question in questions}
    for (name, question), reply in zip(asked, replies):
        if isinstance(reply, CliError):
            yield from _see_difference(question, reply, listed=resource.find is not None)
        matches[name] = not isinstance(reply, CliError)
    return matches


def _see_difference(question: Any, refusal: CliError, listed: bool) -> Conversation:
    """Raises what is no answer to whether a secret is the wanted one. Of what is listed, any other refusal says no:
    servers do not agree on its code, and some say the same of what does not exist.
    """
    if isinstance(refusal, (NotAllowed, UnknownCommand)):
        raise refusal
    there = True if listed else (yield from is_there(question))
    if there is False:
        raise NotFound(refusal.code, refusal.text, refusal.verb)
    if there is None and not isinstance(refusal, WrongPassword):
        raise refusal


def reread(resource: Resource, key: Key, want: Want, facets: Sequence[Facet]) -> Conversation:
    """The object as it is after a write: only the facets that were written, and the secrets."""
    find = resource.find
    if find is None:
        return (yield from read_object(resource, key, want, {}, facets))
    scope, name = resource.scope(key), resource.name(key)
    if not any(facet.read is None and facet.listed for facet in facets):
        known = {resource.folded_scope(scope): {resource.folded(name): Found(resource.kind)}}
        have: Have = (yield from read_object(resource, key, want, known, facets))
        if not any_untold(have.values):
            return have
    listed = yield from find(scope, [name])
    return (yield from read_object(resource, key, want, {resource.folded_scope(scope): listed}, facets))
