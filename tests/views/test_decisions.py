"""What was decided: recorded on a result, and seen wherever the service is."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfReader

from assessments.models import Decision, Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(cast):
    return factories.submitted_result(cast.service, at=timezone.now())


@pytest.fixture
def at(result):
    return lambda name: f"/o/acme/assessments/{result.assessment_id}/result/{name}"


@pytest.fixture
def given():
    review_on = timezone.localdate() + timedelta(days=90)
    return {
        "kind": "keep",
        "deciders": "Ann and Ben",
        "reason": "The rota is new.",
        "would_change": "A second team on it.",
        "review_on": review_on,
    }


def record(client, path, given):
    shown = client.get(path).context["form"]["shown"].value()
    return client.post(path, given | {"shown": shown})


def test_a_decision_stands_on_the_result_the_service_and_in_the_list(owner, cast, at, given):
    assert f'href="{at("decision/")}"' in owner.get(at("")).text
    assert record(owner, at("decision/"), given)["Location"] == at("")
    day = given["review_on"]
    until = f"{day.day} {day:%b %Y}"
    page = owner.get(at("")).text
    assert "Keep as it is" in page
    assert f"To be looked at again on {until}." in page
    assert "The rota is new." in owner.get(f"/o/acme/services/{cast.service.pk}/").text
    assert f"Decided: keep until {until}" in owner.get("/o/acme/compare/").text
    assert f"Decided: keep until {until}" in owner.get("/o/acme/").text


def test_it_stands_on_the_decision_sheet_and_in_its_markdown(owner, at, given):
    blank = owner.get(at("report.md?kind=sheet")).text
    record(owner, at("decision/"), given)
    told = owner.get(at("report.md?kind=sheet")).text
    assert "The rota is new." not in blank
    assert "**Keep as it is.** The rota is new." in told
    pdf = PdfReader(io.BytesIO(owner.get(at("report.pdf?kind=sheet")).content))
    assert len(pdf.pages) == 1
    assert "By Ann and Ben" in pdf.pages[0].extract_text()


def test_the_longest_decision_keeps_the_sheet_to_one_page(owner, at, given):
    longest = {"reason": "word " * 100, "would_change": "word " * 100, "deciders": "N" * 200}
    record(owner, at("decision/"), given | longest)
    assert Decision.objects.exists()
    pdf = PdfReader(io.BytesIO(owner.get(at("report.pdf?kind=sheet")).content))
    assert len(pdf.pages) == 1


def test_a_decision_record_has_context_decision_and_consequences(owner, at, given):
    assert owner.get(at("decision.md")).status_code == 404
    record(owner, at("decision/"), given)
    text = owner.get(at("decision.md")).text
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        "# Bedroom: Keep as it is",
        "## Context",
        "## Decision",
        "## Consequences",
        "## What would change it",
    ]
    assert "**Status:** decided on" in text
    assert "A second team on it." in text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("kind", "", "Choose what was decided."),
        ("deciders", " ", "Type a name."),
        ("reason", "", "This field is required."),
        ("reason", "w" * 501, "Shorten it to at most 500 characters."),
        ("review_on", "soon", "Type a day, such as 2027-01-31."),
        ("review_on", "2020-01-01", "Choose a day to come."),
        ("review_on", "9999-01-01", "Choose a day within three years."),
    ],
)
def test_what_cannot_be_is_said_and_stays_typed(owner, at, given, field, value, said):
    response = record(owner, at("decision/"), given | {field: value})
    assert response.status_code == 422
    assert said in response.text
    assert response.context["form"]["would_change"].value() == "A second team on it."
    assert not Decision.objects.exists()


def test_what_was_recorded_meanwhile_stands_above_what_was_typed(owner, at, given, result):
    shown = owner.get(at("decision/")).context["form"]["shown"].value()
    factories.decision(result, reason="Theirs came first.")
    response = owner.post(at("decision/"), given | {"shown": shown})
    assert response.status_code == 422
    assert "Theirs came first." in response.text
    form = response.context["form"]
    assert form["reason"].value() == "The rota is new."
    again = given | {"shown": form["shown"].value()}
    assert owner.post(at("decision/"), again).status_code == 302
    assert Decision.objects.get().reason == "The rota is new."


def test_when_its_day_comes_it_waits_and_a_deviation_expires_visibly(owner, result):
    factories.decision(result, review_on=timezone.localdate())
    for page in ("/o/acme/", "/o/acme/compare/"):
        assert "review due" in owner.get(page).text
    assert owner.get("/o/acme/compare/?decision=due").context["figures"].total == 1


def test_the_list_can_be_narrowed_down_to_what_was_decided(owner, cast, result):
    factories.decision(result, kind="adopt")
    factories.service(cast.team, "Shed")
    for asked, number in (("adopt", 1), ("keep", 0), ("due", 0), ("none", 1)):
        page = owner.get(f"/o/acme/compare/?decision={asked}")
        assert page.context["filter"].qs.count() == number


def test_the_last_decision_counts_be_it_on_an_earlier_result(owner, cast, result):
    factories.decision(result)
    factories.submitted_result(cast.service, at=timezone.now() + timedelta(minutes=1))
    page = owner.get(f"/o/acme/services/{cast.service.pk}/").text
    assert "before the present one" in page
    assert owner.get("/o/acme/compare/?decision=keep").context["figures"].total == 1


def test_a_lead_decides_and_a_coach_reads(client, cast, at, given):
    for role, status in ((Role.LEAD, 200), (Role.COACH, 404)):
        client.force_login(factories.member(cast.organisation, f"{role}@example.org", role=role))
        assert client.get(at("decision/")).status_code == status
    assert at("decision/") not in client.get(at("")).text


def test_readers_of_a_link_and_guests_are_told_nothing_of_it(client, result):
    factories.decision(result)
    factories.shared_link(result, token="shared", with_notes=True)
    assert "The rota is new." not in client.get("/shared/shared/").text
    pdf = PdfReader(io.BytesIO(client.get("/shared/shared/report.pdf").content))
    assert "The rota is new." not in "".join(page.extract_text() for page in pdf.pages)


def test_of_an_open_assessment_nothing_is_decided_yet(owner, cast):
    draft = factories.assessment(cast.service)
    path = f"/o/acme/assessments/{draft.pk}/result/decision/"
    assert owner.get(path).status_code == 302
