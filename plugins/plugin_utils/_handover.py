# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The secrets of Domains for another server: those that their server tells, and new passwords for other Accounts.

A password is taken for an Account's only if the server says that it is: some show them in a form of their own, and no
manual says that another server takes that. GETACCOUNTPLAINPASSWORD is in no manual (protocol.md section 5).
"""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass, field
from typing import Any, Collection, Iterator, Mapping, NamedTuple, Sequence

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import VERIFYACCOUNTPASSWORD
from ansible_collections.communigate.pro.plugins.module_utils._cli.unlisted import unlisted_command
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils._engine.document import Told, label_of
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Conversation, fold
from ansible_collections.communigate.pro.plugins.module_utils._engine.unseen import is_encoded
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import PASSWORD
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_nouns import NAMES
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_reading import (
    chosen_to_tell,
    document_of,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_untold import secrets_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    CgpError,
    CliError,
    NotAllowed,
    UnknownCommand,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

ACCOUNT = "account"
_LENGTH = 16
_LETTERS = [
    [letter for letter in letters if letter not in "Il1O0"]
    for letters in (string.ascii_lowercase, string.ascii_uppercase, string.digits)
]
"""Of each sort a password has one at least, as some servers want it; none looks like another."""


class Place(NamedTuple):
    """Where a secret belongs: the noun, the object as results name it, and the option with what is below it."""

    noun: str
    name: str
    place: str

    @property
    def identity(self) -> tuple[str, str, str]:
        return self.noun, fold(self.name), self.place


@dataclass(repr=False)
class Handover:
    """Secrets by their places, in the order of the document.

    ``new``: the Accounts with a password that was made for them, and not theirs before. ``missing``: the places of
    secrets that nobody has stated, each with whether there is one for certain. ``told``: how many the server told.
    """

    values: dict[Place, Any] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    missing: list[tuple[Place, bool]] = field(default_factory=list)
    told: int = 0


def hand_over(session: Session, domains: Sequence[str], kept: Handover) -> Handover:
    """What there is to hand over of Domains. ``kept``: what was handed over before.

    A password that was made then stays, for somebody may have it by now; another secret is what the server tells now,
    or else what was kept. What was kept of objects that are gone is left out, and that of other Domains stays: nobody
    could tell again what was made for them. Raises CgpError.
    """
    found = _read(session, domains)
    before = {place.identity: value for place, value in kept.values.items()}
    made = set(map(fold, kept.new))
    passwords = _passwords(session, found.passwords)
    handed = Handover()
    for place, certain in found.places.items():
        is_password = place.noun == ACCOUNT and place.place == PASSWORD.name
        told = passwords.get(place.name) if is_password else found.shown.get(place)
        own = before.pop(place.identity, None)
        if is_password and fold(place.name) in made and own is not None:
            told = None
        value = own if told is None else told
        handed.told += told is not None
        if is_password:
            if told is None and (own is None or fold(place.name) in made):
                handed.new.append(place.name)
            value = new_password() if value is None else value
        if value is None:
            handed.missing.append((place, certain))
        else:
            handed.values[place] = value
    handed.values.update(_others(kept, before, found))
    handed.new += [name for name in kept.new if _domain_of(name) not in found.domains]
    return handed


def _others(kept: Handover, left: Collection[Any], found: _Found) -> Iterator[tuple[Place, Any]]:
    """What belongs to other Domains, or what somebody has stated in places of which the server tells nothing."""
    for place, value in kept.values.items():
        is_there = (place.noun, fold(place.name)) in found.objects
        if place.identity in left and (is_there or _domain_of(place.name) not in found.domains):
            yield place, value


def _domain_of(name: str) -> str:
    """The Domain in the name of an object, of which it may be a part (``alice@example.org rpop``) or all."""
    return fold((name.partition("@")[2] or name).split(" ")[0])


def new_password() -> str:
    """A password that nobody can guess, of letters and digits that can be told apart."""
    while True:
        password = "".join(secrets.choice([*_LETTERS[0], *_LETTERS[1], *_LETTERS[2]]) for dummy in range(_LENGTH))
        if all(set(password) & set(letters) for letters in _LETTERS):
            return password


# --- what the server tells


@dataclass(repr=False)
class _Found:
    """``passwords``: what is shown as the password of each Account, None for nothing."""

    places: dict[Place, bool] = field(default_factory=dict)
    shown: dict[Place, Any] = field(default_factory=dict)
    passwords: dict[str, Any] = field(default_factory=dict)
    objects: set[tuple[str, str]] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        if told.row is None:
            return
        noun, name = NAMES[told.resource.noun], label_of(told)
        self.objects.add((noun, fold(name)))
        self.domains.add(_domain_of(name))
        options = {secret.name for secret in told.resource.secrets}
        for secret in secrets_of(told):
            place = Place(secret["noun"], secret["name"], secret["place"])
            self.places[place] = secret["certain"] or secret["place"] in options
        for path, value in told.shown.items():
            if _can_be_written(value):
                self.shown[Place(noun, name, ".".join(path))] = value
        if noun == ACCOUNT:
            self.passwords[name] = told.shown.get((PASSWORD.name,))


def _read(session: Session, domains: Sequence[str]) -> _Found:
    found = _Found()
    for told in document_of(session, chosen_to_tell({}), domains).read():
        found.add(told)
    return found


def _can_be_written(value: Any) -> bool:
    """Whether a secret is one that somebody could have given: a text, or a data object."""
    return not is_encoded(value) and (not isinstance(value, str) or _is_text(value))


def _is_text(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return bool(value)


def _passwords(session: Session, shown: Mapping[str, Any]) -> dict[str, str]:
    """The passwords of those Accounts whose server tells them and says that they are."""
    dialogue = Dialogue(session, read_only=True, raw=True)
    names = list(shown)
    asks = bool(names) and dialogue.one(_is_spoken(names[0]))
    answers = dialogue.run(_password(name, shown[name], asks) for name in names)
    told: dict[str, str] = {}
    for number, answer in answers:
        if isinstance(answer, CgpError):
            raise answer
        if answer is not None:
            told[names[number]] = answer
    return told


def _plain(account: str) -> Conversation:
    (reply,) = yield [unlisted_command("GETACCOUNTPLAINPASSWORD", {"account": account}, read_only=True)]
    return reply


def _is_spoken(account: str) -> Conversation:
    """Whether the server seems to know the command: else it need not be asked for each Account."""
    return not isinstance((yield from _plain(account)), UnknownCommand)


def _password(account: str, shown: Any, asks: bool) -> Conversation:
    """An Account's password, or None. What the server was asked for it may not know how to compare: so it is."""
    plain = (yield from _plain(account)) if asks else None
    for candidate in dict.fromkeys(one for one in (plain, shown) if isinstance(one, str)):
        if not _can_be_written(candidate):
            continue
        (verified,) = yield [VERIFYACCOUNTPASSWORD(account, candidate)]
        unable = isinstance(verified, (NotAllowed, UnknownCommand))
        if not isinstance(verified, CliError) or (unable and candidate == plain):
            return candidate
    return None
