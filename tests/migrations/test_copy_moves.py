"""What release 0.3.0 kept beside an assessment, its team's sheet has after the migration."""

from importlib import import_module

import pytest
from django.apps import apps

from assessments.models import Assessment, Origin
from assessments.writes.content_versions import present_content_version
from tests import factories

pytestmark = pytest.mark.django_db
copy = import_module("assessments.migrations.0023_copy_moves").copy
MOVE = {"from": "2026.12", "to": "2027.01", "answers": []}


@pytest.fixture
def opened(cast):
    """An assessment as that release left it: begun, moved, and carried over."""
    given: factories.Answers = {
        "telemetry": {"option": "stays", "carried_over": True},
        "review-style": "who-erred",
    }
    opened = factories.assessment(cast.service, given)
    opened.sheets.update(content_version=None)
    Assessment.objects.update(moves=[MOVE])
    return opened


def test_a_team_s_sheet_takes_words_and_moves_from_its_assessment(opened):
    copy(apps, None)
    sheet = opened.sheets.get()
    assert (sheet.content_version, sheet.moves) == (present_content_version(), [MOVE])


def test_what_is_still_to_be_confirmed_was_carried_over(opened):
    copy(apps, None)
    origins = dict(opened.sheets.get().answers.values_list("question", "origin"))
    assert origins == {"telemetry": Origin.CARRIED_OVER, "review-style": Origin.TYPED}


def test_a_sheet_begun_by_a_process_of_that_release_is_in_its_assessment_s_words(opened):
    assert opened.sheets.get().answered_in == present_content_version()


def test_a_person_s_sheet_is_in_nobody_else_s_words(opened, cast):
    sheet = factories.persons_sheet(opened, cast.owner)
    type(sheet).objects.filter(pk=sheet.pk).update(content_version=None)
    sheet.refresh_from_db()
    assert sheet.answered_in is None
