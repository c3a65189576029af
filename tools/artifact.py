# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the collection's artifact from a clean copy; Galaxy's importer must find nothing in it to complain of.

It does not run ansible-lint, for which it takes no more than 180 s: the check of that name looks at the same files, and
more, by the same profile, with no rule left out.
"""

from __future__ import annotations

import re
import subprocess
import sys

import project

BUILD = project.BUILD / "artifact"


def main() -> int:
    collection = project.copy(BUILD)
    variables = project.environment(
        GALAXY_IMPORTER_CHECK_REQUIRED_TAGS="true",
        GALAXY_IMPORTER_RUN_ANSIBLE_LINT="false",
        GALAXY_IMPORTER_RUN_FLAKE8="false",
    )
    subprocess.run(
        ["ansible-galaxy", "collection", "build", "--output-path", BUILD], cwd=collection, env=variables, check=True
    )
    (artifact,) = BUILD.glob("*.tar.gz")
    importer = subprocess.run(
        [sys.executable, "-m", "galaxy_importer.main", artifact],
        cwd=BUILD,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(importer.stdout)
    # The importer's exit status is 0 even when it logs what a reviewer at Galaxy would refuse.
    complaints = re.findall(r"^(?:ERROR|WARNING).*", importer.stdout, flags=re.MULTILINE)
    return 1 if importer.returncode or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
