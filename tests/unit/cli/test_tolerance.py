# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other clients send (protocol.md section 5) is read as the manual's command."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, notation, tolerance
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line

# a line as a client sends it, and the manual's line
LINES = [
    ("SetAccountPassword user@example.com TO secret", 'SETACCOUNTPASSWORD "user@example.com" PASSWORD secret'),
    ("SetAccountPassword user TO secret METHOD SIP check", "SETACCOUNTPASSWORD user PASSWORD secret METHOD SIP CHECK"),
    ("CreateSharedDomain example.com", 'CREATEDOMAIN "example.com" SHARED'),
    ("CreateSharedDomain example.com {AccountsLimit=5;}", 'CREATEDOMAIN "example.com" SHARED {AccountsLimit=5;}'),
    ("InsertDirectoryRecords", 'INSERTDIRECTORYRECORDS ""'),
    ("DeleteDirectoryRecords", 'DELETEDIRECTORYRECORDS ""'),
    ('CreateAccount user external {Password="x";}', "CREATEACCOUNT user LEGACY {Password=x;}"),
    ("CreateAccount user TextMailbox external", "CREATEACCOUNT user TextMailbox LEGACY"),
    ('CREATEACCOUNT user LEGACY PATH disk2 {"a" = "b";}', "CREATEACCOUNT user PATH disk2 LEGACY {a=b;}"),
    (
        "CreateWebUserSession user@example.com ADDRESS 10.0.44.55 WML SKIN Mobile",
        'CREATEWEBUSERSESSION "user@example.com" ADDRESS "10.0.44.55" SKIN Mobile',
    ),
    (
        "CreateWebUserSession user ADDRESS [10.0.44.55] FOR 10.0.0.1 IMode",
        'CREATEWEBUSERSESSION user ADDRESS "[10.0.44.55]" FOR "10.0.0.1"',
    ),
    (
        "CREATEMAILBOX user MAILBOX People AUTH boss CLASS IPF.Contact",
        'CREATEMAILBOX user MAILBOX People CLASS "IPF.Contact" AUTH boss',
    ),
    ("RejectQueueMessage 17 NONDN", "REJECTQUEUEMESSAGE 17 REPORT NONDN"),
    ('RejectQueueMessage 17"looks like spam"', 'REJECTQUEUEMESSAGE 17 REPORT "looks like spam"'),
    (
        "WriteStorageFile user FILE log OFFSET END DATA [aGVsbG8=] AUTH boss",
        "WRITESTORAGEFILE user FILE log OFFSET END AUTH boss DATA [aGVsbG8=]",
    ),
    ('PutWebFile user FILE log DATA "aGVsbG8="', "WRITESTORAGEFILE user FILE log DATA [aGVsbG8=]"),
    ("PutWebFile user FILE log DATA [aGVsbG8=]", "WRITESTORAGEFILE user FILE log DATA [aGVsbG8=]"),
    (
        'StoreDomainSkinFile example.com SKIN Blue FILE a.wssp DATA "aGVsbG8="',
        'STOREDOMAINSKINFILE "example.com" SKIN Blue FILE "a.wssp" DATA [aGVsbG8=]',
    ),
    (
        'StoreServerSkinFile Blue FILE a.wssp DATA "aGVsbG8="',
        'STORESERVERSKINFILE Blue FILE "a.wssp" DATA [aGVsbG8=]',
    ),
    (
        'StoreClusterSkinFile Blue FILE a.wssp DATA "aGVsbG8="',
        'STORECLUSTERSKINFILE Blue FILE "a.wssp" DATA [aGVsbG8=]',
    ),
    ("DeleteDomainSkinFile Blue FILE a.wssp", 'STOREDOMAINSKINFILE Blue FILE "a.wssp" DELETE'),
    (
        "DeleteDomainSkinFile example.com SKIN Blue FILE a.wssp",
        'STOREDOMAINSKINFILE "example.com" SKIN Blue FILE "a.wssp" DELETE',
    ),
    ("DeleteServerSkinFile Blue FILE a.wssp", 'STORESERVERSKINFILE Blue FILE "a.wssp" DELETE'),
    ("DeleteClusterSkinFile Blue FILE a.wssp", 'STORECLUSTERSKINFILE Blue FILE "a.wssp" DELETE'),
    (
        "StoreDomainPBXFile example.com FILE a.sppr DATA aGVsbG8=",
        'STOREDOMAINPBXFILE "example.com" FILE "a.sppr" DATA [aGVsbG8=]',
    ),
    ("StoreServerPBXFile a.sppr DATA aGVsbG8=", 'STORESERVERPBXFILE "a.sppr" DATA [aGVsbG8=]'),
    ("StoreClusterPBXFile a.sppr DATA aGVsbG8=", 'STORECLUSTERPBXFILE "a.sppr" DATA [aGVsbG8=]'),
    ("StoreClusterPBXFile FILE a.sppr DATA aGVsbG8=", 'STORECLUSTERPBXFILE "a.sppr" DATA [aGVsbG8=]'),
    ("StoreClusterPBXFile FILE a.sppr DATA [aGVsbG8=]", 'STORECLUSTERPBXFILE "a.sppr" DATA [aGVsbG8=]'),
    ("StoreClusterPBXFile FILE a.sppr DELETE", 'STORECLUSTERPBXFILE "a.sppr" DELETE'),
    ("ReadClusterPBXFile FILE a.sppr", 'READCLUSTERPBXFILE "a.sppr"'),
    ("DeleteDomainPBXFile example.com FILE a.sppr", 'STOREDOMAINPBXFILE "example.com" FILE "a.sppr" DELETE'),
    ("DeleteServerPBXFile a.sppr", 'STORESERVERPBXFILE "a.sppr" DELETE'),
    ("DeleteClusterPBXFile a.sppr", 'STORECLUSTERPBXFILE "a.sppr" DELETE'),
    ("DeleteClusterPBXFile FILE a.sppr", 'STORECLUSTERPBXFILE "a.sppr" DELETE'),
    ("GetAccountRules user", "GETACCOUNTMAILRULES user"),
    ("SetAccountRules user ()", "SETACCOUNTMAILRULES user ()"),
    ("GetDomainRules example.com", 'GETDOMAINMAILRULES "example.com"'),
    ("SetDomainRules example.com ()", 'SETDOMAINMAILRULES "example.com" ()'),
    ("GetServerRules", "GETSERVERMAILRULES"),
    ("SetServerRules ((1,x))", "SETSERVERMAILRULES ((1,x))"),
    ("GetClusterRules", "GETCLUSTERMAILRULES"),
    ("SetClusterRules ()", "SETCLUSTERMAILRULES ()"),
    ("GetWebFile user FILE index.html OFFSET 10", 'READSTORAGEFILE user FILE "index.html" OFFSET 10'),
    ("RenameWebFile user FILE a INTO b", "RENAMESTORAGEFILE user FILE a INTO b"),
    ("DeleteWebFile user FILE a", "DELETESTORAGEFILE user FILE a"),
    ("ListWebFiles user PATH private", "LISTSTORAGEFILES user PATH private"),
    ("GetWebFilesInfo user", "GETSTORAGEFILEINFO user"),
    ("GetAccountSubscription user", "GETMAILBOXSUBSCRIPTION user"),
    ("SetAccountSubscription user (INBOX)", "SETMAILBOXSUBSCRIPTION user (INBOX)"),
    ("GetSNMPElement 1.3.6.1", 'GETSTATELEMENT "1.3.6.1"'),
    ("GetWebUser user", "GETACCOUNTPREFS user"),
    ("SetWebUser user {}", "SETACCOUNTPREFS user {}"),
    ("GetEffectiveWebUser user", "GETACCOUNTEFFECTIVEPREFS user"),
    ("GetWebUserDefaults", "GETACCOUNTDEFAULTPREFS"),
    ("SetWebUserDefaults example.com {}", 'SETACCOUNTDEFAULTPREFS "example.com" {}'),
    ("UpdateWebUserDefaults {}", "UPDATEACCOUNTDEFAULTPREFS {}"),
    ("GetServerWebUserDefaults", "GETSERVERACCOUNTPREFS"),
    ("SetServerWebUserDefaults {}", "SETSERVERACCOUNTPREFS {}"),
    ("GetClusterWebUserDefaults", "GETCLUSTERACCOUNTPREFS"),
    ("SetClusterWebUserDefaults {}", "SETCLUSTERACCOUNTPREFS {}"),
    ("GetAllAccountsDefaults", "GETSERVERACCOUNTDEFAULTS"),
    ("SetAllAccountsDefaults {}", "SETSERVERACCOUNTDEFAULTS {}"),
    ("UpdateAllAccountsDefaults {}", "UPDATESERVERACCOUNTDEFAULTS {}"),
    ("GetClusterAccountsDefaults", "GETCLUSTERACCOUNTDEFAULTS"),
    ("SetClusterAccountsDefaults {}", "SETCLUSTERACCOUNTDEFAULTS {}"),
    ("UpdateClusterAccountsDefaults {}", "UPDATECLUSTERACCOUNTDEFAULTS {}"),
    ("FindWebUserSession user", "FINDACCOUNTSESSION user"),
    ("GetWebUserSession 12-abc", 'GETSESSION "12-abc"'),
    ("KillWebUserSession 12-abc", 'KILLSESSION "12-abc"'),
    ("GTACNTRGHT user", "GETACCOUNTRIGHTS user"),
    ("STACNTRGHT user (Domain)", "SETACCOUNTRIGHTS user (Domain)"),
    ("GTWUSR user", "GETACCOUNTPREFS user"),
    ("STDMNALS example.com ()", 'SETDOMAINALIASES "example.com" ()'),
    ("UPDDMNDFL {}", "UPDATEDOMAINDEFAULTS {}"),
    ("RNDMN old.example INTO new.example", 'RENAMEDOMAIN "old.example" INTO "new.example"'),
    ("DLDMN example.com force", 'DELETEDOMAIN "example.com" FORCE'),
    ("LSTMBX user", "LISTMAILBOXES user"),
]


