"""The options of a question, and what each of them implies."""

import pytest

from assessments.playbook.questions import Trigger

FILE = "questions/telemetry.toml"
FIT = "questions/deployment-frequency.toml"
NOT_A_SLUG = "expected a slug of small letters, digits and single hyphens, as in 'on-call-pay'"


@pytest.mark.parametrize("key", ["slug", "text"])
def test_an_option_says_all_it_must(content, key):
    with content.editing_option("telemetry", 2) as option:
        slug = option["slug"]
        del option[key]
    name = "3" if key == "slug" else slug
    assert content.faults() == [f"{FILE}: options.{name}.{key}: is missing: expected a text"]


def test_a_misspelt_key_of_an_option_is_a_fault(content):
    with content.editing_option("telemetry") as option:
        option["call_for"] = []
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.call_for: is a key that nothing reads: rename or remove it; "
        "did you mean 'calls_for'?"
    ]


@pytest.mark.parametrize("slug", ["dont-know", "does-not-apply"])
@pytest.mark.parametrize("question", ["telemetry", "foundational-demand"])
def test_what_stands_beside_every_question_is_no_option(content, question, slug):
    with content.editing_option(question) as option:
        option["slug"] = slug
    file = f"questions/{question}.toml"
    fault = f"{file}: options.{slug}.slug: {slug!r} stands beside every question: remove the option"
    assert fault in content.faults()


@pytest.mark.parametrize("slug", ["Not-kebab", "not_kebab", "not kebab"])
def test_an_options_slug_is_in_kebab_case(content, slug):
    with content.editing_option("telemetry", 1) as option:
        option["slug"] = slug
    assert content.faults() == [f"{FILE}: options.2.slug: {NOT_A_SLUG}: correct {slug!r}"]


def test_two_options_may_not_share_a_slug(content):
    with content.editing(FILE) as question:
        first, second, *_ = question["options"]
        second["slug"] = first["slug"]
    assert content.faults() == [
        f"{FILE}: options.{first['slug']}.slug: {first['slug']!r} is the slug of an earlier "
        "option: rename one"
    ]


@pytest.mark.parametrize("number", [3, 6])
def test_a_scored_question_has_four_or_five_options(content, number):
    with content.editing(FILE) as question:
        last = question["options"][-1]
        more = [{**last, "slug": f"extra-{extra}"} for extra in range(2)]
        question["options"] = (question["options"] + more)[:number]
    assert f"{FILE}: options: expected 4 or 5 options, found {number}" in content.faults()


def test_a_question_without_options_is_one_fault(content):
    with content.editing(FILE) as question:
        question["options"] = []
    assert content.faults() == [f"{FILE}: options: is empty: add at least one"]


def test_an_option_of_the_profile_may_have_help(content):
    with content.editing_option("composition") as option:
        option["help"] = "When in doubt."
        slug = option["slug"]
    assert content.load().questions["composition"].option(slug).help == "When in doubt."


def test_an_option_of_the_profile_may_go_without_help(content):
    with content.editing_option("composition") as option:
        option.pop("help", None)
        slug = option["slug"]
    assert content.load().questions["composition"].option(slug).help == ""


def test_the_points_of_a_ladder_are_kept_under_always(playbook):
    points = [dict(option.points) for option in playbook.questions["telemetry"].options]
    assert sorted(point["always"] for point in points) == [0, 1, 2, 3, 4]


def test_a_ladder_may_be_listed_from_its_top(content):
    with content.editing(FILE) as question:
        question["options"].reverse()
    assert content.faults() == []


def test_a_ladder_of_five_steps_has_every_number_of_points(content):
    with content.editing(FILE) as question:
        for option, points in zip(question["options"], [0, 1, 2, 2, 4], strict=True):
            option["points"] = points
    assert content.faults() == [
        f"{FILE}: options: expected points of 0, 1, 2, 3, 4 in any order, found 0, 1, 2, 2, 4"
    ]


def four_options(content, points):
    """The question with its middle option merged away, and these points."""
    with content.editing(FILE) as question:
        del question["options"][2]
        for option, point in zip(question["options"], points, strict=True):
            option["points"] = point
    return content.faults()


def test_a_ladder_of_four_steps_leaves_out_the_middle(content):
    assert four_options(content, [0, 1, 3, 4]) == []


def test_a_ladder_of_four_steps_with_other_points_is_a_fault(content):
    assert four_options(content, [0, 1, 2, 3]) == [
        f"{FILE}: options: expected points of 0, 1, 3, 4 in any order, found 0, 1, 2, 3"
    ]


@pytest.mark.parametrize(
    ("points", "found"),
    [
        (5, "the number 5"),
        (-1, "the number -1"),
        (True, "true"),
        (2.0, "the number 2.0"),
        ("2", "the text '2'"),
        ({"always": 2}, "a table"),
    ],
)
def test_points_of_a_ladder_are_a_whole_number_from_0_to_4(content, points, found):
    with content.editing_option("telemetry") as option:
        option["points"] = points
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.points: expected a whole number from 0 to 4, found {found}"
    ]


def test_an_option_without_points_is_a_fault(content):
    with content.editing_option("telemetry") as option:
        del option["points"]
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.points: is missing: expected a whole number from 0 to 4"
    ]


