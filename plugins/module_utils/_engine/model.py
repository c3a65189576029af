# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine works on: small frozen descriptions of nouns, of what is wanted, of what is there, of what to do.

A *Resource* describes one noun of CommuniGate Pro with data and short functions that return commands. Nothing in the
engine names a resource; a resource's special needs are function-valued fields of the classes below.

A *conversation* is a generator that yields lists of commands and is sent the list of their results, each a value or
a CliError. Conversations are how one object's reading or writing is spelt; ``dialogue`` runs thousands of them at
once over one session.

Dataclasses enforce ``frozen`` when an object is made, at several times the price. Those of which ten thousand objects
need one each (Want, Have, Change, and elsewhere Outcome) have Final fields instead: mypy enforces that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Callable, Dict, FrozenSet, Generator, List, Mapping, Sequence, Tuple

from ..connector.errors import CgpError

if TYPE_CHECKING:
    from typing import Final

    from .._cli.syntax import Command
    from .shapes import Shape

Key = Tuple[str, ...]
Values = Dict[str, Any]
Home = FrozenSet[str]
"""The Domain that an object is in, by all its names, folded, as far as they are known."""
Conversation = Generator[List["Command"], List[Any], Any]

PRESENT, ABSENT = "present", "absent"
ALWAYS, ON_CHANGE, ON_CREATE = "always", "on_change", "on_create"
"""When a secret is set: values of ``Secret.policy`` and ``Facet.policy``."""


def fold(name: str) -> str:
    """A name as the server compares it: without case; the same text where it is so, of which there may be a million."""
    folded = name.strip().lower()
    return name if folded == name else folded


def by_name(listed: Mapping[str, Found]) -> dict[str, Found]:
    """What a listing tells, by folded names: see ``Found.spelt``.

    Names that differ in letter case alone are those of several objects, to a server that has them: each goes by itself.
    """
    folded = {name: fold(name) for name in listed}
    alone = {name for name, number in Counter(folded.values()).items() if number == 1}
    return {
        folded[name] if folded[name] in alone else name: found.spelt_as(name) for name, found in listed.items()
    }


def label(key: Key) -> str:
    """How an object is called in results and messages."""
    return " ".join(part for part in key if part)


def home_of(key: Key) -> Home:
    """What the key tells of the Domain of an object that it begins with: nothing where that is the login's own."""
    domain = fold(key[0].partition("@")[2])
    return frozenset([domain] if domain else [])


class NameTaken(CgpError):
    """A name belongs to another kind of object."""


@dataclass(frozen=True)
class Field:
    """One option of a noun, in the terms of an Ansible argument spec.

    ``null`` is no value: an option that is None was not given, and what it stands for is not touched. ``digits``: of
    this text a number means its digits, whoever wrote it; ``digits_after``: of the lists in a list, only in those that
    begin with one of these words. ``free``: text in which two braces mean nothing special, or a
    dictionary that nobody looks into.
    """

    name: str
    type: str = "str"
    elements: str | None = None
    choices: tuple[str, ...] | None = None
    required: bool = False
    default: Any = None
    options: tuple[Field, ...] = ()
    secret: bool = False
    digits: bool = False
    digits_after: tuple[str, ...] | None = None
    free: bool = False


SRC = Field("src", type="path")
"""The option of a resource with ``from_file`` that names a file on the controller: the engine never sees it."""


def single_option(values: Values) -> Any:
    """The usual ``Facet.from_options``: a facet with one option takes that option's value."""
    (value,) = values.values()
    return value


def whole_reply(reply: Any) -> Any:
    """The usual ``Facet.from_reply``: the reply is the value."""
    return reply


