# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``make release``: on a small collection, from the first refusal to the tag. The check `artifact` builds ours."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from support.checkout import ROOT, variables

pytest.importorskip("antsibull_changelog", reason="it makes the changelog; not there where only tests are run")

TOOLS = ("bill_of_materials.py", "packing.py", "project.py", "release.py")
MODULE = '''\
#!/usr/bin/python
DOCUMENTATION = r"""
module: cgp_thing
short_description: Make things
version_added: 1.2.0
description: [It makes them.]
author: [A Person (@person)]
"""
'''
FRAGMENT = "---\nrelease_summary: A first one.\nminor_changes:\n  - Something is new.\n"
ON_THE_DAY = {"GIT_COMMITTER_DATE": "2030-02-03T23:30:00-0500"}
"""A commit whose day in UTC is the next one."""


@dataclass(frozen=True)
class Checkout:
    """A collection under git that has this project's programs for a release."""

    path: Path
    home: Path

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.path,
            env=variables(self.home, PYENV_ROOT=str(self.home), **more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def git(self, *arguments: str) -> str:
        person = ("-c", "user.name=A Person", "-c", "user.email=person@example.com")
        done = self.run("git", *person, *arguments, **ON_THE_DAY)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def release(self, version: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "tools/release.py", version)

    def files(self, version: str) -> dict[str, bytes]:
        """What build/release has of a version, but for the patch."""
        directory = self.path / "build" / "release" / version
        return {path.name: path.read_bytes() for path in directory.iterdir() if path.name != "release.patch"}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    path, home = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("home")
    for file in ("galaxy.yml", "changelogs/config.yaml", "meta/ee-requirements.txt", "meta/runtime.yml", ".gitignore"):
        (path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, path / file)
    (path / "tools").mkdir()
    for tool in TOOLS:
        shutil.copy(ROOT / "tools" / tool, path / "tools" / tool)
    (path / "README.md").write_text("# A collection\n", encoding="utf-8")
    (path / "plugins" / "modules").mkdir(parents=True)
    (path / "plugins" / "modules" / "cgp_thing.py").write_text(MODULE, encoding="utf-8")
    (path / "changelogs" / "fragments").mkdir()
    (path / "changelogs" / "fragments" / "news.yml").write_text(FRAGMENT, encoding="utf-8")
    text = (path / "galaxy.yml").read_text(encoding="utf-8")
    present = yaml.safe_load(text)["version"]
    (path / "galaxy.yml").write_text(text.replace("version: %s" % present, "version: 0.0.1"), encoding="utf-8")
    made = Checkout(path, home)
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("add", ".")
    made.git("commit", "--quiet", "--message=All there is")
    return made


@pytest.fixture(scope="module")
def released(checkout: Checkout) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of a release before its commit, and after it."""
    first = checkout.release("1.2.0-beta.1")
    assert first.returncode == 0, first.stdout
    assert checkout.git("status", "--porcelain", "--untracked-files=all") == ""
    before = checkout.files("1.2.0-beta.1")
    assert "git apply --index build/release/1.2.0-beta.1/release.patch" in first.stdout
    checkout.git("apply", "--index", "build/release/1.2.0-beta.1/release.patch")
    checkout.git("commit", "--quiet", "--message=Release 1.2.0-beta.1")
    shutil.rmtree(checkout.path / "build")
    second = checkout.release("1.2.0-beta.1")
    assert second.returncode == 0, second.stdout
    assert "git tag" in second.stdout and "git apply" not in second.stdout
    return before, checkout.files("1.2.0-beta.1")


@pytest.mark.parametrize("version", ["1.2", "v1.2.0", "1.2.0-"])
def test_what_is_no_version_is_refused(checkout: Checkout, version: str) -> None:
    done = checkout.release(version)
    assert done.returncode == 1
    assert "is no version such as" in done.stdout


def test_a_tree_with_changes_is_refused(checkout: Checkout) -> None:
    """Also with a file that git does not know: it would be in the artifact."""
    stray = checkout.path / "plugins.txt"
    stray.touch()
    done = checkout.release("1.2.0")
    stray.unlink()
    assert done.returncode == 1
    assert "not committed" in done.stdout and "plugins.txt" in done.stdout


def test_the_release_from_its_own_commit_has_the_same_bytes(
    released: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    before, after = released
    names = {"communigate-pro-1.2.0-beta.1.tar.gz", "communigate-pro-1.2.0-beta.1.cdx.json", "SHA256SUMS"}
    assert set(before) == names
    assert before == after
    sums = [line.split("  ") for line in after["SHA256SUMS"].decode().splitlines()]
    assert {name: sum_ for sum_, name in sums} == {
        name: hashlib.sha256(after[name]).hexdigest() for name in names - {"SHA256SUMS"}
    }


def test_fragments_become_a_chapter_of_the_day_of_the_commit(
    checkout: Checkout, released: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    assert released
    assert [path.name for path in (checkout.path / "changelogs").glob("fragments/*.yml")] == []
    told = yaml.safe_load((checkout.path / "changelogs" / "changelog.yaml").read_text(encoding="utf-8"))
    release = told["releases"]["1.2.0-beta.1"]
    assert str(release["release_date"]) == "2030-02-04"
    assert release["changes"] == {"release_summary": "A first one.", "minor_changes": ["Something is new."]}
    assert release["modules"] == [{"description": "Make things.", "name": "cgp_thing", "namespace": ""}]
    assert "Something is new" in (checkout.path / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_artifact_is_of_that_version_and_day(released: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    packed = io.BytesIO(released[1]["communigate-pro-1.2.0-beta.1.tar.gz"])
    with tarfile.open(fileobj=packed) as archive:
        members = {member.name: member for member in archive}
        manifest = json.load(archive.extractfile("MANIFEST.json"))  # type: ignore[arg-type]
        files = archive.extractfile("FILES.json").read()  # type: ignore[union-attr]
    assert manifest["collection_info"]["version"] == "1.2.0-beta.1"
    assert manifest["file_manifest_file"]["chksum_sha256"] == hashlib.sha256(files).hexdigest()
    listed = {entry["name"] for entry in json.loads(files)["files"]}
    assert (listed - {"."}) | {"MANIFEST.json", "FILES.json"} == set(members)
    assert {member.mtime for member in members.values()} == {1896393600}


def test_the_bill_names_what_the_collection_names(released: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """With what the schema of CycloneDX 1.6 asks for."""
    bill = json.loads(released[1]["communigate-pro-1.2.0-beta.1.cdx.json"])
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    about = bill["metadata"]["component"]
    artifact = released[1]["communigate-pro-1.2.0-beta.1.tar.gz"]
    assert (about["name"], about["version"]) == ("communigate.pro", "1.2.0-beta.1")
    assert about["licenses"] == [{"license": {"id": "GPL-3.0-or-later"}}]
    assert about["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(artifact).hexdigest()}]
    parts = {part["name"]: (part["type"], part["scope"], part["purl"]) for part in bill["components"]}
    assert parts == {
        "ansible-core": ("library", "required", "pkg:pypi/ansible-core"),
        "paramiko": ("library", "optional", "pkg:pypi/paramiko"),
    }
    references = [about["bom-ref"], *(part["bom-ref"] for part in bill["components"])]
    assert [entry["ref"] for entry in bill["dependencies"]] == references
    assert bill["dependencies"][0]["dependsOn"] == references[1:]


def test_an_older_release_is_made_from_its_own_commit(
    checkout: Checkout, released: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    assert released
    text = (checkout.path / "galaxy.yml").read_text(encoding="utf-8")
    (checkout.path / "galaxy.yml").write_text(text.replace("1.2.0-beta.1", "1.3.0"), encoding="utf-8")
    checkout.git("commit", "--quiet", "--all", "--message=Go on")
    done = checkout.release("1.2.0-beta.1")
    assert done.returncode == 1
    assert "check out the tag 1.2.0-beta.1" in done.stdout
