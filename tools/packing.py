# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the collection's artifact so that the same files make the same bytes.

ansible-galaxy writes the time of the build into it, and lists the files in the order in which the disk tells them. Here
its artifact is packed again: sorted, with one time for all. What checks an artifact finds the sums in it as it should.
The bytes are the same with the same ansible-core, Python and zlib; with others the content is, not its compression.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

MANIFEST, FILES = "MANIFEST.json", "FILES.json"


def build(collection: Path, destination: Path, moment: int, variables: Mapping[str, str]) -> Path:
    """Build the collection in the directory ``collection`` into the directory ``destination``; returns the artifact.

    ``moment`` is the time of all that is in it, in seconds since 1970 UTC; ``variables`` are those that ansible-galaxy
    runs with. Raises CalledProcessError when that does not build it.
    """
    with tempfile.TemporaryDirectory() as directory:
        command = ["ansible-galaxy", "collection", "build", "--output-path", directory]
        subprocess.run(command, cwd=collection, env=variables, stdout=subprocess.DEVNULL, check=True)
        (made,) = Path(directory).glob("*.tar.gz")
        artifact = destination / made.name
        artifact.write_bytes(repacked(made, moment))
    return artifact


def repacked(made: Path, moment: int) -> bytes:
    """The artifact ``made`` as it would be had its files been listed by name, all at the same ``moment``."""
    with tarfile.open(made) as archive:
        members = {member.name: member for member in archive}
        contents = {name: _content(archive, member) for name, member in members.items()}
    files = json.loads(contents[FILES])
    files["files"].sort(key=lambda entry: entry["name"])
    contents[FILES] = _text(files)
    manifest = json.loads(contents[MANIFEST])
    manifest["file_manifest_file"]["chksum_sha256"] = hashlib.sha256(contents[FILES]).hexdigest()
    contents[MANIFEST] = _text(manifest)
    packed = io.BytesIO()
    compressed = gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=moment)
    with compressed, tarfile.open(fileobj=compressed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in (MANIFEST, FILES, *sorted(set(members) - {MANIFEST, FILES})):
            archive.addfile(_entry(members[name], len(contents[name]), moment), io.BytesIO(contents[name]))
    return packed.getvalue()


def _entry(member: tarfile.TarInfo, size: int, moment: int) -> tarfile.TarInfo:
    """What the archive says of a file, directory or link: nothing of when and where ``member`` was read."""
    entry = tarfile.TarInfo(member.name)
    entry.type, entry.mode, entry.linkname = member.type, member.mode, member.linkname
    entry.size, entry.mtime = size, moment
    return entry


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    """What is in a file; nothing of a directory or a link."""
    file = archive.extractfile(member) if member.isreg() else None
    return file.read() if file else b""


def _text(data: object) -> bytes:
    """JSON as ansible-galaxy writes it."""
    return json.dumps(data, indent=True).encode()
