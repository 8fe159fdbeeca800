"""The result as a text: each of the things it must always say, in their order."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook
from assessments.reports import result_labels
from assessments.reports.answer_snapshot import record
from assessments.reports.builder import build_report
from assessments.reports.terminal import WIDTH, write
from assessments.scoring.assess import assess
from assessments.scoring.reading import read
from tests.scoring.golden_cases import document_of


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load()


@pytest.fixture
def written(playbook: Playbook) -> Callable[..., str]:
    def text(based_on: str = "bare", **different: Any) -> str:
        return text_of(playbook, document_of({"based_on": based_on, **different}))

    return text


def text_of(playbook: Playbook, document: object) -> str:
    inputs = read(playbook, document)
    result = assess(playbook, inputs)
    return write(
        build_report(playbook, result, record(playbook, inputs), currency=""), playbook.source
    )


def flat(text: str) -> str:
    """The text on one line, for sentences that were wrapped."""
    return " ".join(text.split())


def test_the_sections_come_in_the_order_in_which_they_are_to_be_told(
    written: Callable[..., str],
) -> None:
    lines = written(
        "bare",
        profile={"present-model": "ops-run-it"},
        answers={
            "telemetry": "stays",
            "incident-loss": "never",
            "out-of-hours-cover": "none",
        },
    ).split("\n")
    titles = [line for line, below in pairwise(lines) if below.startswith("--")]
    assert titles == [
        "bare: You Build It You Run It",
        "Targets",
        "Cautions",
        "Scores",
        "Today against what it needs",
        "What changes hands",
        "What could change the verdict",
        "What to start with",
        "Practices to adopt",
        "Pitfalls at risk",
        "Drawbacks of Ops Run It observed",
        "Principles in play",
        "About",
    ]


def test_a_section_without_content_is_left_out(written: Callable[..., str]) -> None:
    assert "Practices to adopt" not in written("exemplary")


@pytest.mark.parametrize("base", ["bare", "exemplary", "operations", "uncovered", "estate"])
def test_no_line_is_too_long_but_for_an_address(written: Callable[..., str], base: str) -> None:
    lines = written(base, answers={"telemetry": "stays"}).split("\n")
    assert [it for it in lines if len(it) > WIDTH and "https://" not in it] == []


def test_a_reason_stands_with_its_weight_and_its_address(written: Callable[..., str]) -> None:
    text = flat(written())
    assert "Demand for features is very high" in text
    assert "answers for it. (This decides.)" in text
    assert "#select-you-build-it-you-run-it-for-digital-services" in text


def test_a_reason_that_does_not_decide_says_so(written: Callable[..., str]) -> None:
    bands = [
        {"band": "low", "ceiling": 1},
        {"band": "medium", "ceiling": 2},
        {"band": "high", "ceiling": 3},
        {"band": "very-high"},
    ]
    text = flat(written(bands=bands))
    assert text.count("(This decides.)") == 1
    assert "That alone would have led to You Build It You Run It too. https" in text


def test_a_hybrid_says_where_the_boundary_lies(written: Callable[..., str]) -> None:
    assert "The boundary is the interface" in flat(written("estate"))


def test_a_caution_stands_with_its_address(written: Callable[..., str]) -> None:
    text = flat(written(answers={"out-of-hours-cover": "team"}))
    assert "Cautions -------- At 99.0% a rota shared" in text
    assert "/pitfalls#linear-run-costs" in text


def test_the_targets_are_told_with_the_exact_time_and_the_accepted_loss(
    written: Callable[..., str],
) -> None:
    text = flat(written())
    assert "Availability: 99.0%. 1 hour 40 minutes a week (1 h 40 min 48 s) of failure" in text
    assert "that accepts losing up to 336,000 a week" in text


def test_a_loss_that_is_not_known_is_not_told(written: Callable[..., str]) -> None:
    assert "accepts losing" not in flat(written(profile={"exposure": {"band": "high"}}))


def test_a_peak_is_told_with_its_cover(written: Callable[..., str]) -> None:
    text = written(profile={"peak-exposure": {"band": "high"}})
    assert "In the peak's window: 99.9%." in flat(text)
    assert result_labels.OUT_OF_HOURS["team"] in flat(text)


def test_a_score_says_on_how_much_it_rests(written: Callable[..., str]) -> None:
    text = written("exemplary", answers={"telemetry": "stays"})
    assert "Service reliability: 93 of 100, 15 of 15 answered" in text


def test_where_there_is_no_score_it_says_why(written: Callable[..., str]) -> None:
    text = written(answers={"telemetry": "stays"})
    assert (
        "Service reliability: no score yet: too few of its questions are answered, 1 of 15" in text
    )
    assert "Learning culture: no score: nothing is answered yet, 0 of 9 answered" in text


def test_a_question_left_out_says_why(written: Callable[..., str]) -> None:
    assert "Counts only under You Build It You Run It." in flat(written("operations"))


@pytest.mark.parametrize(
    ("present", "said"),
    [
        ("you-build-it-you-run-it", "It is already run under the recommended model"),
        ("ops-run-it", "Today it is run under Ops Run It; it is better run under"),
        ("not-live", "It is not live yet"),
    ],
)
def test_the_present_model_is_compared(
    written: Callable[..., str], present: str, said: str
) -> None:
    assert said in written(profile={"present-model": present})


def test_an_answer_usual_in_another_model_is_told(written: Callable[..., str]) -> None:
    text = written(answers={"first-responder": "operations-bridge"})
    assert "Usual in Ops Run It: " in text


def test_what_would_flip_it_is_told(written: Callable[..., str]) -> None:
    text = flat(written())
    assert "were between medium and high, the model would be Ops Run It." in text
    assert "No other financial exposure would change the model by itself." in text


def test_a_practice_is_told_with_the_answers_that_call_for_it(
    written: Callable[..., str], playbook: Playbook
) -> None:
    option = playbook.scored_questions["telemetry"].option("stays")
    assert option
    text = flat(written(answers={"telemetry": "stays"}))
    assert "Automate a telemetry toolchain (missing, on 1 of 1 answers)" in text
    assert option.text in text


def test_a_practice_judged_by_the_profile_says_so(written: Callable[..., str]) -> None:
    text = flat(written(profile={"present-model": "ops-run-it"}))
    assert "digital services (missing, by the profile)" in text


def test_what_is_not_known_is_told_in_words(written: Callable[..., str]) -> None:
    text = flat(written(answers={"time-to-restore": "dont-know"}))
    assert "outages? Don't know" in text


def test_each_cause_of_a_pitfall_is_told(written: Callable[..., str]) -> None:
    answers = {
        "out-of-hours-cover": "team",
        "reliability-accountability": "several-roles",
        "on-call-funding": "central",
        "on-call-pay": "callout-only",
    }
    text = flat(written(answers=answers))
    assert "A rota beyond what the exposure calls for" in text
    assert "All three governance practices are missing" in text
    assert "Missing: Fund on-call costs from product team budgets" in text


def test_what_to_start_with_says_why(written: Callable[..., str]) -> None:
    answers = {"change-approval": "each-by-a-board", "deployment-frequency": "monthly"}
    text = flat(written("exemplary", answers=answers))
    assert "1. Pre-approve low risk, repeatable changes." in text
    assert "guards against Change management treacle (high risk, today)" in text
    assert "serves a missed target: the deployment target" in text


def test_where_nothing_burns_it_is_said(written: Callable[..., str]) -> None:
    assert "Nothing burns: no pitfall is near" in flat(written("exemplary"))


def test_where_nothing_is_known_nothing_names_a_step(written: Callable[..., str]) -> None:
    assert "Nothing answered so far names a step to start with." in flat(written())


def test_a_missed_target_that_nothing_explains_is_said(written: Callable[..., str]) -> None:
    text = flat(written("exemplary", answers={"time-to-restore": "longer"}))
    assert "The time to restore is missed and no answer explains it" in text


def test_an_unattended_night_is_told_in_money(written: Callable[..., str]) -> None:
    text = flat(written(profile={"exposure": {"amount": 6_000}}))
    assert "A plain night with nobody called can lose 90,000, a weekend 378,000" in text


def test_a_drawback_is_told_with_what_counters_it_and_its_price(
    written: Callable[..., str], playbook: Playbook
) -> None:
    drawback = playbook.drawbacks["uninformative-telemetry"]
    text = flat(written("operations", answers={"telemetry": "stays"}))
    assert f"{drawback.counter} {drawback.price}" in text


def test_a_weight_is_told_where_it_is_not_one(playbook: Playbook) -> None:
    telemetry = replace(playbook.scored_questions["telemetry"], weight=2)
    heavier = replace(playbook, questions={**playbook.questions, "telemetry": telemetry})
    text = text_of(heavier, document_of({"based_on": "bare", "answers": {"telemetry": "stays"}}))
    assert "0 of 4, counted 2 times: " in text


def test_the_source_is_credited(written: Callable[..., str], playbook: Playbook) -> None:
    text = flat(written())
    assert f"Playbook version {playbook.version}" in text
    assert "by Equal Experts (CC BY-NC 4.0)" in text
