"""A result under a read-only link: what a stranger is shown, and what not."""

import io
from datetime import timedelta
from typing import Any

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Scope, SharedLink
from assessments.reports.document.compose import compose
from assessments.reports.pdf import Busy
from assessments.writes.guests import claim
from tests import factories

pytestmark = pytest.mark.django_db

RESULT, PDF = "/shared/a-read-only-token/", "/shared/a-read-only-token/report.pdf"
PAGES = [
    RESULT,
    *(f"{RESULT}{page}/" for page in ("plan", "risks", "scores", "answers", "explore")),
]
ANSWERS = {
    **factories.BEDROOM,
    "telemetry": {
        "option": "stays",
        "note": "Ask Jo in the cellar.",
        "evidence": ["https://wiki.example.org/board"],
    },
}
OWN = {"kind": "model", "entry": "you-build-it-you-run-it", "text": "Ask the guild."}


def all_pages(client, token="a-read-only-token"):
    """All pages of the result under a link, one after the other."""
    return "".join(client.get(path.replace("a-read-only-token", token)).text for path in PAGES)


@pytest.fixture
def result(cast):
    factories.guidance(cast.organisation, **OWN)
    return factories.submitted_result(cast.service, ANSWERS, by=cast.owner)


@pytest.fixture
def link(result):
    return factories.shared_link(result)


@pytest.fixture
def drawn(monkeypatch):
    """What the PDF is drawn of: the report and the facts of its cover."""
    kept = []

    def keep(report, facts, variant):
        kept.append((report, facts))
        return compose(report, facts, variant)

    monkeypatch.setattr("assessments.queries.documents.compose", keep)
    return kept


# --- What is shown


def test_whoever_has_the_link_reads_the_result_without_an_account(client, link):
    response = client.get(RESULT)
    assert response.status_code == 200
    assert 'class="verdict__model"' in response.text
    assert "Bedroom" in response.text


@pytest.mark.parametrize("hidden", ["Acme", "Rooms", "Owner", "owner@example.org", "The board"])
def test_a_stranger_is_not_told_whose_it_is_nor_who_the_link_is_for(client, link, hidden):
    assert hidden not in all_pages(client)


SAID = {
    "with_notes": "Ask Jo in the cellar.",
    "with_evidence": "https://wiki.example.org/board",
    "with_guidance": "Ask the guild.",
}


@pytest.mark.parametrize("ticked", SAID)
def test_what_is_said_beside_the_result_is_shown_only_where_it_is_ticked(client, result, ticked):
    factories.shared_link(result, token="bare")
    factories.shared_link(result, token="told", **{ticked: True})
    bare, told = (all_pages(client, token) for token in ("bare", "told"))
    assert not any(said in bare for said in SAID.values())
    assert [field for field, said in SAID.items() if said in told] == [ticked]


@pytest.mark.parametrize("ticked", SAID)
def test_the_same_choices_hold_in_the_pdf(client, result, drawn, ticked):
    choice: Any = {ticked: True}
    factories.shared_link(result, **choice)
    assert client.get(PDF, {"kind": "everything"}).content.startswith(b"%PDF")
    report, facts = drawn[0]
    assert [field for field, said in SAID.items() if said in repr(report)] == [ticked]
    assert "Acme" not in repr(facts)
    assert "Rooms" not in repr(facts)


def test_without_a_choice_the_pdf_is_the_decision_sheet(client, link):
    reader = pypdf.PdfReader(io.BytesIO(client.get(PDF).content))
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "Decision sheet: Bedroom"
    ]


@pytest.mark.parametrize("kind", ["decision", "novel", ""])
def test_no_other_kind_of_report_is_under_the_link(client, link, kind):
    assert client.get(PDF, {"kind": kind}).status_code == 404


@pytest.mark.parametrize("way", ["continue", "discard", "claim", "section", "result/links", "/o/"])
def test_a_read_only_page_leads_to_nothing_that_changes_anything(client, link, way):
    text = all_pages(client)
    assert way not in "".join(part.partition('"')[0] for part in text.split('href="')[1:])
    assert 'method="post"' not in text


def test_a_guest_s_quick_check_cannot_be_continued_by_a_read_only_link(client):
    check = factories.guest_check(token="private")
    factories.shared_link(factories.submitted_result(check, ANSWERS, scope=Scope.QUICK))
    text = client.get(RESULT).text
    assert "This was a quick check." in text
    assert "Go on to the full questionnaire" not in text
    assert "check/private" not in text


