"""Asking for files that take longer than a page, and taking them away."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from assessments.models import Download, DownloadState, Membership, Role
from assessments.views import downloads as views
from tests import factories

pytestmark = pytest.mark.django_db

DOWNLOADS = "/o/acme/downloads/"
REPORTS = f"{DOWNLOADS}reports/"
WORKBOOK = f"{DOWNLOADS}workbook/"


@pytest.fixture
def post(owner, django_capture_on_commit_callbacks):
    """Sends a form, and does what waits for the end of the transaction."""

    def sent(path, data):
        with django_capture_on_commit_callbacks(execute=True):
            return owner.post(path, data)

    return sent


@pytest.fixture
def assessed(cast):
    return factories.submitted_result(cast.service)


def file_of(client):
    download = Download.objects.get()
    response = client.get(f"{DOWNLOADS}{download.pk}/file/")
    return response, io.BytesIO(b"".join(response.streaming_content))


def test_picked_services_reports_come_as_a_zip(owner, cast, post, assessed):
    factories.service(cast.team, "Never assessed")
    pick = ".".join(str(each.pk) for each in cast.organisation.services.all())
    page = owner.get(f"{REPORTS}?pick={pick}").text
    assert "1 report as a PDF" in page
    assert "1 service has no result and is left out" in page
    response = post(f"{REPORTS}?pick={pick}", {"kind": "sheet"})
    assert response["Location"] == DOWNLOADS
    assert "Download" in owner.get(DOWNLOADS).text
    response, content = file_of(owner)
    assert response["Content-Type"] == "application/zip"
    assert int(response["Content-Length"]) == len(content.getvalue())
    assert response["X-Content-Type-Options"] == "nosniff"
    assert ZipFile(content).namelist() == ["bedroom.pdf"]


def test_without_ticks_it_is_what_the_filter_finds(owner, cast, post, assessed):
    other = factories.service(cast.team, "Kitchen")
    factories.submitted_result(other)
    post(f"{REPORTS}?q=kit", {"kind": "sheet"})
    assert ZipFile(file_of(owner)[1]).namelist() == ["kitchen.pdf"]


def test_services_without_results_have_no_reports(owner, post):
    assert "None of these services has a result" in owner.get(REPORTS).text
    assert post(REPORTS, {"kind": "sheet"}).status_code == 200
    assert not Download.objects.exists()


def test_more_reports_than_a_zip_takes_are_refused_with_what_to_do(owner, cast, post, monkeypatch):
    monkeypatch.setattr(views, "MOST_REPORTS", 1)
    for name in ("One", "Two"):
        factories.result_row(factories.service(cast.team, name))
    assert "Narrow them down, or pick some" in owner.get(REPORTS).text
    post(REPORTS, {"kind": "sheet"})
    assert not Download.objects.exists()


def test_all_in_one_is_made_by_a_press(owner, post, assessed):
    assert "Make one PDF" in owner.get(REPORTS).text
    assert post(f"{DOWNLOADS}estate/", {})["Location"] == DOWNLOADS
    response, content = file_of(owner)
    assert response["Content-Type"] == "application/pdf"
    assert content.getvalue().startswith(b"%PDF")


def test_more_sheets_than_a_pdf_takes_are_refused_with_what_to_do(
    owner, post, assessed, monkeypatch
):
    monkeypatch.setattr(views, "MOST_SHEETS", 0)
    response = post(f"{DOWNLOADS}estate/?q=bed", {})
    assert response["Location"] == f"{REPORTS}?q=bed"
    assert "Choose others." in owner.get(REPORTS).text
    assert not Download.objects.exists()


@pytest.mark.parametrize("what", ["services", "answers", "all-answers"])
def test_a_workbook_is_made_of_what_was_chosen(owner, post, assessed, what):
    post(WORKBOOK, {"what": what})
    _response, content = file_of(owner)
    rows = list(load_workbook(content).active.values)
    assert len(rows) == (2 if what == "services" else 1 + len(assessed.answers))


def test_more_lines_than_a_sheet_holds_are_refused_with_the_csv_offered(
    owner, post, assessed, monkeypatch
):
    monkeypatch.setattr(views, "MOST_ROWS", 10)
    response = post(WORKBOOK, {"what": "answers"})
    assert response.status_code == 422
    assert "take the CSV" in response.text
    assert post(WORKBOOK, {"what": "services"}).status_code == 302


def test_who_asks_for_too_many_is_told_to_wait(owner, cast, post, assessed):
    place = Membership.objects.get(user=cast.owner)
    for _each in range(5):
        factories.download(place)
    post(WORKBOOK, {"what": "services"})
    assert "Wait until one is ready" in owner.get(DOWNLOADS).text
    assert Download.objects.count() == 5


def test_how_far_it_is_is_said_and_looked_at_again(owner, cast):
    place = Membership.objects.get(user=cast.owner)
    factories.download(place, state=DownloadState.RUNNING, done=14, total=40)
    page = owner.get(DOWNLOADS).text
    assert "14 of 40" in page
    assert 'hx-trigger="every 3s"' in page
    assert "Look again" in page


def test_that_no_worker_runs_is_said(owner, cast):
    place = Membership.objects.get(user=cast.owner)
    waits = factories.download(place, asked_at=timezone.now())
    assert "no worker seems to run" not in owner.get(DOWNLOADS).text
    Download.objects.filter(pk=waits.pk).update(asked_at=timezone.now() - timedelta(minutes=1))
    assert "no worker seems to run" in owner.get(DOWNLOADS).text


def test_what_could_not_be_made_is_said(owner, cast):
    factories.download(Membership.objects.get(user=cast.owner), state=DownloadState.FAILED)
    page = owner.get(DOWNLOADS).text
    assert "It could not be made" in page
    assert "every 3s" not in page


@pytest.mark.parametrize("state", [DownloadState.WAITING, DownloadState.RUNNING])
def test_a_file_that_is_not_ready_does_not_exist(owner, cast, state):
    made = factories.download(Membership.objects.get(user=cast.owner), state=state)
    assert owner.get(f"{DOWNLOADS}{made.pk}/file/").status_code == 404


def test_a_file_is_its_asker_s_alone(client, cast):
    made = factories.download(
        Membership.objects.get(user=cast.owner), state=DownloadState.DONE, size=0
    )
    lead = factories.member(cast.organisation, "lead@example.org", role=Role.LEAD)
    for person in (lead, cast.colleague):
        client.force_login(person)
        assert client.get(f"{DOWNLOADS}{made.pk}/file/").status_code == 404
        assert client.post(f"{DOWNLOADS}{made.pk}/delete/").status_code == 404
        assert "XLSX" not in client.get(DOWNLOADS).text


def test_who_reads_everything_no_longer_gets_no_file_of_it(owner, cast):
    place = Membership.objects.get(user=cast.owner)
    made = factories.download(place, state=DownloadState.DONE, size=0)
    assert owner.get(f"{DOWNLOADS}{made.pk}/file/").status_code == 200
    Membership.objects.filter(pk=place.pk).update(role=Role.MEMBER)
    assert owner.get(f"{DOWNLOADS}{made.pk}/file/").status_code == 404


def test_a_file_is_deleted_by_a_press(owner, cast):
    made = factories.download(Membership.objects.get(user=cast.owner))
    owner.post(f"{DOWNLOADS}{made.pk}/delete/")
    assert not Download.objects.exists()


@pytest.mark.parametrize("number", [1, 40])
def test_the_list_costs_few_queries(owner, cast, number, django_assert_max_num_queries):
    place = Membership.objects.get(user=cast.owner)
    for _each in range(number):
        factories.download(place)
    with django_assert_max_num_queries(7):
        owner.get(DOWNLOADS)
