# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module takes from Ansible that Ansible does not document: as it is from ansible-core 2.17 to 2.21."""

from __future__ import annotations

import re
from typing import Any

from ansible.module_utils.basic import AnsibleModule

from ._quick_start import start_quickly

start_quickly(__name__)  # Here, for no file is imported before this one but _host.

_ITEM = re.compile(r"Value '.*' in the sub parameter field '(\w+)' must be a \w+, not '\w+'", re.DOTALL)


class QuietModule(AnsibleModule):  # type: ignore[misc]
    """An AnsibleModule that shows no options, not even where its own check of them fails.

    That check ends in ``fail_json`` before anything else can be said, and whoever does not say what the invocation was
    has all options in the result: command lines, and every secret that no option of its own holds.
    """

    def exit_json(self, **result: Any) -> None:
        super().exit_json(**{**result, "invocation": {}})

    def fail_json(self, msg: str, **result: Any) -> None:
        super().fail_json(without_item(msg), **{**result, "invocation": {}})


def without_item(message: str) -> str:
    """What Ansible's check of options says, without an item that is no dictionary: it may be a password in a list."""
    return _ITEM.sub(r"\1: something stands where a dictionary is wanted", message)


def wants_diff(module: AnsibleModule) -> bool:
    """Whether the task runs with C(--diff)."""
    return bool(module._diff)


def forget_secrets(module: AnsibleModule) -> None:
    """Keeps AnsibleModule from looking for the values of secret options in the result."""
    module.no_log_values.clear()
