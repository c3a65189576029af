# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments without their secrets, for journals."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTSETTINGS,
    SETACCOUNTPASSWORD,
)


def test_secret_parameters():
    assert SETACCOUNTPASSWORD("user", "hunter2", tag="phone").redacted() == {
        "accountName": "user",
        "newPassword": "***",
        "tag": "phone",
    }
    assert read_line("VERIFYACCOUNTPASSWORD user PASSWORD hunter2").redacted()["password"] == "***"
    assert read_line("BLESSSESSION 12-abc PASSWORD hunter2").redacted() == {"sessionID": "***", "secret": "***"}


def test_secrets_in_dictionaries():
    settings = {
        "RealName": "Jo",
        "Password": "hunter2",
        "PSTNGatewayPassword": "hunter2",
        "RADIUS": {"SharedSecret": "hunter2", "port": "1812"},
    }
    assert CREATEACCOUNT("user", settings=settings).redacted() == {
        "accountName": "user",
        "settings": {
            "RealName": "Jo",
            "Password": "***",
            "PSTNGatewayPassword": "***",
            "RADIUS": {"SharedSecret": "***", "port": "1812"},
        },
    }
    assert settings["Password"] == "hunter2"


def test_secrets_in_arrays_of_dictionaries_and_records():
    line = "SETACCOUNTRPOPS user {one={password=hunter2;domain=x;};}"
    assert read_line(line).redacted()["newRecords"] == {"one": {"password": "***", "domain": "x"}}
    assert read_line("ECHO ({PASSWORD=hunter2;},text)").redacted() == {"object": [{"PASSWORD": "***"}, "text"]}


def test_an_array_is_one_of_either_type():
    """Plans have tuples, lines that were read have lists; the line for people has neither secret."""
    for sort in (list, tuple):
        command = CREATEACCOUNT("user", settings={"Helpers": sort([{"Name": "a", "Password": "hunter2"}])})
        assert "hunter2" in command.line()
        assert command.shown_line() == 'CREATEACCOUNT user {Helpers=({Name=a;Password="***";});}'


def test_private_keys():
    settings = "{PrivateSecureKey=[a2V5];SecureCertificate=[Y2VydA==];DKIM={key=[a2V5];Selector=s;};}"
    assert read_line("UPDATEDOMAINSETTINGS example.com " + settings).redacted()["newSettings"] == {
        "PrivateSecureKey": "***",
        "SecureCertificate": b"cert",
        "DKIM": {"key": "***", "Selector": "s"},
    }


def test_other_arguments_stay():
    assert GETACCOUNTSETTINGS("password@example.com").redacted() == {"accountName": "password@example.com"}
    assert read_line("GETACCOUNTSTAT user KEY Logins").redacted() == {"accountName": "user", "keyName": "Logins"}
