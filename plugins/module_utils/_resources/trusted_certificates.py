# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Trusted Certificates of the server and of the cluster: the manual, Domain Set Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.domain_set import (
    GETCLUSTERTRUSTEDCERTS,
    GETSERVERTRUSTEDCERTS,
    SETCLUSTERTRUSTEDCERTS,
    SETSERVERTRUSTEDCERTS,
)
from .._engine.model import Facet, Field, Resource, Values, Whole
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.pem import as_pem, certificates_in, datablock, described, file_text

_COMMANDS = {
    "server": (GETSERVERTRUSTEDCERTS, SETSERVERTRUSTEDCERTS),
    "cluster": (GETCLUSTERTRUSTEDCERTS, SETCLUSTERTRUSTEDCERTS),
}


def _from_options(values: Values) -> list[bytes]:
    """The certificates of all texts and files, each once."""
    texts = [("number %d" % number, text) for number, text in enumerate(values.get("certificates") or (), 1)]
    texts += [(path, file_text(path, "files")) for path in values.get("files") or ()]
    found = [certificate.der for where, text in texts for certificate in certificates_in(text, where)]
    return list(dict.fromkeys(found))


def _from_reply(reply: Any) -> list[bytes]:
    """What is no certificate would be lost when the list is written again: then nothing is written."""
    found = [datablock(item) for item in reply]
    certificates = [certificate for certificate in found if certificate is not None]
    if len(certificates) != len(found):
        raise CgpError("the server's list of Trusted Certificates holds something else, too")
    return certificates


def _target(have: Any, want: Any, whole: bool) -> Any:
    return want if whole else [*have, *(certificate for certificate in want if certificate not in have)]


TRUSTED_CERTIFICATES = Resource(
    noun="trusted certificates",
    plural="trusted certificates",
    list_option="sets",
    key=(Field("scope", choices=tuple(_COMMANDS), default="server"),),
    facets=(
        Facet(
            "certificates",
            (
                Field("certificates", type="list", elements="str", free=True),
                Field("files", type="list", elements="path"),
            ),
            Shape(
                empty=(),
                canon=lambda certificates: sorted(set(certificates)),
                target=_target,
                show=lambda certificates: [described(certificate) for certificate in certificates],
            ),
            read=lambda scope: _COMMANDS[scope][0](),
            from_reply=_from_reply,
            write=lambda key, edit: [Whole(_COMMANDS[key[0]][1](list(edit.after)))],
            from_options=_from_options,
            to_options=lambda certificates: {"certificates": list(map(as_pem, certificates))},
            mode="mode",
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="replace"),),
    within={"server": lambda: [("server",)], "cluster": lambda: [("cluster",)]},
)
