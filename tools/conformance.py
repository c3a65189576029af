# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Say the conformance suite to a real server, as far as that needs no simulator: ``make conformance SERVER=host:port``.

It asks what the probe asks and writes down the server's habits; then it says what the tests in ``tests/conformance``
say, and writes down where the server answers other than the simulator. Without ``--scratch`` it only reads. With it,
that Domain, which must not exist, is made anew for each test and deleted again, and nothing else is written.
``--check`` tells every command instead. Login and password are those of the environment (CGP_LOGIN, CGP_PASSWORD_FILE
...). The exit status is 0 if the server's habits explain all differences, 1 if not, and 2 if it could not be done.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, open_session
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec
from ansible_collections.communigate.pro.plugins.module_utils._resources.probe import PROBE
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support.conformance.player import Stopped
from support.conformance.recording import SUITE, RecordingFailed, record
from support.conformance.run import DIFFERENCES, HABITS, Conformance, Outcome

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    try:
        session = _session(given.server)
        print("Recording what the suite says ...", flush=True)
        run = Conformance(session, record(given.tests), given.scratch)
        run.session.listen()
        try:
            if given.check:
                print("\n".join(run.foreseen()))
                return 0
            outcome = run.run(given.out)
        finally:
            session.close()
    except RecordingFailed as error:
        print("The suite does not pass here:\n%s" % error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return FAILED
    except (CgpError, Stopped) as error:
        print("%s." % str(error).rstrip("."), file=sys.stderr)
        return FAILED
    return _told(run, outcome, given.out)


def _session(server: str) -> Session:
    """The session with a server, with all else as the environment says. CgpError."""
    host, colon, port = server.rpartition(":") if not server.endswith("]") else (server, "", "")
    given = {"host": (host if colon else server).strip("[]"), **({"port": port} if colon else {})}
    spec = {name: option for name, option in argument_spec(PROBE).items() if name in CONNECTION}
    validated = ArgumentSpecValidator(spec).validate(given)
    if validated.error_messages:
        raise CgpError("; ".join(validated.error_messages))
    return open_session(validated.validated_parameters)


def _told(run: Conformance, outcome: Outcome, directory: Path) -> int:
    for why, number in sorted(run.left_out.items()):
        print("%6d commands left out: %s" % (number, why))
    print("%6d scenes played, %d commands compared" % (outcome.scenes, outcome.commands))
    print("%6d habits: %s" % (len(outcome.habits), ", ".join(outcome.habits)))
    print("%6d answers differ as these habits explain, %d otherwise" % (outcome.explained, outcome.unexplained))
    print("Written: %s, %s" % (directory / HABITS, directory / DIFFERENCES))
    if outcome.stopped:
        print("Stopped: %s" % outcome.stopped, file=sys.stderr)
        return FAILED
    return 1 if outcome.unexplained else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--server", required=True, metavar="HOST[:PORT]")
    parser.add_argument("--scratch", default="", metavar="DOMAIN", help="a Domain that does not exist, to write in")
    parser.add_argument("--check", action="store_true", help="only tell what would be sent")
    parser.add_argument("--out", type=Path, default=Path("build", "conformance"), metavar="DIRECTORY")
    parser.add_argument("tests", nargs="*", default=[SUITE], help="some of the tests, as pytest takes them")
    return parser


if __name__ == "__main__":
    sys.exit(main())
