# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as a directory: which file holds the rows of a noun, and of which noun a file holds them.

``server.yml`` has what the server and the cluster have, by noun, and ``domains/NAME/`` a file for each noun that the
Domain has. Nouns of which there may be millions are written a row in a line. The files of Skins and of environments are
files themselves, below ``skins`` and ``pbx``, of a Domain or below ``server`` and ``cluster``, but for those with a
name that no file can have: these are rows.
"""

from __future__ import annotations

import os
from typing import Any, Mapping, NamedTuple

from ..._engine.document import CLUSTER, SERVER
from ..._source.file_names import decoded, decoded_path, encoded, encoded_path
from ...connector.errors import CgpError
from .document_nouns import DOMAIN, NAMES, near_miss
from .every_noun import NOUNS

DOMAINS, SERVER_FILE = "domains", "server.yml"
SECRETS_FILE, UNTOLD_FILE = "secrets.yml.example", "untold.yml"
OWN_SECRETS_FILE = "secrets.yml"
"""Somebody's own, which no export writes."""
BESIDE = (SECRETS_FILE, UNTOLD_FILE, OWN_SECRETS_FILE)
"""What stands in the directory and tells of no object."""
TREES = {"skin_files": "skins", "pbx_files": "pbx"}
_OF_TREES = {tree: noun for noun, tree in TREES.items()}
_PLURALS = {"s": "", "x": "es"}


class Content(NamedTuple):
    """What a file holds. ``domain``: the Domain, empty for the server. ``noun``: empty where the file has several.

    ``row``: for a file of a tree, the options that name it.
    """

    domain: str
    noun: str
    row: Mapping[str, str] | None = None


def stem(noun: str) -> str:
    """What a noun's file is called: the Domain stands alone in its."""
    plural = noun + _PLURALS.get(noun[-1], "s")
    return noun if noun in (DOMAIN, "pbx") or (plural in NOUNS and plural != noun) else plural


_STEMS = {stem(noun): noun for noun in NOUNS}


def in_lines(noun: str) -> bool:
    """Whether a row is a line: there are as many as there are Accounts, or more."""
    holders = set(NOUNS[noun].within) - {SERVER, CLUSTER, DOMAIN}
    return noun == "account" or not holders.isdisjoint(NAMES)


def file_of(noun: str, domain: str) -> str:
    """The file that holds rows of a noun."""
    if not domain:
        return SERVER_FILE
    return "%s/%s/%s.%s" % (DOMAINS, encoded(domain), stem(noun), "jsonl" if in_lines(noun) else "yml")


def file_in_tree(noun: str, domain: str, row: Mapping[str, Any]) -> str:
    """The file that is itself what a row of a noun in a tree tells."""
    root = "%s/%s" % (DOMAINS, encoded(domain)) if domain else row["scope"]
    skin = [encoded(row.get("skin") or "")] if noun == "skin_files" else []
    return "/".join([root, TREES[noun], *skin, encoded_path(row["name"])])


def content_of(path: str) -> Content | None:
    """What a file in the directory holds; None for what tells of no object. CgpError for one that no document has."""
    first, *rest = path.split("/")
    if path in BESIDE:
        return None
    if path == SERVER_FILE:
        return Content("", "")
    if first == DOMAINS and len(rest) > 1:
        domain = decoded(rest[0])
        return _in_tree(path, domain, "domain", rest[1:]) if len(rest) > 2 else _of_noun(path, domain, rest[1])
    if first in (SERVER, CLUSTER) and len(rest) > 1:
        return _in_tree(path, "", first, rest)
    if first == SERVER and rest:
        return _of_noun(path, "", rest[0])
    known = [SERVER_FILE, *BESIDE, "%s/NAME/accounts.jsonl" % DOMAINS, "server/skins/NAME/FILE"]
    raise CgpError("%s: no file of a document is called so" % path, near_miss(path, known))


def _of_noun(path: str, domain: str, name: str) -> Content:
    called, _suffix = os.path.splitext(name)
    noun = _STEMS.get(called) or (called if called in NOUNS else "")
    if not noun:
        raise CgpError("%s: no noun is called %s" % (path, called), near_miss(called, _STEMS))
    return Content(domain, noun)


def _in_tree(path: str, domain: str, scope: str, parts: list[str]) -> Content:
    tree, *names = parts
    noun = _OF_TREES.get(tree, "")
    own = 2 if noun == "skin_files" else 1
    if not noun or len(names) < own:
        raise CgpError("%s: no directory of a document holds such files" % path, near_miss(tree, _OF_TREES))
    row = {"scope": scope, "name": decoded_path("/".join(names[own - 1 :]))}
    if domain:
        row["domain"] = domain
    if noun == "skin_files" and decoded(names[0]):
        row["skin"] = decoded(names[0])
    return Content(domain, noun, row)
