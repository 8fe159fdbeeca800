from datetime import UTC, datetime

from assessments.templatetags.moments import from_to, moment

AT = datetime(2026, 9, 2, 9, 30, tzinfo=UTC)


def test_a_moment_is_told_in_full_or_where_there_is_little_room_in_short():
    assert moment(AT) == "2 September 2026, 10:30 BST"
    assert moment(AT, "short") == "2 Sep 2026, 10:30 BST"


def test_no_moment_is_no_text():
    assert moment(None) == ""


def test_a_period_is_a_sentence():
    assert from_to(AT, AT.replace(day=3)) == "From 2 September 2026 to 3 September 2026."
