# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bill of materials of a release: CycloneDX 1.6, as JSON.

It names what the collection itself names: ansible-core, which runs it, and the Python packages of
meta/ee-requirements.txt, which some options need. Both are on the user's machine, in a version that the user chose: the
bill gives the range that the collection asks for, and no version.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from pathlib import Path
from typing import Any

import yaml

_REQUIREMENT = re.compile(r"^([A-Za-z0-9][\w.-]*)\s*([^#;]*)")


def render(collection: Path, artifact: Path, date: str) -> str:
    """The bill of the ``artifact`` that was built from ``collection`` and released on ``date`` (2026-11-30)."""
    about = yaml.safe_load((collection / "galaxy.yml").read_text(encoding="utf-8"))
    runtime = yaml.safe_load((collection / "meta" / "runtime.yml").read_text(encoding="utf-8"))
    name = "%s.%s" % (about["namespace"], about["name"])
    reference = "pkg:generic/%s@%s" % (name, about["version"])
    digest = hashlib.sha256(artifact.read_bytes()).hexdigest()
    parts = [_package("ansible-core", runtime["requires_ansible"], "required")]
    parts += [_package(*requirement, "optional") for requirement in requirements(collection)]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": "urn:uuid:%s" % uuid.uuid5(uuid.NAMESPACE_URL, "%s?sha256=%s" % (reference, digest)),
        "version": 1,
        "metadata": {
            "timestamp": "%sT00:00:00Z" % date,
            "component": {
                "type": "application",
                "bom-ref": reference,
                "name": name,
                "version": about["version"],
                "description": about["description"],
                "licenses": [{"license": {"id": identifier}} for identifier in about["license"]],
                "purl": reference,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            },
        },
        "components": parts,
        "dependencies": [
            {"ref": reference, "dependsOn": [part["bom-ref"] for part in parts]},
            *({"ref": part["bom-ref"]} for part in parts),
        ],
    }
    return json.dumps(bill, indent=2) + "\n"


def requirements(collection: Path) -> list[tuple[str, str]]:
    """Name and range of each Python package that meta/ee-requirements.txt lists."""
    lines = (collection / "meta" / "ee-requirements.txt").read_text(encoding="utf-8").splitlines()
    found = [_REQUIREMENT.match(line) for line in lines]
    return [(match[1], match[2].strip()) for match in found if match]


def _package(name: str, wanted: str, scope: str) -> dict[str, Any]:
    """A package that pip installs; ``wanted`` is a range of versions (``>= 2.11``), scope required or optional."""
    reference = "pkg:pypi/%s" % re.sub(r"[-_.]+", "-", name).lower()
    range_ = [{"name": "communigate.pro:version-range", "value": wanted}] if wanted else []
    return {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "scope": scope,
        "purl": reference,
        "properties": range_,
    }
