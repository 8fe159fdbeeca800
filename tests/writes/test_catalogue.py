from datetime import timedelta

import pytest

from assessments.models import Answer, Assessment, Service, Team
from assessments.writes import catalogue
from assessments.writes.assessments import discard
from assessments.writes.catalogue import ServiceGone
from assessments.writes.names import NameTaken
from assessments.writes.teams import TeamGone
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(hours=1)


def created(cast, name="Checkout", team=None):
    return catalogue.create_service(team=team or cast.team, name=name, by=cast.owner, at=AT)


def edited(cast, **changes):
    given = {"name": "Bedroom", "description": "", "team": cast.team, **changes}
    catalogue.edit(service=cast.service, **given, by=cast.owner, at=LATER)
    cast.service.refresh_from_db()


# --- Creating


def test_a_service_belongs_to_its_team_s_organisation(cast):
    service = created(cast)
    assert (service.organisation, service.team) == (cast.organisation, cast.team)


def test_the_history_knows_who_created_a_service(cast):
    assert created(cast).history.get().history_user == cast.owner


def test_a_name_in_use_is_refused_whatever_its_letters(cast):
    with pytest.raises(NameTaken, match="perhaps in another team"):
        created(cast, "BEDROOM", team=Team.objects.get(name="Payments"))


def test_an_archived_service_s_name_is_free(cast):
    catalogue.archive(service=cast.service, by=cast.owner, at=AT)
    assert created(cast, "Bedroom").pk != cast.service.pk


def test_no_service_is_created_for_a_team_deleted_meanwhile(cast):
    payments = Team.objects.get(name="Payments")
    Team.objects.get(name="Payments").delete()
    with pytest.raises(TeamGone):
        created(cast, team=payments)


# --- A pasted list


def pasted(cast, *names):
    return catalogue.create_services(team=cast.team, names=names, by=cast.owner, at=AT)


def test_each_name_becomes_a_service(cast):
    assert pasted(cast, "Checkout", "Sofas, beds").created == ("Checkout", "Sofas, beds")
    assert Service.objects.filter(team=cast.team).count() == 3


def test_names_there_already_are_kept(cast):
    assert pasted(cast, "bedroom", "Checkout").kept == ("bedroom",)
    assert cast.organisation.services.filter(name__iexact="bedroom").count() == 1


def test_a_name_pasted_twice_becomes_one_service(cast):
    made = pasted(cast, "Checkout", "CHECKOUT", "Check\u200bout", "Sofas")
    assert (made.created, made.repeated) == (("Checkout", "Sofas"), ("Checkout",))


def test_a_name_there_already_is_told_once_however_often_it_was_pasted(cast):
    made = pasted(cast, "bedroom", "BEDROOM")
    assert (made.created, made.repeated, made.kept) == ((), (), ("bedroom",))


def test_letters_beyond_a_to_z_are_told_apart_like_others(cast):
    pasted(cast, "École")
    assert pasted(cast, "éCOLE").kept == ("éCOLE",)


def test_pasted_services_have_a_history(cast):
    pasted(cast, "Checkout")
    assert Service.objects.get(name="Checkout").history.get().history_user == cast.owner


def test_two_hundred_names_cost_no_more_queries_than_two(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        pasted(cast, *(f"Service {number}" for number in range(200)))


# --- Editing, archiving, restoring


def test_a_service_is_renamed_described_and_moved(cast):
    payments = Team.objects.get(name="Payments")
    edited(cast, name="Beds", description="Sells beds", team=payments)
    found = Service.objects.get(pk=cast.service.pk)
    assert (found.name, found.description, found.team) == ("Beds", "Sells beds", payments)


def test_a_service_cannot_be_renamed_to_another_s_name(cast):
    created(cast)
    with pytest.raises(NameTaken):
        edited(cast, name="checkout")


def test_archiving_twice_keeps_the_first_time(cast):
    for at in (AT, LATER):
        catalogue.archive(service=cast.service, by=cast.owner, at=at)
    cast.service.refresh_from_db()
    assert cast.service.archived_at == AT


def test_an_archived_service_is_restored(cast):
    catalogue.archive(service=cast.service, by=cast.owner, at=AT)
    catalogue.restore(service=cast.service, by=cast.owner, at=AT)
    cast.service.refresh_from_db()
    assert cast.service.archived_at is None


def test_a_service_whose_name_was_taken_meanwhile_is_not_restored(cast):
    catalogue.archive(service=cast.service, by=cast.owner, at=AT)
    created(cast, "Bedroom")
    with pytest.raises(NameTaken):
        catalogue.restore(service=cast.service, by=cast.owner, at=AT)


def test_a_service_deleted_meanwhile_is_not_brought_back(cast):
    Service.objects.get(pk=cast.service.pk).delete()
    with pytest.raises(ServiceGone):
        edited(cast)


# --- Deleting


def test_a_service_is_deleted_with_all_that_was_answered(cast):
    factories.submitted_result(cast.service)
    catalogue.delete(service=cast.service)
    assert not Service.objects.filter(pk=cast.service.pk).exists()
    assert not Assessment.objects.exists()
    assert not Answer.objects.exists()


def test_no_trace_of_a_deleted_service_is_left_in_the_history(cast):
    factories.submitted_result(cast.service)
    edited(cast, description="Secret")
    catalogue.delete(service=cast.service)
    for history in (Service.history, Assessment.history, Answer.history):
        assert not history.exists()


def test_what_was_discarded_before_leaves_no_trace_of_a_deleted_service_either(cast):
    discard(assessment=factories.assessment(cast.service, factories.BEDROOM), by=cast.owner, at=AT)
    catalogue.delete(service=cast.service)
    assert not Assessment.history.filter(service_id=cast.service.pk).exists()


def test_deleting_a_service_leaves_the_others(cast):
    other = created(cast)
    factories.submitted_result(other)
    catalogue.delete(service=cast.service)
    assert other.results.count() == 1
    assert other.history.count() == 1
