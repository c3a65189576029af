# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--state: what Domains have in the Directory, and what was made there without the server, comes back."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD


def test_directory_records_and_domains_of_the_directory_come_back(dial, tmp_path):
    options = Options(port=0, password=PASSWORD, state=str(tmp_path / "state.json"))
    with Embedded(options) as simulator:
        wire = dial(simulator.host, simulator.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.do(b"INSERTDIRECTORYRECORDS example.com")
        obey(simulator.service, 'DIRECTORYDOMAIN {name="dir.example"; settings={A=(1,#NULL#);};}')
        records = obey(simulator.service, "DIRECTORYRECORDS example.com")
    with Embedded(options) as simulator:
        assert set(records) == {"pbx", "postmaster"}
        assert obey(simulator.service, "DIRECTORYRECORDS example.com") == records
        wire = dial(simulator.host, simulator.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.ask(b"INLINE")
        wire.do(b"RELOADDIRECTORYDOMAINS")
        assert wire.ask(b"GETDOMAINSETTINGS dir.example") == b"201 {A=(1,#NULL#);}"
