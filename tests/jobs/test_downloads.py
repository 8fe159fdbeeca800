"""What jobs make: ZIPs of reports and workbooks, as far as whoever asked may see."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook
from pypdf import PdfReader

from assessments.jobs import downloads as jobs
from assessments.jobs.downloads import make_download, take_up_again
from assessments.models import Download, DownloadKind, DownloadState, Membership
from assessments.queries.downloads import count_answers, pieces
from assessments.reports.pdf import Busy
from assessments.writes import report_pdfs
from tests import factories

pytestmark = pytest.mark.django_db

WORKER = "django_tasks_db.management.commands.db_worker"
SHEET = {"variant": "sheet", "notes": False, "evidence": False, "words": False}


@pytest.fixture
def place(cast):
    return Membership.objects.get(user=cast.owner)


def made(place, **fields):
    """The file that comes of a job."""
    download = factories.download(place, **fields)
    make_download.call(download.pk)
    download.refresh_from_db()
    assert download.state == DownloadState.DONE
    content = b"".join(pieces(download))
    assert len(content) == download.size
    return download, io.BytesIO(content)


def reports(place, services, choice=SHEET):
    asked = {"services": [each.pk for each in services], "choice": choice}
    return made(place, kind=DownloadKind.REPORTS, asked=asked, total=len(services))


def sheet_of(place, **fields):
    download, content = made(place, **fields)
    return download, list(load_workbook(content).active.values)


# --- Reports


def test_a_zip_holds_a_pdf_of_each_service(cast, place):
    kitchen = factories.service(cast.team, "Kitchen")
    for service in (cast.service, kitchen):
        factories.submitted_result(service)
    download, content = reports(place, [cast.service, kitchen])
    assert download.file_name == f"reports-acme-{download.asked_at:%Y-%m-%d}.zip"
    with ZipFile(content) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["bedroom.pdf", "kitchen.pdf"]
        text = PdfReader(io.BytesIO(archive.read("kitchen.pdf"))).pages[0].extract_text()
    assert "Kitchen" in text


def test_two_services_of_alike_names_have_a_file_each(cast, place):
    names = ("R&D", "R+D", "R D")
    services = [factories.service(cast.team, name) for name in names]
    for service in services:
        factories.submitted_result(service)
    _download, content = reports(place, services)
    assert len({name.casefold() for name in ZipFile(content).namelist()}) == 3


def test_what_was_chosen_is_in_each(cast, place):
    factories.submitted_result(cast.service)
    sizes = [
        reports(place, [cast.service], {**SHEET, "variant": variant})[0].size
        for variant in ("sheet", "everything")
    ]
    assert sizes[0] < sizes[1]


def test_services_that_may_be_seen_no_longer_are_left_out(cast):
    place = Membership.objects.get(user=cast.colleague)
    own = factories.service(cast.organisation.teams.get(name="Payments"), "Till")
    for service in (own, cast.service):
        factories.submitted_result(service)
    _download, content = reports(place, [own, cast.service])
    assert ZipFile(content).namelist() == ["till.pdf"]


def test_a_pdf_that_another_holds_up_is_waited_for(cast, place, monkeypatch):
    factories.submitted_result(cast.service)
    drawn, draw = [], report_pdfs.kept_or_drawn

    def held_up(**given):
        drawn.append(given)
        if len(drawn) == 1:
            raise Busy
        return draw(**given)

    monkeypatch.setattr(jobs, "kept_or_drawn", held_up)
    reports(place, [cast.service])
    assert len(drawn) == 2


def test_one_pdf_has_the_report_on_all_and_then_each_decision_sheet(cast, place):
    kitchen = factories.service(cast.team, "Kitchen")
    for service in (cast.service, kitchen):
        factories.submitted_result(service)
    asked = {"address": "", "picks": [cast.service.pk, kitchen.pk]}
    download, content = made(place, kind=DownloadKind.ESTATE, asked=asked, total=2)
    assert download.file_name.endswith(".pdf")
    texts = [page.extract_text() for page in PdfReader(content).pages]
    assert "Operating models of Acme" in texts[0]
    assert "2 picked services" in texts[0]
    assert "Decision sheet: Bedroom" in texts[-2]
    assert "Decision sheet: Kitchen" in texts[-1]


# --- Workbooks


def test_a_workbook_has_a_line_for_each_service_of_the_list(cast, place):
    factories.result_row(cast.service, at=timezone.now())
    factories.service(cast.team, "Kitchen")
    asked = {"address": "q=bed", "picks": []}
    download, rows = sheet_of(place, kind=DownloadKind.SERVICES, asked=asked)
    assert download.file_name.endswith(".xlsx")
    assert [row[0] for row in rows] == ["Service", "Bedroom"]
    submitted = rows[1][rows[0].index("Last submitted")]
    assert submitted.date() == timezone.localdate()


def test_picked_services_alone_are_in_it(cast, place):
    kitchen = factories.service(cast.team, "Kitchen")
    asked = {"address": "q=bed", "picks": [kitchen.pk]}
    _download, rows = sheet_of(place, asked=asked)
    assert [row[0] for row in rows[1:]] == ["Kitchen"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_text_is_text_whatever_it_begins_with(cast, place, name):
    cast.service.name = name
    cast.service.save()
    _download, content = made(place)
    cell = load_workbook(content).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (name, "s")


def test_answers_have_a_line_a_question_and_no_notes(cast, place):
    said = {"telemetry": {"option": "stays", "note": "For the room alone"}}
    result = factories.submitted_result(cast.service, factories.full_answers(said))
    asked = {"address": "", "picks": [], "every": False}
    _download, rows = sheet_of(place, kind=DownloadKind.ANSWERS, asked=asked, total=99)
    assert len(rows) == 1 + len(result.answers)
    assert not any("For the room alone" in str(cell) for row in rows for cell in row)


@pytest.mark.parametrize(("every", "results"), [(False, 1), (True, 2)])
def test_answers_of_every_result_are_counted_and_told(cast, place, every, results):
    earlier = factories.submitted_result(cast.service)
    factories.submitted_result(cast.service, at=factories.AT + timedelta(days=1))
    lines = results * len(earlier.answers)
    assert count_answers(cast.organisation.services.all(), every=every) == lines
    asked = {"address": "", "picks": [], "every": every}
    _download, rows = sheet_of(place, kind=DownloadKind.ANSWERS, asked=asked, total=lines)
    assert len(rows) == 1 + lines


# --- Jobs


def test_a_job_that_breaks_has_failed_and_says_so_to_the_queue(place, monkeypatch):
    download = factories.download(place)
    monkeypatch.setattr(jobs, "fetch_rows", lambda _services: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_download.call(download.pk)
    assert Download.objects.get().state == DownloadState.FAILED


def test_a_job_done_twice_makes_one_file(place):
    download, _content = made(place)
    make_download.call(download.pk)
    assert Download.objects.get().attempts == 1


def test_a_job_of_a_file_that_was_deleted_does_nothing():
    make_download.call(7)


def test_a_worker_makes_what_waits_and_what_a_killed_one_left(place, settings, monkeypatch):
    monkeypatch.setattr(f"{WORKER}.close_old_connections", lambda: None)  # the test's own
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    waiting = factories.download(place)
    make_download.enqueue(waiting.pk)
    long_ago = timezone.now() - timedelta(minutes=3)
    lost = factories.download(
        place, state=DownloadState.RUNNING, attempts=1, touched_at=long_ago, asked_at=long_ago
    )
    assert take_up_again(at=timezone.now()) == 2  # the one that waits was asked for long ago too
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="one",
        excluded_queue_names=[],
    ).run()
    for each in (waiting, lost):
        each.refresh_from_db()
        assert each.state == DownloadState.DONE
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()
