# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""CommuniGate data objects: text to Python values, and back, and to JSON data (protocol.md section 3).

======================  ==================================  ==============  =======================================
data object             on the wire                         in Python       as JSON data
======================  ==================================  ==============  =======================================
string                  ``abc`` ``"a b"``                   str             ``"a b"``
number                  ``#-25``                            int             ``-25``
datablock               ``[HcqHfHI=]``                      bytes           ``{"$datablock": "HcqHfHI="}``
timestamp               ``#T22-10-2009_15:24:45``           Timestamp       ``{"$timestamp": "T22-10-2009_15:24:45"}``
IP address              ``#I[10.0.44.55]:25``               IPAddress       ``{"$address": "[10.0.44.55]:25"}``
null                    ``#NULL#``                          None            ``null``
array                   ``(a,b)``                           list            ``["a", "b"]``
dictionary              ``{a=b;c=d;}``                      dict            ``{"a": "b", "c": "d"}``
XML object              ``<a b="c"/>``                      XML             ``{"$xml": "<a b=\\"c\\"/>"}``
object of another type  ``#(...)``                          Unknown         ``{"$object": "#(...)"}``
======================  ==================================  ==============  =======================================

A string ``5`` and a number ``#5`` are different values, and stay so. A number may be tagged, too, as
``{"$number": -25}``: so it is told from digits where a number alone means digits, as in settings. A dictionary that
has exactly one key, and one that begins with ``$``, is ``{"$dictionary": {...}}`` as JSON data, so that it is not
taken for one of the tags.

Reading is tolerant where the server's habits are not known for sure (protocol.md section 9): comments, unquoted
characters beyond letters and digits, ``\\u'hhhh'``, ``#0x1F``, ``#0o17``, ``#0b11``, ``#-3.14`` (a float), adjacent
strings and datablocks, a comma after the last element, no semicolon after the last member. Of two members with the
same key the last counts.

Writing is strict. ``parse(write(value)) == value``, except that

- a line end in a string is the system independent ``\\e``, which reads as ``\\n``: CR LF comes back as ``\\n``;
- a line end in an XML object becomes a space or a character reference, which is the same to an XML parser; in an
  unknown object it becomes a space, or an escape if it stands in quotation marks;
- True and False are written as the strings ``YES`` and ``NO``, a tuple as an array, a bytearray as a datablock.

``from_json(to_json(value)) == value`` without exception. No function recurses deeper than ``NESTING`` levels, and
whatever is wrong with a text or a value ends in a DataError.
"""

from __future__ import annotations

from ..errors import DataError
from .json_form import from_json, to_json
from .reader import parse, scan
from .spans import NESTING
from .types import NUMBER_BITS, XML, BadValue, IPAddress, TextValue, Timestamp, Unknown, Value
from .writer import quote, write

__all__ = [
    "NESTING",
    "NUMBER_BITS",
    "XML",
    "BadValue",
    "DataError",
    "IPAddress",
    "TextValue",
    "Timestamp",
    "Unknown",
    "Value",
    "from_json",
    "parse",
    "quote",
    "scan",
    "to_json",
    "write",
]
