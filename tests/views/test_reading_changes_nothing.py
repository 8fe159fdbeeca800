"""Looking at a page changes no answer, draft or result, whoever looks."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.answer_input import NOTHING_SHOWN
from assessments.models import Answer
from tests import factories
from tests.newer_playbook import install, newer  # noqa: F401 - fixtures
from tests.views.addresses import ADDRESSES, ARGUMENTS, GUESTS, ROUTES, SHARED

pytestmark = pytest.mark.django_db

MAY_BE_WRITTEN = {
    "django_session",
    "assessments_ratelimit",
    "assessments_reportpdf",
    "assessments_sharedlink",  # when it was last opened
}
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
ANSWERS: factories.Answers = {
    **factories.BEDROOM,
    "chaos-days": {"option": "never", "note": "Too busy."},
}


def written(client, path):
    """The tables that a look at a page writes to, of those that it may not."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(path)
    tables = [WRITES.match(query["sql"]) for query in captured]
    return {found[1] for found in tables if found} - MAY_BE_WRITTEN


def rows():
    """Every answer with all that it holds, and its history."""
    return [list(manager.order_by("pk").values()) for manager in (Answer.objects, Answer.history)]


@pytest.fixture
def outdated(newer, install):  # noqa: F811
    """Once called, the drafts there are were answered in words that have changed since."""

    def make():
        with newer.editing("questions/chaos-days.toml") as question:
            question["text"] = "How often do you rehearse failure?"
        with newer.editing_option("telemetry") as option:
            option["slug"] = "another"
        install()

    return make


@pytest.mark.parametrize("name", ROUTES)
def test_a_look_at_a_page_writes_nothing(client, cast, address, name):
    check = factories.guest_check(token="a-guest-token")
    guests = factories.submitted_result(check)
    factories.shared_link(guests, token="shared")
    chosen = ""
    changes: dict[str, object] = {"token": "shared"} if name in SHARED else {}
    if name in GUESTS:
        changes = {"assessment": guests.assessment_id}
    if name.endswith(("report-pdf", "report-markdown")):
        chosen = "?kind=everything&notes=on&evidence=on&words=on"
    if name == "playbook-entry":
        changes = {"kind": "practice", "slug": "run-regular-chaos-days"}
    client.force_login(cast.owner)
    assert written(client, address(name, **changes) + chosen) == set()


@pytest.mark.parametrize("name", [n for n in ADDRESSES if "assessment" in ARGUMENTS[n]])
def test_a_look_at_a_draft_in_older_words_does_not_move_it(client, cast, address, outdated, name):
    draft = factories.assessment(cast.service, ANSWERS)
    path, before = address(name, assessment=draft.pk), rows()
    outdated()
    client.force_login(cast.owner)
    assert written(client, path) == set()
    assert rows() == before


def test_the_first_save_of_a_draft_in_older_words_moves_it(client, cast, address, outdated):
    draft = factories.assessment(cast.service, ANSWERS)
    path, before = address("sheet:answer", assessment=draft.pk, question="telemetry"), rows()
    outdated()
    client.force_login(cast.owner)
    client.post(path, {"telemetry-note": "Seen.", "telemetry-shown": NOTHING_SHOWN})
    assert rows() != before
    assert draft.sheets.get().answers.get(question="chaos-days").carried_over


@pytest.mark.parametrize("name", [n for n in GUESTS if "assessment" in ARGUMENTS[n]])
def test_a_look_at_a_guest_s_draft_in_older_words_does_not_move_it(client, address, outdated, name):
    draft = factories.assessment(factories.guest_check(token="a-guest-token"), ANSWERS)
    path, before = address(name, assessment=draft.pk), rows()
    outdated()
    assert written(client, path) == set()
    assert rows() == before
