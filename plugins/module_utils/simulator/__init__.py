# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A CommuniGate Pro server in memory: the CLI of the manual, over the PWD protocol and HTTP.

To start one
------------

Two files are public, for any test to import: ``embedded.py`` (``Embedded``, a server on a thread of this process) and
``options.py`` (``Options``, what it can be told)::

    with Embedded(Options(port=0, password="secret")) as simulator:
        ...  # connect to simulator.host, simulator.port

As a program of its own it is ``program/launch.py``, in the background ``program/background.py``, in a playbook the
module cgp_simulator (``program/ansible_task.py``). The guide to the simulator tells what all of them can do.

How a line becomes an answer
----------------------------

1. ``network/listener.py`` listens. Each connection is a ``network/pwd_connection.py``, which cuts bytes into lines.
   Where a fault is in force, ``faults/misbehaviour.py`` has a say in what becomes of a line and of its answer.
2. ``network/pwd_session.py`` obeys the session's own commands: USER, PASS, INLINE ... Who may log in decides
   ``logins/login.py``. A line that opens the control language goes to ``control/session.py`` from then on.
3. ``execution/executor.py`` takes every other line of a logged in user. The catalogue (``_cli/catalogue.py``) reads it
   as a command; ``execution/permission.py`` asks what the command is about and whether the user may send it. Habits
   (``habits/conduct.py``) may let another command be obeyed, or another answer be given.
4. In a cluster whose members share their state, ``cluster/member.py`` stands between the two: it learns what the others
   have done, and lets them do what concerns all. Without one it is ``service/membership.py``, which does nothing.
5. ``handlers/sections.py`` has the handler of the command: a function that gets a ``handling/request.py`` and the
   arguments under the manual's names, changes or reads the ``model``, and returns data or raises one of
   ``answers/refusals.py``.
6. ``answers/answer.py`` is that as bytes, with data as ``answers/writer.py`` writes them. ``service/journal.py`` has
   noted the command; ``network/outbox.py`` sends the bytes, at once or after the latency that was asked for.

An HTTP request comes in by ``network/http_port.py`` and ``network/http_connection.py``, and goes on with step 3. Its
answer has one of the forms in ``network/http_forms.py`` (habits choose), or that of ``network/soap.py``.

The rooms
---------

Each imports only rooms that stand above it (``tests/unit/test_layers.py`` has the rule):

========== ============================================================================================================
answers    what the server says: data as text, answers, refusals
model      what a server knows: Domains, Accounts and all that belongs to them
rights     who may do what
storage    the model as JSON; the state file
faults     what can go wrong on demand, and what it does to answers and connections
habits     how servers may differ where the manual is silent: each on demand, and what it does to commands and answers
service    a running server: its model, clock, journal, faults, habits, connections, and its place in a cluster
logins     who may log in, and what passwords must be like
control    the control language: what a test tells the server about the world around it; a client for it
handling   what every handler is made with
handlers   what each command does: one file for each section of the manual
cluster    members that share their state: a log, its replay, and which commands concern all
execution  from a line to its answer: permission and handler
network    ports, connections, sessions
program    from options to a running server; as a program, in the background, as a task; a server full of people
========== ============================================================================================================
"""

from __future__ import annotations
