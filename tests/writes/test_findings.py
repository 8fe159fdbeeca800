"""The rows that many results are counted by: written with a result, and written anew."""

from typing import Any

import pytest
from django.core.management import call_command

from assessments.models import PitfallFinding, PracticeFinding, ResultPart
from assessments.scoring.assess import RULES
from assessments.writes.findings import rebuild_findings
from assessments.writes.guests import claim
from tests import factories

pytestmark = pytest.mark.django_db


def practices(result):
    rows = PracticeFinding.objects.filter(result=result)
    return sorted(rows.values_list("rules", "practice", "status"))


def pitfalls(result):
    rows = PitfallFinding.objects.filter(result=result)
    return sorted(rows.values_list("rules", "pitfall", "risk", "when"))


def told(result, rules=RULES):
    """What the stored document says."""
    found = result.document
    return (
        sorted((rules, each["slug"], each["status"]) for each in found["practices"]),
        sorted(
            (rules, each["slug"], each["risk"], each["when"] or "") for each in found["pitfalls"]
        ),
    )


def forget():
    PracticeFinding.objects.all().delete()
    PitfallFinding.objects.all().delete()


def test_a_submitted_result_leaves_a_row_for_each_practice_and_pitfall(cast):
    result = factories.submitted_result(cast.service)
    assert (practices(result), pitfalls(result)) == told(result)
    assert {row.organisation for row in PracticeFinding.objects.all()} == {cast.organisation}


def test_a_part_keeps_the_amount_that_an_hour_can_cost(cast):
    factories.submitted_result(cast.service, factories.full_answers({"exposure": 200_000}))
    assert ResultPart.objects.get().exposure == 200_000


def test_a_part_whose_band_was_chosen_has_no_amount(cast):
    factories.submitted_result(cast.service, factories.full_answers({"exposure": "medium"}))
    assert ResultPart.objects.get().exposure is None


def test_a_foundational_part_has_its_own_amount(cast):
    answers: dict[str, str | int | dict[str, Any]] = {
        "composition": "both",
        "foundational-exposure": 40_000,
        "foundational-demand": "low",
        "exposure": 90_000,
    }
    factories.submitted_result(cast.service, factories.full_answers(answers))
    parts = ResultPart.objects.values_list("part", "exposure")
    assert dict(parts) == {"digital": 90_000, "foundational": 40_000}


def test_a_guest_s_result_is_counted_nowhere_until_it_is_claimed(cast):
    check = factories.guest_check()
    result = factories.submitted_result(check)
    assert practices(result) == []
    claim(check=check, team=cast.team, service_name="Checkout", by=cast.owner, at=factories.AT)
    result.refresh_from_db()
    assert (practices(result), pitfalls(result)) == told(result)


def test_a_result_by_older_rules_is_counted_by_its_own_and_by_today_s(cast):
    result = factories.submitted_result(cast.service)
    expected, near = told(result)
    factories.as_by_rules_1(result)
    rebuild_findings()
    assert [row for row in practices(result) if row[0] == RULES] == expected
    assert [row for row in pitfalls(result) if row[0] == RULES] == near
    assert {row[0] for row in practices(result)} == {1, RULES}


def test_rebuilding_writes_what_is_lost_and_nothing_twice(cast):
    result = factories.submitted_result(cast.service)
    ResultPart.objects.update(exposure=None)
    forget()
    for _twice in range(2):
        assert rebuild_findings() == 1
        assert (practices(result), pitfalls(result)) == told(result)
    assert ResultPart.objects.get().exposure == factories.BEDROOM["exposure"]


def test_only_what_lacks_them_is_written(cast):
    kept = factories.submitted_result(cast.service)
    lost = factories.submitted_result(factories.service(cast.team, "Kitchen"))
    PracticeFinding.objects.filter(result=lost).delete()
    PracticeFinding.objects.filter(result=kept).update(status="unknown")
    assert rebuild_findings(only_missing=True) == 1
    assert practices(lost) == told(lost)[0]
    assert {status for _rules, _practice, status in practices(kept)} == {"unknown"}


def test_findings_whose_result_is_gone_go(cast):
    result = factories.submitted_result(cast.service)
    # As the previous release leaves them, which deletes results and knows no findings.
    for model in (PracticeFinding, PitfallFinding):
        model.objects.update(result=10**6)
    rebuild_findings(only_missing=True)
    assert {row.result_id for row in PracticeFinding.objects.all()} == {result.pk}
    assert {row.result_id for row in PitfallFinding.objects.all()} == {result.pk}


def test_more_results_cost_no_more_queries_each(cast, django_assert_max_num_queries):
    for number in range(5):
        factories.submitted_result(factories.service(cast.team, f"Service {number}"))
    with django_assert_max_num_queries(16):
        rebuild_findings()


def test_the_command_says_how_many_it_wrote(cast, capsys):
    factories.submitted_result(cast.service)
    call_command("rebuild_findings")
    assert capsys.readouterr().out == "Results written: 1.\n"