@pytest.mark.parametrize(("sent", "manual"), LINES, ids=[sent for sent, _manual in LINES])
def test_a_line_means_the_manuals_command(sent, manual):
    command = read_line(sent)
    assert command == read_line(manual)
    assert command.line() == manual


def test_every_old_name_has_a_line():
    assert set(tolerance.OLD_NAMES) <= {sent.split()[0].upper() for sent, _manual in LINES}


def test_every_other_form_has_a_line():
    needed = []
    for form in tolerance.OTHER_FORMS:
        without = tuple(other for other in tolerance.OTHER_FORMS if other is not form)
        needed.append(sum(not readable(sent, without) for sent, _manual in LINES))
    assert all(needed), [form.syntax for form, lines in zip(tolerance.OTHER_FORMS, needed) if not lines]


def readable(line, other_forms):
    """Whether a line could be read with these other forms alone."""
    verb = tolerance.OLD_NAMES.get(line.split()[0].upper(), line.split()[0].upper())
    forms = [(spec.syntax, spec) for spec in catalogue.COMMANDS.get(verb, ())]
    forms += [(form.syntax, form.spec) for form in other_forms if notation.verb(form.syntax) == verb]
    tokens = catalogue.scan(line, len(line.split()[0]))
    return any(
        catalogue.matcher(notation.parse(syntax, spec.words))(catalogue.Attempt(line, tokens), 0)
        for syntax, spec in forms
    )


def test_old_names_are_not_the_manuals_and_lead_to_the_manuals():
    assert not set(tolerance.OLD_NAMES) & set(catalogue.COMMANDS)
    assert set(tolerance.OLD_NAMES.values()) <= set(catalogue.COMMANDS)


def test_what_the_manual_does_not_have_stays_unknown():
    for line in ("GETACCOUNTPLAINPASSWORD user", "UPDATEAIRSYNCINFO user {}", "UPDATEDOMAINMAILRULE example.com (1,x)"):
        with pytest.raises(catalogue.UnknownVerb):
            read_line(line)


def test_file_data_that_is_no_base64_is_refused():
    with pytest.raises(catalogue.BadArguments) as caught:
        read_line("STORESERVERPBXFILE a.sppr DATA not-base64!")
    assert str(caught.value) == "STORESERVERPBXFILE: expected fileContent (a datablock (bytes)) after DATA"
