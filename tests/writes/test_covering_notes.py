"""What someone adds to a result under their own name: who wrote it last, what it was before, and
that nobody changes what others have read."""

from datetime import timedelta

import pytest

from assessments.models import CoveringNote, Result
from assessments.writes.covering_notes import (
    NOTHING,
    NoteChanged,
    NoteIsShared,
    NoteText,
    NothingToShare,
    share,
    shown_as,
    text_of,
    write,
)
from assessments.writes.errors import ResultGone
from tests import factories

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(hours=1)
FIRST = NoteText("We spent two hours together.", "")
SECOND = NoteText("We spent three hours together.", "- Pay the rota")


@pytest.fixture
def result(cast):
    return factories.submitted_result(cast.service)


def written(result, text=FIRST, *, shown=NOTHING, by=None, at=LATER):
    return write(result=result, shown=shown_as(shown), text=text, by=by, at=at)


def shared(result, text=FIRST, *, by=None, at=LATER):
    return share(result=result, shown=shown_as(text), by=by, at=at)


def test_a_note_is_kept_with_who_wrote_it_and_when(result, cast):
    written(result, by=cast.owner)
    kept = CoveringNote.objects.get()
    assert (text_of(kept), kept.written_by, kept.written_at) == (FIRST, cast.owner, LATER)
    assert (kept.organisation, kept.result) == (cast.organisation, result)
    assert not kept.is_shared


def test_what_it_said_before_is_kept(result, cast):
    written(result, by=cast.colleague)
    note = written(result, SECOND, shown=FIRST, by=cast.owner, at=LATER + timedelta(days=1))
    before = [(row.covering, row.history_user, row.history_date) for row in note.history.all()]
    assert before == [
        (SECOND.covering, cast.owner, LATER + timedelta(days=1)),
        (FIRST.covering, cast.colleague, LATER),
    ]


def test_two_who_write_at_once_see_each_other_s_words(result):
    written(result)
    with pytest.raises(NoteChanged) as meanwhile:
        written(result, SECOND)
    assert text_of(meanwhile.value.now) == FIRST
    written(result, SECOND, shown=FIRST)
    assert text_of(CoveringNote.objects.get()) == SECOND


def test_the_same_words_sent_twice_are_kept_once(result):
    assert written(result) == written(result)
    assert CoveringNote.history.count() == 1


def test_what_is_shared_stays_as_it_is(result, cast):
    written(result)
    note = shared(result, by=cast.owner)
    assert (note.shared_by, note.shared_at) == (cast.owner, LATER)
    with pytest.raises(NoteIsShared):
        written(result, SECOND, shown=FIRST)
    assert text_of(CoveringNote.objects.get()) == FIRST


def test_sharing_again_keeps_the_first_time(result, cast):
    written(result)
    shared(result, by=cast.owner)
    again = shared(result, by=cast.colleague, at=LATER + timedelta(days=1))
    assert (again.shared_by, again.shared_at) == (cast.owner, LATER)


def test_only_what_was_seen_is_shared(result):
    written(result)
    with pytest.raises(NoteChanged):
        shared(result, SECOND)
    assert not CoveringNote.objects.get().is_shared


def test_nothing_written_is_nothing_to_share(result):
    with pytest.raises(NothingToShare):
        shared(result, NOTHING)
    written(result)
    written(result, NOTHING, shown=FIRST)
    with pytest.raises(NothingToShare):
        shared(result, NOTHING)


def test_a_result_deleted_meanwhile_takes_no_note(result):
    Result.objects.all().delete()
    with pytest.raises(ResultGone):
        written(result)
    with pytest.raises(ResultGone):
        shared(result)
