"""The demo organisation: the worked example comes out as the playbook says, and the rest shows
every model and band."""

from datetime import UTC, datetime

import pytest

from assessments.demo.retailer import furnish
from assessments.models import Assessment, Organisation, Result, ResultPart, Service
from assessments.queries.entries import entry_page

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def retailer(db) -> Organisation:
    return furnish(at=NOW)


def test_it_has_14_services_in_4_teams_and_3_domains(retailer):
    assert retailer.services.count() == 14
    assert retailer.teams.count() == 4
    assert retailer.domains.count() == 3


def test_each_service_has_two_or_three_dated_results(retailer):
    counts = {service.name: service.results.count() for service in retailer.services.all()}
    assert set(counts.values()) == {2, 3}


@pytest.mark.parametrize(
    ("name", "model", "availability", "deployment", "out_of_hours", "accepted_loss"),
    [
        ("Ecommerce platform", "ops-run-it", "99.9", "monthly", "operations", 136_080),
        ("Appointments", "you-build-it-you-run-it", "95.0", "weekly", "none", 50_400),
        ("Bedroom", "you-build-it-you-run-it", "99.0", "daily", "domain", 336_000),
    ],
)
def test_the_worked_example_comes_out_as_the_playbook_says(
    retailer, name, model, availability, deployment, out_of_hours, accepted_loss
):
    part = ResultPart.objects.get(result=retailer.services.get(name=name).current_result)
    assert (part.model, part.availability, part.deployment) == (model, availability, deployment)
    assert (part.out_of_hours, part.accepted_loss) == (out_of_hours, accepted_loss)


def test_every_model_and_every_band_is_there(retailer):
    current = Result.objects.filter(pk__in=retailer.services.values("current_result"))
    assert set(current.values_list("model", flat=True)) == {
        "you-build-it-you-run-it",
        "ops-run-it",
        "hybrid",
    }
    bands = ResultPart.objects.filter(result__in=current).values_list("availability", flat=True)
    assert set(bands) == {"95.0", "99.0", "99.9", "99.99"}


def test_the_last_result_is_the_present_one(retailer):
    for service in Service.objects.select_related("current_result"):
        assert service.current_result == service.results.order_by("submitted_at").last()


def test_guidance_of_its_own_is_about_what_the_playbook_has(retailer):
    about = [guidance.about for guidance in retailer.guidance.all()]
    assert len(about) == 4
    assert all(entry_page(*each) for each in about)


def test_something_waits_to_be_finished(retailer):
    assert Assessment.objects.filter(submitted_at=None).count() == 1


def test_furnishing_twice_changes_nothing(retailer):
    assert furnish(at=NOW) == retailer
    assert Result.objects.count() == sum(s.results.count() for s in retailer.services.all())
    assert Organisation.objects.count() == 1
