# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and contents as odd as a server takes them: what was read is taken back, and another server becomes equal."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import account as of_account
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import domain as of_domain
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import server_settings
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account_service import DATASET
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import CREATEDOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.file_storage import WRITESTORAGEFILE
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import CREATEGROUP
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailbox import (
    CREATEMAILBOX,
    SETMAILBOXACL,
    SETMAILBOXALIASES,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.web_skin import (
    CREATESERVERSKIN,
    STORESERVERSKINFILE,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.as_document import MERGED, OVERRIDDEN, REPLACED
from ansible_collections.communigate.pro.plugins.module_utils._resources.export import EXPORT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given, settings
from hypothesis import strategies as st
from support import documents
from support.engine_server import PASSWORD, Server
from support.in_process import Place
from support.load import FULL
from support.strategies import SERVER_VALUES, TEXT

ACCOUNT = "alice@example.org"
NAMES = st.one_of(TEXT, st.sampled_from(["a.b", "a-b", "A", "INBOX/x", "..", "a/b", "Sent Items", "ü", "x" * 80]))
SETTINGS = st.dictionaries(
    st.sampled_from(["RealName", "Comment", "MaxAccountSize", "ServiceClass", "X-Own", "SharedSecret", "Deep"]),
    SERVER_VALUES,
    max_size=3,
)
RULE = st.lists(st.lists(TEXT, min_size=1, max_size=3), max_size=2)
SAID: list[Callable[[Any], Any]] = [
    lambda draw: of_account.CREATEACCOUNT("%s@example.org" % draw(NAMES), settings=draw(SETTINGS)),
    lambda draw: of_account.UPDATEACCOUNTSETTINGS(ACCOUNT, draw(SETTINGS)),
    lambda draw: of_account.SETACCOUNTPREFS(ACCOUNT, draw(SETTINGS)),
    lambda draw: of_account.SETACCOUNTALIASES(ACCOUNT, draw(st.lists(NAMES, max_size=2))),
    lambda draw: of_account.SETACCOUNTRPOPS(ACCOUNT, {draw(NAMES): draw(SETTINGS)}),
    lambda draw: of_account.SETACCOUNTMAILRULES(ACCOUNT, [["5", draw(NAMES), draw(RULE), draw(RULE), draw(TEXT)]]),
    lambda draw: of_domain.UPDATEDOMAINSETTINGS(draw(SETTINGS), domainName="example.org"),
    lambda draw: of_domain.SETACCOUNTDEFAULTS(draw(SETTINGS), domainName="example.org"),
    lambda draw: of_domain.SETACCOUNTTEMPLATE(draw(SETTINGS), domainName="example.org"),
    lambda draw: CREATEGROUP("%s@example.org" % draw(NAMES), settings=draw(SETTINGS)),
    lambda draw: CREATEMAILBOX(ACCOUNT, draw(NAMES)),
    lambda draw: SETMAILBOXACL(ACCOUNT, "INBOX", {draw(NAMES): "lr"}),
    lambda draw: SETMAILBOXALIASES(ACCOUNT, {draw(NAMES): draw(NAMES)}),
    lambda draw: DATASET(ACCOUNT, {"what": "createSet", "subsetName": draw(NAMES)}),
    lambda draw: WRITESTORAGEFILE(ACCOUNT, draw(NAMES), draw(st.binary(max_size=9))),
    lambda draw: CREATESERVERSKIN(draw(NAMES)),
    lambda draw: STORESERVERSKINFILE("", draw(NAMES), draw(TEXT).encode("utf-8")),
    lambda draw: server_settings.SETDNRSETTINGS(draw(SETTINGS)),
    lambda draw: server_settings.SETROUTERTABLE("\n".join(draw(st.lists(TEXT, max_size=3)))),
    lambda draw: server_settings.SETLANIPS("\n".join(draw(st.lists(NAMES, max_size=3)))),
]


@settings(max_examples=200 if FULL else 12, derandomize=not FULL)
@given(data=st.data())
def test_odd_servers_are_told_and_rebuilt(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as directory, Server(made(directory, "one")) as one:
        for command in (CREATEDOMAIN("example.org"), of_account.CREATEACCOUNT(ACCOUNT)):
            one.ask(command)
        for say in data.draw(st.lists(st.sampled_from(SAID), min_size=3, max_size=12)):
            try:
                one.master.one(say(data.draw))
            except CgpError:
                continue  # what a server does not take it does not have
        here = Place(one.host, one.port, PASSWORD, Path(directory))
        read = documents.read(here)
        assert list(written_again(here, read)) == []
        with Server(made(directory, "other")) as other:
            there = Place(other.host, other.port, PASSWORD, Path(directory))
            from_start = documents.read(there)
            exported = Path(directory) / "exported"
            here.run(EXPORT, {"dest": str(exported)})
            filled = documents.filled(there, exported, read, OVERRIDDEN)
            assert not filled.get("failed"), filled
            assert documents.differences(read, documents.read(there), from_start) == []
            assert not documents.filled(here, exported, read, OVERRIDDEN)["changed"]


def made(directory: str, name: str) -> Path:
    path = Path(directory) / name
    path.mkdir()
    return path


def written_again(place: Place, read: documents.Read) -> Iterator[Any]:
    for state in (MERGED, REPLACED, OVERRIDDEN):
        result = documents.apply(place, read, state)
        if result.get("failed") or result["changed"]:
            yield state, result.get("msg"), result.get("diff")
