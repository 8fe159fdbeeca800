"""A covering note and recommendations of one's own: written, shared, and where they show."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.urls import reverse

from assessments.models import CoveringNote, Role
from assessments.writes.covering_notes import NOTHING, NoteText, shown_as
from tests import factories
from tests.views.words import without_terms

pytestmark = pytest.mark.django_db

SAID = {"covering": "We spent **two hours** together.", "recommendations": "- Pay the rota"}
SHOWN = shown_as(NoteText(SAID["covering"], SAID["recommendations"]))
MOST_QUERIES = 12


@pytest.fixture
def result(cast):
    return factories.submitted_result(cast.service)


@pytest.fixture
def coach(client, cast):
    person = factories.member(cast.organisation, "coach@example.org", role=Role.COACH)
    person.name = "Ada Coach"
    person.save()
    client.force_login(person)
    return client


def address(result, name):
    return reverse(f"sheet:{name}", args=["acme", result.assessment_id])


def text(client, result, name="note"):
    return without_terms(client.get(address(result, name)).content.decode())


def write(client, result, shown=None, **said):
    body = {"shown": shown or shown_as(NOTHING), **SAID, **said}
    return client.post(address(result, "note"), body, follow=True)


def share(client, result, shown=SHOWN):
    return client.post(address(result, "note-share"), {"shown": shown}, follow=True)


def markdown(client, result, **chosen):
    body = {"kind": "decision", "words": "on", **chosen}
    return client.get(address(result, "report-markdown"), body).content.decode()


def pdf_text(response):
    return "\n".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(response.content)).pages
    )


# --- Writing it


def test_what_a_coach_writes_is_kept_as_a_draft(coach, result):
    page = write(coach, result).content.decode()
    assert "Saved as a draft" in page
    note = CoveringNote.objects.get()
    assert (note.covering, str(note.written_by)) == (SAID["covering"], "Ada Coach")


@pytest.mark.parametrize("name", ["note", "note-share"])
def test_it_is_no_business_of_another_team_or_organisation(client, cast, result, name):
    for person in (cast.colleague, cast.outsider):
        client.force_login(person)
        assert client.post(address(result, name), SAID).status_code == 404
    assert not CoveringNote.objects.exists()


def test_a_team_whose_service_is_archived_adds_nothing(owner, cast, result):
    cast.service.archived_at = factories.AT
    cast.service.save()
    member = factories.member(cast.organisation, "m@example.org", teams=(cast.team,))
    owner.force_login(member)
    assert owner.get(address(result, "note")).status_code == 404


def test_an_open_assessment_has_nothing_to_add_to(owner, cast):
    opened = factories.assessment(cast.service)
    for name in ("note", "note-share"):
        path = reverse(f"sheet:{name}", args=["acme", opened.pk])
        response = owner.post(path, SAID)
        assert (response.status_code, "note" in response["Location"]) == (302, False)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"covering": "x" * 1_501}, "at most 1500 characters. It has 1501 now"),
        ({"recommendations": "- one\n" * 26}, "at most 25 lines. It has 26 now"),
    ],
)
def test_what_is_too_long_is_refused_and_stays_in_the_form(coach, result, said, message):
    response = write(coach, result, **said)
    assert response.status_code == 422
    page = response.content.decode()
    assert message in page
    assert next(iter(said.values())).strip() in page
    assert not CoveringNote.objects.exists()


def test_a_preview_shows_it_as_it_will_be_read_and_keeps_nothing(coach, result):
    page = write(coach, result, preview="text").content.decode()
    assert "We spent <strong>two hours</strong> together." in page
    assert "<li>Pay the rota</li>" in page
    assert not CoveringNote.objects.exists()


def test_a_script_in_it_shows_as_text(coach, result):
    page = write(coach, result, covering="<script>alert(1)</script>").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_two_who_write_at_once_see_both(coach, result):
    factories.covering_note(result, covering="Theirs, which came first.")
    response = write(coach, result, covering="Mine, which came second.")
    assert response.status_code == 409
    page = response.content.decode()
    assert "changed in another window meanwhile" in page
    assert "Theirs, which came first." in page
    assert "Mine, which came second." in page
    again = response.context["form"].data["shown"]
    assert write(coach, result, again, covering="Mine, which came second.").status_code == 200
    assert CoveringNote.objects.get().covering == "Mine, which came second."


def test_how_it_came_to_be_stands_below_it(coach, result):
    write(coach, result)
    write(coach, result, SHOWN, covering="We spent three hours.")
    page = text(coach, result)
    assert page.index("We spent three hours.") < page.index("<strong>two hours</strong>")
    assert page.count("Saved, ") == 2


# --- Sharing it


def test_what_is_shared_shows_and_can_no_longer_be_changed(coach, result):
    factories.covering_note(result)
    page = share(coach, result).content.decode()
    assert "everyone who sees the result can read it now" in page
    assert "<textarea" not in page
    refused = write(coach, result, SHOWN, covering="Something else")
    assert refused.status_code == 422
    assert "has been shared meanwhile" in refused.content.decode()
    assert "Something else" in refused.content.decode()
    assert CoveringNote.objects.get().covering == SAID["covering"]


def test_what_changed_meanwhile_is_not_shared_unseen(coach, result):
    factories.covering_note(result, covering="Changed meanwhile")
    page = share(coach, result).content.decode()
    assert "Look it over before you share it" in page
    assert not CoveringNote.objects.get().is_shared


def test_nothing_is_not_shared(coach, result):
    page = share(coach, result, shown_as(NOTHING)).content.decode()
    assert "There is nothing to share yet" in page


# --- Where it shows


def test_it_stands_in_the_report_under_the_author_s_name(coach, result):
    write(coach, result)
    share(coach, result)
    for told in (
        markdown(coach, result),
        pdf_text(coach.get(address(result, "report-pdf"), {"kind": "everything", "words": "on"})),
    ):
        assert "Covering note" in told
        assert "From Ada Coach, not from the playbook" in told
        assert "Pay the rota" in told


def test_a_draft_says_that_it_is_one(coach, result):
    write(coach, result)
    assert "a draft that may still change" in markdown(coach, result)
    share(coach, result)
    assert "draft" not in markdown(coach, result)


def test_one_may_leave_it_out(coach, result):
    write(coach, result)
    assert "Pay the rota" not in markdown(coach, result, words="")


def test_the_report_s_page_shows_it_and_where_to_change_it(coach, result):
    assert "Add a covering note" in text(coach, result, "report")
    write(coach, result)
    page = text(coach, result, "report")
    assert "From Ada Coach, not from the playbook" in page
    assert "Change or share it" in page


def test_a_guest_adds_one_that_nobody_signs(client):
    result = factories.submitted_result(factories.guest_check())
    path = reverse("guest:note", args=["a-guest-token", result.assessment_id])
    client.post(path, {"shown": shown_as(NOTHING), **SAID})
    note = CoveringNote.objects.get()
    assert (note.organisation.is_guest, note.written_by) == (True, None)
    report = reverse("guest:report-markdown", args=["a-guest-token", result.assessment_id])
    told = client.get(report, {"kind": "decision", "words": "on"}).content.decode()
    assert "Not from the playbook" in told


def test_who_is_signed_in_and_has_a_guest_s_link_signs_nothing(coach):
    result = factories.submitted_result(factories.guest_check())
    path = reverse("guest:note", args=["a-guest-token", result.assessment_id])
    coach.post(path, {"shown": shown_as(NOTHING), **SAID})
    assert CoveringNote.objects.get().written_by is None


@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("is_shared", [True, False])
def test_a_read_only_link_shows_it_where_that_was_ticked_and_it_is_shared(
    client, cast, result, ticked, is_shared
):
    at = factories.AT + timedelta(hours=1) if is_shared else None
    factories.covering_note(result, written_by=cast.owner, shared_at=at)
    factories.shared_link(result, with_words=ticked)
    path = reverse("shared:report-pdf", args=["a-read-only-token"])
    told = pdf_text(client.get(path, {"kind": "everything"}))
    assert ("Pay the rota" in told) == (ticked and is_shared)


def test_the_pages_take_few_queries(coach, result, django_assert_max_num_queries):
    factories.covering_note(result)
    for name in ("note", "report"):
        with django_assert_max_num_queries(MOST_QUERIES):
            coach.get(address(result, name))
