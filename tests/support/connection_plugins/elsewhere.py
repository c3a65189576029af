# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""This machine, reached as if it were another: a module runs as an ordinary module, without an SSH server at hand."""

from __future__ import annotations

from ansible.plugins.connection.local import Connection as LocalConnection

DOCUMENTATION = r"""
name: elsewhere
short_description: This machine under another name
description: The local connection, which nobody can take for the local connection.
author: the communigate.pro authors
"""


class Connection(LocalConnection):
    """The local connection; only its name differs."""

    transport = "elsewhere"
