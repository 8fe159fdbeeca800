from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from assessments.models import (
    Assessment,
    Domain,
    GuestCheck,
    Invitation,
    InvitationUse,
    MailedDay,
    MailKind,
    MailTurnedOff,
    Membership,
    Organisation,
    PitfallFinding,
    PracticeFinding,
    ReportChoice,
    ReportPdf,
    Result,
    ResultPart,
    Role,
    RoundService,
    ScenarioService,
    Scope,
    Service,
    Sheet,
    SheetKind,
    Team,
    TeamMember,
    User,
)
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT


class Rows:
    """One row of everything, to be made wrong."""

    def __init__(self):
        cast = factories.cast()
        self.organisation, self.team, self.service = cast.organisation, cast.team, cast.service
        self.owner = cast.owner
        self.membership = Membership.objects.get(user=cast.owner)
        self.domain = Domain.objects.create(organisation=self.organisation, name="Sleep")
        self.assessment = factories.assessment(self.service, factories.BEDROOM)
        self.sheet = factories.sheet(self.assessment)
        self.check = factories.guest_check()
        self.guests = factories.assessment(self.check)
        self.result = factories.result_row(factories.service(self.team, "Kitchen"))
        self.invitation = Invitation.objects.create(**self.an_invitation("hash"))

    def an_invitation(self, token_hash, **fields):
        made = {"organisation": self.organisation, "role": Role.OWNER, "token_hash": token_hash}
        return {**made, "created_at": AT, "expires_at": AT + timedelta(days=7), **fields}

    def invite(self, **fields):
        Invitation.objects.create(**self.an_invitation("another", **fields))

    def invitation_used(self, role):
        who = {"organisation": self.organisation, "user": self.owner}
        InvitationUse.objects.create(invitation=self.invitation, role=role, used_at=AT, **who)

    def answer(self, question="telemetry", **fields):
        factories.answer_row(self.sheet, question, fields).save()

    def open_another(self, **fields):
        times = {"started_at": AT, "last_saved_at": AT}
        Assessment.objects.create(**{"scope": Scope.FULL, **times, **fields})

    def sheets(self, **fields):
        Sheet.objects.create(assessment=self.assessment, **fields)

    def bands(self, **fields):
        Organisation.objects.filter(pk=self.organisation.pk).update(**fields)

    def results(self, **fields):
        Result.objects.filter(pk=self.result.pk).update(**fields)

    def without_keys(self, name):
        made = factories.service(self.team, name)
        Service.objects.filter(pk=made.pk).update(search_key=None, sort_key=None)

    def report_choice(self, **fields):
        told = {"variant": "sheet", "notes": False, "evidence": False, **fields}
        ReportChoice.objects.create(organisation=self.organisation, user=self.owner, **told)

    def practice_finding(self, **fields):
        row = {"practice": "host-game-days", "status": "missing", "rules": 2, **fields}
        PracticeFinding.objects.create(organisation=self.organisation, result=self.result, **row)

    def pitfall_finding(self, **fields):
        row = {"pitfall": "excessive-bau", "risk": "high", "rules": 2, **fields}
        PitfallFinding.objects.create(organisation=self.organisation, result=self.result, **row)

    def round(self, **fields):
        return factories.round_of([self.service], **fields)

    def mail_turned_off(self, kind=MailKind.ROUNDS):
        MailTurnedOff.objects.create(user=self.owner, kind=kind)

    def pieces(self):
        of = factories.download(self.membership)
        for _twice in range(2):
            of.pieces.create(organisation=self.organisation, attempt=1, number=0, content=b"")

    def scenario(self):
        return factories.scenario(self.service)

    def parts(self, **fields):
        ResultPart.objects.update(**fields)