@dataclass(frozen=True)
class Facet:
    """One part of a noun that is read and written by commands of its own.

    ``fields``: the options that say what is wanted of it; ``from_options`` makes one value of them (it gets only those
    that were given). ``read(*key)`` is the command that reads it, and ``from_reply`` makes a value of the reply.
    ``listed`` names a fact of the listing that is the facet's value: where the listing tells it, nothing is read. A
    facet with neither cannot be read: it is written whenever it is given. ``to_options`` is the way back: the options
    that say just this value, as data objects; without it the first field says it all. ``restated`` is False where
    another facet of the noun says the same in options of its own. ``completed(value, facts)`` is the value with
    what the listing tells besides, or with Untold for what nothing tells. ``write(key, edit)`` returns the commands
    that bring about ``edit``. ``created``: the command that creates the object carries it. ``mode``: the option that
    says "replace" (or "always", or "overwrite") when whatever is not wanted is to go. ``policy``: the option that says
    when secrets in the value are set, which else the task says. ``proof()``: of settings that may be written as a
    whole, secrets among them, a read that shows a password where the server shows any. ``read_back`` is False where the
    server may keep a value without showing it. ``names_more``: of a facet whose value is a list of further names of the
    object, what a listing calls such a name. ``shape_of_key(*key)`` is the shape of an object whose key tells more than
    the noun does, and ``shape_in(home)`` that of an object in a Domain of these names, inside of which names are of
    that Domain.

    For settings: ``in_force(*key)`` are the commands that read what holds where nothing is set, of which some may be
    refused. ``insist(key, first, left)`` returns the commands that remove what is ``left`` of the ``first`` edit after
    it was written, if there is another way.
    """

    name: str
    fields: tuple[Field, ...]
    shape: Shape
    write: Callable[[Key, Edit], Sequence[Any]]
    read: Callable[..., Command] | None = None
    from_reply: Callable[[Any], Any] = whole_reply
    from_options: Callable[[Values], Any] = single_option
    to_options: Callable[[Any], Values] | None = None
    restated: bool = True
    listed: str = ""
    completed: Callable[[Any, Mapping[str, Any]], Any] = lambda value, facts: value
    created: bool = False
    mode: str = ""
    policy: str = ""
    proof: Callable[[], Command] | None = None
    read_back: bool = True
    names_more: str = ""
    shape_of_key: Callable[..., Shape] | None = None
    shape_in: Callable[[Home], Shape] | None = None
    in_force: Callable[..., Sequence[Command]] = lambda *key: ()
    insist: Callable[[Key, Edit, Edit], Sequence[Any]] = lambda key, first, left: ()

    def shape_of(self, want: Want) -> Shape:
        """The shape of this object's value."""
        if self.shape_in is not None:
            return self.shape_in(want.home or home_of(want.key))
        return self.shape if self.shape_of_key is None else self.shape_of_key(*want.key)

    @property
    def readable(self) -> bool:
        return self.read is not None or bool(self.listed)


@dataclass(frozen=True)
class Secret:
    """A part of a noun that is never shown and that the server itself compares.

    ``verify(*key, value)`` is a read that succeeds when the secret is the wanted one, and is refused when it is not. It
    is None where the server cannot compare: there the secret is set whenever it is given.
    ``write(key, values)`` gets all that is wanted and returns the commands that set it, also of an object that has just
    been made: only for these commands does the manual say how a secret is kept. ``policy``: the option that may say
    "on_create". ``shown_in``: the facet, and the folded key there, under which a server may show it.
    """

    field: Field
    verify: Callable[..., Command | None]
    write: Callable[[Key, Values], Sequence[Command]]
    policy: str = ""
    shown_in: Key = ()

    @property
    def name(self) -> str:
        return self.field.name


@dataclass(frozen=True)
class Edit:
    """A facet's change: ``before`` and ``after`` as whole values, ``delta`` as what an updating command needs.

    ``stated``: ``after`` as a command is told it that replaces the whole, and ``unstated`` what is to stay and is left
    out of it, see ``telling``. ``whole``: what is not wanted goes, as ``Facet.mode`` asked for. ``only``: where it said
    "overwrite", what is wanted and nothing else, not even the secrets that the server keeps beside it.
    """

    before: Any = field(repr=False)
    after: Any = field(repr=False)
    delta: Any = field(repr=False)
    stated: Any = field(repr=False)
    unstated: Values = field(default_factory=dict, repr=False)
    whole: bool = False
    only: Any = field(default=None, repr=False)


