import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone

from assessments.moments import moment, period

NOVEMBER = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Europe/London", "25 November 2026, 23:30 GMT"),
        ("Europe/Berlin", "26 November 2026, 00:30 CET"),
        ("America/New_York", "25 November 2026, 18:30 EST"),
        ("America/Sao_Paulo", "25 November 2026, 20:30 UTC-03:00"),
        ("Asia/Kathmandu", "26 November 2026, 05:15 UTC+05:45"),
        ("UTC", "25 November 2026, 23:30 UTC"),
    ],
)
def test_a_moment_names_its_zone(zone, text):
    with timezone.override(ZoneInfo(zone)):
        assert moment(NOVEMBER) == text


def test_the_hour_that_comes_twice_is_told_apart():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    with timezone.override(ZoneInfo("Europe/London")):
        assert moment(first) == "25 October 2026, 01:30 BST"
        assert moment(first + timedelta(hours=1)) == "25 October 2026, 01:30 GMT"


@pytest.mark.parametrize(
    ("later", "texts"),
    [
        (timedelta(days=1), ("25 November 2026", "26 November 2026")),
        (
            timedelta(minutes=29),
            ("25 November 2026, 23:30 GMT", "25 November 2026, 23:59 GMT"),
        ),
        (
            timedelta(seconds=9),
            ("25 November 2026, 23:30:00 GMT", "25 November 2026, 23:30:09 GMT"),
        ),
    ],
)
def test_a_period_is_as_exact_as_tells_its_ends_apart(later, texts):
    with timezone.override(ZoneInfo("Europe/London")):
        assert period(NOVEMBER, NOVEMBER + later) == texts


def test_no_template_shows_a_time_without_its_zone():
    shown = re.compile(r"\|time\b|\|date(?!:)|\|date:(?:\"[^\"]*[HhGgPfis:]|[^\"])")
    folder = settings.BASE_DIR / "templates"
    assert [path.name for path in folder.rglob("*.html") if shown.search(path.read_text())] == []


def test_no_module_but_one_writes_a_time_for_people():
    folder = settings.BASE_DIR / "assessments"
    written = [path.name for path in folder.rglob("*.py") if "H:i" in path.read_text()]
    assert written == ["moments.py"]
