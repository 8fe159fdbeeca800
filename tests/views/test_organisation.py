"""The organisation's own pages: renaming it and deleting it, for owners."""

import pytest
from django.urls import reverse

from assessments.models import Answer, Assessment, Organisation, Result, Service, User
from assessments.writes.organisation_deletion import delete_marked
from tests import factories

pytestmark = pytest.mark.django_db


def send(client, page, name):
    return client.post(reverse(page, args=["acme"]), {"name": name, "rhythm_days": 30})


def test_an_owner_renames_the_organisation_and_its_address_stays(owner, cast):
    response = send(owner, "organisation-edit", "Acme and Sons")
    cast.organisation.refresh_from_db()
    assert (cast.organisation.name, cast.organisation.rhythm_days) == ("Acme and Sons", 30)
    assert response.url == "/o/acme/edit/"


def test_what_will_be_lost_is_spelt_out(owner, cast):
    factories.submitted_result(cast.service)
    page = owner.get(reverse("organisation-delete", args=["acme"])).text
    assert "1 service, archived ones counted" in page
    assert "1 result, with its report, answers, notes, links and history" in page
    assert "2 teams, with their domains" in page
    assert "the way in for 2 people, whose accounts stay" in page


def test_another_name_deletes_nothing(owner):
    response = send(owner, "organisation-delete", "Elsewhere")
    assert response.status_code == 422
    assert "That is not its name. Nothing has been deleted." in response.text
    assert Organisation.objects.filter(slug="acme").exists()


def test_its_name_deletes_it_with_everything_in_it_and_every_trace(owner, cast):
    factories.submitted_result(cast.service)
    elsewhere = Organisation.objects.get(slug="elsewhere")
    factories.submitted_result(factories.service(factories.team(elsewhere, "Other")))
    send(owner, "organisation-delete", "Acme")
    delete_marked()
    kept = Organisation.objects.get()
    assert kept.slug == "elsewhere"
    for rows in (Service.objects, Assessment.objects, Answer.objects, Result.objects):
        assert set(rows.values_list("organisation", flat=True)) == {kept.pk}
    for model in (Answer, Assessment, Service):
        assert set(model.history.values_list("organisation", flat=True)) <= {kept.pk}
    assert User.objects.filter(pk=cast.colleague.pk).exists()


def test_whoever_has_no_organisation_left_starts_anew(owner):
    send(owner, "organisation-delete", "Acme")
    assert owner.get(reverse("home")).url == reverse("start")