@dataclass(frozen=True)
class Undoable:
    """A command, and the commands that bring its object back if a later command of the same object is refused."""

    command: Command
    undo: tuple[Command, ...]


@dataclass(frozen=True)
class Whole:
    """A command that writes a whole into which what is wanted was merged: what others have in it is written again.

    What somebody else writes between the reading and the writing would be lost, and the other way round: the engine
    looks at it once more, see ``settle``. Where what is not wanted goes anyway, it is a command like any other.
    """

    command: Command


@dataclass(frozen=True)
class Found:
    """What a listing says of one name: what ``kind`` of object has it, and facts that need no further reading.

    ``spelt``: the name as the server spells it, empty if that is how names are compared, None if the server does not
    tell: commands go by it, for nobody knows whether another spelling means the same object to the server.
    ``stands_for``: the name of the listed object that this is but another name of. In check mode ``where`` is the key
    that the object has on the server, if a real run had renamed it, and ``foreseen`` says that it is not there yet.
    """

    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    spelt: str | None = None
    stands_for: str = ""
    where: Key = ()
    foreseen: bool = False

    def spelt_as(self, name: str) -> Found:
        """The same of an object that the listing calls so."""
        spelt = "" if name == fold(name) else name
        return self if self.spelt == spelt else replace(self, spelt=spelt)


