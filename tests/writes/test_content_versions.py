"""Drafts move from one edition of the playbook's words to the next, and results keep theirs."""

import pytest

from assessments.current import playbook
from assessments.models import Answer, ContentVersion, Scope
from assessments.playbook.loading import load
from assessments.queries import content_versions
from assessments.queries.content_versions import wording_of
from assessments.queries.draft_moves import is_outdated
from assessments.queries.reports import fetch_report
from assessments.queries.results import what_moved
from assessments.writes.assessments import continue_in_full, start_assessment
from assessments.writes.content_versions import move_draft, present_content_version
from tests import factories
from tests.newer_playbook import install, newer  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
AT = factories.AT


@pytest.fixture
def draft():
    """A draft of the present content version, with an answer about Chaos Days and a note to it."""
    started = start_assessment(
        service=factories.cast().service, scope=Scope.FULL, by=None, at=factories.AT
    )
    answers: factories.Answers = {
        "chaos-days": {"option": "never", "note": "Too busy."},
        "telemetry": "dont-know",
    }
    for question, fields in answers.items():
        factories.answer_row(started.sheets.get(), question, fields).save()
    return started


def moved(draft):
    move_draft(sheet=draft.sheets.get(), at=AT)
    return {answer.question: answer for answer in Answer.objects.all()}


def moves_of(started):
    return content_versions.moves_of(started.sheets.get().moves)


def as_it_was(started):
    return content_versions.as_it_was(moves_of(started))


def forget_words(started):
    """As an assessment that was begun before the words were kept."""
    type(started).objects.update(content_version=None)
    started.sheets.update(content_version=None)
    started.refresh_from_db()


def reword(newer):  # noqa: F811 - the fixture
    with newer.editing("questions/chaos-days.toml") as question:
        question["text"] = "How often do you rehearse failure?"


def test_words_are_kept_once_however_often_they_are_needed():
    assert present_content_version() == present_content_version()
    assert ContentVersion.objects.count() == 1


def test_a_draft_is_begun_in_the_present_words(draft):
    assert draft.sheets.get().answered_in == present_content_version()
    assert not is_outdated(draft.sheets.get())


def test_a_draft_is_outdated_once_the_words_have_changed(draft, newer, install):  # noqa: F811
    reword(newer)
    install()
    assert is_outdated(draft.sheets.get())


def test_a_moved_draft_is_outdated_no_more(draft, newer, install):  # noqa: F811
    reword(newer)
    install()
    moved(draft)
    assert not is_outdated(draft.sheets.get())


def test_an_answer_to_a_reworded_question_waits_to_be_confirmed(draft, newer, install):  # noqa: F811
    reword(newer)
    install()
    answers = moved(draft)
    assert answers["chaos-days"].option == "never"
    assert answers["chaos-days"].carried_over
    assert not answers["telemetry"].carried_over


def test_the_old_words_of_a_reworded_question_are_told(draft, newer, install):  # noqa: F811
    old = playbook().questions["chaos-days"]
    reword(newer)
    install()
    moved(draft)
    was = as_it_was(draft)["chaos-days"]
    assert (was.text, was.option, was.note) == (old.text, old.option("never").text, "Too busy.")


def test_a_move_tells_what_the_version_changed(draft, newer, install):  # noqa: F811
    reword(newer)
    install()
    moved(draft)
    (move,) = moves_of(draft)
    assert (move.before, move.after) == (load().version, "2027.03")
    assert [release.changes for release in move.releases] == [("Chaos Days read better.",)]


def test_an_answer_follows_its_renamed_option(draft, newer, install):  # noqa: F811
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install(options={"chaos-days/never": "chaos-days/not-once"})
    answer = moved(draft)["chaos-days"]
    assert (answer.option, answer.carried_over) == ("not-once", False)


def test_an_option_that_is_gone_leaves_the_note_and_is_told(draft, newer, install):  # noqa: F811
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    answer = moved(draft)["chaos-days"]
    assert (answer.option, answer.note) == ("", "Too busy.")
    assert as_it_was(draft)["chaos-days"].fate == "option-gone"


def test_that_it_does_not_apply_where_that_can_no_longer_hold_is_asked_anew(
    draft,
    newer,  # noqa: F811
    install,  # noqa: F811
):
    given = {"option": "does-not-apply", "note": "No tests."}
    factories.answer_row(draft.sheets.get(), "test-automation", given).save()
    reword(newer)
    install()
    answer = moved(draft)["test-automation"]
    assert (answer.option, answer.note) == ("", "No tests.")
    was = as_it_was(draft)["test-automation"]
    assert (was.fate, was.option) == ("option-gone", "Does not apply")


def test_what_moved_is_in_the_answer_s_history(draft, newer, install):  # noqa: F811
    reword(newer)
    install()
    answer = moved(draft)["chaos-days"]
    assert answer.history.filter(carried_over=True, history_user=None).exists()


def test_moving_twice_changes_nothing_more(draft, newer, install):  # noqa: F811
    reword(newer)
    install()
    moved(draft)
    move_draft(sheet=draft.sheets.get(), at=AT)
    assert len(moves_of(draft)) == 1


def test_a_process_on_older_words_leaves_a_moved_draft_be(draft, newer, install):  # noqa: F811
    older = present_content_version()
    reword(newer)
    install()
    moved(draft)
    newest = draft.sheets.get().content_version
    ContentVersion.objects.filter(pk=newest.pk).update(digest="other")
    ContentVersion.objects.filter(pk=older.pk).update(digest=newest.digest)
    move_draft(sheet=draft.sheets.get(), at=AT)
    assert draft.sheets.get().content_version_id == newest.pk