REFUSED = {
    "one_user_an_email": [lambda it: User.objects.create_user("OWNER@example.org")],
    "organisation_kind": [lambda it: it.bands(kind="other")],
    "ceilings_rise": [
        lambda it: it.bands(low_ceiling=-1),
        lambda it: it.bands(medium_ceiling=7_000),
        lambda it: it.bands(high_ceiling=250_000),
    ],
    "organisation_rhythm": [
        lambda it: it.bands(rhythm_days=0),
        lambda it: it.bands(rhythm_days=1_001),
    ],
    "organisation_cover_prices": [
        lambda it: it.bands(rota_people=2),
        lambda it: it.bands(rota_people=51),
        lambda it: it.bands(standby_price=-1),
        lambda it: it.bands(operations_price=-1),
    ],
    "one_finding_a_practice": [lambda it: [it.practice_finding() for _twice in range(2)]],
    "practice_finding_status": [lambda it: it.practice_finding(status="half")],
    "one_finding_a_pitfall": [lambda it: [it.pitfall_finding() for _twice in range(2)]],
    "pitfall_finding_risk": [lambda it: it.pitfall_finding(risk="grave")],
    "one_domain_a_name": [
        lambda it: Domain.objects.create(organisation=it.organisation, name="SLEEP")
    ],
    "one_team_a_name": [lambda it: factories.team(it.organisation, "ROOMS")],
    "one_service_a_name": [lambda it: factories.service(it.team, "BEDROOM")],
    "one_domain_a_search_key": [
        lambda it: Domain.objects.create(organisation=it.organisation, name="Sléep")
    ],
    "one_team_a_search_key": [lambda it: factories.team(it.organisation, "Röoms")],
    "one_service_a_search_key": [lambda it: factories.service(it.team, "Bédroom")],
    "one_membership_a_person": [
        lambda it: Membership.objects.create(
            organisation=it.organisation, user=it.owner, role=Role.COACH, joined_at=AT
        )
    ],
    "membership_role": [lambda it: Membership.objects.update(role="king")],
    "once_in_a_team": [
        lambda it: TeamMember.objects.create(
            organisation=it.organisation, team=it.team, membership=it.membership
        )
    ],
    "invitation_role": [lambda it: it.invite(role="king")],
    "member_invited_to_a_team": [lambda it: it.invite(role=Role.MEMBER)],
    "invitation_use_role": [lambda it: it.invitation_used(role="king")],
    "invitation_expires_later": [lambda it: it.invite(expires_at=AT)],
    "of_a_service_or_of_a_guest": [
        lambda it: it.open_another(),
        lambda it: it.open_another(organisation=it.organisation),
        lambda it: it.open_another(service=it.result.service),
        lambda it: it.open_another(
            organisation=it.organisation, service=it.result.service, guest_check=it.check
        ),
    ],
    "assessment_scope": [lambda it: Assessment.objects.update(scope="half")],
    "one_open_assessment_a_service": [
        lambda it: it.open_another(organisation=it.organisation, service=it.service)
    ],
    "one_open_assessment_a_guest": [lambda it: it.open_another(guest_check=it.check)],
    "a_person_s_sheet_has_a_person": [
        lambda it: it.sheets(kind=SheetKind.PERSON),
        lambda it: it.sheets(kind="nobody"),
        lambda it: Sheet.objects.update(person=it.owner),
    ],
    "one_team_sheet": [lambda it: it.sheets(kind=SheetKind.TEAM)],
    "one_sheet_a_person": [
        lambda it: [it.sheets(kind=SheetKind.PERSON, person=it.owner) for _ in "ab"]
    ],
    "one_answer_a_question": [lambda it: it.answer("composition", option="both")],
    "an_amount_or_an_option": [
        lambda it: it.answer(option="low", amount=5),
        lambda it: it.answer(amount=-1),
        lambda it: it.answer(amount=10**12 + 1),
    ],
    "answer_origin": [lambda it: it.answer(origin="heard")],
    "note_length": [lambda it: it.answer(note="n" * 4_001)],
    "guidance_kind": [lambda it: factories.guidance(it.organisation, kind="question")],
    "guidance_says_something": [lambda it: factories.guidance(it.organisation, text="")],
    "guidance_length": [lambda it: factories.guidance(it.organisation, text="g" * 2_001)],
    "result_scope": [lambda it: it.results(scope="half")],
    "result_model": [lambda it: it.results(model="not-live")],
    "result_present_model": [lambda it: it.results(present_model="nobody")],
    "result_deployment_met": [lambda it: it.results(deployment_met="yes")],
    "result_availability_met": [lambda it: it.results(availability_met="yes")],
    "result_restore_met": [lambda it: it.results(restore_met="yes")],
    "answered_of_asked": [lambda it: it.results(answered=36)],
    "scores_to_100": [
        lambda it: it.results(deployment_throughput=101),
        lambda it: it.results(service_reliability=101),
        lambda it: it.results(learning_culture=101),
    ],
    "result_of_a_service_has_an_organisation": [
        lambda it: it.results(organisation=None),
    ],
    "one_part_of_a_kind": [
        lambda it: ResultPart.objects.create(result=it.result, part="digital", model="ops-run-it")
    ],
    "one_pdf_of_a_digest": [
        lambda it: [
            ReportPdf.objects.create(result=it.result, digest="a", content=b"", size=0, drawn_at=AT)
            for _twice in range(2)
        ]
    ],
    "one_report_choice_a_person": [lambda it: [it.report_choice() for _twice in range(2)]],
    "report_choice_variant": [lambda it: it.report_choice(variant="half")],
    "covering_length": [lambda it: factories.covering_note(it.result, covering="n" * 1_501)],
    "recommendations_length": [
        lambda it: factories.covering_note(it.result, recommendations="n" * 1_501)
    ],
    "shared_note_says_something": [
        lambda it: factories.covering_note(it.result, covering="", recommendations="", shared_at=AT)
    ],
    "shared_link_expires_later": [
        lambda it: factories.shared_link(it.result, expires_at=AT, created_at=AT)
    ],
    "one_round_a_search_key": [lambda it: [it.round() for _twice in range(2)]],
    "round_ends_after_it_begins": [lambda it: it.round(ends_on=AT.date() - timedelta(days=8))],
    "round_scope": [lambda it: it.round(scope="half")],
    "once_in_a_round": [
        lambda it: RoundService.objects.create(
            organisation=it.organisation, round=it.round(), service=it.service
        )
    ],
    "decision_kind": [lambda it: factories.decision(it.result, kind="wait")],
    "decision_length": [
        lambda it: factories.decision(it.result, reason="w" * 501),
        lambda it: factories.decision(it.result, would_change="w" * 501),
    ],
    "download_kind": [lambda it: factories.download(it.membership, kind="novel")],
    "download_state": [lambda it: factories.download(it.membership, state="lost")],
    "download_done_of_total": [lambda it: factories.download(it.membership, done=2)],
    "one_piece_a_number": [lambda it: it.pieces()],
    "logo_in_its_box": [lambda it: factories.logo(it.organisation, width=481)],
    "one_scenario_a_search_key": [lambda it: [it.scenario() for _twice in range(2)]],
    "once_in_a_scenario": [
        lambda it: ScenarioService.objects.create(
            organisation=it.organisation, scenario=it.scenario(), service=it.service
        )
    ],
    "scenario_model": [lambda it: it.scenario().rows.update(model="hybrid")],
    "scenario_band": [lambda it: it.scenario().rows.update(band="huge")],
    "one_mail_a_person_and_day": [
        lambda it: [MailedDay.objects.create(user=it.owner, day=AT.date()) for _twice in range(2)]
    ],
    "turned_off_once": [lambda it: [it.mail_turned_off() for _twice in range(2)]],
    "mail_kind": [lambda it: it.mail_turned_off(kind="news")],
    "result_part_model": [lambda it: it.parts(model="hybrid")],
}


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(write, id=f"{name}-{number}")
        for name, writes in REFUSED.items()
        for number, write in enumerate(writes)
    ],
)
def test_the_database_refuses(write):
    rows = Rows()
    with pytest.raises(IntegrityError), transaction.atomic():
        write(rows)