@dataclass(frozen=True)
class Resource:
    """All that the engine knows about one noun.

    ``list_option``: the module's option that takes a list of objects; ``names_option``: one that takes a list of names,
    of objects of which nothing else is to be said. ``key``: the options that name an object. ``extras``: options that
    are neither key nor facet, used by the functions below. ``find(scope, names)`` is a conversation that returns
    ``{folded name: Found}`` for the names, or for every object of the scope when names is None; without it every object
    exists. ``scope(key)`` is where an object's name is looked for (a Domain, an Account), ``name(key)`` its name there,
    ``member(scope, name)`` the key that both make, ``folded(name)`` the form in which names are compared, and
    ``folded_scope(scope)`` that in which scopes are. ``deleted_as(name)`` is a stricter form, where two names that are
    compared alike may yet be those of two objects: only what has the wanted one's is deleted.
    ``homes(domains)``, of a noun with a facet that has ``shape_in``, is a conversation that returns the Home of each of
    them; an empty name is the main Domain's. ``scope_names(scopes)`` is a conversation that returns, for each of them,
    all names that it is known to have (a Domain and an Account have aliases), or the error; without it a scope has one
    name. ``create(key, values)`` gets the values of facets and extras. ``guard`` is a conversation that returns why an
    object must not be deleted, or None. ``protected``: patterns of names that a purge never takes. ``comes_with``: the
    folded names of objects that each new scope has. ``stock(scope)`` is a conversation that returns names of what came
    with the server, which a purge takes only if it is named as such;
    ``allowance`` is the option that lets go what ``guard`` would not. ``check(key, values)`` raises CgpError for what a
    single option cannot tell, and ``doubts(key, values)`` returns what its user should be warned of; ``ask_doubts`` is
    a conversation that returns more of that, where only the server knows. ``listed_as``: the kind of object that the
    listing must show under the name, if that is not the noun. ``purge_where_wanted``: a purge that does not say where
    goes where the wanted objects are. ``from_file(content)``: the options that say of an object what a file on the
    controller holds; with it each file of a directory can be an object of that name.

    For a document of all that there is: ``within`` has, for each kind of what may hold such objects ("server",
    "cluster", or a noun), a function of the holder's key that returns the scopes in which they are listed, or without
    ``find`` their keys. ``find_all(scope)`` finds them where ``find`` without names does not find just what a document
    is to hold. ``also_in``: the noun of the rows that hold all of it as well. ``after``: nouns, besides its holders,
    that must be there first. ``told``: an ``Info`` tells its rows, and they are taken with what it tells besides.
    """

    noun: str
    plural: str
    list_option: str
    key: tuple[Field, ...]
    facets: tuple[Facet, ...] = ()
    secrets: tuple[Secret, ...] = ()
    extras: tuple[Field, ...] = ()
    find: Callable[[str, Sequence[str] | None], Conversation] | None = None
    scope: Callable[[Key], str] = lambda key: ""
    name: Callable[[Key], str] = lambda key: key[-1]
    member: Callable[[str, str], Key] = lambda scope, name: (name,)
    folded: Callable[[str], str] = fold
    folded_scope: Callable[[str], str] = fold
    deleted_as: Callable[[str], str] | None = None
    homes: Callable[[Sequence[str]], Conversation] | None = None
    scope_names: Callable[[Sequence[str]], Conversation] | None = None
    create: Callable[[Key, Values], Sequence[Command]] | None = None
    rename: Callable[[Key, Key, Values], Sequence[Command]] | None = None
    delete: Callable[[Key, Values], Sequence[Command]] | None = None
    guard: Callable[[Key, Values], Conversation] | None = None
    protected: tuple[str, ...] = ()
    comes_with: tuple[str, ...] = ()
    stock: Callable[[str], Conversation] | None = None
    allowance: str = ""
    check: Callable[[Key, Values], None] | None = None
    doubts: Callable[[Key, Values], Sequence[str]] | None = None
    ask_doubts: Callable[[Key, Values], Conversation] | None = None
    default_domain: bool = False
    purge: bool = False
    purge_where_wanted: bool = False
    from_file: Callable[[bytes], Values] | None = None
    listed_as: str = ""
    names_option: str = ""
    within: Mapping[str, Callable[..., Sequence[Any]]] = field(default_factory=dict, hash=False)
    find_all: Callable[[str], Conversation] | None = None
    also_in: str = ""
    after: tuple[str, ...] = ()
    told: bool = False
    _by_names: dict[tuple[str, ...], tuple[Facet, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def wanted_facets(self, values: Values) -> tuple[Facet, ...]:
        """The facets that a want with these values says something of, in their order.

        Kept by names, for most of ten thousand objects name the same few, and a noun may have twenty facets.
        """
        names = tuple(values)
        facets = self._by_names.get(names)
        if facets is None:
            facets = self._by_names[names] = tuple(facet for facet in self.facets if facet.name in values)
        return facets

    @property
    def has_state(self) -> bool:
        return self.delete is not None

    @property
    def kind(self) -> str:
        """What a listing calls the object."""
        return self.listed_as or self.noun

    def everything(self, scope: str) -> Conversation:
        """The conversation that lists all of a scope."""
        if self.find is None:
            raise AssertionError("%s are not listed" % self.plural)
        return self.find(scope, None)

    def everything_told(self, scope: str) -> Conversation:
        """The same, of what a document holds."""
        return self.everything(scope) if self.find_all is None else self.find_all(scope)

    @property
    def name_space(self) -> str:
        """What its names are shared with: all objects of a Domain share theirs."""
        return "shared" if self.default_domain else self.kind

    def found(self, listing: Mapping[str, Any], name: str) -> Any:
        """What a listing says of a name; None if nothing."""
        return listing.get(name) or listing.get(self.folded(name))

    def is_surely(self, name: str, found: Found) -> bool:
        """Whether what was found under a name can be nothing else, so that it may be deleted."""
        return self.deleted_as is None or not found.spelt or self.deleted_as(name) == self.deleted_as(found.spelt)

    def spelt(self, key: Key, found: Found) -> Key:
        """A key as the server spells it."""
        if found.spelt is None:
            return key
        return self.member(self.scope(key), found.spelt or self.folded(self.name(key)))

    def place_of(self, key: Key) -> str:
        """Its scope in the form in which scopes are compared."""
        return self.folded_scope(self.scope(key))

    def folded_key(self, key: Key) -> Key:
        """The key with the object's own name, the last part, in its own form, and what it is in without case."""
        return (*(fold(part) for part in key[:-1]), self.folded(key[-1]))

    def identity(self, key: Key) -> Key:
        """What is the same of two keys of one object: where it is listed, it is known by its scope and its name."""
        return self.folded_key(key) if self.find is None else (self.place_of(key), self.folded(self.name(key)))


@dataclass
class Want:
    """One object as it should be: ``values`` holds facets and secrets that were given, and all extras.

    ``purged``: nobody named it, and it goes, or what is set in it, for that. ``unsaid``: of a want that says all there
    is to be, the facets that it says nothing of, see ``wholly``.
    ``home``: all names of its Domain, where they matter and were asked for, see ``homes``.
    ``update_secrets``: when secrets among settings are set that cannot be compared. ``written``: after a change, what
    its facets were before it: what cannot be compared then counts as done. Here and below no repr shows values: a
    password may be among them.
    """

    key: Final[Key]
    state: Final[str] = PRESENT
    values: Final[Values] = field(default_factory=dict, repr=False)
    rename_from: Final[Key | None] = None
    purged: Final[bool] = False
    unsaid: Final[frozenset[str] | None] = None
    home: Final[Home] = frozenset()
    update_secrets: Final[str] = ON_CHANGE
    written: Final[Mapping[str, Any] | None] = field(default=None, repr=False)

    @property
    def label(self) -> str:
        return label(self.key)


@dataclass
class Have:
    """One object as it is: ``values`` holds the facets that were read, and True or False for each secret verified.

    ``in_force``: by facet and setting, all values that may hold of what the server does not tell, as far as it was
    asked. ``assumed``: in check mode, the name of what is missing now and would be there in a real run. ``hides``: the
    facets that may have passwords which the server does not show, as ``Facet.proof`` told. ``spelt``: its key as the
    server spells it, where that is known.
    """

    present: Final[bool] = False
    values: Final[Values] = field(default_factory=dict, repr=False)
    problem: Final[CgpError | None] = None
    in_force: Final[Values] = field(default_factory=dict, repr=False)
    assumed: Final[str] = ""
    hides: Final[frozenset[str]] = frozenset()
    spelt: Final[Key] = ()


@dataclass(frozen=True)
class Step:
    """One command of a plan: its ``purpose`` is "create", "rename", "delete", or the facet it writes.

    ``merged``: the edit of a command that writes all of the facet, what is wanted merged into what was there.
    ``unfinished``: what it leaves behind must not stay so: the next command follows, whatever befalls other objects.
    """

    command: Command
    purpose: str
    undo: tuple[Command, ...] = ()
    merged: Edit | None = None
    unfinished: bool = False


@dataclass
class Change:
    """The plan for one object. No steps and no problem means that nothing is to be done.

    ``action``: "none", "create", "update", "rename" or "delete". ``before`` and ``after`` hold the facets that
    differ, never a secret; the secrets to be set are named in ``secrets``, and in ``unread`` what is set although
    nobody knows how it was: the server does not tell. ``untold``: what is not set for that reason. ``taken`` and
    ``unseen``: the places of secrets that are not set, and of those that are, without anybody knowing how they were.
    ``spelt``: the key by which commands name the object. ``edits``: by facet, what it is about.
    """

    want: Final[Want]
    action: Final[str] = "none"
    steps: Final[tuple[Step, ...]] = ()
    before: Final[Values] = field(default_factory=dict, repr=False)
    after: Final[Values] = field(default_factory=dict, repr=False)
    secrets: Final[tuple[str, ...]] = ()
    problem: Final[CgpError | None] = None
    unread: Final[tuple[str, ...]] = ()
    untold: Final[tuple[str, ...]] = ()
    taken: Final[tuple[str, ...]] = ()
    unseen: Final[tuple[str, ...]] = ()
    spelt: Final[Key] = ()
    edits: Final[Mapping[str, Edit]] = field(default_factory=dict, repr=False)

    @property
    def label(self) -> str:
        return self.want.label

    def steps_of(self, purpose: str) -> list[Step]:
        """The commands of one purpose, in order."""
        return [step for step in self.steps if step.purpose == purpose]
