"""An amount keeps its currency: from a guest's choice to the claim, and in an owner's change."""

import re

import pytest
from django.urls import reverse

from assessments.models import Answer, Assessment, GuestCheck, Organisation, Scope, Service
from tests import factories

pytestmark = pytest.mark.django_db

YEN = {**factories.BEDROOM, "exposure": 900_000}


def start(client, **data):
    return client.post(reverse("check-start"), {"name": "Bedroom", "scope": "quick"} | data)


def answer(client, assessment, text, **data):
    page = client.get(f"/check/a-guest-token/a/{assessment.pk}/section/profile/").text
    shown = re.search(r'name="exposure-shown" value="([^"]*)"', page)
    given = {
        "exposure-shown": shown[1] if shown else "",
        "exposure-option": "amount",
        "exposure-amount": text,
        **data,
    }
    url = reverse("guest:answer", args=["a-guest-token", assessment.pk, "exposure"])
    return client.post(url, given)


def claim(client, team, **fields):
    given = {"place": str(team.pk), "service_name": "Guest's", "confirmed": "yes", **fields}
    return client.post(reverse("check-claim", args=["a-guest-token"]), given)


def bands(client, **fields):
    given = {"currency": "EUR", "low_ceiling": "7k", "medium_ceiling": "250k", **fields}
    return client.post(reverse("bands", args=["acme"]), given)


def in_euros(cast):
    Organisation.objects.filter(pk=cast.organisation.pk).update(currency="EUR")


def test_a_guest_chooses_a_currency_at_the_start(client):
    start(client, currency="JPY")
    assert GuestCheck.objects.get().currency == "JPY"


def test_a_guest_who_chooses_nothing_counts_in_pounds(client):
    start(client)
    assert GuestCheck.objects.get().currency == "GBP"


def test_a_currency_that_is_not_on_offer_is_refused(client):
    response = start(client, currency="XXX")
    assert response.status_code == 422
    assert "id_currency_error" in response.text


def test_a_guest_s_bands_are_of_the_example_s_size_in_their_currency(client):
    check = factories.guest_check(currency="JPY")
    opened = factories.assessment(check, scope=Scope.QUICK)
    assert [band.ceiling for band in opened.bands] == [1_400_000, 50_000_000, None]
    page = client.get(f"/check/a-guest-token/a/{opened.pk}/section/profile/").text
    assert "up to JPY 1,400,000 an hour" in page


def test_a_guest_s_own_sign_is_taken_and_another_refused_by_name(client):
    check = factories.guest_check(currency="JPY")
    opened = factories.assessment(check, scope=Scope.QUICK)
    assert answer(client, opened, "¥900,000").status_code == 200
    assert Answer.objects.get(question="exposure").amount == 900_000
    refused = answer(client, opened, "£900")
    assert refused.status_code == 422
    assert "Amounts here are in JPY, and “£” is not JPY" in refused.text
    assert Answer.objects.get(question="exposure").amount == 900_000


def test_a_guest_s_estimator_reads_the_same_currency(client):
    opened = factories.assessment(factories.guest_check(currency="PLN"), scope=Scope.QUICK)
    halves = {"exposure-revenue": "200 000 zł", "exposure-costs": "1,5 tys. zł"}
    answer(client, opened, "", estimate="exposure", **halves)
    assert Answer.objects.get(question="exposure").amount == 201_500


def test_a_guest_s_result_and_its_full_questionnaire_stay_in_the_currency(client):
    check = factories.guest_check(currency="JPY")
    result = factories.submitted_result(check, YEN, scope=Scope.QUICK)
    assert result.currency == "JPY"
    client.post(reverse("guest:continue", args=["a-guest-token", result.assessment_id]))
    opened = Assessment.objects.get(submitted_at=None)
    assert opened.currency == "JPY"
    assert Answer.objects.get(sheet__assessment=opened, question="exposure").amount == 900_000


def test_a_new_organisation_counts_as_its_first_check_did(owner, cast):
    factories.assessment(factories.guest_check(currency="JPY"), YEN)
    fields = {"place": "new", "organisation_name": "Kyoto", "team_name": "Rooms"}
    claim(owner, cast.team, **fields)
    founded = Organisation.objects.get(name="Kyoto")
    assert (founded.currency, founded.medium_ceiling) == ("JPY", 50_000_000)


