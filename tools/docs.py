# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run antsibull-docs with the YAML parser that Ansible uses, where there is one. Arguments are handed on.

It has each example of each page read by PyYAML's parser in Python, which takes ten times as long as the one in C.
"""

from __future__ import annotations

import sys

import yaml
from antsibull_docs.cli.antsibull_docs import main

if __name__ == "__main__":
    yaml.SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # type: ignore[misc]
    sys.exit(main())
