# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may use which command: one line for each syntax line of the manual, about things in the Domain own.example.

Written by hand from the manual's words about access rights, in this notation:

=============== ======================================================================================
everybody       every user who is logged in (the manual asks for no right)
M S W L Q       the Server rights Master, Settings, Monitoring, Directory, Can Reject Queues
D               the Server right All Domains
any             a Domain Administrator, whatever the right
a right's name  a Domain Administrator with that Domain right; with several names, with all of them
home            the command is about the Domain of whoever sends it
owner           the Account the line is about, or the owner of its mailing list
=============== ======================================================================================

A Master may do everything. "System administrators" are taken for those with the right All Domains. The manual asks for
no right to run programs for another Account, nor to look into tasks and to kill them; the simulator asks for
CanImpersonate. Nor does it ask for one to put a single address into a temporary set; the simulator asks for what
several addresses at once need. The word SESSION stands for the ID of a session of owner@own.example.
"""

from __future__ import annotations

SERVER_RIGHTS = {
    "D": "UserAccounts", "S": "Settings", "W": "Monitoring", "L": "Directory", "Q": "CanRejectQueues",
}

DOMAIN_RIGHTS = (
    "BasicSettings", "CanAccessLists", "CanAccessMailboxes", "CanAccessWebSites", "CanCreateAccounts",
    "CanCreateAliases", "CanCreateForwarders", "CanCreateGroups", "CanCreateLists", "CanCreateNamedTasks",
    "CanCreateSpecialAccounts", "CanCreateTelnums", "CanCreateWebUserSessions", "CanCreditAccounts", "CanImpersonate",
    "CanModifyPBXApps", "CanModifyRPOP", "CanModifyRSIP", "CanModifySkins", "CanPostAlerts", "CentralDirectory",
    "PSTNSettings", "RulesAllowed", "SignalRulesAllowed", "WebSite", "WebUserSettings",
)

OTHER_NAMES = {"WebSite": "CanAccessWebSites", "CanAccessWebSites": "WebSite"}
"""Domain rights that go by two names: the manual has both for access to files."""

# --- Domain Set Administration

_DOMAIN_SET = {
    "D": """
        LISTDOMAINS
        MAINDOMAINNAME
        GETDOMAINDEFAULTS
        UPDATEDOMAINDEFAULTS {}
        SETDOMAINDEFAULTS {}
        GETCLUSTERDOMAINDEFAULTS
        UPDATECLUSTERDOMAINDEFAULTS {}
        SETCLUSTERDOMAINDEFAULTS {}
        GETSERVERACCOUNTDEFAULTS
        UPDATESERVERACCOUNTDEFAULTS {}
        SETSERVERACCOUNTDEFAULTS {}
        GETCLUSTERACCOUNTDEFAULTS
        UPDATECLUSTERACCOUNTDEFAULTS {}
        SETCLUSTERACCOUNTDEFAULTS {}
        GETSERVERACCOUNTPREFS
        SETSERVERACCOUNTPREFS {}
        UPDATESERVERACCOUNTPREFS {}
        GETCLUSTERACCOUNTPREFS
        SETCLUSTERACCOUNTPREFS {}
        UPDATECLUSTERACCOUNTPREFS {}
        CREATEDOMAIN new.example
        RENAMEDOMAIN own.example INTO new.example
        DELETEDOMAIN own.example FORCE
        CREATEDIRECTORYDOMAIN new.example
        RELOADDIRECTORYDOMAINS
        LISTSERVERTELNUMS 5
        LISTCLUSTERTELNUMS 5
        GETSERVERTRUSTEDCERTS
        SETSERVERTRUSTEDCERTS ()
        GETCLUSTERTRUSTEDCERTS
        SETCLUSTERTRUSTEDCERTS ()
        GETDIRECTORYINTEGRATION
        SETDIRECTORYINTEGRATION {}
        GETCLUSTERDIRECTORYINTEGRATION
        SETCLUSTERDIRECTORYINTEGRATION {}
        CREATEDOMAINSTORAGE PATH big
        LISTDOMAINSTORAGE
    """,
}

# --- Domain Administration

_DOMAIN = {
    "D any": """
        GETDOMAINSETTINGS own.example
        GETDOMAINEFFECTIVESETTINGS own.example
        UPDATEDOMAINSETTINGS own.example {}
        GETACCOUNTDEFAULTS own.example
        UPDATEACCOUNTDEFAULTS own.example {}
        GETACCOUNTDEFAULTPREFS own.example
        GETACCOUNTTEMPLATE own.example
        UPDATEACCOUNTTEMPLATE own.example {}
        GETDOMAINALIASES own.example
        GETDOMAINMAILRULES own.example
        GETDOMAINSIGNALRULES own.example
        LISTADMINDOMAINS own.example
        LISTDOMAINOBJECTS own.example 5
        LISTACCOUNTS own.example
        LISTDOMAINTELNUMS own.example 5
        CREATEACCOUNTSTORAGE own.example PATH disk1
        LISTACCOUNTSTORAGE own.example
    """,
    "D WebUserSettings": """
        SETACCOUNTDEFAULTPREFS own.example {}
        UPDATEACCOUNTDEFAULTPREFS own.example {}
    """,
    "D RulesAllowed": "SETDOMAINMAILRULES own.example ()",
    "D SignalRulesAllowed": "SETDOMAINSIGNALRULES own.example ()",
    "D CentralDirectory": """
        INSERTDIRECTORYRECORDS own.example
        DELETEDIRECTORYRECORDS own.example
    """,
    "D": """
        SETDOMAINALIASES own.example ()
        SETDOMAINSETTINGS own.example {}
        SETACCOUNTDEFAULTS own.example {}
        SETACCOUNTTEMPLATE own.example {}
        GETDOMAINLOCATION own.example
        SUSPENDDOMAIN own.example
        RESUMEDOMAIN own.example
    """,
}

# --- Account Administration, Access Rights Administration

_ACCOUNT = {
    "D CanCreateAccounts": """
        CREATEACCOUNT new@own.example
        CREATEACCOUNT new@own.example AGrade
        RENAMEACCOUNT owner@own.example INTO new@own.example
        DELETEACCOUNT owner@own.example
        SETACCOUNTTYPE owner@own.example AGrade
    """,
    "D CanCreateAccounts CanCreateSpecialAccounts": """
        CREATEACCOUNT new@own.example TextMailbox
        CREATEACCOUNT new@own.example MailDirMailbox
        CREATEACCOUNT new@own.example SlicedMailbox
        CREATEACCOUNT new@own.example LEGACY
    """,
    "D any": """
        UPDATEACCOUNTSETTINGS owner@own.example {}
        VERIFYACCOUNTPASSWORD owner@own.example PASSWORD pass
        VERIFYACCOUNTIDENTITY owner@own.example FOR owner@own.example
        GETACCOUNTALIASES owner@own.example
        GETACCOUNTTELNUMS owner@own.example
        GETACCOUNTMAILRULES owner@own.example
        GETACCOUNTSIGNALRULES owner@own.example
        GETACCOUNTRPOPS owner@own.example
        GETACCOUNTRIMAPS owner@own.example
        GETACCOUNTRSIPS owner@own.example
        GETACCOUNTRIGHTS owner@own.example
        KILLACCOUNTSESSIONS owner@own.example
    """,
    "D any owner": """
        GETACCOUNTSETTINGS owner@own.example
        GETACCOUNTEFFECTIVESETTINGS owner@own.example
        GETACCOUNTONESETTING owner@own.example RealName
        GETACCOUNTINFO owner@own.example
        GETACCOUNTPREFS owner@own.example
        GETACCOUNTEFFECTIVEPREFS owner@own.example
    """,
    "D BasicSettings owner": "SETACCOUNTPASSWORD owner@own.example PASSWORD pass",
    "D CanCreateAliases": "SETACCOUNTALIASES owner@own.example ()",
    "D CanCreateTelnums": """
        SETACCOUNTTELNUMS owner@own.example ()
        MODIFYACCOUNTTELNUMS owner@own.example {op=pop;}
    """,
    "D RulesAllowed owner": """
        SETACCOUNTMAILRULES owner@own.example ()
        UPDATEACCOUNTMAILRULE owner@own.example (1,x,(),())
        UPDATEACCOUNTMAILRULE owner@own.example DELETE x
    """,
    "D SignalRulesAllowed": "SETACCOUNTSIGNALRULES owner@own.example ()",
    "D SignalRulesAllowed owner": """
        UPDATEACCOUNTSIGNALRULE owner@own.example (1,x,(),())
        UPDATEACCOUNTSIGNALRULE owner@own.example DELETE x
    """,
    "D CanModifyRPOP": """
        SETACCOUNTRPOPS owner@own.example {}
        SETACCOUNTRIMAPS owner@own.example {}
    """,
    "D CanModifyRSIP": """
        SETACCOUNTRSIPS owner@own.example {}
        UPDATESCHEDULEDTASK owner@own.example {id=x;}
    """,
    "D WebUserSettings": """
        UPDATEACCOUNTPREFS owner@own.example {}
        SETACCOUNTPREFS owner@own.example {}
    """,
    "D CanImpersonate owner": """
        GETACCOUNTACL owner@own.example
        SETACCOUNTACL owner@own.example {}
        GETACCOUNTACLRIGHTS owner@own.example AUTH owner@own.example
    """,
    "D": """
        SETACCOUNTSETTINGS owner@own.example {}
        GETACCOUNTLOCATION owner@own.example
        GETACCOUNTPRESENCE owner@own.example
        SETACCOUNTRIGHTS owner@own.example ()
    """,
    "M": "SETACCOUNTRIGHTS postmaster@example.com (Master)",
}

# --- Group, Forwarder and Named Task Administration

_OBJECTS = {
    "D any": """
        LISTGROUPS own.example
        GETGROUP staff@own.example
        LISTFORWARDERS own.example
        GETFORWARDER fax@own.example
        FINDFORWARDERS own.example TO owner
        LISTDOMAINNAMEDTASKS own.example
        LISTACCOUNTNAMEDTASKS owner@own.example
        GETNAMEDTASK robot@own.example
    """,
    "D CanCreateGroups": """
        CREATEGROUP new@own.example
        RENAMEGROUP staff@own.example INTO new@own.example
        DELETEGROUP staff@own.example
        SETGROUP staff@own.example {}
    """,
    "D CanCreateForwarders": """
        CREATEFORWARDER new@own.example TO owner
        RENAMEFORWARDER fax@own.example INTO new@own.example
        DELETEFORWARDER fax@own.example
    """,
    "D CanCreateNamedTasks": """
        CREATENAMEDTASK new@own.example FOR owner
        RENAMENAMEDTASK robot@own.example INTO new@own.example
        DELETENAMEDTASK robot@own.example
        UPDATENAMEDTASK robot@own.example {}
    """,
}

# --- Mailbox, Alert and File Storage Administration

_STORAGE = {
    "D CanAccessMailboxes owner": """
        LISTMAILBOXES owner@own.example
        CREATEMAILBOX owner@own.example MAILBOX new
        DELETEMAILBOX owner@own.example MAILBOX new
        DELETEMAILBOX owner@own.example MAILBOXES new
        RENAMEMAILBOX owner@own.example MAILBOX new INTO newer
        RENAMEMAILBOX owner@own.example MAILBOXES new INTO newer
        GETMAILBOXINFO owner@own.example MAILBOX INBOX
        GETMAILBOXACL owner@own.example MAILBOX INBOX
        SETMAILBOXACL owner@own.example MAILBOX INBOX {}
        GETMAILBOXRIGHTS owner@own.example MAILBOX INBOX AUTH owner@own.example
        SETMAILBOXCLASS owner@own.example MAILBOX INBOX CLASS IPF.Note
        GETMAILBOXSUBSCRIPTION owner@own.example
        SETMAILBOXSUBSCRIPTION owner@own.example ()
        GETMAILBOXALIASES owner@own.example
        SETMAILBOXALIASES owner@own.example {}
    """,
    "D CanPostAlerts": """
        GETDOMAINALERTS own.example
        SETDOMAINALERTS own.example {}
        POSTDOMAINALERT own.example ALERT x
        REMOVEDOMAINALERT own.example ALERT 20300131120000
        GETACCOUNTALERTS owner@own.example
        SETACCOUNTALERTS owner@own.example {}
        POSTACCOUNTALERT owner@own.example ALERT x
        REMOVEACCOUNTALERT owner@own.example ALERT 20300131120000
    """,
    "D": """
        GETSERVERALERTS
        SETSERVERALERTS {}
        POSTSERVERALERT x
        REMOVESERVERALERT 20300131120000
        GETCLUSTERALERTS
        SETCLUSTERALERTS {}
        POSTCLUSTERALERT x
        REMOVECLUSTERALERT 20300131120000
    """,
    "D WebSite owner": """
        READSTORAGEFILE owner@own.example FILE f
        WRITESTORAGEFILE owner@own.example FILE f DATA []
        RENAMESTORAGEFILE owner@own.example FILE f INTO g
        DELETESTORAGEFILE owner@own.example FILE f
        LISTSTORAGEFILES owner@own.example
        GETSTORAGEFILEINFO owner@own.example
        READSTORAGEFILEATTR owner@own.example FILE f
        UPDATESTORAGEFILEATTR owner@own.example FILE f ()
        GETFILESUBSCRIPTION owner@own.example
        SETFILESUBSCRIPTION owner@own.example ()
    """,
}

# --- Mailing Lists Administration

_MAILING_LIST = {
    "D any": """
        LISTLISTS own.example
        GETDOMAINLISTS own.example
        GETACCOUNTLISTS owner@own.example
    """,
    "D CanCreateLists": """
        CREATELIST new@own.example FOR owner
        RENAMELIST news@own.example INTO new
        DELETELIST news@own.example
    """,
    "D CanAccessLists owner": """
        GETLIST news@own.example
        UPDATELIST news@own.example {}
        LIST news@own.example subscribe x@example.org
        LISTSUBSCRIBERS news@own.example
        READSUBSCRIBERS news@own.example
        GETSUBSCRIBERINFO news@own.example NAME x@example.org
        SETPOSTINGMODE news@own.example FOR x@example.org UNMODERATED
        PROCESSBOUNCE news@own.example FOR x@example.org
    """,
}

# --- Web Skins Administration, Web Interface Integration

_WEB = {
    "D CanModifySkins": """
        LISTDOMAINSKINS own.example
        CREATEDOMAINSKIN own.example SKIN fancy
        RENAMEDOMAINSKIN own.example SKIN fancy INTO plain
        DELETEDOMAINSKIN own.example SKIN fancy
        LISTDOMAINSKINFILES own.example SKIN fancy
        READDOMAINSKINFILE own.example SKIN fancy FILE a.css
        STOREDOMAINSKINFILE own.example SKIN fancy FILE a.css DATA []
        STOREDOMAINSKINFILE own.example SKIN fancy FILE a.css DELETE
    """,
    "D": """
        LISTSERVERSKINS
        CREATESERVERSKIN fancy
        RENAMESERVERSKIN fancy INTO plain
        DELETESERVERSKIN fancy
        LISTSERVERSKINFILES fancy
        READSERVERSKINFILE fancy FILE a.css
        STORESERVERSKINFILE fancy FILE a.css DATA []
        STORESERVERSKINFILE fancy FILE a.css DELETE
        LISTCLUSTERSKINS
        CREATECLUSTERSKIN fancy
        RENAMECLUSTERSKIN fancy INTO plain
        DELETECLUSTERSKIN fancy
        LISTCLUSTERSKINFILES fancy
        READCLUSTERSKINFILE fancy FILE a.css
        STORECLUSTERSKINFILE fancy FILE a.css DATA []
        STORECLUSTERSKINFILE fancy FILE a.css DELETE
        LISTSTOCKSKINFILES fancy
        READSTOCKSKINFILE fancy FILE a.css
        GETSESSION SESSION
        UPDATESESSION SESSION {}
        KILLSESSION SESSION
        STORESESSIONFILE SESSION FILE f UPLOADID u
    """,
    "D CanCreateWebUserSessions": """
        CREATEWEBUSERSESSION owner@own.example ADDRESS 10.0.0.1
        CREATEXIMSSSESSION owner@own.example ADDRESS 10.0.0.1
        FINDACCOUNTSESSION owner@own.example
        LISTACCOUNTSESSIONS owner@own.example
        GETSESSION SESSION DOMAIN own.example
        UPDATESESSION SESSION DOMAIN own.example {}
        KILLSESSION SESSION DOMAIN own.example
    """,
    "D CanCreateWebUserSessions CanAccessWebSites": "STORESESSIONFILE SESSION DOMAIN own.example FILE f UPLOADID u",
    "D CanCreateWebUserSessions home": """
        CREATELITESESSION ADDRESS 10.0.0.1
        LISTLITESESSIONS
    """,
    "M": """
        BLESSSESSION SESSION
        BLESSSESSION SESSION AUTH owner@own.example
    """,
    "D CanImpersonate owner": "BLESSSESSION SESSION PASSWORD y AUTH owner@own.example",
}

# --- Real-Time Applications, Synchronous Scripts, Account Services

_APPLICATIONS = {
    "D CanModifyPBXApps": """
        CREATEDOMAINPBX own.example
        DELETEDOMAINPBX own.example FILE french
        LISTDOMAINPBXFILES own.example
        READDOMAINPBXFILE own.example FILE a.sppr
        STOREDOMAINPBXFILE own.example FILE a.sppr DATA []
        STOREDOMAINPBXFILE own.example FILE a.sppr DELETE
    """,
    "D": """
        CREATESERVERPBX french
        DELETESERVERPBX french
        LISTSERVERPBXFILES
        READSERVERPBXFILE a.sppr
        STORESERVERPBXFILE a.sppr DATA []
        STORESERVERPBXFILE a.sppr DELETE
        CREATECLUSTERPBX french
        DELETECLUSTERPBX french
        LISTCLUSTERPBXFILES
        READCLUSTERPBXFILE a.sppr
        STORECLUSTERPBXFILE a.sppr DATA []
        STORECLUSTERPBXFILE a.sppr DELETE
        LISTSTOCKPBXFILES
        READSTOCKPBXFILE a.sppr
    """,
    "everybody": """
        SENDTASKEVENT x EVENT y
    """,
    "D CanImpersonate home": """
        KILLNODE x
        READNODESTATUS x
    """,
    "D CanImpersonate owner": """
        STARTPBXTASK owner@own.example PROGRAM gateway
        RUNSCRIPT owner@own.example PROGRAM x
    """,
    "D BasicSettings owner": """
        REMOVEACCOUNTSUBSET owner@own.example SUBSET RepliedAddresses
        DATASET owner@own.example {what=listSubsets;}
        ROSTER owner@own.example {what=List;}
    """,
    "D CanCreditAccounts owner": "BALANCE owner@own.example {op=list;}",
}

# --- Server Settings

_SERVER_SETTINGS = {
    "S": """
        LISTMODULES
        GETMODULE SMTP
        SETMODULE SMTP {}
        UPDATEMODULE SMTP {}
        GETQUEUESETTINGS
        SETQUEUESETTINGS {}
        GETSIGNALSETTINGS
        SETSIGNALSETTINGS {}
        GETMEDIASERVERSETTINGS
        SETMEDIASERVERSETTINGS {}
        GETSESSIONSETTINGS
        SETSESSIONSETTINGS {}
        GETCLUSTERSETTINGS
        SETCLUSTERSETTINGS {}
        GETLOGSETTINGS
        UPDATELOGSETTINGS {}
        GETNETWORK
        SETNETWORK {}
        GETDNRSETTINGS
        SETDNRSETTINGS {}
        GETBANNED
        SETBANNED {}
        GETCLUSTERNETWORK
        SETCLUSTERNETWORK {}
        GETCLUSTERBANNED
        SETCLUSTERBANNED {}
        GETSERVERMAILRULES
        SETSERVERMAILRULES ()
        GETSERVERSIGNALRULES
        SETSERVERSIGNALRULES ()
        GETCLUSTERMAILRULES
        SETCLUSTERMAILRULES ()
        GETCLUSTERSIGNALRULES
        SETCLUSTERSIGNALRULES ()
        GETROUTERTABLE
        SETROUTERTABLE ""
        GETROUTERSETTINGS
        SETROUTERSETTINGS {}
        GETCLUSTERROUTERTABLE
        SETCLUSTERROUTERTABLE ""
        GETCLUSTERROUTERSETTINGS
        SETCLUSTERROUTERSETTINGS {}
        GETSERVERSETTINGS
        UPDATESERVERSETTINGS {}
        GETSMTPSENDPROFILES
        SETSMTPSENDPROFILES {}
        REFRESHOSDATA
        GETLANIPS
        SETLANIPS ""
        GETCLUSTERLANIPS
        SETCLUSTERLANIPS ""
        GETCLIENTIPS
        SETCLIENTIPS ""
        GETCLUSTERCLIENTIPS
        SETCLUSTERCLIENTIPS ""
        GETBLACKLISTEDIPS
        SETBLACKLISTEDIPS ""
        GETCLUSTERBLACKLISTEDIPS
        SETCLUSTERBLACKLISTEDIPS ""
        GETWHITEHOLEIPS
        SETWHITEHOLEIPS ""
        GETCLUSTERWHITEHOLEIPS
        SETCLUSTERWHITEHOLEIPS ""
        GETNATEDIPS
        SETNATEDIPS ""
        GETCLUSTERNATEDIPS
        SETCLUSTERNATEDIPS ""
        GETNATSITEIPS
        SETNATSITEIPS ""
        GETCLUSTERNATSITEIPS
        SETCLUSTERNATSITEIPS ""
        GETDEBUGIPS
        SETDEBUGIPS ""
        GETCLUSTERDEBUGIPS
        SETCLUSTERDEBUGIPS ""
        GETDENIEDIPS
        SETDENIEDIPS ""
        GETCLUSTERDENIEDIPS
        SETCLUSTERDENIEDIPS ""
    """,
    "S D": """
        ROUTE owner@own.example
        GETIPSTATE 10.0.0.1
    """,
    "M": """
        GETSERVERINTERCEPT
        SETSERVERINTERCEPT {}
        GETCLUSTERINTERCEPT
        SETCLUSTERINTERCEPT {}
    """,
}

# --- Monitoring, Statistics, Directory Administration

_MONITORING = {
    "W": """
        GETSTATELEMENT x
        SETSTATELEMENT x SET 5
        GETNEXTSTATNAME x
        GETDIALOGINFO 5
        SHUTDOWN
    """,
    "D any owner": "GETACCOUNTSTAT owner@own.example",
    "D any": "GETDOMAINSTAT own.example",
    "D BasicSettings": """
        RESETACCOUNTSTAT owner@own.example
        RESETDOMAINSTAT own.example
    """,
    "L": """
        LISTDIRECTORYUNITS
        CREATEDIRECTORYUNIT unit o=x
        RELOCATEDIRECTORYUNIT unit o=y
        DELETEDIRECTORYUNIT unit
        GETDIRECTORYUNIT unit
        SETDIRECTORYUNIT unit {}
        GETDIRECTORYACCESSRIGHTS
        SETDIRECTORYACCESSRIGHTS ()
    """,
}

# --- Miscellaneous Commands

_MISCELLANEOUS = {
    "everybody": """
        LISTCLICOMMANDS
        NOOP
        ECHO x
        GETVERSION
        GETSYSTEMINFO serverTime
        GETCURRENTTIME
        GETMESSAGEQUEUEINFO SMTP QUEUE example.org
        RECONNECTCLUSTERADMIN
    """,
    "W": """
        SETLOGALL ON
        TESTLOOP 0
        SETTRACE FileIO ON
        WRITELOG 5 x
        RELEASESMTPQUEUE example.org
        GETCURRENTCONTROLLER
        GETTEMPCLIENTIPS
        GETTEMPBLACKLISTEDIPS
        GETTEMPUNBLOCKABLEIPS
    """,
    "M": "DUMPALLOBJECTS",
    "Q": """
        REJECTQUEUEMESSAGE 5
        REJECTQUEUEMESSAGES SENDER owner@own.example
    """,
    "S": """
        REPORTFAILEDLOGINADDRESS 10.0.0.1
        TEMPBLACKLISTIP 10.0.0.1
        TEMPUNBLOCKIP 10.0.0.1
        SETTEMPBLACKLISTEDIPS ""
        SETTEMPUNBLOCKABLEIPS ""
    """,
}

_SECTIONS = (
    _DOMAIN_SET, _DOMAIN, _ACCOUNT, _OBJECTS, _STORAGE, _MAILING_LIST, _WEB, _APPLICATIONS, _SERVER_SETTINGS,
    _MONITORING, _MISCELLANEOUS,
)

PERMISSIONS = tuple(
    (line.strip(), frozenset(who.split()))
    for section in _SECTIONS for who, lines in section.items() for line in lines.split("\n") if line.strip()
)
"""Each line with the words of the notation that say who may send it."""
