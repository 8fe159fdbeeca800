import re
from datetime import timedelta

import pytest
from django.urls import reverse

from assessments.models import Organisation, Role
from tests import factories

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(days=30)


@pytest.fixture
def path(cast):
    return reverse("service", args=["acme", cast.service.pk])


@pytest.fixture
def coach(client, cast):
    client.force_login(factories.member(cast.organisation, "coach@example.org", role=Role.COACH))
    return client


@pytest.fixture
def two_results(cast):
    before = factories.submitted_result(
        cast.service, factories.full_answers({"telemetry": "dont-know"}), by=cast.owner
    )
    after = factories.submitted_result(cast.service, by=cast.owner, at=LATER)
    return before, after


def link(name, *args):
    return f'href="{reverse(name, args=["acme", *args])}"'


# --- Who


def test_an_outsider_is_told_the_service_does_not_exist(client, cast, path):
    client.force_login(cast.outsider)
    assert client.get(path).status_code == 404


def test_a_colleague_of_another_team_is_told_the_service_does_not_exist(client, cast, path):
    client.force_login(cast.colleague)
    assert client.get(path).status_code == 404


def test_a_coach_reads_the_service_and_changes_nothing(coach, cast, path):
    page = coach.get(path).text
    assert "Bedroom" in page
    assert link("service-edit", cast.service.pk) not in page
    assert reverse("service-assess", args=["acme", cast.service.pk]) not in page


def test_the_team_s_people_edit_archive_and_assess(owner, cast, path):
    page = owner.get(path).text
    assert link("service-edit", cast.service.pk) in page
    assert link("service-archive", cast.service.pk) in page
    assert reverse("service-assess", args=["acme", cast.service.pk]) in page


def test_only_owners_are_offered_to_delete(client, cast, path):
    client.force_login(factories.member(cast.organisation, "dev@example.org", teams=(cast.team,)))
    assert link("service-delete", cast.service.pk) not in client.get(path).text


def test_an_archived_service_can_be_restored_and_not_assessed(owner, cast, path):
    cast.service.archived_at = factories.AT
    cast.service.save()
    page = owner.get(path).text
    assert reverse("service-restore", args=["acme", cast.service.pk]) in page
    assert reverse("service-assess", args=["acme", cast.service.pk]) not in page


def test_a_number_beyond_the_database_is_no_service(owner):
    assert owner.get(f"/o/acme/services/{10**30}/").status_code == 404


# --- What is recommended now


def test_a_service_without_a_result_says_so(owner, path):
    assert "Not assessed yet" in owner.get(path).text


def test_a_draft_names_who_began_it_and_is_continued(owner, cast, path):
    draft = factories.assessment(cast.service, started_by=cast.colleague)
    page = owner.get(path).text
    assert "Begun by Colleague on 2 Nov 2026" in page
    assert link("sheet:overview", draft.pk) in page
    assert reverse("service-assess", args=["acme", cast.service.pk]) not in page


def test_the_present_recommendation_stands_with_its_targets_in_words(owner, two_results, path):
    page = owner.get(path).text
    assert "99.0% (1 hour 40 minutes a week at most)" in page
    assert "£336,000 a week" in page


def test_the_result_and_its_report_are_linked(owner, two_results, path):
    page = owner.get(path).text
    assert link("sheet:result", two_results[1].assessment_id) in page
    assert link("sheet:report", two_results[1].assessment_id) in page


def test_a_misfit_names_the_model_of_today(owner, cast, path):
    factories.result_row(cast.service, misfit=True, present_model="ops-run-it", inputs=INPUTS)
    assert "it runs under Ops Run It today" in owner.get(path).text


INPUTS = {
    "bands": [
        {"band": "low", "ceiling": 7000},
        {"band": "medium", "ceiling": 250000},
        {"band": "high"},
    ],
    "profile": {"exposure": {"amount": 200000}},
}


# --- What moved


def test_past_results_stand_latest_first_with_who_submitted_them(owner, two_results, path):
    page = owner.get(path)
    assert page.context["timeline"] == [two_results[1], two_results[0]]
    assert page.text.count(">Owner</td>") == 2


def test_the_latest_two_results_are_compared(owner, two_results, path):
    compared = owner.get(path).context["compared"]
    assert (compared.before, compared.after) == two_results


def test_changed_answers_are_told_in_words(owner, two_results, path):
    page = owner.get(path).text
    assert "1 answer changed" in page
    assert re.search(r"<td>\s*Don.{1,6}t know\s*</td>", page)


def test_one_result_alone_is_compared_with_nothing(owner, cast, path):
    factories.submitted_result(cast.service)
    assert "What moved" not in owner.get(path).text


def test_any_two_results_are_compared_the_earlier_first(owner, cast, two_results, path):
    third = factories.submitted_result(cast.service, at=LATER + timedelta(days=1))
    page = owner.get(path, {"earlier": third.pk, "later": two_results[0].pk})
    compared = page.context["compared"]
    assert (compared.before, compared.after) == (two_results[0], third)


def test_the_same_result_twice_is_refused(owner, two_results, path):
    page = owner.get(path, {"earlier": two_results[0].pk, "later": two_results[0].pk})
    assert page.status_code == 400
    assert "Pick two different results." in page.text


def test_another_service_s_result_is_refused(owner, cast, two_results, path):
    other = factories.submitted_result(factories.service(cast.team, "Other"))
    page = owner.get(path, {"earlier": two_results[0].pk, "later": other.pk})
    assert page.status_code == 400
    assert "Pick two results of this service." in page.text


# --- Bands changed since


def test_bands_that_moved_an_exposure_advise_assessing_again(owner, two_results, path):
    Organisation.objects.filter(slug="acme").update(medium_ceiling=150_000)
    page = owner.get(path).text
    assert "exposure bands have changed since" in page
    assert "assess it again" in page
    assert "up to £250,000" in page
    assert "up to £150,000" in page


def test_bands_that_moved_nothing_say_so(owner, two_results, path):
    Organisation.objects.filter(slug="acme").update(low_ceiling=8_000)
    assert "still falls into the same band" in owner.get(path).text


def test_unchanged_bands_are_not_mentioned(owner, two_results, path):
    assert "bands have changed" not in owner.get(path).text


def test_changed_bands_leave_the_stored_result_as_it_was(owner, two_results, path):
    before = two_results[1].document
    Organisation.objects.filter(slug="acme").update(medium_ceiling=150_000)
    owner.get(path)
    two_results[1].refresh_from_db()
    assert two_results[1].document == before


# --- What it costs


@pytest.mark.parametrize("number", [2, 12])
def test_the_page_costs_ten_queries_however_many_results(
    owner, cast, path, number, django_assert_num_queries
):
    for day in range(number):
        factories.submitted_result(cast.service, at=factories.AT + timedelta(days=day))
    factories.assessment(cast.service)
    with django_assert_num_queries(10):
        owner.get(path)
