# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make a release: ``python tools/release.py VERSION [--date 2026-11-30]``. RELEASING.md tells the whole way.

In a clean copy of what is committed the fragments become a chapter of the changelog, galaxy.yml gets the version, and
the artifact is built. build/release/VERSION then holds the artifact, its bill of materials, the sums of both, and a
patch: what the copy has and the commit has not yet. Once the patch is committed the same command makes the same bytes
again, as the time of all files is midnight UTC of the day that the changelog gives the release.

It commits nothing, makes no tag and sends nothing anywhere: it prints the commands that do. The exit status is 1 where
there are changes that are not committed, or where the version cannot be the next one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import bill_of_materials
import packing
import project
import yaml

RELEASES = project.BUILD / "release"
VERSION = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?")


class Refused(Exception):
    """There can be no such release now; the message says why."""


def git(*arguments: str, **variables: str) -> str:
    """What git says in the checkout."""
    done = subprocess.run(
        ["git", *arguments], cwd=project.ROOT, env={**os.environ, **variables}, stdout=subprocess.PIPE, check=True
    )
    return os.fsdecode(done.stdout)


def date_of_head() -> str:
    """The day of the last commit, in UTC."""
    return dt.datetime.fromtimestamp(int(git("log", "-1", "--format=%ct")), dt.timezone.utc).date().isoformat()


def recorded(collection: Path) -> dict[str, str]:
    """The day of each release that changelogs/changelog.yaml tells of, by version."""
    file = collection / "changelogs" / "changelog.yaml"
    if not file.is_file():
        return {}
    releases = yaml.safe_load(file.read_text(encoding="utf-8"))["releases"]
    return {version: str(release["release_date"]) for version, release in releases.items()}


def prepare(collection: Path, version: str, date: str, variables: Mapping[str, str]) -> None:
    """Write the version and its changelog into a copy, unless the commit has both already. Raises Refused."""
    galaxy = collection / "galaxy.yml"
    text = galaxy.read_text(encoding="utf-8")
    present = yaml.safe_load(text)["version"]
    if version in recorded(collection):
        if present != version:
            raise Refused("%s is released; this is %s: check out the tag %s first" % (version, present, version))
        return
    galaxy.write_text(re.sub(r"(?m)^version: .*$", "version: %s" % version, text), encoding="utf-8")
    command = ["antsibull-changelog", "release", "--version", version, "--date", date]
    # It looks at what git knows, where there is git; and that knows nothing of what is in build.
    alone = {"ANSIBLE_COLLECTIONS_PATH": str(collection.parents[2]), "GIT_CEILING_DIRECTORIES": str(RELEASES)}
    done = subprocess.run(
        command,
        cwd=collection,
        env={**variables, **alone},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Refused("antsibull-changelog: %s" % done.stdout.strip())


class Tree:
    """The files that a commit has or would have, in an index of git's that is not the checkout's own.

    What is built is laid out from here: nothing that a program has left beside the files gets into an artifact.
    """

    def __init__(self) -> None:
        self._index = {"GIT_INDEX_FILE": str(RELEASES / "index")}
        git("read-tree", "HEAD", **self._index)

    def lay(self) -> Path:
        """Put the files, and no others, into build/release/work; returns the collection's directory there."""
        collection = RELEASES / "work" / project.COLLECTION
        shutil.rmtree(RELEASES / "work", ignore_errors=True)
        git("checkout-index", "--all", "--prefix=%s/" % collection, **self._index)
        return collection

    def take(self, collection: Path) -> None:
        """Have what is in a directory, but for what .gitignore names."""
        git("--work-tree", str(collection), "add", "--all", ".", **self._index)

    def patch(self) -> str:
        """What is not committed, for ``git apply``."""
        return git("diff", "--cached", "--binary", "HEAD", **self._index)


def make(version: str, date: str) -> tuple[Path, bool]:
    """Make the files of a release; returns their directory, and whether the commit lacks what the patch brings.

    Raises Refused.
    """
    if not VERSION.fullmatch(version):
        raise Refused("%r is no version such as 1.2.0 or 1.2.0-beta.1" % version)
    changes = git("status", "--porcelain")
    if changes:
        raise Refused("There are changes that are not committed:\n%s" % changes)
    target = RELEASES / version
    target.mkdir(parents=True, exist_ok=True)
    variables = project.environment()
    tree = Tree()
    collection = tree.lay()
    prepare(collection, version, date, variables)
    tree.take(collection)
    collection = tree.lay()
    date = recorded(collection)[version]
    moment = int(dt.datetime.fromisoformat(date).replace(tzinfo=dt.timezone.utc).timestamp())
    artifact = packing.build(collection, target, moment, variables)
    bill = artifact.with_name(artifact.name.replace(".tar.gz", ".cdx.json"))
    bill.write_text(bill_of_materials.render(collection, artifact, date), encoding="utf-8")
    sums = ["%s  %s\n" % (hashlib.sha256(path.read_bytes()).hexdigest(), path.name) for path in (artifact, bill)]
    (target / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    patch = tree.patch()
    (target / "release.patch").write_text(patch, encoding="utf-8")
    return target, bool(patch)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make a release.")
    parser.add_argument("version")
    parser.add_argument("--date", default="", help="the day of the release; without it, that of the last commit")
    options = parser.parse_args(arguments)
    try:
        target, lacking = make(options.version, options.date or date_of_head())
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    told = target.relative_to(project.ROOT)
    print((target / "SHA256SUMS").read_text(encoding="utf-8"))
    if lacking:
        commands = [
            "git apply --index %s/release.patch" % told,
            "git commit -m 'Release %s'" % options.version,
            "make release VERSION=%s    # the same sums" % options.version,
        ]
    else:
        commands = [
            "git tag --sign -m 'communigate.pro %s' %s" % (options.version, options.version),
            "git push origin main %s" % options.version,
        ]
    print("All is in %s. What comes next:\n    %s" % (told, "\n    ".join(commands)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
