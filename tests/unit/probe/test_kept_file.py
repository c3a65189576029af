# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file on the controller that a task writes what it has learnt to."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils import _kept_file


def test_it_is_its_owners_only_and_written_once(tmp_path: Path) -> None:
    path = tmp_path / "habits.yml"
    assert _kept_file.keep(str(path), "one\n", "habits_file", check=False)
    assert path.read_text(encoding="utf-8") == "one\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not _kept_file.keep(str(path), "one\n", "habits_file", check=False)
    assert _kept_file.keep(str(path), "other\n", "habits_file", check=False)
    assert os.listdir(tmp_path) == ["habits.yml"]


def test_check_mode_writes_nothing(tmp_path: Path) -> None:
    assert _kept_file.keep(str(tmp_path / "habits.yml"), "one\n", "habits_file", check=True)
    assert os.listdir(tmp_path) == []


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "habits.yml"
    path.write_text("before", encoding="utf-8")

    def full(_source: str, _target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CgpError, match=r"habits_file .* cannot be written: .*No space left"):
        _kept_file.keep(str(path), "after", "habits_file", check=False)
    assert (path.read_text(encoding="utf-8"), os.listdir(tmp_path)) == ("before", ["habits.yml"])


def test_a_directory_and_a_place_that_is_not_there_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "habits.yml"):
        with pytest.raises(CgpError, match="habits_file .* cannot be written"):
            _kept_file.keep(str(path), "one", "habits_file", check=False)
