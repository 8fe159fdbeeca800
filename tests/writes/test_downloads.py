"""Files that take longer than a page: one worker at a time, and nothing left behind."""

from datetime import timedelta

import pytest

from assessments.models import Download, DownloadKind, DownloadPiece, DownloadState, Membership
from assessments.models.downloads import LARGEST_PIECE
from assessments.queries.downloads import may_fetch, nobody_works, pieces
from assessments.writes import downloads as writes
from assessments.writes.downloads import (
    MOST_AT_ONCE,
    MOST_ATTEMPTS,
    STALLED,
    EnoughAtOnce,
    PieceWriter,
    Superseded,
    claim,
    delete_download,
    delete_expired,
    fail,
    finish,
    give_up_on_lost,
    touch,
)
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + STALLED + timedelta(seconds=1)


@pytest.fixture
def place(cast):
    return Membership.objects.get(user=cast.owner)


@pytest.fixture
def download(place):
    return factories.download(place)


def ask(place, at=AT):
    kind = DownloadKind.SERVICES
    return writes.ask_for_download(membership=place, kind=kind, asked={}, total=3, at=at)


def taken(download, at=AT):
    """As a worker holds it."""
    found = claim(key=download.pk, at=at)
    assert found
    return found


def written(download, content=b"abc"):
    """What a claimed file holds once it is made."""
    writer = PieceWriter(download, lambda: None)
    writer.write(content)
    writer.close()
    finish(download=download, file_name="a.zip", size=writer.size, at=AT)
    return b"".join(pieces(Download.objects.get(pk=download.pk)))


def test_one_person_has_so_many_under_way_and_no_more(place):
    for _each in range(MOST_AT_ONCE):
        made = ask(place)
    with pytest.raises(EnoughAtOnce, match="Wait until one is ready"):
        ask(place)
    finish(download=taken(made), file_name="a", size=0, at=AT)
    ask(place)


def test_two_workers_at_once_make_it_once(download):
    assert claim(key=download.pk, at=AT)
    assert claim(key=download.pk, at=AT) is None


def test_what_has_lost_its_worker_is_taken_up_again_and_begins_anew(download):
    first = taken(download)
    PieceWriter(first, lambda: None).write(b"x" * LARGEST_PIECE)
    assert give_up_on_lost(at=AT) == []
    assert give_up_on_lost(at=LATER) == [download.pk]
    again = taken(download, LATER)
    assert written(again) == b"abc"
    assert DownloadPiece.objects.count() == 1


def test_the_worker_that_comes_back_too_late_stops(download):
    first = taken(download)
    second = taken(download, LATER)
    with pytest.raises(Superseded):
        touch(download=first, done=1, at=LATER)
    with pytest.raises(Superseded):
        finish(download=first, file_name="late", size=9, at=LATER)
    assert written(second) == b"abc"


def test_what_a_late_worker_still_writes_is_no_part_of_the_file(download):
    first = taken(download)
    second = taken(download, LATER)
    late = PieceWriter(first, lambda: None)
    late.write(b"late")
    late.close()
    assert written(second) == b"abc"


def test_it_is_given_up_after_so_many_attempts(download):
    at = AT
    for _each in range(MOST_ATTEMPTS):
        assert claim(key=download.pk, at=at)
        at += STALLED + timedelta(seconds=1)
    assert give_up_on_lost(at=at) == []
    assert claim(key=download.pk, at=at) is None
    assert Download.objects.get().state == DownloadState.FAILED


def test_what_waits_untold_is_told_of_once_in_a_while(download):
    assert give_up_on_lost(at=LATER) == [download.pk]
    assert give_up_on_lost(at=LATER) == []


def test_what_is_deleted_stops_being_made(download):
    held = taken(download)
    delete_download(download=held)
    with pytest.raises(Superseded):
        touch(download=held, done=1, at=AT)
    assert claim(key=download.pk, at=AT) is None


def test_what_failed_keeps_no_pieces(download):
    held = taken(download)
    PieceWriter(held, lambda: None).write(b"x" * LARGEST_PIECE)
    fail(download=held, at=AT)
    assert not DownloadPiece.objects.exists()
    assert Download.objects.get().state == DownloadState.FAILED


@pytest.mark.parametrize("size", [0, 1, LARGEST_PIECE, 2 * LARGEST_PIECE + 1])
def test_a_file_comes_back_as_it_was_written(download, size):
    content = bytes(each % 251 for each in range(size))
    assert written(taken(download), content) == content
    assert Download.objects.get().size == size


def test_files_expire_after_a_week(place):
    old = AT - Download.KEPT - timedelta(seconds=1)
    factories.download(place, asked_at=old)
    kept = factories.download(place)
    assert delete_expired(at=AT) == 1
    assert Download.objects.get() == kept


def test_the_oldest_go_where_all_hold_too_much(place, monkeypatch):
    monkeypatch.setattr(writes, "MOST_BYTES", 5)
    made = [factories.download(place) for _each in range(3)]
    for download in made:
        written(taken(download))
    assert list(Download.objects.all()) == [made[2]]


# --- Who may fetch one


def test_whoever_reads_everything_fetches_what_they_asked_for(place):
    assert may_fetch(place, factories.download(place))


def test_one_who_reads_everything_no_longer_does_not(place):
    made = factories.download(place)
    place.role = "member"
    assert not may_fetch(place, made)


def test_a_member_who_left_a_team_does_not(cast):
    place = Membership.objects.get(user=cast.colleague)
    made = factories.download(place)
    assert may_fetch(place, made)
    place.team_members.all().delete()
    assert not may_fetch(Membership.objects.get(pk=place.pk), made)


# --- Whether anybody works


def test_nobody_works_where_a_file_waits_for_long_and_none_is_made(place):
    factories.download(place)
    assert not nobody_works(AT + timedelta(seconds=10))
    assert nobody_works(AT + timedelta(seconds=30))
    factories.download(place, state=DownloadState.RUNNING)
    assert not nobody_works(AT + timedelta(seconds=30))
