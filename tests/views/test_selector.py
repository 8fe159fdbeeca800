import html

import pytest
from django.urls import reverse

from assessments.models import Organisation
from tests import factories
from tests.views.words import without_terms

HERE = "/selector/"
ORGANISATIONS = "/o/acme/selector/"
CHOSEN = {"composition": "digital", "exposure": "low", "feature_demand": "low"}
BAD = {**CHOSEN, "exposure": "amount", "amount": "lots"}
LIVE = {"HX-Request": "true"}


def text_of(response):
    return html.unescape(without_terms(response.content.decode()))


def verdict(response):
    text = text_of(response)
    start = text.index('class="verdict__model">') + len('class="verdict__model">')
    return text[start : text.index("</h2>", start)]


def values(response):
    """Each target's value, in the order shown."""
    return [
        part.partition("<")[0] for part in text_of(response).split('class="target__value">')[1:]
    ]


@pytest.fixture
def member(client, db):
    cast = factories.cast()
    client.force_login(cast.colleague)
    return client


@pytest.mark.parametrize(
    ("chosen", "model", "targets"),
    [
        (
            "composition=foundational&exposure=amount&amount=810,000&feature_demand=low",
            "Ops Run It",
            ["99.9%", "Monthly", "Operations", "Operations"],
        ),
        (
            "composition=digital&exposure=amount&amount=6,000&feature_demand=high",
            "You Build It You Run It",
            ["95.0%", "Weekly", "The product team", "Nobody"],
        ),
        (
            "composition=digital&exposure=amount&amount=200,000&feature_demand=very-high",
            "You Build It You Run It",
            ["99.0%", "Daily or more", "The product team", "A rota shared by the domain"],
        ),
    ],
    ids=["ecommerce platform", "appointments", "bedroom"],
)
def test_the_worked_example_comes_out_as_the_playbook_has_it(client, chosen, model, targets):
    response = client.get(f"{HERE}?{chosen}")
    assert (verdict(response), values(response)) == (model, targets)


def test_it_says_what_nights_without_cover_can_lose(client):
    told = "A plain night with nobody called can lose £90,000, a weekend £378,000"
    chosen = {**CHOSEN, "exposure": "amount", "feature_demand": "high"}
    assert told in text_of(client.get(HERE, {**chosen, "amount": "6,000"}))
    assert "with nobody called" not in text_of(client.get(HERE, {**chosen, "amount": "200,000"}))


def test_it_takes_no_account_and_no_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(HERE, CHOSEN).status_code == 200


def test_it_begins_in_the_middle_with_an_answer(client):
    assert verdict(client.get(HERE)) == "You Build It You Run It"


def test_an_amount_tells_what_the_target_accepts_losing(client):
    response = client.get(HERE, {**CHOSEN, "exposure": "amount", "amount": "6k"})
    assert "£50,400 a week" in text_of(response)


def test_a_band_tells_no_loss(client):
    assert "accepts losing" not in text_of(client.get(HERE, CHOSEN))


def test_a_peak_brings_its_own_target(client):
    assert values(client.get(HERE, {**CHOSEN, "peak_exposure": "high"}))[-1] == "99.9%"


def test_every_rule_that_fired_is_told_with_its_source(client):
    text = text_of(client.get(HERE, CHOSEN))
    assert "Why:" in text
    assert "Source: Select Ops Run It for foundational systems" in text


def test_a_caution_is_told(client):
    assert "right product for its users" in text_of(client.get(HERE, CHOSEN))


def test_what_would_change_the_verdict_is_told(client):
    assert "If the demand for features were" in text_of(client.get(HERE, CHOSEN))


def test_what_a_target_means_leads_to_its_practice(client):
    text = text_of(client.get(HERE, {**CHOSEN, "feature_demand": "high"}))
    slug = "select-no-out-of-hours-schedule-for-lower-availability-targets"
    practice = reverse("playbook-entry", args=["practice", slug])
    assert f'href="{practice}"' in text[text.index('id="in-practice"') :]


