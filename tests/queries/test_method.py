from assessments.current import playbook
from assessments.queries.method import method
from assessments.scoring.selector import rules_that_hold, select


def test_every_question_is_counted_once():
    counted = method().profile_questions + sum(each.questions for each in method().dimensions)
    assert counted == len(playbook().questions)


def test_the_questions_against_a_target_are_those_of_the_fit():
    assert [each.by_target for each in method().dimensions] == [2, 3, 0]


def test_every_practice_stands_in_one_phase():
    assert sum(phase.practices for phase in method().phases) == len(playbook().practices)


def test_the_rows_go_down_from_the_most_at_risk():
    rows = [(row.availability, row.tolerable, row.cover) for row in method().rows]
    assert rows == [
        ("99.99%", "1 min 0.48 s", "The product team"),
        ("99.9%", "10 min 4.8 s", "The product team"),
        ("99.0%", "1 h 40 min 48 s", "A rota shared by the domain"),
        ("95.0%", "8 h 24 min", "Nobody"),
    ]


def test_the_rows_reach_as_far_as_the_default_bands():
    reach = [(row.up_to, row.above) for row in method().rows]
    assert reach == [("", ""), ("", "£250,000"), ("£250,000", ""), ("£7,000", "")]


def test_the_figures_of_the_tie_break_are_those_of_the_selector():
    tied = {
        row.availability: select(row.availability[:-1], "fortnightly-to-weekly")  # type: ignore[arg-type]
        for row in method().rows
    }
    assert tied[method().deciding] == "you-build-it-you-run-it"
    assert tied[method().undecided] == "ops-run-it"


def test_the_first_rule_is_about_the_top_row():
    extreme = method().rows[0].availability
    assert (extreme, rules_that_hold("99.99", "monthly")[0]) == ("99.99%", "extreme-availability")