def test_points_by_target_stand_under_every_target(playbook):
    for option in playbook.questions["deployment-frequency"].options:
        assert list(option.points) == [
            "monthly",
            "fortnightly",
            "fortnightly-to-weekly",
            "weekly",
            "daily",
        ]


def test_a_target_without_points_is_a_fault(content):
    with content.editing_option("deployment-frequency") as option:
        del option["points"]["weekly"]
        slug = option["slug"]
    assert content.faults() == [
        f"{FIT}: options.{slug}.points.weekly: is missing: expected a whole number from 0 to 4"
    ]


def test_points_for_a_target_that_there_is_not_are_a_fault(content):
    with content.editing_option("deployment-frequency") as option:
        option["points"]["weekly-or-so"] = 2
        slug = option["slug"]
    assert content.faults() == [
        f"{FIT}: options.{slug}.points.weekly-or-so: is a key that nothing reads: "
        "rename or remove it; did you mean 'weekly'?"
    ]


def test_points_for_a_target_are_a_whole_number_from_0_to_4(content):
    with content.editing_option("deployment-frequency") as option:
        option["points"]["daily"] = 5
        slug = option["slug"]
    assert content.faults() == [
        f"{FIT}: options.{slug}.points.daily: expected a whole number from 0 to 4, "
        "found the number 5"
    ]


def test_a_bare_number_where_points_go_by_target_is_a_fault(content):
    with content.editing_option("deployment-frequency") as option:
        option["points"] = 4
        slug = option["slug"]
    assert content.faults() == [
        f"{FIT}: options.{slug}.points: expected a table of points for monthly, fortnightly, "
        "fortnightly-to-weekly, weekly, daily, found the number 4"
    ]


def test_what_an_option_implies_is_read(content):
    with content.editing_option("telemetry") as option:
        option |= {
            "shows": ["run-regular-chaos-days"],
            "calls_for": ["automate-a-telemetry-toolchain"],
            "sets_off": {"excessive-bau": "decisive", "linear-run-costs": "contributing"},
            "at_stake": ["operating-models-are-powered-by-feedback"],
            "points_at": ["slow-deployments"],
            "typical_of": "ops-run-it",
        }
        slug = option["slug"]
    option = content.load().questions["telemetry"].option(slug)
    assert option.shows == ("run-regular-chaos-days",)
    assert option.calls_for == ("automate-a-telemetry-toolchain",)
    assert option.sets_off == (
        Trigger("excessive-bau", "decisive"),
        Trigger("linear-run-costs", "contributing"),
    )
    assert option.at_stake == ("operating-models-are-powered-by-feedback",)
    assert option.points_at == ("slow-deployments",)
    assert option.typical_of == "ops-run-it"


@pytest.mark.parametrize("key", ["shows", "calls_for", "at_stake", "points_at"])
def test_an_option_names_only_what_there_is(content, key):
    with content.editing_option("telemetry") as option:
        option[key] = ["zebra"]
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.{key}: names 'zebra', which there is not: "
        "correct the slug or add its file"
    ]


def test_an_option_sets_off_only_pitfalls_that_there_are(content):
    with content.editing_option("telemetry") as option:
        option["sets_off"] = {"excesive-bau": "decisive"}
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.sets_off: names 'excesive-bau', which there is not; "
        "did you mean 'excessive-bau'?"
    ]


@pytest.mark.parametrize("weight", ["strongly", 1])
def test_an_option_sets_a_pitfall_off_in_one_of_two_strengths(content, weight):
    with content.editing_option("telemetry") as option:
        option["sets_off"] = {"excessive-bau": weight}
        slug = option["slug"]
    (fault,) = content.faults()
    assert fault.startswith(
        f"{FILE}: options.{slug}.sets_off.excessive-bau: expected one of decisive, contributing"
    )


def test_pitfalls_that_are_set_off_stand_in_a_table(content):
    with content.editing_option("telemetry") as option:
        option["sets_off"] = ["excessive-bau"]
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.sets_off: expected a table of pitfall to weight, found a list"
    ]


def test_an_option_is_typical_of_a_model_that_a_part_can_have(content):
    with content.editing_option("telemetry") as option:
        option["typical_of"] = "hybrid"
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.typical_of: expected one of you-build-it-you-run-it, "
        "ops-run-it; found 'hybrid'"
    ]


@pytest.mark.parametrize("key", ["shows", "calls_for"])
@pytest.mark.parametrize(
    "practice",
    [
        "measure-service-reliability",
        "select-team-out-of-hours-on-call-for-higher-availability-targets",
    ],
)
def test_an_option_says_nothing_of_a_practice_that_a_rule_judges(content, key, practice):
    with content.editing_option("telemetry") as option:
        option[key] = [*option.get(key, []), practice]
        slug = option["slug"]
    assert content.faults() == [
        f"{FILE}: options.{slug}.{key}: names {practice!r}, which a rule judges and no option: "
        "remove it"
    ]


def test_an_option_may_name_a_practice_whose_status_the_profile_decides(content):
    with content.editing_option("telemetry") as option:
        option["calls_for"] = ["select-ops-run-it-for-foundational-systems"]
    assert content.faults() == []
