# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients put on the wire besides the manual's syntax (protocol.md section 5), as far as it means a command of
the manual. Only the reader of lines knows it; commands are always written by the manual.

Left out are the rows that are broken on the client's side, commands the manual does not have, GETACCOUNTRPOP and
SETACCOUNTRPOP (they exchange an array where the manual's commands have a dictionary by name, so one cannot stand for
the other), and GETACCOUNTACL for GETACCOUNTACLRIGHTS (both are commands of the manual).
"""

from __future__ import annotations

from typing import Any, Mapping, NamedTuple

from .sections.account import CREATEACCOUNT, SETACCOUNTPASSWORD
from .sections.domain import DELETEDIRECTORYRECORDS, INSERTDIRECTORYRECORDS
from .sections.domain_set import CREATEDOMAIN
from .sections.file_storage import WRITESTORAGEFILE
from .sections.mailbox import CREATEMAILBOX
from .sections.miscellaneous import REJECTQUEUEMESSAGE
from .sections.pbx_application import (
    READCLUSTERPBXFILE,
    STORECLUSTERPBXFILE,
    STORECLUSTERPBXFILE_DELETE,
    STOREDOMAINPBXFILE,
    STOREDOMAINPBXFILE_DELETE,
    STORESERVERPBXFILE,
    STORESERVERPBXFILE_DELETE,
)
from .sections.web_interface import CREATEWEBUSERSESSION
from .sections.web_skin import (
    STORECLUSTERSKINFILE,
    STORECLUSTERSKINFILE_DELETE,
    STOREDOMAINSKINFILE,
    STOREDOMAINSKINFILE_DELETE,
    STORESERVERSKINFILE,
    STORESERVERSKINFILE_DELETE,
)
from .syntax import CommandSpec


class OtherForm(NamedTuple):
    """A syntax line that means ``spec``; ``preset`` holds arguments that the line implies."""

    spec: CommandSpec
    syntax: str
    preset: Mapping[str, Any] = {}


# Old name: the manual's name. The syntax is the same.
OLD_NAMES = {
    "GETACCOUNTRULES": "GETACCOUNTMAILRULES",
    "SETACCOUNTRULES": "SETACCOUNTMAILRULES",
    "GETDOMAINRULES": "GETDOMAINMAILRULES",
    "SETDOMAINRULES": "SETDOMAINMAILRULES",
    "GETSERVERRULES": "GETSERVERMAILRULES",
    "SETSERVERRULES": "SETSERVERMAILRULES",
    "GETCLUSTERRULES": "GETCLUSTERMAILRULES",
    "SETCLUSTERRULES": "SETCLUSTERMAILRULES",
    "GETWEBFILE": "READSTORAGEFILE",
    "PUTWEBFILE": "WRITESTORAGEFILE",
    "RENAMEWEBFILE": "RENAMESTORAGEFILE",
    "DELETEWEBFILE": "DELETESTORAGEFILE",
    "LISTWEBFILES": "LISTSTORAGEFILES",
    "GETWEBFILESINFO": "GETSTORAGEFILEINFO",
    "GETACCOUNTSUBSCRIPTION": "GETMAILBOXSUBSCRIPTION",
    "SETACCOUNTSUBSCRIPTION": "SETMAILBOXSUBSCRIPTION",
    "GETSNMPELEMENT": "GETSTATELEMENT",
    "GETWEBUSER": "GETACCOUNTPREFS",
    "SETWEBUSER": "SETACCOUNTPREFS",
    "GETEFFECTIVEWEBUSER": "GETACCOUNTEFFECTIVEPREFS",
    "GETWEBUSERDEFAULTS": "GETACCOUNTDEFAULTPREFS",
    "SETWEBUSERDEFAULTS": "SETACCOUNTDEFAULTPREFS",
    "UPDATEWEBUSERDEFAULTS": "UPDATEACCOUNTDEFAULTPREFS",
    "GETSERVERWEBUSERDEFAULTS": "GETSERVERACCOUNTPREFS",
    "SETSERVERWEBUSERDEFAULTS": "SETSERVERACCOUNTPREFS",
    "GETCLUSTERWEBUSERDEFAULTS": "GETCLUSTERACCOUNTPREFS",
    "SETCLUSTERWEBUSERDEFAULTS": "SETCLUSTERACCOUNTPREFS",
    "GETALLACCOUNTSDEFAULTS": "GETSERVERACCOUNTDEFAULTS",
    "SETALLACCOUNTSDEFAULTS": "SETSERVERACCOUNTDEFAULTS",
    "UPDATEALLACCOUNTSDEFAULTS": "UPDATESERVERACCOUNTDEFAULTS",
    "GETCLUSTERACCOUNTSDEFAULTS": "GETCLUSTERACCOUNTDEFAULTS",
    "SETCLUSTERACCOUNTSDEFAULTS": "SETCLUSTERACCOUNTDEFAULTS",
    "UPDATECLUSTERACCOUNTSDEFAULTS": "UPDATECLUSTERACCOUNTDEFAULTS",
    "FINDWEBUSERSESSION": "FINDACCOUNTSESSION",
    "GETWEBUSERSESSION": "GETSESSION",
    "KILLWEBUSERSESSION": "KILLSESSION",
    # the short names of one client
    "GTACNTRGHT": "GETACCOUNTRIGHTS",
    "STACNTRGHT": "SETACCOUNTRIGHTS",
    "GTWUSR": "GETACCOUNTPREFS",
    "STDMNALS": "SETDOMAINALIASES",
    "UPDDMNDFL": "UPDATEDOMAINDEFAULTS",
    "RNDMN": "RENAMEDOMAIN",
    "DLDMN": "DELETEDOMAIN",
    "LSTMBX": "LISTMAILBOXES",
}

OTHER_FORMS = (
    OtherForm(
        SETACCOUNTPASSWORD,
        "SETACCOUNTPASSWORD <accountName:string> TO <newPassword:string> "
        "[METHOD <method:string>|NAME <tag:string>] [CHECK]",
    ),
    OtherForm(
        CREATEDOMAIN,
        "CREATESHAREDDOMAIN <domainName:string> [PATH <storage:string>] [<settings:dictionary>]",
        {"SHARED": True},
    ),
    OtherForm(
        CREATEACCOUNT,
        "CREATEACCOUNT <accountName:string> [<accountType:string>] [PATH <storage:string>] EXTERNAL "
        "[<settings:dictionary>]",
        {"LEGACY": True},
    ),
    # the manual's text calls the name optional (the own Domain is meant then), its syntax does not
    OtherForm(INSERTDIRECTORYRECORDS, "INSERTDIRECTORYRECORDS", {"domainName": ""}),
    OtherForm(DELETEDIRECTORYRECORDS, "DELETEDIRECTORYRECORDS", {"domainName": ""}),
    # CGPCLI puts LEGACY before PATH
    OtherForm(
        CREATEACCOUNT,
        "CREATEACCOUNT <accountName:string> [<accountType:string>] LEGACY PATH <storage:string> "
        "[<settings:dictionary>]",
        {"LEGACY": True},
    ),
    OtherForm(
        CREATEWEBUSERSESSION,
        "CREATEWEBUSERSESSION <accountName:string> ADDRESS <ip-address:string/ip> [FOR <orig-address:string>] "
        "WML [SKIN <skinName:string>]",
    ),
    OtherForm(
        CREATEWEBUSERSESSION,
        "CREATEWEBUSERSESSION <accountName:string> ADDRESS <ip-address:string/ip> [FOR <orig-address:string>] "
        "IMODE [SKIN <skinName:string>]",
    ),
    OtherForm(
        CREATEMAILBOX,
        "CREATEMAILBOX <accountName:string> MAILBOX <mailboxName:string> AUTH <authAccountName:string> "
        "CLASS <mailboxClass:string>",
    ),
    OtherForm(REJECTQUEUEMESSAGE, "REJECTQUEUEMESSAGE <messageID:number> <errorText:string>"),
    # DELETE... for STORE... DELETE
    OtherForm(STOREDOMAINPBXFILE_DELETE, "DELETEDOMAINPBXFILE <domainName:string> FILE <fileName:string>"),
    OtherForm(STORESERVERPBXFILE_DELETE, "DELETESERVERPBXFILE <fileName:string>"),
    OtherForm(STORECLUSTERPBXFILE_DELETE, "DELETECLUSTERPBXFILE <fileName:string>"),
    OtherForm(
        STOREDOMAINSKINFILE_DELETE,
        "DELETEDOMAINSKINFILE [<domainName:string> SKIN] <skinName:string> FILE <fileName:string>",
    ),
    OtherForm(STORESERVERSKINFILE_DELETE, "DELETESERVERSKINFILE <skinName:string> FILE <fileName:string>"),
    OtherForm(STORECLUSTERSKINFILE_DELETE, "DELETECLUSTERSKINFILE <skinName:string> FILE <fileName:string>"),
    # FILE before the name of a cluster-wide application file
    OtherForm(READCLUSTERPBXFILE, "READCLUSTERPBXFILE FILE <fileName:string>"),
    OtherForm(STORECLUSTERPBXFILE, "STORECLUSTERPBXFILE FILE <fileName:string> DATA <fileContent:datablock>"),
    OtherForm(STORECLUSTERPBXFILE_DELETE, "STORECLUSTERPBXFILE FILE <fileName:string> DELETE"),
    OtherForm(STORECLUSTERPBXFILE_DELETE, "DELETECLUSTERPBXFILE FILE <fileName:string>"),
    # AUTH after DATA
    OtherForm(
        WRITESTORAGEFILE,
        "WRITESTORAGEFILE <accountName:string> FILE <fileName:string> [OFFSET <position:number/BEG/END/NEW>] "
        "DATA <fileData:datablock> AUTH <authAccountName:string>",
    ),
    # file data in base64 without the brackets of a datablock
    OtherForm(
        WRITESTORAGEFILE,
        "WRITESTORAGEFILE <accountName:string> FILE <fileName:string> [OFFSET <position:number/BEG/END/NEW>] "
        "[AUTH <authAccountName:string>] DATA <fileData:base64>",
    ),
    OtherForm(
        STOREDOMAINSKINFILE,
        "STOREDOMAINSKINFILE [<domainName:string> SKIN] <skinName:string> FILE <fileName:string> "
        "DATA <fileContent:base64>",
    ),
    OtherForm(
        STORESERVERSKINFILE, "STORESERVERSKINFILE <skinName:string> FILE <fileName:string> DATA <fileContent:base64>"
    ),
    OtherForm(
        STORECLUSTERSKINFILE, "STORECLUSTERSKINFILE <skinName:string> FILE <fileName:string> DATA <fileContent:base64>"
    ),
    OtherForm(
        STOREDOMAINPBXFILE, "STOREDOMAINPBXFILE <domainName:string> FILE <fileName:string> DATA <fileContent:base64>"
    ),
    OtherForm(STORESERVERPBXFILE, "STORESERVERPBXFILE <fileName:string> DATA <fileContent:base64>"),
    OtherForm(STORECLUSTERPBXFILE, "STORECLUSTERPBXFILE <fileName:string> DATA <fileContent:base64>"),
    OtherForm(STORECLUSTERPBXFILE, "STORECLUSTERPBXFILE FILE <fileName:string> DATA <fileContent:base64>"),
)
