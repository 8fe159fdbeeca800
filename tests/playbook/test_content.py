"""The content of the project against the tables of the scoring rules.

Fit gives 4 points at or better than what the target calls for, 2 one option short of it and
none below that.
"""

import pytest

from assessments.playbook.rule_slugs import OPTIONS

# From worst to best, and for each target the option that it calls for.
FITS = {
    "deployment-frequency": (
        OPTIONS["deployment-frequency"],
        {
            "monthly": "monthly",
            "fortnightly": "fortnightly",
            "fortnightly-to-weekly": "weekly",
            "weekly": "weekly",
            "daily": "daily-or-more",
        },
    ),
    "deployment-lead-time": (
        OPTIONS["deployment-lead-time"][::-1],
        {
            "monthly": "within-a-month",
            "fortnightly": "within-a-fortnight",
            "fortnightly-to-weekly": "within-a-fortnight",
            "weekly": "within-a-week",
            "daily": "within-a-day",
        },
    ),
    "availability-attained": (
        OPTIONS["availability-attained"],
        {
            "95.0": "95-to-99",
            "99.0": "99-to-99-9",
            "99.9": "99-9-to-99-99",
            "99.99": "99-99-or-more",
        },
    ),
    "time-to-restore": (
        OPTIONS["time-to-restore"][::-1],
        {
            "95.0": "under-8-hours",
            "99.0": "under-100-minutes",
            "99.9": "under-10-minutes",
            "99.99": "under-1-minute",
        },
    ),
}

COVER = {
    "none": {"none": 4, "best-effort": 0, "operations": 0, "domain": 2, "team": 2},
    "domain": {"none": 0, "best-effort": 0, "operations": 0, "domain": 4, "team": 2},
    "team": {"none": 0, "best-effort": 0, "operations": 0, "domain": 0, "team": 4},
    "operations": {"none": 0, "best-effort": 0, "operations": 4, "domain": 2, "team": 2},
}


def points(playbook, question, target):
    options = playbook.questions[question].options
    return {option.slug: option.points[target] for option in options}


@pytest.mark.parametrize(
    ("question", "target"),
    [(question, target) for question, (_, called_for) in FITS.items() for target in called_for],
)
def test_points_by_target_are_those_of_fit(playbook, question, target):
    order, called_for = FITS[question]
    needed = order.index(called_for[target])
    expected = {
        option: 4 if position >= needed else 2 if position == needed - 1 else 0
        for position, option in enumerate(order)
    }
    assert points(playbook, question, target) == expected


@pytest.mark.parametrize("called_for", COVER)
def test_points_of_the_cover_are_those_of_the_table(playbook, called_for):
    assert points(playbook, "out-of-hours-cover", called_for) == COVER[called_for]


def test_the_quick_check_has_eight_scored_questions(playbook):
    assert len(playbook.quick_check) == 8


def test_the_questions_number_10_10_16_and_9(playbook):
    assert [len(section.questions) for section in playbook.sections] == [10, 10, 16, 9]


@pytest.mark.parametrize("key", ["text", "why"])
def test_no_two_questions_say_the_same(playbook, key):
    said = [getattr(question, key) for question in playbook.questions.values()]
    assert len(set(said)) == len(said)


def test_no_two_options_of_a_question_say_the_same(playbook):
    for question in playbook.questions.values():
        said = {option.text for option in question.options}
        assert len(said) == len(question.options), question.slug


@pytest.mark.parametrize("weight", ["decisive", "contributing"])
def test_some_answer_sets_a_pitfall_off_in_each_strength(playbook, weight):
    weights = {trigger.weight for _, option in playbook.options() for trigger in option.sets_off}
    assert weight in weights


def test_why_a_question_weighs_as_it_does_is_one_short_sentence_of_its_own(playbook):
    reasons = [question.weight_reason for question in playbook.scored_questions.values()]
    assert len(set(reasons)) == len(reasons)
    assert [reason for reason in reasons if len(reason.split()) > 25 or ". " in reason] == []


def test_how_to_start_is_short_enough_for_a_plan(playbook):
    lengths = {slug: len(entry.start.split()) for slug, entry in playbook.practices.items()}
    assert {slug: count for slug, count in lengths.items() if count not in range(25, 61)} == {}


def test_a_start_after_a_step_already_taken_is_as_short(playbook):
    told = {slug: entry.start_known for slug, entry in playbook.practices.items()}
    lengths = {slug: len(text.split()) for slug, text in told.items() if text}
    assert {slug: count for slug, count in lengths.items() if count not in range(25, 61)} == {}


def test_a_way_out_has_3_to_5_steps(playbook):
    steps = {slug: len(pitfall.way_out) for slug, pitfall in playbook.pitfalls.items()}
    assert {slug: count for slug, count in steps.items() if count not in range(3, 6)} == {}


@pytest.mark.parametrize("kind", ["practices", "pitfalls", "principles", "drawbacks", "models"])
def test_no_two_entries_of_a_kind_say_the_same(playbook, kind):
    said = [text for entry in getattr(playbook, kind).values() for text in entry.texts]
    assert len(set(said)) == len(said)


def says_nothing(option):
    advice = (option.shows, option.calls_for, option.sets_off, option.at_stake, option.points_at)
    return not any(advice) and option.typical_of is None


def ladders(playbook):
    """The questions of which no rule reads the options: neither by fit nor as measurements."""
    scored = playbook.scored_questions.values()
    return [q for q in scored if q.judged_by == "ladder" and q.kind == "leading"]


def test_no_option_that_only_its_links_speak_for_is_without_any(playbook):
    bare = [(q.slug, o.slug) for q in ladders(playbook) for o in q.options if says_nothing(o)]
    assert bare == []


@pytest.mark.parametrize(("points", "link"), [(0, "calls_for"), (4, "shows")])
def test_the_lowest_option_calls_for_a_practice_and_the_best_shows_one(playbook, points, link):
    ends = [
        (q.slug, o) for q in ladders(playbook) for o in q.options if o.points["always"] == points
    ]
    assert [slug for slug, option in ends if not getattr(option, link)] == []
