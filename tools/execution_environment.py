# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the context of the execution environment in build/execution-environment, and try it but for the image.

The image itself needs a container engine and a network: .ci/execution_environment makes it where there are these. Here
the stages are done whose outcome this repository decides: ansible-builder accepts the definition; what the context
names is in it and is installed from it without a network; and of what is installed ansible-builder finds just the
Python packages that meta/ee-requirements.txt names.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import packing
import project
import yaml

BUILD = project.BUILD / "execution-environment"
CONTEXT = BUILD / "context"
DEFINITION = project.ROOT / "execution-environment.yml"
REQUIREMENTS = project.ROOT / "meta" / "ee-requirements.txt"
MOMENT = 1_000_000_000


def lines(text: str) -> list[str]:
    """The lines that are more than a comment, which is left out; so are spaces."""
    bare = [line.partition("#")[0].replace(" ", "") for line in text.splitlines()]
    return [line for line in bare if line]


def main() -> int:
    installed = BUILD / "collections"
    variables = project.environment(ANSIBLE_COLLECTIONS_PATH=str(installed))
    collection = project.copy(BUILD / "work")
    artifact = packing.build(collection, BUILD, MOMENT, variables)
    artifact.rename(BUILD / "communigate-pro.tar.gz")
    shutil.rmtree(CONTEXT, ignore_errors=True)

    def run(*command: str | Path, cwd: Path = project.ROOT) -> str:
        done = subprocess.run(command, cwd=cwd, env=variables, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout

    create = ("ansible-builder", "create", "--file", DEFINITION, "--context", CONTEXT)
    print(run(*create, "--output-filename", "Containerfile"))
    shutil.rmtree(installed, ignore_errors=True)
    install = ("ansible-galaxy", "collection", "install", "--offline", "--requirements-file", "requirements.yml")
    print(run(*install, "--collections-path", installed, cwd=CONTEXT / "_build"))
    found = yaml.safe_load(run("ansible-builder", "introspect", "--sanitize", installed))
    wanted = lines(REQUIREMENTS.read_text(encoding="utf-8"))
    if lines("\n".join(found["python"])) != wanted or found["system"]:
        print("The image would get %s, and %s asks for %s" % (found, REQUIREMENTS.name, wanted))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
