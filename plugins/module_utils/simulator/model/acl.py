# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access control lists of Mailboxes and Accounts: identifier -> right letters."""

from __future__ import annotations

from typing import Any, Dict

from ..answers.refusals import bad_parameters
from .domain import DomainObject
from .names import fold, split_address
from .objects import group_has

Acl = Dict[str, str]

# The right letters in the order they are given back in (protocol.md section 6.4); other letters follow.
LETTERS = "lrswdipca"


def modify(acl: Acl, changes: dict[str, Any]) -> None:
    """Apply SETMAILBOXACL or SETACCOUNTACL: ``+`` adds, ``-`` removes, anything else replaces; nothing left removes.

    All changes are checked before the first is made.
    """
    if "" in changes:
        raise bad_parameters("an access right element must be someone's")
    new = {identifier: _changed(acl.get(identifier, ""), change) for identifier, change in changes.items()}
    for identifier, letters in new.items():
        if letters:
            acl[identifier] = letters
        else:
            acl.pop(identifier, None)


def rights_of(acl: Acl, owner: DomainObject, account: DomainObject) -> str:
    """The letters ``account`` has on an object of ``owner``: all for the owner, else what its identifiers add up to."""
    if account is owner:
        return LETTERS
    return ordered("".join(letters for identifier, letters in acl.items() if _means(identifier, owner, account)))


def ordered(letters: str) -> str:
    """``letters`` without repetition in the usual order."""
    known = [letter for letter in LETTERS if letter in letters]
    return "".join(known + sorted(set(letters) - set(LETTERS)))


def _changed(old: str, change: Any) -> str:
    if not isinstance(change, str):
        raise bad_parameters("access rights must be a string of letters")
    sign, letters = (change[0], change[1:]) if change[:1] in ("+", "-") else ("", change)
    if letters and not (letters.isascii() and letters.isalpha()):
        raise bad_parameters("access rights must be a string of letters")
    if sign == "+":
        return ordered(old + letters)
    if sign == "-":
        return "".join(letter for letter in old if letter not in letters)
    return ordered(letters)


def _means(identifier: str, owner: DomainObject, account: DomainObject) -> bool:
    """Whether an identifier of one of ``owner``'s objects stands for ``account`` (protocol.md section 6.4)."""
    if identifier.startswith("#"):
        return group_has(owner.domain, identifier[1:], account)
    local, domain = split_address(identifier)
    same_domain = fold(domain) == fold(account.domain.name) if domain else account.domain is owner.domain
    if fold(local) == "anyone":
        return same_domain or "@" not in identifier
    return same_domain and fold(local) == fold(account.name)
