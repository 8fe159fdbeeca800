from datetime import timedelta

import pytest

from assessments.models import Result, ResultPart, Service, Team
from assessments.queries.side_by_side import Cell, Line, compare
from tests import factories


def recorded(question, option_text="", section="service-reliability", **more):
    return {
        "question": question,
        "section": section,
        "text": f"{question}?",
        "option": option_text,
        "option_text": option_text,
        "note": "",
        "evidence": [],
        "carried_over": False,
        **more,
    }


def service(*answers, **columns):
    """A service never written to the database, with a result of those columns."""
    row = Result(
        **{
            "pk": 1,
            "scope": "full",
            "submitted_at": factories.AT,
            "model": "ops-run-it",
            "present_model": "ops-run-it",
            "misfit": False,
            "deployment_met": "met",
            "availability_met": "missed",
            "restore_met": "unknown",
            "deployment_throughput": 0,
            "service_reliability": None,
            "learning_culture": 55,
            "answered": 3,
            "asked": 7,
            "currency": "GBP",
            "rules": 2,
            "answers": list(answers),
            **columns,
        }
    )
    prefetched(row, PART)
    return Service(name="Bedroom", team=Team(name="Rooms"), current_result=row)


def prefetched(result, *parts):
    result._prefetched_objects_cache = {"parts": list(parts)}


PART = ResultPart(
    part="digital",
    model="you-build-it-you-run-it",
    availability="99.0",
    deployment="daily",
    out_of_hours="domain",
)
BLANK = Service(name="Blank", team=Team(name="Rooms"))


def line(groups, label):
    return next(line for group in groups for line in group.lines if line.label == label)


def texts(groups, label):
    return [cell and cell.text for cell in line(groups, label).cells]


def test_a_line_differs_where_two_assessed_services_do():
    assert Line("x", (Cell("a"), Cell("b"))).differs


@pytest.mark.parametrize("cells", [(Cell("a"), Cell("a")), (Cell("a"), None), (None, None)])
def test_a_line_without_two_different_cells_does_not_differ(cells):
    assert not Line("x", cells).differs


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Recommended model", "Ops Run It"),
        ("Fit of the model", "Fits"),
        ("Availability target", "99.0%"),
        ("Availability attained", "Missed"),
        ("Deployment target", "Daily or more"),
        ("Restored in time", "Not known"),
        ("Deployment throughput, of 100", "0"),
        ("Service reliability, of 100", "No score"),
        ("Answered", "3 of 7 (full questionnaire)"),
        ("Last submitted", "2 Nov 2026"),
    ],
)
def test_a_result_is_told_in_words(label, text):
    assert texts(compare([service(), BLANK]), label) == [text, None]


@pytest.mark.parametrize(("misfit", "text"), [(True, "Misfit"), (None, "Not live yet")])
def test_the_fit_of_a_model_is_told(misfit, text):
    assert texts(compare([service(misfit=misfit)]), "Fit of the model") == [text]


def test_both_parts_are_named():
    both = service()
    other = ResultPart(
        part="foundational", availability="99.9", deployment="monthly", out_of_hours="operations"
    )
    prefetched(both.current_result, PART, other)
    told = texts(compare([both]), "Availability target")
    assert told == ["Digital: 99.0%; Foundational: 99.9%"]


def test_an_amount_is_told_in_the_organisation_s_currency():
    answer = recorded("exposure", section="profile", amount=200_000)
    assert texts(compare([service(answer, currency="EUR")]), "exposure?") == ["€200,000 an hour"]


def test_not_asked_and_not_answered_are_two_things():
    groups = compare([service(recorded("telemetry")), service()])
    assert texts(groups, "telemetry?") == ["Not answered", "Not asked"]


def test_questions_stand_in_the_playbook_s_order():
    answers = recorded("telemetry", "a"), recorded("availability-attained", "b")
    groups = compare([service(*answers)])
    assert [each.label for each in groups[1].lines] == ["availability-attained?", "telemetry?"]


def test_a_question_that_the_playbook_dropped_keeps_its_words_last():
    answers = recorded("pigeons", "a"), recorded("telemetry", "b")
    groups = compare([service(*answers)])
    assert [each.label for each in groups[1].lines] == ["telemetry?", "pigeons?"]


def test_a_question_reads_as_it_was_last_asked_and_other_words_are_told():
    old = recorded("telemetry", "stays", text="What becomes of alerts?")
    new = recorded("telemetry", "stays", text="How are alerts changed?")
    later = factories.AT + timedelta(days=90)
    groups = compare([service(new, submitted_at=later), service(old)])
    told = line(groups, "How are alerts changed?")
    assert [cell.asked for cell in told.cells] == ["", "What becomes of alerts?"]


def test_the_same_option_in_other_words_is_no_difference():
    answers = [recorded("telemetry", text, option="stays") for text in ("As is", "Unchanged")]
    told = line(compare([service(each) for each in answers]), "telemetry?")
    assert [cell.text for cell in told.cells] == ["As is", "Unchanged"]
    assert not told.differs


def test_a_renamed_option_in_the_same_words_is_no_difference():
    answers = [recorded("telemetry", "As is", option=option) for option in ("stays", "as-is")]
    assert not line(compare([service(each) for each in answers]), "telemetry?").differs


SCORE = "Learning culture, of 100"


def test_scores_by_different_rules_are_not_held_against_each_other():
    scores = line(compare((service(rules=1), service(learning_culture=80))), SCORE)
    assert [cell.text for cell in scores.cells] == ["55, by rules 1", "80, by rules 2"]
    assert not scores.differs


def test_scores_by_the_same_rules_are():
    scores = line(compare((service(), service(learning_culture=80))), SCORE)
    assert [cell.text for cell in scores.cells] == ["55", "80"]
    assert scores.differs


@pytest.mark.parametrize(("rules", "told"), [(1, True), (2, False)])
def test_the_rules_are_told_where_they_are_not_the_same(rules, told):
    (facts, *_questions) = compare((service(rules=rules), service()))
    assert ("Scoring rules" in {each.label for each in facts.lines}) == told
