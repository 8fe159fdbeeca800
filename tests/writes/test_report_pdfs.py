"""PDFs that are kept: drawn once, bounded, and gone with their results."""

from datetime import timedelta

import pytest

from assessments.models import ReportPdf
from assessments.reports.pdf import Pdf, PdfInput
from assessments.writes import report_pdfs
from assessments.writes.guests import claim
from assessments.writes.report_pdfs import kept_or_drawn
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT


@pytest.fixture
def team():
    return factories.team(factories.organisation())


@pytest.fixture
def result(team):
    return factories.result_row(factories.service(team))


@pytest.fixture
def drawings(monkeypatch):
    """What was drawn, the data of which is each PDF's content."""
    seen = []

    def draw(given):
        seen.append(given)
        return Pdf(given.data.encode(), True, ())

    monkeypatch.setattr(report_pdfs, "draw", draw)
    return seen


def given(data="one"):
    return PdfInput(data, 0, ())


def read(result, data="one", *, later=0):
    at = AT + timedelta(minutes=later)
    return kept_or_drawn(result=result, given=given(data), at=at)


def kept():
    return [bytes(content) for content in ReportPdf.objects.values_list("content", flat=True)]


def test_a_pdf_is_drawn_once(result, drawings):
    assert [read(result), read(result)] == [b"one", b"one"]
    assert len(drawings) == 1


def test_what_is_kept_takes_one_query(result, drawings, django_assert_num_queries):
    read(result)
    with django_assert_num_queries(1):
        read(result)


def test_a_changed_report_is_drawn_anew(result, drawings):
    assert [read(result), read(result, "two")] == [b"one", b"two"]


def test_a_pdf_goes_with_its_result(result, drawings):
    read(result)
    result.assessment.delete()
    assert kept() == []


def test_what_a_result_left_behind_goes_with_the_next(team, result, drawings):
    read(result)
    ReportPdf.objects.update(result_id=0)
    read(factories.result_row(factories.service(team, "Kitchen")), "two")
    assert kept() == [b"two"]


def test_only_so_many_are_kept_the_newest(result, drawings, monkeypatch):
    monkeypatch.setattr(report_pdfs, "MOST_KEPT", 2)
    for later, data in enumerate(["one", "two", "three"]):
        read(result, data, later=later)
    assert sorted(kept()) == [b"three", b"two"]


def test_only_so_much_is_kept(result, drawings, monkeypatch):
    monkeypatch.setattr(report_pdfs, "MOST_BYTES", 6)
    for later, data in enumerate(["one", "two", "six"]):
        read(result, data, later=later)
    assert sorted(kept()) == [b"six", b"two"]


def test_one_that_is_larger_than_all_that_is_kept_is_told_all_the_same(
    result, drawings, monkeypatch
):
    monkeypatch.setattr(report_pdfs, "MOST_BYTES", 2)
    assert [read(result), read(result)] == [b"one", b"one"]
    assert kept() == []


def test_what_another_process_drew_meanwhile_is_no_trouble(result, monkeypatch):
    def draw(given):
        row = {"digest": given.digest, "content": b"one", "size": 3, "drawn_at": AT}
        ReportPdf.objects.create(result=result, **row)
        return Pdf(b"one", True, ())

    monkeypatch.setattr(report_pdfs, "draw", draw)
    assert read(result) == b"one"
    assert kept() == [b"one"]


def test_a_claimed_check_keeps_no_pdf_that_calls_it_a_guest_s(drawings):
    cast = factories.cast()
    check = factories.guest_check()
    read(factories.submitted_result(check))
    claim(check=check, team=cast.team, service_name="Till", by=cast.owner, at=AT)
    assert kept() == []
