# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has what is read of long YAML kept: at each start Ansible reads ten thousand lines of its own before any playbook."""

from __future__ import annotations

LONG = 50000
"""Letters of YAML. What is shorter is read as ever."""
LOADERS = ("CBaseLoader", "CSafeLoader")
"""What makes plain data. Other loaders make objects of their users' own."""


def keep(yaml, kept):
    """Have PyYAML, which has just been imported, keep what it reads."""
    read = yaml.load
    loaders = [getattr(yaml, name, None) for name in LOADERS]

    def load(stream, Loader):
        if Loader not in loaders:
            return read(stream, Loader)
        text = stream.read() if hasattr(stream, "read") else stream
        if len(text) < LONG:
            return read(text, Loader)
        return kept.found_or_made(text, "YAML %s %s" % (yaml.__version__, Loader.__name__), lambda: read(text, Loader))

    yaml.load = load
