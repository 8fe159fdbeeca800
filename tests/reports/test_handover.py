"""What changes hands where the recommended model is another than today's."""

import pytest

from assessments.reports import result_labels
from assessments.reports.handover import _HELD_ALREADY, _LABELS, changes_of_hands
from assessments.reports.terminal import write
from tests.reports.samples import BEDROOM, BOTH, ECOMMERCE, outcome, playbook, recorded, report

TEAM_RUN_UTILITY = {**ECOMMERCE, "present-model": "you-build-it-you-run-it"}
WHO_DEPLOYS = "Who deploys"
OUT_OF_HOURS = "Who is called out of hours"
WHO_PAYS = "Who pays for on-call out of hours"


def changes(profile=BEDROOM, answers=None):
    return changes_of_hands(outcome(profile, answers), recorded(profile, answers))


def by_label(profile=BEDROOM, answers=None):
    return {change.label: change for change in changes(profile, answers)}


def test_everything_changes_hands_where_the_team_takes_over_from_operations():
    assert list(by_label()) == [
        "Who deploys",
        "Who is called in working hours",
        "Who is called out of hours",
        "Who pays for on-call out of hours",
        "Who answers for a missed target",
    ]


def test_nothing_changes_hands_where_the_model_stays():
    assert changes({**BEDROOM, "present-model": "you-build-it-you-run-it"}) == ()


def test_nothing_changes_hands_before_launch():
    assert changes({**BEDROOM, "present-model": "not-live"}) == ()


def test_today_is_told_in_the_words_of_the_answer():
    change = by_label(answers={"on-call-funding": "central"})[WHO_PAYS]
    assert change.today.startswith("A central budget of neither operations")
    assert change.usual_in == ""


@pytest.mark.parametrize(("option", "words"), result_labels.RESERVED_OPTIONS.items())
def test_an_answer_that_knows_nothing_is_told_as_usual_although_it_has_words(option, words):
    said = recorded(on_call_funding={"option": option, "option_text": words})
    (change,) = (c for c in changes_of_hands(outcome(), said) if c.label == WHO_PAYS)
    assert (change.today, change.usual_in) == ("The operations budget", "Ops Run It")


@pytest.mark.parametrize("answers", [{}, {"on-call-funding": "dont-know"}])
def test_what_nobody_has_answered_is_told_as_usual(answers):
    change = by_label(answers=answers)[WHO_PAYS]
    assert (change.today, change.usual_in) == ("The operations budget", "Ops Run It")


def test_what_is_held_as_it_is_to_be_does_not_change_hands():
    assert WHO_DEPLOYS not in by_label(answers={"deployment-ownership": "developers-always"})


def test_a_rota_of_the_domain_is_paid_once_for_all_its_teams():
    change = by_label()[WHO_PAYS]
    assert change.then == "One of the budget holders of the domain's teams, for all of them"


def test_a_rota_of_the_team_is_paid_by_its_budget():
    profile = {**BEDROOM, "exposure": {"amount": 810_000}}
    assert by_label(profile)[WHO_PAYS].then == "The product team's budget"


def test_where_no_rota_is_called_for_nobody_pays_for_one():
    profile = {**BEDROOM, "exposure": {"amount": 0}}
    assert by_label(profile)[WHO_PAYS].then == "Nobody: there is no standby to pay"


def test_a_cover_that_nobody_pays_for_does_not_change_hands_where_none_is_called_for():
    profile = {**BEDROOM, "exposure": {"amount": 0}}
    answers = {"out-of-hours-cover": "none", "on-call-funding": "no-budget"}
    assert not {OUT_OF_HOURS, WHO_PAYS} & set(by_label(profile, answers))


def test_a_team_without_siblings_keeps_the_rota_it_has():
    profile = {**BEDROOM, "sibling-teams": "none"}
    assert OUT_OF_HOURS not in by_label(profile, {"out-of-hours-cover": "team"})


def test_a_team_with_siblings_gives_its_rota_to_the_domain():
    profile = {**BEDROOM, "sibling-teams": "three-or-more"}
    change = by_label(profile, {"out-of-hours-cover": "team"})[OUT_OF_HOURS]
    assert change.then == "One rota serves all sibling teams of the domain"


def test_a_utility_goes_to_operations():
    change = by_label(TEAM_RUN_UTILITY)[WHO_DEPLOYS]
    assert (change.today, change.then) == ("The product team", "Operations, on request")


def test_the_only_part_is_not_named():
    assert {change.part for change in changes()} == {None}


def test_of_a_hybrid_run_by_operations_the_digital_part_changes_hands():
    found = changes({**BOTH, "present-model": "ops-run-it"})
    assert {change.part for change in found} == {"Digital part"}


def test_of_a_hybrid_run_by_its_team_the_foundational_part_changes_hands():
    profile = {**BOTH, "present-model": "you-build-it-you-run-it"}
    found = changes(profile, {"on-call-funding": "central"})
    assert {change.part for change in found} == {"Foundational part"}
    # The answers are about the digital part.
    assert all(change.usual_in for change in found)


def test_where_both_parts_come_to_the_team_the_foundational_one_changes_hands():
    found = changes({**BOTH, "foundational-demand": "very-high"})
    assert {change.part for change in found} == {"Foundational part"}


def test_only_questions_and_options_of_the_playbook_are_named():
    for held in _HELD_ALREADY.values():
        for question, options in held.items():
            known = {option.slug for option in playbook().questions[question].options}
            assert options <= known
    assert set(_LABELS) <= set(playbook().questions)


def test_a_report_carries_what_changes_hands():
    assert report().changes_hands == changes()


def test_the_terminal_tells_what_changes_hands():
    text = write(report(), playbook().source)
    assert "Who deploys. Today: Operations, on request (usual in Ops Run It). Then: The" in text


def test_the_terminal_is_silent_where_nothing_does():
    profile = {**BEDROOM, "present-model": "you-build-it-you-run-it"}
    assert "What changes hands" not in write(report(profile), playbook().source)
