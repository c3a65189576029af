# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The option that completes names."""

from __future__ import annotations


class ModuleDocFragment:
    """``communigate.pro.domain``."""

    DOCUMENTATION = r"""
options:
  domain:
    description:
      - Domain of all names that are given without one.
      - Without it they belong to the Domain of O(login), which is the main Domain for a O(login) without a Domain.
    type: str
"""
