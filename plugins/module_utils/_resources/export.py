# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server, or Domains of it, written to a directory as a document that ``cgp_config`` takes."""

from __future__ import annotations

import os
from typing import Any, Mapping

from .._engine.model import Field
from .._engine.run import Mode
from .._engine.task import Task
from .._source.directory import NewContent
from ..connector.session import Session
from .shared.document_directory import Export
from .shared.document_layout import OWN_SECRETS_FILE, UNTOLD_FILE
from .shared.document_nouns import DOMAINS, EXCEPT, ONLY
from .shared.document_reading import chosen_to_tell, document_of, names_in_order

_DESTINATION = Field("dest", type="path", required=True)
FILES_SHOWN = 100


def _run(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    wanted, domains = chosen_to_tell(params), params.get(DOMAINS.name) or ()
    path = os.path.expanduser(params[_DESTINATION.name])
    with NewContent(path, _DESTINATION.name, UNTOLD_FILE, left=(OWN_SECRETS_FILE,)) as directory:
        document = document_of(session, wanted, domains)
        order = names_in_order(document, wanted)
        export = Export(directory)
        for told in document.read():
            export.add(told)
            if mode.progress is not None:
                mode.progress.looked()
        export.finish(order, with_server=not domains)
        differing = directory.differing()
        if not mode.check:
            directory.put_in_place()
    result: dict[str, Any] = {
        "changed": bool(differing),
        "order": order,
        "counts": export.counts,
        "files": differing[:FILES_SHOWN],
        "secrets": export.secrets,
        "untold": export.untold.entries(),
    }
    if mode.diff and differing:
        result["diff"] = {"before": "", "after": "".join("%s\n" % name for name in result["files"])}
    return result


EXPORT = Task(fields=(_DESTINATION, DOMAINS, ONLY, EXCEPT), run=_run)
