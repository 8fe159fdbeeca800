"""The fields of a question; its options stand in test_options."""

import pytest

from assessments.playbook.questions import ProfileQuestion, ScoredQuestion

LADDER = "questions/telemetry.toml"
PROFILE = "questions/composition.toml"


def test_a_question_of_the_profile_section_is_a_profile_question(playbook):
    assert isinstance(playbook.questions["composition"], ProfileQuestion)


def test_a_question_of_a_dimension_is_a_scored_question(playbook):
    assert isinstance(playbook.questions["telemetry"], ScoredQuestion)


def test_a_question_knows_its_section(playbook):
    assert playbook.questions["telemetry"].section == "service-reliability"


def test_a_question_says_what_its_file_says(content):
    said = {"text": "A?", "why": "B.", "help": "C.", "evidence": "D."}
    with content.editing(LADDER) as question:
        question |= said
    question = content.load().questions["telemetry"]
    assert {key: getattr(question, key) for key in said} == said


@pytest.mark.parametrize("file", [LADDER, PROFILE])
@pytest.mark.parametrize("key", ["text", "why", "help", "evidence"])
def test_a_question_says_all_it_must(content, file, key):
    with content.editing(file) as question:
        del question[key]
    assert content.faults() == [f"{file}: {key}: is missing: expected a text"]


@pytest.mark.parametrize("file", [LADDER, PROFILE])
def test_a_misspelt_key_of_a_question_is_a_fault(content, file):
    with content.editing(file) as question:
        question["evidense"] = "The log."
    assert content.faults() == [
        f"{file}: evidense: is a key that nothing reads: rename or remove it; "
        "did you mean 'evidence'?"
    ]


@pytest.mark.parametrize(("file", "key"), [(LADDER, "answer"), (PROFILE, "judged_by")])
def test_a_key_of_the_other_sort_of_question_is_a_fault(content, file, key):
    with content.editing(file) as question:
        question[key] = "ladder"
    (fault,) = content.faults()
    assert fault.startswith(f"{file}: {key}: is a key that nothing reads")


@pytest.mark.parametrize("kind", ["lagging", "Leading", ""])
def test_a_question_is_leading_or_trailing(content, kind):
    with content.editing(LADDER) as question:
        question["kind"] = kind
    (fault,) = content.faults()
    assert fault.startswith(f"{LADDER}: kind: expected one of leading, trailing; found {kind!r}")


@pytest.mark.parametrize("key", ["kind", "judged_by"])
def test_a_scored_question_without_its_kind_or_judging_is_a_fault(content, key):
    with content.editing(LADDER) as question:
        del question[key]
    (fault,) = content.faults()
    assert fault.startswith(f"{LADDER}: {key}: is missing: expected one of ")


def test_an_unknown_judging_is_one_fault_and_leaves_the_points_be(content):
    with content.editing(LADDER) as question:
        question["judged_by"] = "laddder"
    assert content.faults() == [
        f"{LADDER}: judged_by: expected one of ladder, model, deployment-target, "
        "availability-target, out-of-hours-schedule; found 'laddder'; did you mean 'ladder'?"
    ]


def test_a_weight_is_1_where_nothing_is_said(content):
    with content.editing(LADDER) as question:
        question.pop("weight", None)
    assert content.load().questions["telemetry"].weight == 1


def test_a_weight_comes_with_its_reason(content):
    with content.editing(LADDER) as question:
        question |= {"weight": 2, "weight_reason": "It counts for two."}
    question = content.load().questions["telemetry"]
    assert (question.weight, question.weight_reason) == (2, "It counts for two.")


def test_a_weight_without_a_reason_is_a_fault(content):
    with content.editing(LADDER) as question:
        del question["weight_reason"]
    assert content.faults() == [f"{LADDER}: weight_reason: is missing: expected a text"]


