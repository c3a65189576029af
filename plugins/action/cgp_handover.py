# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the secrets of Domains to an encrypted file, in Ansible's process: they come to no target and no result."""

from __future__ import annotations

import os
from typing import Any, Mapping

from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Field
from ansible_collections.communigate.pro.plugins.module_utils._engine.result import describe_error
from ansible_collections.communigate.pro.plugins.module_utils._host import connection_spec, field_spec
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._environment import added_to_environment
from ansible_collections.communigate.pro.plugins.plugin_utils._handover import Handover, Place, hand_over
from ansible_collections.communigate.pro.plugins.plugin_utils._handover_file import read_handover, write_handover
from ansible_collections.communigate.pro.plugins.plugin_utils._kept_file import keep
from ansible_collections.communigate.pro.plugins.plugin_utils._server_access import session_of
from ansible_collections.communigate.pro.plugins.plugin_utils._task_action import TaskAction

DEST, DOMAINS, VAULT_ID = "dest", "domains", "vault_id"
_FIELDS = (
    Field(DEST, type="path", required=True),
    Field(DOMAINS, type="list", elements="str", required=True),
    Field(VAULT_ID),
)
SPEC: dict[str, Any] = {**connection_spec(), **{field.name: field_spec(field) for field in _FIELDS}}
NAMED = 100
"""How many names and places a result has at most."""


class ActionModule(TaskAction):
    """Runs the tasks of cgp_handover."""

    _supports_async = False

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        told: dict[str, Any] = super().run(tmp, task_vars)
        try:
            with added_to_environment(self.environment()):
                told.update(self._hand_over(self.checked(self.options, SPEC, {})))
        except CgpError as error:
            told.update(describe_error(error))
        return told

    def _hand_over(self, params: dict[str, Any]) -> dict[str, Any]:
        path, vault_id = self.path_here(params[DEST]), params.get(VAULT_ID)
        self.encrypted("", vault_id)  # whoever has no key is told before a server is asked
        before = self._text_of(path)
        kept = Handover() if before is None else read_handover(self.load_yaml(before), path)
        if not params[DOMAINS]:
            raise CgpError("domains names no Domain")
        with session_of(params) as session:
            handed = hand_over(session, params[DOMAINS], kept)
        text = write_handover(handed)
        changed = text != before
        if changed and not self.check_mode:
            keep(path, self.encrypted(text, vault_id), DEST, check=False)
        return {**_told(handed, kept), "changed": changed, "dest": path}

    def _text_of(self, path: str) -> str | None:
        """What the file holds; None if there is none. CgpError for one that anybody could read."""
        if not os.path.lexists(path):
            return None
        try:
            with open(path, "rb") as file:
                return self.decrypted_text(file.read())
        except OSError as error:
            raise CgpError("%s %s cannot be read: %s" % (DEST, path, error)) from error
        except CgpError as error:
            raise CgpError("%s %s %s" % (DEST, path, error.message), error.hint) from error


def _told(handed: Handover, kept: Handover) -> Mapping[str, Any]:
    made = set(kept.new)
    return {
        "counts": {
            "secrets": len(handed.values),
            "told": handed.told,
            "new_passwords": len(handed.new),
            "made_now": len([name for name in handed.new if name not in made]),
            "missing": len([place for place, certain in handed.missing if certain]),
        },
        "new_passwords": handed.new[:NAMED],
        "missing": [_missing(place, certain) for place, certain in handed.missing[:NAMED]],
    }


def _missing(place: Place, certain: bool) -> dict[str, Any]:
    return {**place._asdict(), "certain": certain}
