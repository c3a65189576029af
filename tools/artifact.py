# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the collection's artifact from a clean copy, twice; Galaxy's importer must find nothing in it to complain of.

The two copies are made as differently as two machines would: in another order, for other people's eyes, in another time
zone. The artifacts must be the same to the last byte, as those of a release are (release.py builds them likewise).

The importer does not run ansible-lint, for which it takes no more than 180 s: the check of that name looks at the same
files, and more, by the same profile, with no rule left out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import packing
import project

BUILD = project.BUILD / "artifact"
AGAIN = project.BUILD / "artifact-again"
MOMENT = 1_000_000_000


def copied_backwards(collection: Path) -> Path:
    """Another copy, whose files are made last to first, and which only its owner may read."""
    other = AGAIN / project.COLLECTION
    shutil.rmtree(AGAIN, ignore_errors=True)
    for source in sorted((path for path in collection.rglob("*") if not path.is_dir()), reverse=True):
        target = other / source.relative_to(collection)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target, follow_symlinks=False)
        if not target.is_symlink():
            target.chmod(source.stat().st_mode & 0o700)
    return other


def main() -> int:
    collection = project.copy(BUILD)
    variables = project.environment(
        GALAXY_IMPORTER_CHECK_REQUIRED_TAGS="true",
        GALAXY_IMPORTER_RUN_ANSIBLE_LINT="false",
        GALAXY_IMPORTER_RUN_FLAKE8="false",
    )
    artifact = packing.build(collection, BUILD, MOMENT, variables)
    other = copied_backwards(collection)
    before = os.umask(0o077)
    again = packing.build(other, AGAIN, MOMENT, {**variables, "TZ": "Pacific/Kiritimati"})
    os.umask(before)
    if artifact.read_bytes() != again.read_bytes():
        print("%s and %s are built from the same files, and differ" % (artifact, again))
        return 1
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
