"""A form sent by someone who had been signed out meanwhile."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.forms.form_key import FORM_KEY
from assessments.forms.known_forms import FORMS, PRESSES
from assessments.models import Domain, KeptForm, Membership, Organisation, Service
from assessments.views.login_draft import COOKIE, KEPT_FORMS, LARGEST
from tests import factories
from tests.views.addresses import ADDRESSES, ARGUMENTS
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db

BACK = "You had been signed out"


@pytest.fixture
def pages(client):
    pages = members(client, {"telemetry": "stays"})
    pages.typed = pages.body("telemetry", option="alert-only", note="typed")
    sign_out(client)
    return pages


def sign_out(client):
    """As a session ends: the browser keeps its other cookies."""
    client.cookies.pop("sessionid")


def sign_in_again(pages):
    assessment = pages.assessment
    person = assessment.service.team.team_members.get().membership.user
    pages.client.force_login(person)
    return pages.text("section", section="service-reliability")


def test_a_page_sent_while_signed_out_leads_to_the_log_in(pages):
    assert pages.save("service-reliability", pages.typed).status_code == 302


def test_what_was_sent_while_signed_out_is_back_after_the_log_in(pages):
    pages.save("service-reliability", pages.typed)
    text = sign_in_again(pages)
    assert BACK in text
    assert 'value="alert-only" checked' in text
    assert "typed" in text


def test_it_is_not_saved_unasked(pages):
    pages.save("service-reliability", pages.typed)
    sign_in_again(pages)
    assert pages.stored("telemetry").option == "stays"


def test_sending_it_again_saves_it(pages):
    pages.save("service-reliability", pages.typed)
    sign_in_again(pages)
    pages.save("service-reliability", pages.typed)
    assert pages.stored("telemetry").option == "alert-only"


def test_it_is_shown_once(pages):
    pages.save("service-reliability", pages.typed)
    sign_in_again(pages)
    assert BACK not in pages.text("section", section="service-reliability")


def test_it_is_shown_on_its_own_page_only(pages):
    pages.save("profile", pages.typed)
    assert BACK not in sign_in_again(pages)


def test_more_than_a_page_of_answers_is_not_kept(pages):
    pages.save("service-reliability", pages.body("telemetry", note="x" * LARGEST))
    assert BACK not in sign_in_again(pages)


def test_a_guest_has_nothing_to_sign_in_to(client):
    pages = guests(client, factories.BEDROOM)
    pages.save("profile", pages.body("composition", option="both"))
    assert not KeptForm.objects.exists()


# --- Every form of an organisation.

TYPED: dict[str, dict[str, Any]] = {
    "bands": {
        "currency": "EUR",
        "low_ceiling": "typed low",
        "medium_ceiling": "9k",
        "high_ceiling": "",
        "very_high": "on",
    },
    "check-claim": {
        "place": "new",
        "organisation_name": "Typed",
        "team_name": "",
        "service_name": "S",
    },
    "cover": {"standby_price": "60k", "operations_price": "typed", "rota_people": "4"},
    "decision": {
        "kind": "keep",
        "deciders": "Typed",
        "reason": "Typed\nanew",
        "would_change": "",
        "review_on": "typed",
    },
    "downloads-reports": {"kind": "everything", "notes": "on"},
    "downloads-workbook": {"what": "answers"},
    "domain": {"name": "Typed"},
    "domains": {"name": "Typed"},
    "guidance-change": {
        "entry": "practice:run-regular-chaos-days",
        "text": "Typed\nanew",
        "links": "typed",
    },
    "guidance-new": {"entry": "pitfall:excessive-bau", "text": "Typed", "links": "typed"},
    "invitations": {"role": "lead", "team": "", "days": "30"},
    "mails": {"kinds": []},
    "organisation-delete": {"name": "Typed"},
    "organisation-edit": {"name": "Typed"},
    "person": {"role": "coach"},
    "person-remove": {"invitations": []},
    "round-new": {
        "name": "Typed",
        "scope": "quick",
        "begins_on": "2026-11-01",
        "ends_on": "typed",
    },
    "scenario-edit": {"name": "Typed"},
    "scenario-new": {"name": "Typed"},
    "services-move": {"team": ""},
    "services-import": {"text": "Service,Team\nTyped,typed too"},
    "service-delete": {"name": "Typed"},
    "sheet:report": {"kind": "everything", "notes": "on"},
    "sheet:note": {"covering": "Typed\nanew", "recommendations": "typed too"},
    "sheet:share": {"name": "Typed", "days": "7"},
    "service-edit": {"name": "Typed", "description": "typed too"},
    "service-new": {"name": "Typed", "description": "typed too"},
    "service-paste": {"names": "Typed\n\n  typed too"},
    "start": {"organisation_name": "Typed", "team_name": "", "service_name": "typed too"},
    "team": {"name": "Typed"},
    "teams": {"name": "Typed"},
}


@pytest.fixture
def address(cast):
    values = {
        "organisation": "acme",
        "service": cast.service.pk,
        "person": Membership.objects.get(user=cast.colleague).pk,
        "team": cast.team.pk,
        "domain": Domain.objects.create(organisation=cast.organisation, name="Shop").pk,
        "guidance": factories.guidance(cast.organisation).pk,
        "round": factories.round_of([cast.service]).pk,
        "scenario": factories.scenario(cast.service).pk,
        "token": "a-guest-token",
        "assessment": factories.submitted_result(cast.service).assessment_id,
    }
    factories.guest_check(token="a-guest-token")
    return lambda name: reverse(name, kwargs={each: values[each] for each in ARGUMENTS[name]})


def test_every_form_that_asks_to_be_signed_in_is_tried_here():
    assert set(TYPED) == set(FORMS) - {
        "check-start",
        "guest:note",
        "guest:report",
        "guest:share",
        "mails-by-link",
    }


@pytest.mark.parametrize(
    "name", [each for each in ADDRESSES if not {"assessment", "invitation"} & set(ARGUMENTS[each])]
)
def test_every_page_with_a_form_is_known(owner, cast, address, name):
    if not set(ARGUMENTS[name]) <= {
        "organisation",
        "service",
        "person",
        "team",
        "domain",
        "guidance",
        "round",
        "scenario",
    }:
        return
    response = owner.get(address(name))
    used = {template.name for template in response.templates}
    # Prices are tried out, and files sent, by forms of their own.
    of_their_own = {"cover", "services-import"}
    assert ("organisations/_form.html" in used) == (name in FORMS and name not in of_their_own)


@pytest.mark.parametrize("name", TYPED)
def test_a_form_stands_as_it_was_typed_after_signing_in_again(client, cast, address, name):
    typed, path = TYPED[name], address(name)
    response = client.post(path, typed)
    assert response.status_code == 302
    where = parse_qs(urlsplit(response["Location"]).query)["next"][0]
    client.force_login(cast.owner)
    page = client.get(where)
    form = page.context["form"]
    assert BACK in page.text
    assert {field: form[field].value() for field in typed if field in form.fields} == {
        field: value == "on" if field in ("very_high", "notes") else value
        for field, value in typed.items()
        if field in form.fields
    }
    assert not form.errors


@pytest.mark.parametrize("name", ["service-new", "service-paste", "start"])
def test_nothing_is_created_unasked(client, cast, address, name):
    before = Service.objects.count(), Organisation.objects.count()
    client.post(address(name), {**TYPED[name], "team": cast.team.pk, "team_name": "T"})
    client.force_login(cast.owner)
    client.get(address(name))
    assert (Service.objects.count(), Organisation.objects.count()) == before


def test_a_box_that_was_unticked_stays_unticked(client, cast, address):
    Organisation.objects.update(high_ceiling=900_000)
    client.post(address("bands"), {"currency": "GBP", "low_ceiling": "1"})
    client.force_login(cast.owner)
    assert client.get(address("bands")).context["form"]["very_high"].value() is False


def test_what_was_deleted_meanwhile_can_be_added_anew(client, cast, address):
    path = address("guidance-change")
    client.post(path, TYPED["guidance-change"])
    cast.organisation.guidance.all().delete()
    client.force_login(cast.owner)
    page = client.get(path)
    assert page.status_code == 409
    assert "Typed\nanew" in page.text


def test_the_log_in_page_says_that_it_is_kept(client, cast, address):
    page = client.post(address("teams"), {"name": "Typed"}, follow=True)
    assert "what you typed is back in its place" in page.text


def test_only_the_browser_that_sent_it_finds_it(client, cast, address):
    client.post(address("teams"), {"name": "Typed"})
    client.cookies.pop(COOKIE)
    client.force_login(cast.owner)
    assert BACK not in client.get(address("teams")).text


def test_two_pages_are_both_kept(client, cast, address):
    for name in ("teams", "domains"):
        client.post(address(name), {"name": "Typed"})
    client.force_login(cast.owner)
    assert all(BACK in client.get(address(name)).text for name in ("teams", "domains"))


# --- What a stranger can have kept.


def test_only_the_form_s_own_fields_are_kept(client, cast, address):
    client.post(address("teams"), {"name": "Typed", "password": "secret", "more": "x" * 200})
    assert [name for name, _value in KeptForm.objects.get().fields] == ["name"]


@pytest.mark.parametrize("body", [{"sent": "x" * 200_000}, {"name": "Typed"}])
def test_nothing_is_kept_for_an_organisation_that_does_not_exist(client, body):
    client.post("/o/nowhere/services/new/", body)
    assert not KeptForm.objects.exists()
    assert "sessionid" not in client.cookies


def test_whether_an_organisation_exists_shows_in_no_answer(client, cast):
    said = [client.post(f"/o/{slug}/teams/", {"name": "T"}) for slug in ("acme", "nowhere")]
    assert said[0].status_code == said[1].status_code
    assert set(said[0].cookies) == set(said[1].cookies)


def test_the_address_and_the_browser_s_secret_are_not_in_the_table(client, cast, address):
    client.post(address("check-claim"), TYPED["check-claim"])
    kept = KeptForm.objects.get()
    assert "a-guest-token" not in f"{kept.digest} {kept.fields}"
    assert client.cookies[COOKIE].value not in f"{kept.digest} {kept.fields}"


def test_what_is_too_large_to_keep_is_given_back_to_be_sent_again(client, cast, address):
    names = "x" * (LARGEST + 1)
    page = client.post(address("service-paste"), {"names": names})
    assert page.status_code == 403
    assert names in page.text
    assert not KeptForm.objects.exists()


def test_one_address_can_have_so_many_kept(client, cast, address, settings):
    settings.PEOPLE_PER_ADDRESS = 1
    for _ in range(KEPT_FORMS.each):
        client.cookies.clear()
        client.post(address("teams"), {"name": "Typed"})
    client.cookies.clear()
    page = client.post(address("teams"), {"name": "One more"})
    assert "One more" in page.text
    assert KeptForm.objects.count() == KEPT_FORMS.each


def test_a_day_later_it_is_gone(client, cast, address):
    client.post(address("teams"), {"name": "Typed"})
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(days=1, seconds=1))
    client.force_login(cast.owner)
    assert BACK not in client.get(address("teams")).text
    client.logout()
    client.post(address("domains"), {"name": "Typed"})
    assert KeptForm.objects.count() == 1


# --- Buttons that stand on other pages.


def test_after_signing_in_one_is_on_the_page_of_the_button(client, cast):
    path = reverse("service-assess", args=["acme", cast.service.pk])
    before = "http://testserver" + reverse("service", args=["acme", cast.service.pk])
    response = client.post(path, {FORM_KEY: "key"}, headers={"referer": before + "?a=b"})
    assert parse_qs(urlsplit(response["Location"]).query)["next"] == [
        reverse("service", args=["acme", cast.service.pk]) + "?a=b"
    ]


@pytest.mark.parametrize("before", ["", "https://elsewhere.example/x", "//elsewhere.example"])
def test_without_a_page_of_ours_one_is_at_home(client, cast, before):
    path = reverse("service-assess", args=["acme", cast.service.pk])
    response = client.post(path, headers={"referer": before})
    assert parse_qs(urlsplit(response["Location"]).query)["next"] == [reverse("home")]


@pytest.mark.parametrize("name", sorted(each for each in PRESSES if not each.startswith("guest:")))
def test_no_log_in_leads_to_an_address_that_only_takes_a_press(owner, cast, name):
    given = {"organisation": "acme", "service": cast.service.pk}
    given |= dict.fromkeys(("invitation", "assessment", "link", "download"), 1)
    path = reverse(name, kwargs={each: given[each] for each in ARGUMENTS[name]})
    sign_out(owner)
    assert path not in owner.post(path)["Location"]
    owner.force_login(cast.owner)
    assert owner.get(path).status_code in {404, 405}
