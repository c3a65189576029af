# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Pythons of tests do at their start: they keep what they compile from a module's archive, and find it again.

An ordinary module is shipped as an archive of a hundred sources, which Python compiles anew on each start: a third of
such a task's time, in some three hundred tasks. Nothing else about the module changes; and where a Python does not
compile in this way, nothing changes at all. The directory is that of COMMUNIGATE_PRO_TEST_COMPILED.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import zipimport

_compile = getattr(zipimport, "_compile_source", None)
_directory = os.environ.get("COMMUNIGATE_PRO_TEST_COMPILED")


def _found_or_compiled(pathname, source):
    name = "%s-%s" % (sys.implementation.cache_tag, hashlib.sha256(source).hexdigest())
    kept = os.path.join(_directory, name)
    try:
        with open(kept, "rb") as file:
            return marshal.load(file)
    except (OSError, EOFError, ValueError, TypeError):
        pass  # nobody has, or not to its end
    code = _compile(pathname, source)
    written = "%s.%d" % (kept, os.getpid())
    with open(written, "wb") as file:
        marshal.dump(code, file)
    os.replace(written, kept)  # at once: others read and write here at the same time
    return code


if _compile and _directory:
    os.makedirs(_directory, exist_ok=True)
    zipimport._compile_source = _found_or_compiled
