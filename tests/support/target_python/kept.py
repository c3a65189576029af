# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A directory in which processes keep, by what it was made from, what another of them would have to make again."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys


class Kept:
    """What can be kept is what marshal can write: code and plain data."""

    def __init__(self, directory):
        os.makedirs(directory, exist_ok=True)
        self.directory = directory

    def found_or_made(self, source, kind, make):
        """What has been made from a text or from bytes, ``source``, or else what ``make`` returns.

        ``kind`` says what else it depends on. What cannot be kept is made each time; what is found is made anew, too:
        nobody else has it.
        """
        content = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        digest = hashlib.sha256(b"%s\0%s\0%s" % (sys.version.encode("utf-8"), kind.encode("utf-8"), content))
        path = os.path.join(self.directory, digest.hexdigest())
        try:
            with open(path, "rb") as file:
                return marshal.load(file)
        except (OSError, EOFError, ValueError, TypeError):
            pass  # nobody has kept it, or not to its end
        made = make()
        try:
            written = marshal.dumps(made)
        except ValueError:
            return made
        unfinished = "%s.%d" % (path, os.getpid())
        with open(unfinished, "wb") as file:
            file.write(written)
        os.replace(unfinished, path)  # at once: others read and write here at the same time
        return made
