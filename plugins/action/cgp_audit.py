# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The router, under the name of a module: made by `make generated`, the same for every module."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.plugin_utils._router import Router


class ActionModule(Router):
    """Runs the tasks of the module that this file is named after."""