def test_a_draft_from_before_content_versions_were_kept_takes_the_present_one(draft):
    forget_words(draft)
    moved(draft)
    assert draft.sheets.get().content_version == present_content_version()


def test_answers_to_words_that_nobody_knows_all_wait_to_be_confirmed(draft):
    forget_words(draft)
    answers = moved(draft)
    assert [answer.carried_over for answer in answers.values()] == [True, True]
    assert [was.fate for was in as_it_was(draft).values()] == ["words-unknown"] * 2


def test_a_draft_in_unknown_words_without_an_answer_has_nothing_to_tell(draft):
    Answer.objects.all().delete()
    forget_words(draft)
    moved(draft)
    assert draft.sheets.get().moves == []


def test_an_option_of_unknown_words_that_is_gone_leaves_the_note(draft, newer, install):  # noqa: F811
    forget_words(draft)
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    answer = moved(draft)["chaos-days"]
    assert (answer.option, answer.note) == ("", "Too busy.")
    assert as_it_was(draft)["chaos-days"].fate == "option-gone"


def test_a_quick_check_in_unknown_words_is_gone_on_from_with_everything_to_confirm():
    quick = factories.submitted_result(
        factories.cast().service,
        factories.full_answers({"review-style": "who-erred"}),
        scope=Scope.QUICK,
    )
    type(quick).objects.update(content_version=None)
    quick.refresh_from_db()
    full = continue_in_full(result=quick, by=None, at=AT)
    assert full.sheets.get().answered_in == present_content_version()
    assert not Answer.objects.filter(sheet__assessment=full, carried_over=False).exists()


def test_a_result_keeps_the_words_of_its_content_version(newer, install):  # noqa: F811
    result = factories.submitted_result(factories.cast().service)
    before = fetch_report(result)
    with newer.editing("practices/run-regular-chaos-days.toml") as practice:
        practice |= {"title": "Break things", "start": "Break something."}
    reword(newer)
    install()
    result.refresh_from_db()
    assert fetch_report(result) == before


def test_a_result_from_before_content_versions_were_kept_is_told_in_the_present_words():
    assert wording_of(None).version == playbook().version


def test_results_of_two_versions_are_compared_by_their_present_names(newer, install):  # noqa: F811
    service = factories.cast().service
    before = factories.submitted_result(service, factories.full_answers({"chaos-days": "never"}))
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install(options={"chaos-days/never": "chaos-days/not-once"})
    after = factories.submitted_result(service, factories.full_answers({"chaos-days": "not-once"}))
    assert "chaos-days" not in {move.question for move in what_moved(before, after).answers}


def test_an_answer_carried_over_follows_its_renamed_option(newer, install):  # noqa: F811
    service = factories.cast().service
    factories.submitted_result(service, factories.full_answers({"chaos-days": "never"}))
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install(options={"chaos-days/never": "chaos-days/not-once"})
    started = start_assessment(service=service, scope=Scope.FULL, by=None, at=AT)
    assert started.sheets.get().answers.get(question="chaos-days").option == "not-once"


# --- The next assessment, begun after the words have changed


NOTED = {"option": "never", "note": "Too busy.", "evidence": ["https://example.org/calendar"]}


@pytest.fixture
def again():
    """Starts the next assessment, which carries over what was submitted in older words."""
    cast = factories.cast()
    answers = factories.full_answers(
        {"chaos-days": NOTED, "telemetry": {**NOTED, "option": "stays"}}
    )
    factories.submitted_result(cast.service, answers)

    def start():
        started = start_assessment(
            service=type(cast.service).objects.get(), scope=Scope.FULL, by=cast.owner, at=AT
        )
        return started, {
            answer.question: answer for answer in Answer.objects.filter(sheet__assessment=started)
        }

    return start


def test_the_next_assessment_says_which_questions_have_changed(again, newer, install):  # noqa: F811
    reword(newer)
    install()
    started, answers = again()
    assert started.sheets.get().answered_in == present_content_version()
    assert [was.question for was in moves_of(started)[0].answers] == ["chaos-days"]
    assert as_it_was(started)["chaos-days"].text == before_text()
    assert all(answer.carried_over for answer in answers.values())


def before_text():
    return wording_of(ContentVersion.objects.order_by("pk").first()).questions["chaos-days"].text


def test_the_next_assessment_keeps_the_note_of_an_answer_that_is_no_longer_offered(
    again,
    newer,  # noqa: F811
    install,  # noqa: F811
):
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    started, answers = again()
    kept = answers["chaos-days"]
    assert (kept.option, kept.note, kept.evidence) == ("", NOTED["note"], NOTED["evidence"])
    assert as_it_was(started)["chaos-days"].fate == "option-gone"


def test_the_next_assessment_follows_a_renamed_option(again, newer, install):  # noqa: F811
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install(options={"chaos-days/never": "chaos-days/not-once"})
    started, answers = again()
    assert answers["chaos-days"].option == "not-once"
    assert moves_of(started)[0].answers == ()


def test_the_next_assessment_in_the_same_words_has_not_moved(again):
    started, _answers = again()
    assert moves_of(started) == ()


def test_going_on_in_full_asks_again_only_for_what_has_changed(newer, install):  # noqa: F811
    cast = factories.cast()
    quick = factories.submitted_result(
        cast.service, factories.full_answers({"review-style": "who-erred"}), scope=Scope.QUICK
    )
    with newer.editing("questions/review-style.toml") as question:
        question["text"] = "What is written down after an incident?"
    install()
    full = continue_in_full(result=quick, by=None, at=AT)
    unconfirmed = Answer.objects.filter(sheet__assessment=full, carried_over=True)
    assert [answer.question for answer in unconfirmed] == ["review-style"]
