# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shapes a facet's value can have: how it is taken from a playbook, compared, and brought to a wanted value.

A Shape is four functions. ``parse`` makes a data object of an option's value, or raises CgpError. ``canon`` is the
form in which values are compared. ``target(have, want, whole)`` is the value that there should be; ``whole`` says that
what is not wanted goes. ``delta(have, after)`` is what a command that updates needs to be told. A fifth, ``show``, is
for people: what they see of a value, or of what differs in it, which is never a secret.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from sys import intern
from typing import Any, Callable, Iterable

from .._cli.default_word import removes_by_word
from .._cli.syntax import CommandSpec
from .._cli.vocabulary.scope import NOTHING_KNOWN, Scope
from ..connector import data
from ..connector.errors import CgpError
from . import canon, merging
from .merging import Records, difference, settled
from .telling import Telling, TellingSettings


def _same(value: Any) -> Any:
    return value


def _wanted(have: Any, want: Any, whole: bool) -> Any:
    return want


def _after(have: Any, after: Any) -> Any:
    return after


@dataclass(frozen=True)
class Shape:
    """How the values of a facet behave.

    ``empty`` is the value of an object that has just been made; ``words`` is what is known of settings,
    and ``settings_in`` are the dictionaries of such among a wanted value, each with the path to it. ``telling`` knows
    what servers tell beyond what was set. ``named``: of how many levels the keys are names that somebody gave, under
    which nothing is a secret because of its name.
    """

    empty: Any = ""
    parse: Callable[[Any], Any] = _same
    canon: Callable[[Any], Any] = _same
    target: Callable[[Any, Any, bool], Any] = _wanted
    delta: Callable[[Any, Any], Any] = _after
    show: Callable[[Any], Any] = _same
    words: Scope | None = None
    settings_in: Callable[[Any], Iterable[tuple[tuple[str, ...], Any]]] = lambda wanted: [((), wanted)]
    telling: Telling = Telling()
    named: int = 0

    def equal(self, one: Any, other: Any) -> bool:
        # Most of what is compared is the same to the letter.
        return bool(one == other or self.canon(one) == self.canon(other))


def type_name(value: Any) -> str:
    """What a value's type is called in playbooks; ansible-core 2.19 and later have classes of their own for them."""
    names = [kind.__name__ for kind in (bool, int, float, str, list, dict) if isinstance(value, kind)]
    return names[0] if names else type(value).__name__


def text_of(place: str, value: Any) -> str:
    """One text, or a number's digits, or YES and NO. Raises CgpError for what Python alone would make text of."""
    if isinstance(value, bool):
        return "YES" if value else "NO"
    if isinstance(value, (str, int, float)):
        return str(value)
    raise CgpError(
        "%s must be text, not %s" % (place, type_name(value)),
        "Text that begins with a brace or a bracket is put in quotation marks",
    )


def setting_value(value: Any, path: str = "") -> Any:
    """A playbook's value as a setting, as servers keep it: numbers become digits, booleans YES or NO, and line ends LF.

    The tagged forms of ``data.from_json`` (``{"$datablock": ...}``, ``{"$number": ...}`` and so on) are understood, and
    RECORDS for a list; ``path`` is where the value stands, for errors.
    """
    if isinstance(value, str):
        return canon.text(value)  # what most settings are
    return _with_line_ends(data.from_json(value, path, number=str, tags={RECORDS: _records}), path)


RECORDS = "$records"
"""The tag of ``Records``: ``{"$records": {key: {name: element}}}``."""


def _records(named: dict[str, Any]) -> Records:
    return Records.by(_with_line_ends(named, ""))


def _with_line_ends(value: Any, path: str, in_list: bool = False) -> Any:
    if isinstance(value, str):
        return canon.text(value)
    if isinstance(value, list):
        return [_with_line_ends(item, path, True) for item in value]
    if isinstance(value, Records):
        if in_list:
            raise data.BadValue("%s cannot stand inside of a list, which is given as a whole" % RECORDS, path)
        return value
    if isinstance(value, dict):
        return {canon.text(key): _with_line_ends(item, path, in_list) for key, item in value.items()}
    return value


def setting_values(value: Any) -> dict[str, Any]:
    """A playbook's dictionary of settings. Raises CgpError for anything else."""
    if isinstance(value, dict) and len(value) > 1 and all(isinstance(key, str) for key in value):
        settings = {canon.text(key): setting_value(item, key) for key, item in value.items()}
    else:
        settings = setting_value(value)  # a single key may be a tag, and only strings can be keys
    if not isinstance(settings, dict) or isinstance(settings, Records):
        raise CgpError("a dictionary is needed, not %s" % type_name(settings))
    # Interned: a list of a hundred thousand objects repeats the same few keys. Before ansible-core 2.19 the text of a
    # YAML file is of a class of its own, which cannot be interned.
    return {intern(str(key)): item for key, item in settings.items()}


def _parse_rights(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise CgpError("a dictionary of identifier and rights is needed, not %s" % type_name(value))
    for identifier, letters in value.items():
        if letters and not isinstance(letters, str):
            raise data.BadValue("rights are letters, such as +lr, not %s" % type_name(letters), str(identifier))
    return {str(identifier): letters or "" for identifier, letters in value.items()}


def _acl_target(have: dict[str, str], want: dict[str, str], whole: bool) -> dict[str, str]:
    """SETMAILBOXACL in the manual: ``+`` adds rights, ``-`` removes them, anything else replaces them."""
    after = {} if whole else dict(have)
    for identifier, letters in want.items():
        had = set(have.get(identifier, ""))
        if letters.startswith("+"):
            now = had | set(letters[1:])
        elif letters.startswith("-"):
            now = had - set(letters[1:])
        else:
            now = set(letters)
        after[identifier] = "".join(sorted(now))
    return {identifier: letters for identifier, letters in after.items() if letters}


def _acl_delta(have: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """An identifier is dropped by taking away the rights it has, which every server understands; that comes first, for
    a server to which it is another spelling of one that stays.
    """
    changed = {who: "-" + letters for who, letters in have.items() if who not in after and letters}
    changed.update((who, letters) for who, letters in after.items() if set(letters) != set(have.get(who, "")))
    return changed


def _parse_names(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise CgpError("a list of names is needed, not %s" % type_name(value))
    return [text_of("element %d" % number, item).strip() for number, item in enumerate(value, 1)]


TEXT = Shape(parse=canon.text, canon=canon.text)
ADDRESS = Shape(canon=canon.address)
FLAG = Shape(empty=False)
CONTENT = Shape(empty=None)
NAMES = Shape(empty=(), parse=_parse_names, canon=canon.name_set)


def settings(words: Scope, update: CommandSpec | None = None) -> Shape:
    """The shape of settings of which ``words`` are known; ``update`` is the command that changes some of them.

    Where that removes what is set to the word ``default`` the word is sent, and the same as nothing when it is read.
    """
    removals = merging.SETTINGS.removals if removes_by_word(update) else merging.BY_NULL
    return Shape(
        empty={},
        parse=setting_values,
        canon=lambda value: settled(value, words.root, removals),
        target=replace(merging.SETTINGS, words=words).merged,
        delta=lambda have, after: difference(have, after, words.root, removals),
        words=words,
        telling=TellingSettings(words),
    )


SETTINGS = settings(NOTHING_KNOWN)
ACL = Shape(empty={}, parse=_parse_rights, canon=canon.acl, target=_acl_target, delta=_acl_delta, named=1)
