"""An organisation's time zone: set by its owners, and the one in which its times are shown."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from assessments.models import Invitation, Organisation, Role
from assessments.tokens import digest
from tests import factories

pytestmark = pytest.mark.django_db

LATE = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
"""Already the next day in Tokyo."""


@pytest.fixture
def in_tokyo(cast):
    Organisation.objects.filter(pk=cast.organisation.pk).update(time_zone="Asia/Tokyo")


def send(client, **fields):
    given = {"name": "Acme", "time_zone": "Asia/Tokyo", "rhythm_days": 90, **fields}
    return client.post(reverse("organisation-edit", args=["acme"]), given)


def invitation(organisation, **fields):
    return Invitation.objects.create(
        organisation=organisation,
        role=Role.OWNER,
        token_hash=digest("a-token"),
        created_at=LATE - timedelta(days=7),
        expires_at=datetime(2126, 11, 2, 23, 30, tzinfo=UTC),
        **fields,
    )


def test_an_owner_sets_the_time_zone(owner, cast):
    assert send(owner).url == "/o/acme/edit/"
    cast.organisation.refresh_from_db()
    assert cast.organisation.time_zone == "Asia/Tokyo"


def test_an_owner_goes_back_to_the_site_s_zone(owner, cast, in_tokyo):
    send(owner, time_zone="")
    cast.organisation.refresh_from_db()
    assert cast.organisation.time_zone == ""


def test_a_colleague_cannot_set_the_time_zone(client, cast):
    client.force_login(cast.colleague)
    assert send(client).status_code == 404


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Etc/GMT+5", "../../etc/passwd"])
def test_what_is_no_zone_is_refused_and_what_was_typed_stays(owner, zone):
    page = send(owner, name="Acme Limited", time_zone=zone)
    assert page.status_code == 422
    assert "Select a valid choice" in page.text
    assert "Acme Limited" in page.text


def test_the_page_shows_the_zone_that_is_set(owner, in_tokyo):
    page = owner.get(reverse("organisation-edit", args=["acme"])).text
    assert '<option value="Asia/Tokyo" selected>Tokyo</option>' in page
    assert "The site&#x27;s: Europe/London" in page


def test_a_zone_that_the_machine_no_longer_knows_is_the_site_s(cast):
    gone = Organisation(time_zone="Asia/Atlantis")
    assert str(gone.zone) == "Europe/London"


def test_a_result_is_timed_in_the_organisation_s_zone(owner, cast, in_tokyo):
    result = factories.submitted_result(cast.service, at=LATE)
    page = owner.get(f"/o/acme/assessments/{result.assessment_id}/result/").text
    assert "3 November 2026, 08:30 JST" in page


def test_a_timeline_is_timed_in_the_organisation_s_zone(owner, cast, in_tokyo):
    factories.submitted_result(cast.service, at=LATE)
    factories.submitted_result(cast.service, at=LATE + timedelta(hours=1))
    page = owner.get(f"/o/acme/services/{cast.service.pk}/").text
    assert "3 Nov 2026, 08:30 JST: You Build It You Run It" in page
    assert "From 3 November 2026, 08:30 JST to 3 November 2026, 09:30 JST." in page


def test_the_csv_and_the_pdf_count_days_in_the_organisation_s_zone(owner, cast, in_tokyo):
    result = factories.submitted_result(cast.service, at=LATE)
    text = b"".join(owner.get("/o/acme/compare.csv").streaming_content).decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(text)))["Last submitted"] == "2026-11-03"
    report = owner.get(f"/o/acme/assessments/{result.assessment_id}/result/report/").text
    assert "submitted on 3 November 2026" in report
    assert "operating-model-2026-11-03.pdf" in report


def test_an_invitation_s_deadline_is_in_the_organisation_s_zone(owner, cast, in_tokyo):
    invitation(cast.organisation)
    deadline = "3 November 2126, 08:30 JST"
    assert f"Works until {deadline}" in owner.get(reverse("invitations", args=["acme"])).text
    assert deadline in owner.get(reverse("join", args=["a-token"])).text


def test_a_link_that_expired_says_when_in_the_organisation_s_zone(client, cast, in_tokyo):
    made = invitation(cast.organisation)
    Invitation.objects.filter(pk=made.pk).update(expires_at=LATE)
    page = client.get(reverse("join", args=["a-token"])).text
    assert "It expired on 3 November 2026, 08:30 JST." in page


def test_a_read_only_link_shows_the_organisation_s_zone(client, cast, in_tokyo):
    cast.service.refresh_from_db()
    factories.shared_link(factories.submitted_result(cast.service, at=LATE))
    assert "3 November 2026, 08:30 JST" in client.get("/shared/a-read-only-token/").text


def test_a_guest_sees_the_site_s_zone(client):
    check = factories.guest_check(at=LATE)
    factories.submitted_result(check, at=LATE)
    assert "submitted 2 November 2026, 23:30 GMT" in client.get("/check/a-guest-token/").text


def test_one_organisation_s_zone_does_not_stay_for_the_next_page(owner, client, cast, in_tokyo):
    owner.get("/o/acme/")
    check = factories.guest_check(at=LATE)
    factories.submitted_result(check, at=LATE)
    assert "23:30 GMT" in client.get("/check/a-guest-token/").text
