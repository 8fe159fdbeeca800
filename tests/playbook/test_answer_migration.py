"""What becomes of an answer when the playbook's words change."""

import pytest

from assessments.playbook.answer_migration import Moved, move
from assessments.playbook.text_snapshot import word

RELEASE = {"version": "2027.03", "released": "2027-03-01", "changes": ["Better words."]}


@pytest.fixture
def before(playbook):
    return word(playbook)


def rename(content, **renamed):
    with content.editing("releases.toml") as document:
        document["releases"].insert(0, {**RELEASE, "renamed": renamed})


def test_an_answer_to_the_same_words_stands(playbook, before):
    assert move("chaos-days", "never", before, playbook) == Moved("chaos-days", "never", "same")


def test_not_knowing_stands_too(playbook, before):
    assert move("chaos-days", "dont-know", before, playbook).fate == "same"


def test_an_amount_stands_too(playbook, before):
    assert move("exposure", "", before, playbook).fate == "same"


def test_an_answer_to_a_question_in_other_words_is_to_be_looked_at(content, before):
    with content.editing("questions/chaos-days.toml") as question:
        question["text"] = "How often do you rehearse?"
    assert move("chaos-days", "never", before, content.load()).fate == "reworded"


def test_another_option_in_other_words_may_fit_better(content, before):
    with content.editing_option("chaos-days", 1) as option:
        option["text"] = "Long ago"
    assert move("chaos-days", "never", before, content.load()).fate == "reworded"


def test_an_answer_follows_its_renamed_option(content, before):
    with content.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    rename(content, options={"chaos-days/never": "chaos-days/not-once"})
    moved = move("chaos-days", "never", before, content.load())
    assert moved == Moved("chaos-days", "not-once", "same")


def test_an_option_that_is_no_longer_there_is_told(content, before):
    with content.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    assert move("chaos-days", "never", before, content.load()).fate == "option-gone"


@pytest.mark.parametrize(
    ("question", "option", "fate"),
    [
        ("chaos-days", "never", "words-unknown"),
        ("chaos-days", "dont-know", "words-unknown"),
        ("exposure", "", "words-unknown"),
        ("chaos-days", "of-old", "option-gone"),
        ("pigeons", "many", "question-gone"),
    ],
)
def test_an_answer_to_words_that_nobody_knows_is_never_the_same(playbook, question, option, fate):
    assert move(question, option, None, playbook).fate == fate


def test_a_question_that_is_no_longer_there_is_told(playbook, before):
    assert move("pigeons", "many", before, playbook) == Moved("pigeons", "many", "question-gone")