def test_the_link_to_the_answer_leads_to_the_same_answer(client):
    said = {**CHOSEN, "exposure": "amount", "amount": "810 k", "foundational_demand": "low"}
    link = f'"{HERE}?composition=digital&exposure=amount&amount=810000&feature_demand=low"'
    assert link in text_of(client.get(HERE, said))


def test_a_change_draws_only_the_answer_and_says_its_address(client):
    response = client.get(HERE, CHOSEN, headers=LIVE)
    assert "<html" not in text_of(response)
    assert response.headers["HX-Push-Url"] == (
        f"{HERE}?composition=digital&exposure=low&feature_demand=low"
    )


def test_going_back_in_history_draws_the_whole_page(client):
    headers = {**LIVE, "HX-History-Restore-Request": "true"}
    assert "<html" in text_of(client.get(HERE, CHOSEN, headers=headers))


def test_a_part_of_the_page_is_not_taken_for_the_whole(client):
    assert "HX-Request" in client.get(HERE).headers["Vary"]


@pytest.mark.parametrize("headers", [{}, LIVE], ids=["whole", "live"])
def test_what_cannot_be_read_is_told_with_its_remedy(client, headers):
    response = client.get(HERE, BAD, headers=headers)
    assert response.status_code == 422
    assert "Type an amount in figures" in text_of(response)


@pytest.mark.parametrize("headers", [{}, LIVE], ids=["whole", "live"])
def test_what_cannot_be_read_leaves_the_last_answer(client, headers):
    before = f"http://testserver{HERE}?composition=digital&exposure=low&feature_demand=low"
    response = client.get(HERE, BAD, headers={**headers, "Referer": before})
    assert verdict(response) == "Ops Run It"


@pytest.mark.parametrize("before", ["", "http://[", f"http://testserver{HERE}?exposure=none"])
def test_without_a_last_answer_there_is_the_first(client, before):
    response = client.get(HERE, BAD, headers={"Referer": before})
    assert verdict(response) == "You Build It You Run It"


def test_what_cannot_be_read_does_not_become_the_address(client):
    assert client.get(HERE, BAD, headers=LIVE).headers["HX-Push-Url"] == "false"


def test_an_address_that_says_half_is_told_what_is_missing(client):
    response = client.get(HERE, {"exposure": "low"})
    assert response.status_code == 422
    assert text_of(response).count("Choose one of the list.") == 2


def test_a_band_that_is_off_is_refused(client):
    assert client.get(HERE, {**CHOSEN, "exposure": "very-high"}).status_code == 422


@pytest.mark.parametrize("path", ["/", "/playbook/"])
def test_the_pages_for_everyone_lead_to_it(client, path):
    assert f'href="{HERE}"' in text_of(client.get(path))


def test_it_leads_to_a_check(client):
    assert f'href="{reverse("check-start")}"' in text_of(client.get(HERE))


# --- An organisation's


def test_an_outsider_finds_no_selector_of_the_organisation(client, db):
    client.force_login(factories.cast().outsider)
    assert client.get(ORGANISATIONS).status_code == 404


def test_any_member_sees_the_organisation_s_selector(member):
    assert member.get(ORGANISATIONS).status_code == 200


def test_it_goes_by_the_organisation_s_bands_and_currency(member):
    Organisation.objects.filter(slug="acme").update(
        currency="EUR", low_ceiling=1, high_ceiling=900_000
    )
    chosen = {**CHOSEN, "exposure": "amount", "amount": "1m"}
    text = text_of(member.get(ORGANISATIONS, chosen))
    assert "Very high: above €900,000" in text
    assert '<span class="target__value">99.99%</span>' in text


def test_it_leads_a_member_to_a_new_service(member):
    assert f'href="{reverse("service-new", args=["acme"])}"' in text_of(member.get(ORGANISATIONS))


def test_home_leads_to_the_organisation_s_selector(member):
    assert f'href="{ORGANISATIONS}"' in text_of(member.get("/o/acme/"))


def test_it_costs_no_more_than_knowing_who_asks(member, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        member.get(ORGANISATIONS, CHOSEN)