@pytest.mark.parametrize(
    ("weight", "found"), [(0, "the number 0"), (10, "the number 10"), (True, "true")]
)
def test_a_weight_is_a_whole_number_from_1(content, weight, found):
    with content.editing(LADDER) as question:
        question |= {"weight": weight, "weight_reason": "It counts."}
    assert content.faults() == [
        f"{LADDER}: weight: expected a whole number from 1 to 9, found {found}"
    ]


def test_a_question_counts_for_one_model_or_for_both(playbook):
    assert playbook.questions["chaos-days"].counts_for == "you-build-it-you-run-it"
    assert playbook.questions["telemetry"].counts_for is None


def test_a_question_counts_for_no_other_model(content):
    with content.editing(LADDER) as question:
        question["counts_for"] = "ops-run-it"
    assert content.faults() == [
        f"{LADDER}: counts_for: expected one of you-build-it-you-run-it; found 'ops-run-it'"
    ]


def test_a_question_that_counts_for_one_model_is_judged_by_its_ladder(content):
    with content.editing("questions/change-approval.toml") as question:
        question["counts_for"] = "you-build-it-you-run-it"
    assert content.faults() == [
        "questions/change-approval.toml: counts_for: goes with judged_by = 'ladder' only: "
        "correct one of the two"
    ]


@pytest.mark.parametrize(
    ("file", "key", "expected"),
    [
        (LADDER, "asked_when", "always, higher-peak"),
        (LADDER, "counts_when", "always, rota"),
        (PROFILE, "asked_when", "always, both, rota"),
    ],
)
def test_when_a_question_is_put_or_counted_is_one_of_a_few(content, file, key, expected):
    with content.editing(file) as question:
        question[key] = "zebra"
    assert content.faults() == [f"{file}: {key}: expected one of {expected}; found 'zebra'"]


def test_a_question_is_put_and_counted_always_where_nothing_is_said(playbook):
    question = playbook.questions["telemetry"]
    assert (question.asked_when, question.counts_when) == ("always", "always")


def test_when_a_question_is_put_and_counted_is_read(playbook):
    assert playbook.questions["peak-readiness"].asked_when == "higher-peak"
    assert playbook.questions["on-call-rota"].counts_when == "rota"
    assert playbook.questions["foundational-demand"].asked_when == "both"
    assert playbook.questions["rota-people"].asked_when == "rota"


def test_when_a_question_does_not_apply_is_read(playbook):
    assert playbook.questions["loose-coupling"].does_not_apply.startswith("Only if")


@pytest.mark.parametrize(
    ("slug", "said", "fault"),
    [
        ("loose-coupling", None, "expected the condition under which the question does not apply"),
        ("telemetry", "Never.", "is no answer to this question by the scoring rules: remove it"),
    ],
)
def test_only_some_questions_may_not_apply(content, slug, said, fault):
    with content.editing(f"questions/{slug}.toml") as question:
        question.pop("does_not_apply", None)
        if said:
            question["does_not_apply"] = said
    [found] = content.faults()
    assert found.startswith(f"questions/{slug}.toml: does_not_apply: {fault}")


def test_a_profile_question_is_answered_by_choice_or_by_exposure(content):
    with content.editing(PROFILE) as question:
        question["answer"] = "money"
    assert content.faults() == [
        f"{PROFILE}: answer: expected one of choice, exposure; found 'money'"
    ]


def test_a_profile_question_says_whether_it_is_required(content):
    with content.editing(PROFILE) as question:
        question["required"] = "yes"
    assert content.faults() == [
        f"{PROFILE}: required: expected true or false, found the text 'yes'"
    ]


def test_a_question_of_no_section_is_still_read_as_what_it_is_fixed_to_be(content):
    with content.editing("playbook.toml") as index:
        index["sections"][0]["questions"].remove("composition")
    with content.editing(PROFILE) as question:
        del question["why"]
    assert content.faults() == [
        "playbook.toml: does not list questions/composition.toml: add it to a section's questions",
        f"{PROFILE}: why: is missing: expected a text",
    ]
