"""A guest's check from release 0.3.0, which knew no organisation of a guest."""

from importlib import import_module

import pytest
from django.apps import apps

from assessments.models import (
    Answer,
    Assessment,
    CoveringNote,
    GuestCheck,
    Organisation,
    OrganisationKind,
    Result,
    ResultPart,
    Scope,
    SharedLink,
    Sheet,
)
from assessments.answer_input import AnswerInput
from assessments.writes.answers import Change, save_answers
from assessments.writes.assessments import start_guest_check
from assessments.writes.guests import claim, delete_expired
from assessments.writes.submission import submit
from tests import factories

pytestmark = pytest.mark.django_db
give = import_module("assessments.migrations.0025_give_guests_organisations").give
HELD = (Assessment, Sheet, Answer, Result, ResultPart, SharedLink, CoveringNote, GuestCheck)


@pytest.fixture
def old():
    """A check with everything in it, none of it in an organisation."""
    check = factories.guest_check(currency="SEK", organisation=None)
    result = factories.submitted_result(check)
    factories.assessment(check, {"telemetry": "stays"})
    factories.shared_link(result)
    factories.covering_note(result)
    assert not Organisation.objects.exists()
    return check


def everything():
    """Each row, and each row of a history, that a guest may own."""
    tables = [*HELD, *(model.history.model for model in HELD if hasattr(model, "history"))]
    return [row for model in tables for row in model.objects.all()]


def test_all_that_a_guest_has_gets_one_organisation(old):
    give(apps, None)
    made = Organisation.objects.get()
    assert {row.organisation_id for row in everything()} == {made.pk}
    assert (made.kind, made.currency) == (OrganisationKind.GUEST, "SEK")


def test_its_bands_and_currency_stay(old):
    before = Assessment.objects.first()
    given = before.bands, before.currency
    give(apps, None)
    after = Assessment.objects.get(pk=before.pk)
    assert (after.bands, after.currency) == given


def test_a_check_made_without_one_is_still_answered(old):
    change = Change("telemetry", "", AnswerInput(option=None, note="Since June."))
    opened = Assessment.objects.get(submitted_at=None)
    assert save_answers(
        sheet=factories.sheet(opened), changes=[change], by=None, at=factories.AT
    ).saved == {"telemetry"}


# --- A guest's organisation from its making to its end


def journey():
    check, _token, opened = start_guest_check(name="Bedroom", scope=Scope.QUICK, at=factories.AT)
    for question, option in factories.BEDROOM.items():
        factories.answer_row(opened.sheets.get(), question, option).save()
    result = submit(assessment=opened, by=None, at=factories.AT)
    factories.shared_link(result)
    factories.covering_note(result)
    return check


def test_all_that_is_made_for_a_guest_is_in_one_organisation_from_the_first():
    check = journey()
    assert {row.organisation_id for row in everything()} == {check.organisation_id}
    assert check.organisation.is_guest


def test_no_name_makes_the_slug_of_a_guest_s_organisation(cast):
    assert journey().organisation.slug.startswith("_guest-")
    assert Organisation.objects.get(pk=cast.organisation.pk).slug[0] != "_"


def test_a_claim_moves_everything_and_leaves_no_guest_s_organisation(cast):
    check = journey()
    claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=factories.AT)
    assert not Organisation.objects.filter(kind=OrganisationKind.GUEST).exists()
    assert {row.organisation_id for row in everything()} == {cast.organisation.pk}


def test_an_expired_check_takes_its_organisation_along():
    journey()
    SharedLink.objects.all().delete()
    assert delete_expired(at=factories.AT + GuestCheck.KEPT * 2) == 1
    assert not Organisation.objects.exists()
    assert not everything()


def test_an_organisation_whose_check_an_older_process_deleted_goes_with_the_next(old):
    give(apps, None)
    left = Organisation.objects.get()
    GuestCheck.objects.all().delete()
    journey()
    SharedLink.objects.all().delete()
    delete_expired(at=factories.AT + GuestCheck.KEPT * 2)
    assert not Organisation.objects.filter(pk=left.pk).exists()
