"""What holds for any inputs, found by trying many."""

import json
from random import Random
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.playbook.loading import load
from assessments.playbook.questions import DOES_NOT_APPLY, DONT_KNOW, ScoredQuestion
from assessments.playbook.rule_slugs import MEASUREMENT_PRACTICES, MODEL_PRACTICES
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.faults import InputFaults
from assessments.scoring.inputs import Answer, Inputs, RotaPeople, SiblingTeams
from assessments.scoring.reading import read, read_json, read_toml
from assessments.scoring.result import GuardedPitfall, MissedTarget, Result
from assessments.scoring.scores import total
from assessments.scoring.selector import BANDS, DEMANDS
from assessments.scoring.stored import from_document

PLAYBOOK = load()
QUESTIONS = PLAYBOOK.scored_questions
ADDRESS = "https://example.org/evidence"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
demands = st.sampled_from(DEMANDS)
amounts = st.builds(lambda amount: {"amount": amount}, st.integers(0, 10**12))
picked = st.builds(lambda band: {"band": band}, st.sampled_from(BANDS))
exposures = amounts | picked


def any_answer(question: ScoredQuestion, chance: Random) -> Any:
    beside = [DONT_KNOW, *([DOES_NOT_APPLY] if question.does_not_apply else [])]
    option = chance.choice([*(it.slug for it in question.options), *beside])
    evidence = [ADDRESS] * chance.randrange(3)
    return chance.choice([None, option, {"option": option, "evidence": evidence}])


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Input documents without faults. The answers hang on one draw, which keeps it quick."""
    chance = draw(st.randoms(use_true_random=False))
    composition = draw(st.sampled_from(["digital", "foundational", "both"]))
    models = ["ops-run-it", "you-build-it-you-run-it", "not-live"]
    ceilings = sorted(draw(st.sets(st.integers(0, 10**12), min_size=3, max_size=3)))
    bands = [{"band": band, "ceiling": it} for band, it in zip(BANDS, ceilings, strict=False)]
    return {
        "service": draw(st.sampled_from(["bedroom", "寝室"])),
        "profile": {
            "composition": composition,
            "exposure": draw(exposures),
            "foundational-exposure": draw(st.none() | exposures),
            "peak-exposure": draw(st.none() | exposures),
            "feature-demand": draw(demands),
            "foundational-demand": draw(demands),
            "present-model": draw(
                st.sampled_from([*models, "hybrid"] if composition == "both" else models)
            ),
            "out-of-hours-loss": draw(st.sampled_from([None, "as-much", "less", "nothing"])),
            "rota-people": draw(st.sampled_from([None, *get_args(RotaPeople)])),
            "sibling-teams": draw(st.sampled_from([None, *get_args(SiblingTeams)])),
        },
        "bands": [*bands, {"band": "very-high"}],
        "answers": {slug: any_answer(question, chance) for slug, question in QUESTIONS.items()},
    }


inputs_of_any_kind = documents().map(lambda document: read(PLAYBOOK, document))


@given(documents())
@settings(max_examples=60, deadline=None)
def test_every_document_without_faults_has_a_result(document: dict[str, Any]) -> None:
    assert assess(PLAYBOOK, read(PLAYBOOK, document)).service == document["service"]


@given(json_values)
@settings(deadline=None)
def test_any_json_is_read_or_refused(document: object) -> None:
    try:
        read(PLAYBOOK, document)
    except InputFaults as refused:
        assert refused.faults  # noqa: PT017


@given(documents(), st.data())
@settings(max_examples=60, deadline=None)
def test_any_change_to_a_document_is_read_or_refused(
    document: dict[str, Any], data: st.DataObject
) -> None:
    place: Any = document
    while isinstance(place, dict) and place:
        key = data.draw(st.sampled_from(list(place)))
        if data.draw(st.booleans()) or not isinstance(place[key], dict):
            place[key] = data.draw(json_values)
            break
        place = place[key]
    try:
        assess(PLAYBOOK, read(PLAYBOOK, document))
    except InputFaults as refused:
        assert all(fault.message for fault in refused.faults)  # noqa: PT017


@given(st.text() | st.binary())
def test_any_text_is_refused_in_words(text: str | bytes) -> None:
    for reader in (read_json, read_toml):
        try:
            reader(PLAYBOOK, text)
        except InputFaults as refused:
            assert str(refused)  # noqa: PT017


@given(documents())
@settings(max_examples=50, deadline=None)
def test_reading_json_is_reading_what_it_says(document: dict[str, Any]) -> None:
    assert read_json(PLAYBOOK, json.dumps(document)) == read(PLAYBOOK, document)


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_of_answers_does_not_matter(document: dict[str, Any], chance: Random) -> None:
    shuffled = list(document["answers"].items())
    chance.shuffle(shuffled)
    other = {**document, "answers": dict(shuffled)}
    assert assess(PLAYBOOK, read(PLAYBOOK, other)) == assess(PLAYBOOK, read(PLAYBOOK, document))


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_a_score_stands_only_on_enough_and_is_the_total_of_its_contributions(
    inputs: Inputs,
) -> None:
    for score in assess(PLAYBOOK, inputs).scores.values():
        enough = score.basis == "enough"
        assert score.score == (total(score.contributions) if enough else None)
        assert score.answered == len(score.contributions) <= score.asked


@given(inputs_of_any_kind, st.sampled_from(sorted(QUESTIONS)), st.data())
@settings(max_examples=100, deadline=None)
def test_an_option_with_more_points_never_lowers_its_score(
    inputs: Inputs, slug: str, data: st.DataObject
) -> None:
    question = QUESTIONS[slug]
    if slug == "out-of-hours-cover":
        # The cover held also says which other questions count, so its score is not its own.
        return
    one, other = (
        assess(
            PLAYBOOK,
            Inputs(
                inputs.service,
                inputs.profile,
                inputs.bands,
                {**inputs.answers, slug: Answer(data.draw(st.sampled_from(question.options)).slug)},
            ),
        ).scores[question.section]
        for _ in range(2)
    )
    points = [
        next((it.points for it in score.contributions if it.question == slug), 0)
        for score in (one, other)
    ]
    if points[0] <= points[1]:
        assert one.basis == other.basis
        assert (one.score or 0) <= (other.score or 0)


@given(inputs_of_any_kind, st.sampled_from(sorted(QUESTIONS)))
@settings(max_examples=50, deadline=None)
def test_taking_an_answer_away_takes_its_contribution_away_and_no_other(
    inputs: Inputs, slug: str
) -> None:
    if slug == "out-of-hours-cover":
        return
    fewer = {question: it for question, it in inputs.answers.items() if question != slug}
    section = QUESTIONS[slug].section
    before = assess(PLAYBOOK, inputs).scores[section].contributions
    after = assess(PLAYBOOK, Inputs(inputs.service, inputs.profile, inputs.bands, fewer))
    left = tuple(it for it in before if it.question != slug)
    assert after.scores[section].contributions == left


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_answers_never_change_the_model(inputs: Inputs) -> None:
    without = Inputs(inputs.service, inputs.profile, inputs.bands)
    one, other = (assess(PLAYBOOK, it).recommendation for it in (inputs, without))
    assert (one.model, one.parts, one.reasons, one.flips) == (
        other.model,
        other.parts,
        other.reasons,
        other.flips,
    )


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_a_result_comes_back_from_its_document(inputs: Inputs) -> None:
    result = assess(PLAYBOOK, inputs)
    assert from_document(json.loads(json.dumps(to_document(result)))) == result


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_every_cause_is_an_answer_that_was_given(inputs: Inputs) -> None:
    document = to_document(assess(PLAYBOOK, inputs))
    entries = [*document["pitfalls"], *document["drawbacks"], *document["principles"]]
    causes = [cause for it in entries for cause in it["because"] if "question" in cause]
    sides = [
        it for one in document["practices"] for it in (*one["shown_by"], *one["called_for_by"])
    ]
    for cause in (*causes, *sides):
        assert inputs.answers[cause["question"]].option == cause["option"]


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_a_status_says_what_its_sides_say(inputs: Inputs) -> None:
    statuses = {
        (True, True): "partly",
        (True, False): "in-place",
        (False, True): "missing",
        (False, False): "unknown",
    }
    for practice in assess(PLAYBOOK, inputs).practices:
        expected = statuses[bool(practice.shown_by), bool(practice.called_for_by)]
        if practice.status != "does-not-apply" and practice.slug not in MODEL_PRACTICES:
            assert practice.status == expected


def _is_full(result: Result, question: ScoredQuestion) -> bool:
    """Whether an answer earns full marks, by its contribution where it counts."""
    for one in result.scores[question.section].contributions:
        if one.question == question.slug:
            return one.points == one.of
    return False


@given(inputs_of_any_kind)
@settings(max_examples=100, deadline=None)
def test_full_marks_set_off_nothing(inputs: Inputs) -> None:
    result = assess(PLAYBOOK, inputs)
    document = to_document(result)
    against = [
        cause["question"]
        for entry in (*document["pitfalls"], *document["drawbacks"], *document["principles"])
        for cause in entry["because"]
        if "question" in cause
    ]
    against += [it["question"] for it in document["misfit"]["answers"]]
    against += [
        it["question"]
        for one in document["practices"]
        if one["slug"] not in MEASUREMENT_PRACTICES.values()
        for it in one["called_for_by"]
        if it != {"question": "peak-readiness", "option": "staffed-support"}
    ]
    for slug in against:
        assert not _is_full(result, QUESTIONS[slug])


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_a_pitfall_at_risk_names_a_cause_and_no_other_does(inputs: Inputs) -> None:
    for pitfall in assess(PLAYBOOK, inputs).pitfalls:
        assert bool(pitfall.because) is (pitfall.risk in ("high", "some"))


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_what_to_start_with_applies_and_lacks(inputs: Inputs) -> None:
    result = assess(PLAYBOOK, inputs)
    statuses = {practice.slug: practice.status for practice in result.practices}
    assert len(result.first) <= 3
    for step in result.first:
        assert statuses[step.practice] in ("missing", "partly")


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_what_makes_a_step_urgent_is_told_elsewhere_in_the_result(inputs: Inputs) -> None:
    result = assess(PLAYBOOK, inputs)
    at_risk = {it.slug for it in result.pitfalls if it.risk in ("high", "some")}
    raised = {it.caution for it in result.recommendation.cautions}
    for urge in (urge for step in result.first for urge in step.because):
        if isinstance(urge, GuardedPitfall):
            assert urge.pitfall in at_risk
        elif isinstance(urge, MissedTarget):
            assert getattr(result.against_targets, urge.target) == "missed"
        else:
            assert urge.caution in raised


@given(inputs_of_any_kind)
@settings(max_examples=50, deadline=None)
def test_whatever_says_when_is_judged(inputs: Inputs) -> None:
    for pitfall in assess(PLAYBOOK, inputs).pitfalls:
        assert (pitfall.when is None) is (pitfall.risk == "does-not-apply")
