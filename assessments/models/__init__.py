"""The tables. Every tenant row carries its organisation, a guest's one of their own."""

from assessments.models.answers import LONGEST_NOTE, MOST_GUEST_TEXT, MOST_LINKS, Answer, Origin
from assessments.models.assessments import (
    Assessment,
    GuestCheck,
    Scope,
    Sheet,
    SheetKind,
)
from assessments.models.content_versions import ContentVersion
from assessments.models.covering_notes import LONGEST_OWN_TEXT, MOST_OWN_LINES, CoveringNote
from assessments.models.decisions import Decision, DecisionKind
from assessments.models.downloads import Download, DownloadKind, DownloadPiece, DownloadState
from assessments.models.findings import PitfallFinding, PracticeFinding
from assessments.models.guidance import ENTRY_KINDS, LONGEST_GUIDANCE, Guidance
from assessments.models.logos import OrganisationLogo
from assessments.models.mails import MailedDay, MailKind, MailTurnedOff
from assessments.models.organisations import Domain, Organisation, OrganisationKind, Team
from assessments.models.people import (
    READS_EVERYTHING,
    Invitation,
    InvitationUse,
    Membership,
    Role,
    TeamMember,
    User,
)
from assessments.models.rate_limits import RateLimit
from assessments.models.report_choices import REPORT_VARIANTS, ReportChoice
from assessments.models.report_pdfs import ReportPdf
from assessments.models.results import OVERALL_MODELS, Result, ResultPart
from assessments.models.rounds import Round, RoundService
from assessments.models.scenarios import Scenario, ScenarioService
from assessments.models.sent_forms import KeptForm, SentForm
from assessments.models.services import DOCUMENTS, Service, ServiceQuerySet
from assessments.models.shared_links import ClaimedCheck, SharedLink

__all__ = [
    "DOCUMENTS",
    "ENTRY_KINDS",
    "LONGEST_GUIDANCE",
    "LONGEST_NOTE",
    "LONGEST_OWN_TEXT",
    "MOST_GUEST_TEXT",
    "MOST_LINKS",
    "MOST_OWN_LINES",
    "OVERALL_MODELS",
    "READS_EVERYTHING",
    "REPORT_VARIANTS",
    "Answer",
    "Assessment",
    "ClaimedCheck",
    "ContentVersion",
    "CoveringNote",
    "Decision",
    "DecisionKind",
    "Domain",
    "Download",
    "DownloadKind",
    "DownloadPiece",
    "DownloadState",
    "GuestCheck",
    "Guidance",
    "Invitation",
    "InvitationUse",
    "KeptForm",
    "MailKind",
    "MailTurnedOff",
    "MailedDay",
    "Membership",
    "Organisation",
    "OrganisationKind",
    "OrganisationLogo",
    "Origin",
    "PitfallFinding",
    "PracticeFinding",
    "RateLimit",
    "ReportChoice",
    "ReportPdf",
    "Result",
    "ResultPart",
    "Role",
    "Round",
    "RoundService",
    "Scenario",
    "ScenarioService",
    "Scope",
    "SentForm",
    "Service",
    "ServiceQuerySet",
    "SharedLink",
    "Sheet",
    "SheetKind",
    "Team",
    "TeamMember",
    "User",
]
