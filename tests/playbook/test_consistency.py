"""The slugs and traits that the scoring rules take for granted."""

import shutil

import pytest

from assessments.playbook.rule_slugs import (
    ENTRIES,
    GROUPS,
    OPTIONS,
    PEAK_PRACTICE,
    QUESTIONS,
    SECTION_OF,
    STARTED_BY,
    TRAITS,
)

INDEX = "playbook.toml"


def forget(content, kind, slug):
    """Remove an entry from its folder, from the index and from the terms that point at it."""
    (content.path / kind / f"{slug}.toml").unlink()
    with content.editing(INDEX) as index:
        lists = {
            "questions": [section["questions"] for section in index["sections"]],
            "practices": [group["practices"] for group in index["groups"]],
        }
        for listed in lists.get(kind) or [index[kind]]:
            if slug in listed:
                listed.remove(slug)
    for path in (content.path / "terms").iterdir():
        with content.editing(f"terms/{path.name}") as term:
            term["see"] = [see for see in term.get("see", []) if see != f"{kind[:-1]}:{slug}"]


@pytest.mark.parametrize("slug", ["composition", "loose-coupling", "telemetry", "chaos-days"])
def test_a_fixed_question_that_is_gone_is_one_fault(content, slug):
    forget(content, "questions", slug)
    assert content.faults() == [
        f"{INDEX}: sections.{SECTION_OF[slug]}.questions: lacks {slug!r}, a fixed slug: "
        "add the question"
    ]


@pytest.mark.parametrize(
    ("kind", "slug"),
    [
        ("practices", "measure-learning-culture"),
        ("practices", "select-a-higher-availability-target-for-peak-exposure"),
        ("pitfalls", "linear-run-costs"),
        ("drawbacks", "slow-deployments"),
        ("models", "hybrid"),
    ],
)
def test_an_entry_that_a_rule_names_and_that_is_gone_is_a_fault(content, kind, slug):
    forget(content, kind, slug)
    where = "groups" if kind == "practices" else kind
    assert f"{INDEX}: {where}: lacks {slug!r}, which a scoring rule names: add it" in (
        content.faults()
    )


def test_an_entry_may_stand_beside_those_that_a_rule_names(content):
    with content.editing("models/hybrid.toml") as model:
        model["title"] = "Another"
    models = content.path / "models"
    shutil.copy(models / "hybrid.toml", models / "another.toml")
    with content.editing(INDEX) as index:
        index["models"].append("another")
    assert content.faults() == []


def test_a_question_beside_the_fixed_ones_is_a_fault(content):
    questions = content.path / "questions"
    shutil.copy(questions / "telemetry.toml", questions / "telemetri.toml")
    with content.editing(INDEX) as index:
        index["sections"][2]["questions"].append("telemetri")
    assert content.faults() == [
        "questions/telemetri.toml: is not one of the fixed questions; did you mean 'telemetry'?"
    ]


def test_a_question_like_no_fixed_one_is_to_be_removed(content):
    questions = content.path / "questions"
    shutil.copy(questions / "telemetry.toml", questions / "zebra.toml")
    with content.editing(INDEX) as index:
        index["sections"][2]["questions"].append("zebra")
    assert content.faults() == [
        "questions/zebra.toml: is not one of the fixed questions: remove the file"
    ]


def move(content, slug, from_, to):
    with content.editing(INDEX) as index:
        sections = {section["slug"]: section["questions"] for section in index["sections"]}
        sections[from_].remove(slug)
        sections[to].append(slug)


def test_a_question_in_another_dimension_is_a_fault(content):
    move(content, "telemetry", "service-reliability", "learning-culture")
    assert content.faults() == [
        f"{INDEX}: sections.learning-culture.questions: names 'telemetry', of the section "
        "service-reliability: move it there"
    ]


def test_a_scored_question_in_the_profile_is_told_to_move(content):
    move(content, "telemetry", "service-reliability", "profile")
    assert (
        f"{INDEX}: sections.profile.questions: names 'telemetry', of the section "
        "service-reliability: move it there"
    ) in content.faults()


def test_a_profile_question_in_a_dimension_is_told_to_move(content):
    move(content, "composition", "profile", "learning-culture")
    assert (
        f"{INDEX}: sections.learning-culture.questions: names 'composition', of the section "
        "profile: move it there"
    ) in content.faults()


@pytest.mark.parametrize("slug", OPTIONS)
def test_a_fixed_option_under_another_slug_is_a_fault(content, slug):
    with content.editing(f"questions/{slug}.toml") as question:
        question["options"][1]["slug"] = "zebra"
    (fault,) = content.faults()
    assert fault.startswith(f"questions/{slug}.toml: options: expected the fixed options ")


def test_the_fault_of_an_option_names_those_expected_and_those_found(content):
    with content.editing("questions/composition.toml") as question:
        question["options"] = [{"slug": "digital", "text": "A."}, {"slug": "mixed", "text": "B."}]
    assert content.faults() == [
        "questions/composition.toml: options: expected the fixed options digital, foundational, "
        "both; found 'digital', 'mixed'"
    ]