def test_a_reader_may_explore_and_changes_nothing(client, link):
    asked = "?composition=digital&exposure=amount&amount=6000&feature_demand=low"
    response = client.get(RESULT + asked, follow=True)
    assert response.redirect_chain == [(f"{RESULT}explore/{asked}", 302)]
    assert "Exploring: nothing is saved." in response.text


def test_a_later_result_is_told_of_without_leading_there(client, cast, link):
    factories.submitted_result(cast.service)
    text = client.get(RESULT).text
    assert "There is a later result for this service. Ask whoever sent you" in text
    assert "Go to the service" not in text


def test_a_signed_in_outsider_sees_no_more_than_a_stranger(client, cast, link):
    client.force_login(cast.outsider)
    text = client.get(RESULT).text
    assert "Acme" not in text
    assert 'id="share"' not in text


def test_a_pdf_that_another_holds_up_leads_back_to_the_read_only_page(client, link, monkeypatch):
    def busy(**_given):
        raise Busy

    monkeypatch.setattr("assessments.views.reports.kept_or_drawn", busy)
    response = client.get(PDF)
    assert response.status_code == 503
    assert f'href="{RESULT}"' in response.text


# --- How it is sent


@pytest.mark.parametrize("path", [*PAGES, PDF])
def test_nothing_between_keeps_it_and_no_search_engine_lists_it(client, link, path):
    headers = client.get(path).headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in headers["Cache-Control"]
    assert "private" in headers["Cache-Control"]


def test_no_other_site_is_sent_the_address(client, result):
    factories.shared_link(result, with_evidence=True)
    response = client.get(f"{RESULT}answers/")
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert 'href="https://wiki.example.org/board" rel="noopener noreferrer nofollow"' in (
        response.text
    )


@pytest.mark.parametrize("path", PAGES)
def test_reading_costs_few_queries(client, link, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(6):
        client.get(path)


# --- For how long


@pytest.mark.parametrize("path", [*PAGES, PDF])
def test_opening_it_is_noted(client, link, path):
    client.head(path)
    assert SharedLink.objects.get().last_opened_at is None
    client.get(path)
    assert SharedLink.objects.get().last_opened_at is not None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"expires_at": factories.AT + timedelta(days=1)}, "It expired on 3 November 2026"),
        ({"revoked_at": factories.AT}, "It was revoked"),
    ],
)
@pytest.mark.parametrize("path", [*PAGES, PDF])
def test_a_link_that_did_not_last_says_so_and_nothing_else(client, result, path, fields, said):
    factories.shared_link(result, **fields)
    response = client.get(path)
    assert response.status_code == 410
    assert said in response.text
    assert "Bedroom" not in response.text


def test_a_link_that_did_not_last_is_not_noted_as_opened(client, result):
    factories.shared_link(result, revoked_at=factories.AT)
    client.get(RESULT)
    assert SharedLink.objects.get().last_opened_at is None


def test_an_author_s_link_outlives_the_claim(client, cast):
    check = factories.guest_check(token="private")
    result = factories.submitted_result(check, ANSWERS)
    factories.shared_link(result)
    claim(check=check, team=cast.team, service_name="Hall", by=cast.owner, at=timezone.now())
    text = client.get(RESULT).text
    assert 'class="verdict__model"' in text
    assert "Acme" not in text


def test_a_link_says_until_when_it_works(client, result):
    factories.shared_link(result, expires_at=factories.AT.replace(year=2999))
    assert "works until 2 November 2999" in client.get(RESULT).text


def test_an_archived_service_s_link_goes_on(client, cast, link):
    cast.service.archived_at = factories.AT
    cast.service.save()
    assert client.get(RESULT).status_code == 200


def test_a_link_of_a_deleted_service_is_nobody_s(client, cast, link):
    client.force_login(cast.owner)
    path = reverse("service-delete", args=["acme", cast.service.pk])
    client.post(path, {"name": "Bedroom"})
    assert client.get(RESULT).status_code == 404


def test_a_link_of_a_deleted_organisation_shows_nothing(client, cast, link):
    cast.organisation.deleted_at = factories.AT
    cast.organisation.save()
    assert {client.get(path).status_code for path in (RESULT, PDF)} == {404}