def test_the_claim_page_says_where_another_currency_is_counted(owner, cast):
    factories.guest_check(currency="JPY")
    page = owner.get(reverse("check-claim", args=["a-guest-token"])).text
    assert "Rooms, at Acme, which counts in GBP" in page


def test_open_amounts_are_not_claimed_into_another_currency(owner, cast):
    factories.assessment(factories.guest_check(currency="JPY"), YEN)
    refused = claim(owner, cast.team)
    assert refused.status_code == 422
    assert "Amounts typed in JPY are not submitted yet" in refused.text
    assert "would be taken for GBP: in “Bedroom”. Submit them" in refused.text
    assert GuestCheck.objects.exists()


def test_a_submitted_result_is_claimed_and_keeps_its_currency(owner, cast):
    result = factories.submitted_result(factories.guest_check(currency="JPY"), YEN)
    claim(owner, cast.team)
    service = Service.objects.get(name="Guest's")
    result.refresh_from_db()
    assert (service.current_result, result.currency) == (result, "JPY")
    page = owner.get(reverse("service", args=["acme", service.pk])).text
    assert re.search(r"JPY [0-9,]+ a week", page)
    assert "Its amounts are in another currency than the bands now" in page
    assert "another currency: type it again" in page


def test_the_currency_is_not_changed_under_amounts_of_an_open_assessment(owner, cast):
    factories.assessment(cast.service, factories.BEDROOM)
    refused = bands(owner)
    assert refused.status_code == 422
    assert "would be taken for EUR: in “Bedroom”. Submit them" in refused.text
    cast.organisation.refresh_from_db()
    assert cast.organisation.currency == "GBP"


def test_no_more_than_five_services_with_open_amounts_are_named(owner, cast):
    for number in range(7):
        service = factories.service(cast.team, f"Number {number}")
        factories.assessment(service, factories.BEDROOM)
    assert "“Number 4” and 2 more. Submit them" in bands(owner).text


def test_bands_change_under_open_amounts_while_the_currency_stays(owner, cast):
    factories.assessment(cast.service, factories.BEDROOM)
    assert bands(owner, currency="GBP", low_ceiling="8k").status_code == 302


def test_the_currency_changes_where_no_open_answer_is_an_amount(owner, cast):
    factories.submitted_result(cast.service)
    factories.assessment(cast.service, {"exposure": "medium"})
    assert bands(owner, low_ceiling="€7k", medium_ceiling="250 000 €").status_code == 302
    cast.organisation.refresh_from_db()
    assert (cast.organisation.currency, cast.organisation.medium_ceiling) == ("EUR", 250_000)


def test_bands_are_read_in_the_currency_chosen_beside_them(owner):
    refused = bands(owner, low_ceiling="£7k")
    assert refused.status_code == 422
    assert "Amounts here are in EUR, and “£” is not EUR" in refused.text


def test_an_assessment_begun_anew_takes_over_no_amount_of_another_currency(owner, cast):
    factories.submitted_result(cast.service)
    in_euros(cast)
    url = reverse("service-assess", args=["acme", cast.service.pk])
    page = owner.post(url, {"scope": "full"}, follow=True)
    assert "Amounts in GBP are not taken over. Type them again in EUR." in page.text
    carried = Answer.objects.filter(sheet__assessment__submitted_at=None)
    assert not carried.filter(question="exposure").exists()
    assert carried.filter(question="feature-demand").exists()


def test_an_amount_typed_on_a_page_of_the_old_currency_is_not_taken_for_the_new(owner, cast):
    opened = factories.assessment(cast.service)
    page = owner.get(f"/o/acme/assessments/{opened.pk}/section/profile/").text
    words = re.search(r'name="exposure-words" value="([^"]*)"', page)
    assert words
    in_euros(cast)
    url = reverse("sheet:answer", args=["acme", opened.pk, "exposure"])
    sent = {"exposure-shown": "", "exposure-words": words[1]}
    refused = owner.post(url, sent | {"exposure-option": "amount", "exposure-amount": "200k"})
    assert refused.status_code == 422
    assert not Answer.objects.exists()


def test_what_moved_tells_each_amount_in_the_currency_of_its_day(owner, cast):
    factories.submitted_result(cast.service)
    in_euros(cast)
    factories.submitted_result(Service.objects.get(pk=cast.service.pk))
    page = owner.get(reverse("service", args=["acme", cast.service.pk])).text
    assert "1 answer changed" in page
    assert "£200,000 an hour" in page
    assert "€200,000 an hour" in page