@pytest.mark.parametrize("slug", OPTIONS)
def test_fixed_options_may_be_listed_in_another_order(content, slug):
    with content.editing(f"questions/{slug}.toml") as question:
        question["options"].reverse()
    assert content.faults() == []


def test_an_option_without_a_slug_is_one_fault(content):
    with content.editing_option("composition") as option:
        del option["slug"]
    assert content.faults() == [
        "questions/composition.toml: options.1.slug: is missing: expected a text"
    ]


@pytest.mark.parametrize(
    ("slug", "field", "value", "expected", "found"),
    [
        ("composition", "required", False, "true", "false"),
        ("peak-exposure", "required", True, "false", "true"),
        ("composition", "answer", "exposure", "'choice'", "'exposure'"),
        ("exposure", "answer", "choice", "'exposure'", "'choice'"),
        ("foundational-demand", "asked_when", "always", "'both'", "'always'"),
        ("feature-demand", "asked_when", "both", "'always'", "'both'"),
        ("peak-readiness", "asked_when", "always", "'higher-peak'", "'always'"),
        ("on-call-pay", "counts_when", "always", "'rota'", "'always'"),
    ],
)
def test_what_a_rule_takes_for_granted_about_a_question_holds(
    content, slug, field, value, expected, found
):
    with content.editing(f"questions/{slug}.toml") as question:
        question[field] = value
    assert content.faults() == [
        f"questions/{slug}.toml: {field}: expected {expected}, as a scoring rule takes for "
        f"granted; found {found}"
    ]


@pytest.mark.parametrize(
    "slug",
    [
        "deployment-frequency",
        "deployment-lead-time",
        "availability-attained",
        "time-to-restore",
        "out-of-hours-cover",
    ],
)
def test_a_question_judged_by_fit_is_judged_by_its_target(content, slug):
    with content.editing(f"questions/{slug}.toml") as question:
        question["judged_by"] = "ladder"
        for points, option in enumerate(question["options"]):
            option["points"] = points
    (fault,) = content.faults()
    assert fault.startswith(f"questions/{slug}.toml: judged_by: expected '")


def test_a_trait_that_could_not_be_read_is_one_fault(content):
    with content.editing("questions/peak-readiness.toml") as question:
        question["asked_when"] = "higher_peak"
    (fault,) = content.faults()
    assert "expected one of always, higher-peak" in fault


def test_practices_of_a_group_stand_in_the_order_of_their_steps(content):
    with content.editing(INDEX) as index:
        index["groups"][0]["practices"].reverse()
    faults = content.faults()
    assert (
        f"{INDEX}: groups.selection.practices: puts "
        "'select-deployment-target-on-feature-demand' of step 1 after step 2: order by step"
    ) in faults


def test_only_the_practices_out_of_order_are_named(content):
    with content.editing(INDEX) as index:
        practices = index["groups"][0]["practices"]
        practices.append(practices.pop(0))
        moved = practices[-1]
    (fault,) = content.faults()
    assert repr(moved) in fault


def test_a_step_that_could_not_be_read_puts_nothing_out_of_order(content):
    with content.editing(INDEX) as index:
        last = index["groups"][0]["practices"][-1]
    with content.editing(f"practices/{last}.toml") as practice:
        practice["step"] = "two"
    (fault,) = content.faults()
    assert fault.startswith(f"practices/{last}.toml: step: expected a whole number")


def test_there_are_45_fixed_questions():
    assert len(SECTION_OF) == sum(map(len, QUESTIONS.values())) == 45


def test_every_question_with_fixed_options_or_traits_is_a_fixed_one():
    assert {*OPTIONS, *TRAITS} <= SECTION_OF.keys()


def test_no_fixed_slug_is_named_twice():
    for slugs in (*QUESTIONS.values(), *OPTIONS.values(), *ENTRIES.values(), GROUPS):
        assert len(slugs) == len(set(slugs))


def test_a_practice_whose_first_step_an_answer_takes_says_how_to_start_then(content):
    with content.editing(f"practices/{PEAK_PRACTICE}.toml") as practice:
        del practice["start_known"]
    assert content.faults() == [
        f"practices/{PEAK_PRACTICE}.toml: start_known: is missing: expected how to start where "
        "peak-exposure was answered with an amount"
    ]


def test_a_start_for_a_step_that_no_answer_takes_is_a_fault(content):
    with content.editing("practices/run-regular-chaos-days.toml") as practice:
        practice["start_known"] = "Go on."
    assert content.faults() == [
        "practices/run-regular-chaos-days.toml: start_known: no answer takes the first step of "
        "this practice: remove it"
    ]


def test_first_steps_are_taken_by_questions_that_take_such_an_answer():
    for question, given in STARTED_BY.values():
        taken = "exposure" if given == "amount" else given
        assert TRAITS[question]["answer"] == taken
