from datetime import timedelta

import pytest

from assessments.models import Assessment, Result
from assessments.writes.errors import ProfileIncomplete, SheetFrozen
from assessments.writes.submission import submit
from tests import factories
from tests.factories import full_answers

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(hours=1)


@pytest.fixture
def submitted(cast):
    """The result of submitting those answers."""

    def make(answers=None, **fields):
        given = full_answers() if answers is None else answers
        opened = factories.assessment(cast.service, given, **fields)
        return submit(assessment=opened, by=cast.owner, at=LATER)

    return make


# --- What cannot be submitted


def test_an_incomplete_profile_is_refused(submitted):
    with pytest.raises(ProfileIncomplete) as refused:
        submitted({"composition": "both"})
    assert refused.value.missing == (
        "exposure",
        "feature-demand",
        "foundational-demand",
        "present-model",
    )


def test_a_refusal_names_the_questions_in_words(submitted):
    with pytest.raises(ProfileIncomplete, match="The profile is not complete"):
        submitted({})


def test_a_hybrid_of_one_part_is_refused_and_no_crash(submitted):
    with pytest.raises(ProfileIncomplete) as refused:
        submitted(full_answers({"present-model": "hybrid"}))
    assert refused.value.missing == ("present-model",)


def test_a_band_switched_off_since_is_refused_and_no_crash(submitted):
    with pytest.raises(ProfileIncomplete) as refused:
        submitted(full_answers({"exposure": "very-high"}))
    assert refused.value.missing == ("exposure",)


def test_after_a_refusal_the_assessment_is_open_and_as_it_was(cast):
    opened = factories.assessment(cast.service)
    with pytest.raises(ProfileIncomplete):
        submit(assessment=opened, by=cast.owner, at=LATER)
    opened.refresh_from_db()
    assert (opened.is_open, opened.last_saved_at) == (True, factories.AT)


def test_two_who_submit_at_once_get_one_result(cast):
    opened = factories.assessment(cast.service, full_answers())
    stale = Assessment.objects.get(pk=opened.pk)
    submit(assessment=opened, by=cast.owner, at=LATER)
    with pytest.raises(SheetFrozen):
        submit(assessment=stale, by=cast.colleague, at=LATER)
    assert Result.objects.get().submitted_by == cast.owner


def test_a_discarded_assessment_is_not_submitted(cast):
    opened = factories.assessment(cast.service, full_answers())
    stale = Assessment.objects.get(pk=opened.pk)
    opened.delete()
    with pytest.raises(SheetFrozen):
        submit(assessment=stale, by=cast.owner, at=LATER)
