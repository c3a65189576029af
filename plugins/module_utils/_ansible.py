# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module takes from Ansible that Ansible does not document: as it is from ansible-core 2.17 to 2.21."""

from __future__ import annotations

from ansible.module_utils.basic import AnsibleModule


def wants_diff(module: AnsibleModule) -> bool:
    """Whether the task runs with C(--diff)."""
    return bool(module._diff)


def forget_secrets(module: AnsibleModule) -> None:
    """Keeps AnsibleModule from looking for the values of secret options in the result."""
    module.no_log_values.clear()
