# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts in the guide for those who come from Perl run, and each method that they use is in the table of methods.

The vendor's module is not here: one of the same name that answers everything and tells the methods takes its place.
That the tasks beside the scripts do what these do is shown by ``test_examples.py``.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from support import documentation
from support.checkout import ROOT

PAGE = ROOT / "docs" / "docsite" / "rst" / "perl_methods.rst"
SCRIPTS = sorted(name for name in documentation.files("guide_perl") if name.endswith(".pl"))
CLIENTS_OWN = {"Logout", "getErrMessage"}
CLI = r"""
package CGP::CLI;
our $AUTOLOAD;
sub new { bless {}, shift }
sub DESTROY { }
sub AUTOLOAD {
  (my $method = $AUTOLOAD) =~ s/.*:://;
  print STDERR "$method\n";
  return $method eq 'GetAccountAliases' ? [] : $method eq 'GetBlacklistedIPs' ? '' : {anna => 1};
}
1;
"""


@pytest.mark.skipif(shutil.which("perl") is None, reason="there is no perl")
@pytest.mark.parametrize("name", SCRIPTS)
def test_each_method_of_a_script_is_in_the_table(name: str, tmp_path: Path) -> None:
    for file, text in {**documentation.files("guide_perl"), "CGP/CLI.pm": CLI}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["perl", "-I", str(tmp_path), name],
        cwd=tmp_path,
        env={"CGP_PASSWORD": "none", "PATH": "/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    methods = set(done.stderr.split()) - CLIENTS_OWN
    page = PAGE.read_text(encoding="utf-8")
    assert methods
    assert [method for method in methods if "``%s``" % method.upper() not in page] == []
