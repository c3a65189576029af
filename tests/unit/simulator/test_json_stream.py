# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON that is read piece by piece, whatever the pieces."""

from __future__ import annotations

import io
import json

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.storage import json_stream
from ansible_collections.communigate.pro.plugins.module_utils.simulator.storage.json_stream import JsonReader

DOCUMENT = {
    "empty": [], "none": {}, "": None, "numbers": [0, 12, -3.5, 1e9, True], "text \"é\" \\ \n": ["a", "", "\u20ac" * 9],
    "deep": {"a": [{"b": [[]]}, {}]}, "last": 1234567,
}


class Dripping(io.StringIO):
    """A stream that never gives more than ``most`` characters at once."""

    most = 1

    def read(self, size=-1):
        return super().read(min(size, self.most) if size >= 0 else self.most)


def everything(reader):
    found = {}
    for key in reader.members():
        if isinstance(DOCUMENT[key], list):
            found[key] = [reader.value() for _item in reader.items()]
        else:
            found[key] = reader.value()
    reader.end()
    return found


@pytest.mark.parametrize("most", [1, 2, 7, 1000])
@pytest.mark.parametrize("indent", [None, 2])
def test_what_is_read_in_pieces_is_the_whole(most, indent):
    stream = Dripping(json.dumps(DOCUMENT, indent=indent, ensure_ascii=False) + "\n")
    stream.most = most
    assert everything(JsonReader(stream)) == DOCUMENT


@pytest.mark.parametrize("text", [
    "", "[", "{", '{"last"', '{"last":', '{"last": 1', '{"last": 1,', '{"last": 1 "none": 2}', '{"last": 1}}',
    '{last: 1}', '{1: 1}', '{"numbers": [1, ]}', '{"numbers": [1 2]}', '{"numbers": [1', '{"last": 1} x', "[1]",
])
def test_what_is_no_json_object_is_refused(text):
    with pytest.raises(ValueError):
        everything(JsonReader(io.StringIO(text)))


def test_a_value_may_be_longer_than_a_piece(monkeypatch):
    monkeypatch.setattr(json_stream, "_PIECE", 16)
    long = {"last": "x" * 10_000, "none": {"a": 1}}
    assert everything(JsonReader(io.StringIO(json.dumps(long)))) == long
