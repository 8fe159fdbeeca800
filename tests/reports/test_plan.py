"""The practices as a plan."""

from dataclasses import replace

import pytest

from assessments.playbook.text_snapshot import word
from assessments.reports.plan import Plan
from assessments.reports.wording_lookup import WordingLookup
from tests.reports.samples import BEDROOM, ECOMMERCE, options, outcome, playbook, recorded


def plan(profile=BEDROOM, answers=None, *, result=None):
    heard = WordingLookup(word(playbook()), recorded(profile, answers), "GBP")
    return Plan(result or outcome(profile, answers), heard)


def everything(phase):
    return (*phase.adopt, *phase.settle, *phase.keep, *phase.aside)


def test_the_phases_come_in_order():
    assert [phase.number for phase in plan().phases()] == [1, 2, 3]


def test_a_phase_has_a_title():
    assert plan().phases()[2].title == "Scale"


@pytest.mark.parametrize("position", [0, 2, 9])
@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE])
def test_every_practice_stands_in_the_plan_once(profile, position):
    phases = plan(profile, options(position)).phases()
    told = [practice.link.slug for phase in phases for practice in everything(phase)]
    assert sorted(told) == sorted(playbook().practices)


@pytest.mark.parametrize(
    ("part", "statuses"),
    [
        ("adopt", {"missing", "partly"}),
        ("settle", {"unknown"}),
        ("keep", {"in-place"}),
        ("aside", {"does-not-apply"}),
    ],
)
@pytest.mark.parametrize("position", [0, 2, 9])
def test_each_part_of_a_phase_holds_its_own_statuses(position, part, statuses):
    for phase in plan(BEDROOM, options(position)).phases():
        assert {practice.status for practice in getattr(phase, part)} <= statuses


def test_every_practice_says_how_to_start():
    for phase in plan().phases():
        assert all(practice.start for practice in everything(phase))


def test_how_to_start_is_the_practice_s_own_text():
    first = plan({**BEDROOM, "exposure": {"band": "medium"}}, options(0)).lacking()[0]
    assert first.start == playbook().practices[first.link.slug].start


def test_lower_steps_come_first():
    for phase in plan(BEDROOM, options(0)).phases():
        steps = [practice.step for practice in phase.adopt]
        assert steps == sorted(steps)


def test_with_nothing_answered_nothing_is_missing_for_a_service_that_is_not_live():
    phases = plan({**BEDROOM, "present-model": "not-live"}).phases()
    assert not any(phase.adopt for phase in phases)


def test_with_the_best_answers_little_is_to_be_settled():
    phases = plan(BEDROOM, options(9)).phases()
    assert any(phase.keep for phase in phases)


def test_what_lacks_comes_in_the_order_of_adoption():
    made = plan(BEDROOM, options(0))
    lacking = [p.link.slug for phase in made.phases() for p in phase.adopt]
    assert [p.link.slug for p in made.lacking()] == lacking


def test_with_nothing_answered_nothing_lacks():
    assert plan({**BEDROOM, "present-model": "not-live"}).lacking() == ()


def test_a_practice_of_the_plan_is_found_by_its_slug():
    found = plan(BEDROOM, options(0)).practice("run-regular-chaos-days")
    assert found.link.title == "Run regular Chaos Days"


def test_a_practice_has_its_summary():
    told = plan(BEDROOM, options(0)).lacking()[0]
    assert told.summary == playbook().practices[told.link.slug].summary


def test_a_practice_has_its_status_in_words():
    told = plan(BEDROOM, options(0)).lacking()[0]
    assert (told.status, told.status_title) == ("missing", "Missing")


def test_a_practice_says_how_much_it_rests_on():
    told = plan(BEDROOM, options(0)).phases()[1].adopt
    by_slug = {practice.link.slug: practice for practice in told}
    assert by_slug["architect-for-adaptability"].basis == "on 3 of 3 answers"


def test_a_practice_names_the_answers_that_call_for_it():
    told = plan(BEDROOM, {"chaos-days": options(0)["chaos-days"]}).phases()[1].adopt
    by_slug = {practice.link.slug: practice for practice in told}
    called = by_slug["run-regular-chaos-days"].called_for_by
    assert [answer.question for answer in called] == ["chaos-days"]


def test_a_practice_names_the_answers_that_show_it():
    best = playbook().scored_questions["chaos-days"].options[-1].slug
    kept = plan(BEDROOM, {"chaos-days": best}).phases()[1].keep
    by_slug = {practice.link.slug: practice for practice in kept}
    shown = by_slug["run-regular-chaos-days"].shown_by
    assert [answer.question for answer in shown] == ["chaos-days"]


def test_a_practice_that_is_gone_from_the_playbook_keeps_its_name():
    result = outcome(BEDROOM, options(0))
    gone = replace(result.practices[0], slug="send-pigeons")
    made = plan(BEDROOM, options(0), result=replace(result, practices=(gone,)))
    assert [p.link.title for phase in made.phases() for p in everything(phase)] == ["Send pigeons"]


EXPOSURE = "select-an-availability-target-on-financial-exposure"


def test_who_entered_an_amount_is_told_to_have_finance_confirm_it():
    start = plan().practice(EXPOSURE).start
    assert start.startswith("Show the amount you entered to the product manager and finance")


def test_who_picked_a_band_is_told_to_estimate_the_amount():
    start = plan({**BEDROOM, "exposure": {"band": "medium"}}).practice(EXPOSURE).start
    assert start == playbook().practices[EXPOSURE].start


def test_an_amount_of_nothing_is_an_amount():
    start = plan({**BEDROOM, "exposure": {"amount": 0}}).practice(EXPOSURE).start
    assert start == playbook().practices[EXPOSURE].start_known


def test_who_graded_the_demand_is_not_told_to_grade_it():
    start = plan().practice("select-deployment-target-on-feature-demand").start
    assert start.startswith("Show the grade of demand you gave")


def test_who_priced_the_peak_is_told_to_have_it_confirmed():
    profile = {**BEDROOM, "peak-exposure": {"amount": 800_000}}
    slug = "select-a-higher-availability-target-for-peak-exposure"
    assert plan(profile).practice(slug).start.startswith("Have finance confirm the amount")


def test_who_took_the_peak_by_a_band_is_told_to_price_it():
    profile = {**BEDROOM, "peak-exposure": {"band": "high"}}
    slug = "select-a-higher-availability-target-for-peak-exposure"
    assert plan(profile).practice(slug).start == playbook().practices[slug].start


def test_the_words_of_before_know_one_start_only():
    told_in = replace(word(playbook()), known_starts={})
    heard = WordingLookup(told_in, recorded(BEDROOM), "GBP")
    start = Plan(outcome(BEDROOM), heard).practice(EXPOSURE).start
    assert start == playbook().practices[EXPOSURE].start
