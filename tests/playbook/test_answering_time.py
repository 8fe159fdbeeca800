"""How long questions take, reckoned from their words."""

import pytest

from assessments.playbook.answering_time import minutes_to_answer
from assessments.playbook.questions import ProfileOption, ProfileQuestion


def question(words):
    """A question of that many words: its text, why it is asked, and an option with its help."""
    assert words >= 4
    return ProfileQuestion(
        slug="a",
        section="profile",
        text="word " * (words - 3),
        why="word",
        help="word " * 100,
        evidence="word " * 100,
        answer="choice",
        options=(ProfileOption("a", "word", "word"),),
        required=True,
    )


@pytest.mark.parametrize(
    ("words", "questions", "minutes"),
    [(4, 1, 1), (183, 1, 1), (184, 1, 2), (220, 6, 7), (22, 6, 2), (4, 0, 0)],
)
def test_two_hundred_and_twenty_words_a_minute_and_ten_seconds_to_choose(words, questions, minutes):
    assert minutes_to_answer([question(words)] * questions) == minutes


def test_what_is_said_before_the_questions_is_read_as_well():
    assert minutes_to_answer([], ["word " * 220, "word " * 220]) == 2
