# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""File Storage."""

from __future__ import annotations

from datetime import datetime

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import Chapter, Step, call, read, refused
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Keys, Kind
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, PEOPLE

FILES = Chapter("file storage", before=PEOPLE, steps=(
    read("list_storage_files", ANNA, gives={}),
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[SGVsbG8=]"),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SGVsbG8=]", Kind(datetime), 5]),
    ),
    # "Hello", then " you" appended, then "J" over the first character
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[IHlvdQ==]", position="END"),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SGVsbG8geW91]", Kind(datetime), 9]),
    ),
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[Sg==]", position="BEG"),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SmVsbG8geW91]", Kind(datetime), 9]),
    ),
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[bWU=]", position=6),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SmVsbG8gbWV1]", Kind(datetime), 9]),
    ),
    read("read_storage_file", ANNA, "hello.txt", position=6, slice_size=2, gives=["[bWU=]", Kind(datetime), 9]),
    refused("write_storage_file", ANNA, "hello.txt", "[Sg==]", position="NEW"),
    refused("write_storage_file", ANNA, "hello.txt", "[Sg==]", position=100),
    refused("read_storage_file", ANNA, "nothing.txt"),
    Step(
        call("write_storage_file", ANNA, "docs/", "[]"),
        seen=(call("list_storage_files", ANNA), {"hello.txt": Kind(dict), "docs": []}),
    ),
    Step(
        call("write_storage_file", ANNA, "docs/a.txt", "[QUJD]", position="NEW"),
        seen=(call("list_storage_files", ANNA, "docs/"), Keys("a.txt")),
    ),
    read("get_storage_file_info", ANNA, gives=[12, 2]),
    read("get_storage_file_info", ANNA, "docs/", gives=[3, 1]),
    Step(
        call("rename_storage_file", ANNA, "docs/a.txt", "docs/b.txt"),
        seen=(call("list_storage_files", ANNA, "docs/"), Keys("b.txt")),
    ),
    refused("rename_storage_file", ANNA, "docs/b.txt", "hello.txt"),
    Step(
        call("delete_storage_file", ANNA, "hello.txt"),
        seen=(call("list_storage_files", ANNA), {"docs": []}),
    ),
    refused("delete_storage_file", ANNA, "hello.txt"),
    read("read_storage_file_attr", ANNA, "docs/b.txt", gives=[]),
    Step(
        call("set_file_subscription", ANNA, ["docs/b.txt"]),
        seen=(call("get_file_subscription", ANNA), ["docs/b.txt"]),
    ),
))