def test_every_constraint_is_tried():
    declared = {
        constraint.name
        for model in apps.get_app_config("assessments").get_models()
        for constraint in model._meta.constraints
    }
    assert declared == REFUSED.keys()


ALLOWED = {
    "an archived service gives its name free": lambda it: (
        Service.objects.filter(pk=it.service.pk).update(archived_at=AT),
        factories.service(it.team, "Bedroom"),
    ),
    "a second name without a key, as the previous release writes it": lambda it: [
        it.without_keys(name) for name in ("Écran", "écran tactile")
    ],
    "the same name in another organisation": lambda it: factories.service(
        Team.objects.exclude(organisation=it.organisation).get(), "Bedroom"
    ),
    "nothing an hour": lambda it: it.answer(amount=0),
    "a note of 4,000 characters": lambda it: it.answer(note="é" * 4_000),
    "guidance of 2,000 characters": lambda it: factories.guidance(
        it.organisation, text="é" * 2_000
    ),
    "a sheet for each of two people": lambda it: [
        it.sheets(kind=SheetKind.PERSON, person=person)
        for person in User.objects.order_by("pk")[:2]
    ],
    "very high switched on": lambda it: it.bands(high_ceiling=250_001),
    "a closed assessment beside the open one": lambda it: it.open_another(
        organisation=it.organisation, service=it.service, submitted_at=AT
    ),
    "two guests without an organisation": lambda it: factories.assessment(
        factories.guest_check(token="another")
    ),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_the_database_takes(what):
    ALLOWED[what](Rows())


def test_a_guest_s_token_is_kept_once():
    factories.guest_check(token="one")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.guest_check(token="one")
    assert GuestCheck.objects.count() == 1


def test_an_assessment_has_one_result():
    result = Rows().result
    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.create(
            **{
                field.attname: getattr(result, field.attname)
                for field in Result._meta.fields
                if not field.primary_key
            }
        )
