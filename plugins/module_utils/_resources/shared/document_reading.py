# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server read as a document: all nouns, or those that are chosen, of all Domains or some."""

from __future__ import annotations

from typing import Any, Collection, Mapping, Sequence

from ..._engine.dialogue import Dialogue
from ..._engine.document import CLUSTER, SERVER, Document, Told
from ...connector.session import Session
from .cluster import is_in_cluster
from .document_nouns import DOMAIN, NAMES, chosen
from .every_noun import NOUNS


def chosen_to_tell(params: Mapping[str, Any]) -> list[str]:
    """The names of the nouns that are to be told: without a choice those that tell everything once."""
    return chosen(params, [name for name, resource in NOUNS.items() if not resource.also_in])


def document_of(session: Session, wanted: Collection[str], domains: Sequence[str]) -> Document:
    """What the server has of the wanted nouns; with ``domains`` what there is of these."""
    dialogue = Dialogue(session, read_only=True)
    roots = (SERVER, CLUSTER) if not domains and dialogue.one(is_in_cluster()) else (SERVER,)
    chosen_domains = {DOMAIN: domains} if domains else None
    return Document(dialogue, list(NOUNS.values()), [NOUNS[name].noun for name in wanted], roots, chosen_domains)


def names_in_order(document: Document, wanted: Collection[str]) -> list[str]:
    """The names of the wanted nouns, each behind those that must be there before it."""
    names = [NAMES[resource.noun] for resource in document.order]
    return [name for name in names if name in wanted]


def domain_of(told: Told) -> str:
    """The Domain that an object is, or is in; nothing for what is the server's."""
    key = told.key if told.resource.noun == DOMAIN else told.holder.key_of(DOMAIN)
    return key[0] if key else ""
