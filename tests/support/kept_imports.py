# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has Ansible look for imports, in what it ships with each module, at what a file imports and not at the whole file.

For each module it reads some hundred and fifty files, in a process that keeps nothing of it: two thirds of the time
that it takes to make the archive. What a file imports is kept by its content. The archive is the same, and where a
release of Ansible reads files in another way, nothing changes.
"""

from __future__ import annotations

import ast
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ansible.executor import module_common

Reader = Callable[[str, Any], ast.Module]


def keep_imports(directory: str) -> None:
    """Do so in this process and those that it forks, and keep imports in the directory."""
    read = getattr(module_common, "_compile_module_ast", None)
    if read is not None:
        os.makedirs(directory, exist_ok=True)
        module_common._compile_module_ast = _reading_imports(read, Path(directory))


def only_imports(source: bytes | str) -> str:
    """The text of a file that imports what this one does; what may be missing is not at its top level, either."""
    tree = ast.parse(source)
    imports = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    top = [ast.unparse(node) for node in imports if node in tree.body]
    return "\n".join([*top, *("if True: %s" % ast.unparse(node) for node in imports if node not in tree.body)])


def _reading_imports(read: Reader, directory: Path) -> Reader:
    def read_imports(name: str, source: Any) -> ast.Module:
        # Of the module itself Ansible wants to know more.
        return read(name, _kept(source, directory) if ".module_utils" in name else source)

    return read_imports


def _kept(source: bytes | str, directory: Path) -> str:
    content = source.encode("utf-8") if isinstance(source, str) else source
    kept = directory / ("imports-%s" % hashlib.sha256(content).hexdigest())
    try:
        return kept.read_text(encoding="utf-8")
    except OSError:
        text = only_imports(content)
    written = kept.with_name("%s.%d" % (kept.name, os.getpid()))
    written.write_text(text, encoding="utf-8")
    os.replace(written, kept)  # at once: others read and write here at the same time
    return text
