# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that go with a list of objects."""

from __future__ import annotations


class ModuleDocFragment:
    """``communigate.pro.bulk``."""

    DOCUMENTATION = r"""
options:
  source:
    description:
      - File that holds the list, instead of the task. Not together with the list option.
      - The end of its name tells the format. V(.json), V(.yaml) or V(.yml) is a list of dictionaries. V(.jsonl) is a
        dictionary in each line. V(.csv) is a table whose first line names the options, with commas, semicolons or tabs
        between the cells, and V(.tsv) one with tabs. All of them are in UTF-8, or begin with a byte order mark.
      - In a table, a column such as C(settings.RealName) is one key of a dictionary. A cell of a list option holds
        its elements with spaces or commas between them. An empty cell is no value. Blanks around a cell are no part of
        it; what stands in quotation marks is kept exactly.
      - What cannot be told for certain is an error, and O(source_options) says how the file is to be read.
      - All that is wrong with the objects of the file is told at once, with the lines of a table or the numbers of the
        items, and nothing is changed then.
      - The file is looked for on the controller, as the files of M(ansible.builtin.copy) are, in the directories
        C(files) of the role and of the playbook. A file that is encrypted with a vault is decrypted.
      - Modules for files on the server take a directory as well, and say so. Each file in it is one object then. A link
        out of the directory is refused, and so is what is no regular file.
      - A file may have 256 MB, one of JSON lines any size.
      - Nothing in the file is templated, which makes it by far the fastest way for thousands of objects.
    type: path
  source_options:
    description:
      - How the file that O(source) names is read.
    type: dict
    suboptions:
      delimiter:
        description:
          - What stands between the cells of a table, one character or V(tab).
          - Without it the first line tells, if only one of commas, semicolons and tabs is in it.
        type: str
      encoding:
        description:
          - The encoding of the file, such as V(cp1252) for a table from a program on Windows, by its name in Python.
          - Without it the file is in UTF-8, or its byte order mark tells.
        type: str
      columns:
        description:
          - The option that each heading of a table stands for, where the heading is not its name, such as V(name) for
            C(E-Mail) and V(settings.sn) for C(Surname). A column whose heading stands for null is left out.
        type: dict
      duplicates:
        description:
          - What happens when several objects of the file are the same one.
        type: str
        choices:
          error:
            - The task fails, and tells where both stand.
          last:
            - The last one counts.
        default: error
  on_error:
    description:
      - What happens when an object cannot be made as it should be. The task fails in either case, and tells what was
        changed.
    type: str
    choices:
      continue:
        - The other objects are done all the same.
      stop:
        - Nothing more is changed once a failure is known. Of objects that were begun and are not finished RV(failures)
          says so; the others are in RV(not_attempted).
    default: continue
  detail:
    description:
      - How much is returned.
    type: str
    choices:
      summary:
        - How many objects ended in which way, and the first 100 names of each kind. Differences are shown for the
          first 100 objects.
      all:
        - Everything, and for each object what was done in RV(objects).
    default: summary
notes:
  - One object is described by the options themselves, several by a list whose items take the same options, or by a
    file with such a list (O(source)). One or ten thousand are done in the same way. The server is read first, then it
    is told what differs, and what was written is read again, so that nothing which it silently ignored passes for
    done.
  - Some things the server takes as a whole only, such as a list of addresses. Several hosts may add to one at the same
    time. What is written so is read again after a tenth of a second or more, and what others have undone meanwhile is
    merged again, until it stays.
  - Options beside a list are what its items take where they say nothing themselves. Where both give a dictionary, the
    two are merged and the item's own keys win. What an item requires cannot stand beside the list.
  - An option that is not given, or is null, leaves alone what it stands for.
"""
