import pytest
from allauth.account import app_settings
from allauth.core.internal.ratelimit import parse_rates
from django.db import OperationalError
from django.urls import reverse

from assessments.models import GuestCheck
from assessments.views import rate_limits
from assessments.views.rate_limits import (
    AN_ACCOUNT_PAGE_WAITS,
    GUEST_CHECKS,
    PDFS,
    SEARCHES,
    Limit,
    seconds_to_wait,
    try_again,
)
from tests import factories

pytestmark = pytest.mark.django_db

ROOM = 40
"""People behind one address."""


@pytest.fixture
def alone(settings):
    settings.PEOPLE_PER_ADDRESS = 1


def start(client, **extra):
    return client.post(reverse("check-start"), {"name": "Rooms", "scope": "quick"}, **extra)


def search(client, **extra):
    return client.get(reverse("search"), {"q": "chaos"}, **extra)


def used_up(client, ask, limit, **extra):
    """What comes after as many as are allowed."""
    answers = [ask(client, **extra).status_code for _ in range(limit.most)]
    assert set(answers) <= {200, 302}
    return ask(client, **extra)


# --- What is limited


def test_guest_checks_are_limited_and_what_was_typed_stays(client, alone):
    page = used_up(client, start, GUEST_CHECKS)
    assert (page.status_code, GuestCheck.objects.count()) == (429, GUEST_CHECKS.most)
    assert 'value="Rooms"' in page.content.decode()
    assert "Try again in 60 minutes." in page.content.decode()


def test_searches_are_limited(client, alone):
    page = used_up(client, search, SEARCHES)
    assert page.status_code == 429
    assert "Many searches came from your network. Try again in" in page.content.decode()
    assert 'value="chaos"' in page.content.decode()


def test_a_search_as_one_types_says_so_in_its_place(client, alone):
    page = used_up(client, search, SEARCHES, headers={"HX-Request": "true"})
    assert page.status_code == 429
    assert page.content.decode().count("<html") == 0


def test_an_empty_search_is_none(client, alone):
    for _ in range(SEARCHES.most + 1):
        client.get(reverse("search"))
    assert search(client).status_code == 200


def test_pdfs_are_limited(client, alone):
    check = factories.guest_check()
    made = factories.submitted_result(check).assessment_id
    address = reverse("guest:report-pdf", args=["a-guest-token", made])
    page = used_up(client, lambda client: client.get(address), PDFS)
    assert page.status_code == 429
    assert "Too many at once from your network" in page.content.decode()


@pytest.mark.parametrize(("ask", "limit"), [(start, GUEST_CHECKS), (search, SEARCHES)])
def test_a_program_is_told_when_to_try_again(client, alone, ask, limit):
    wait = int(used_up(client, ask, limit).headers["Retry-After"])
    assert 0 < wait <= limit.within.total_seconds()


@pytest.mark.parametrize("limit", [GUEST_CHECKS, SEARCHES, PDFS])
def test_a_room_behind_one_address_is_not_refused(limit):
    assert limit.most >= ROOM * limit.each


def test_how_many_people_an_address_stands_for_is_a_setting(settings):
    settings.PEOPLE_PER_ADDRESS = 200
    assert GUEST_CHECKS.most == 200 * GUEST_CHECKS.each


# --- Whose requests are counted together


def waits(rf, address, **headers):
    """Whether a second request of that address waits for the first one's time to end."""
    request = rf.get("/", REMOTE_ADDR=address, **headers)
    return seconds_to_wait(request, Limit("once", each=1, within=SEARCHES.within)) is not None


def test_another_address_is_counted_apart(rf, alone):
    assert [waits(rf, each) for each in ("192.0.2.1", "192.0.2.1", "192.0.2.2")] == [
        False,
        True,
        False,
    ]


def test_one_network_of_ipv6_is_counted_together(rf, alone):
    assert [waits(rf, each) for each in ("2001:db8::1", "2001:db8::2:1", "2001:db8:0:1::1")] == [
        False,
        True,
        False,
    ]


def test_an_ipv4_address_seen_by_an_ipv6_socket_is_itself(rf, alone):
    addresses = ("::ffff:192.0.2.1", "::ffff:192.0.2.2", "192.0.2.1")
    assert [waits(rf, each) for each in addresses] == [False, False, True]


def test_behind_a_proxy_it_is_the_address_that_the_proxy_saw(rf, alone, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    forwarded = ("198.51.100.1, 192.0.2.1", "198.51.100.2, 192.0.2.1", "192.0.2.2")
    assert [waits(rf, "127.0.0.1", headers={"X-Forwarded-For": each}) for each in forwarded] == [
        False,
        True,
        False,
    ]


def test_without_a_proxy_what_a_header_says_is_not_believed(rf, alone):
    forwarded = ("198.51.100.1", "198.51.100.2")
    assert [waits(rf, "192.0.2.1", headers={"X-Forwarded-For": each}) for each in forwarded] == [
        False,
        True,
    ]


def test_without_a_database_what_needs_none_goes_on(rf, monkeypatch):
    def away(**_rest):
        raise OperationalError

    monkeypatch.setattr(rate_limits, "count", away)
    assert not waits(rf, "192.0.2.1")


# --- allauth's


def test_the_page_is_ours_for_accounts_too(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "1/m/ip"}
    pages = [client.post("/accounts/login/", {"login": "a@example.org"}) for _ in range(2)]
    assert pages[1].status_code == 429
    assert pages[1].headers["Retry-After"] == str(AN_ACCOUNT_PAGE_WAITS)
    assert "Try again in 60 seconds." in pages[1].content.decode()


def test_no_limit_of_accounts_that_ends_in_a_page_lasts_longer_than_it_says():
    said_in_the_form = {"login_failed"}
    for action, rates in app_settings.RATE_LIMITS.items():
        if action not in said_in_the_form:
            assert max(rate.duration for rate in parse_rates(rates)) <= AN_ACCOUNT_PAGE_WAITS


def test_a_room_can_sign_up_at_once():
    (rate,) = parse_rates(app_settings.RATE_LIMITS["signup"])
    assert rate.amount >= ROOM


def test_many_failed_sign_ins_say_when_to_try_again(client):
    factories.user("owner@example.org")
    sent = {"login": "owner@example.org", "password": "wrong"}
    pages = [client.post("/accounts/login/", sent) for _ in range(6)]
    assert "Try again in five minutes" in pages[-1].content.decode()


# --- In words


@pytest.mark.parametrize(
    ("wait", "said"),
    [(1, "1 second."), (60, "60 seconds."), (61, "2 minutes."), (3_600, "60 minutes.")],
)
def test_when_to_try_again_is_said_in_seconds_or_minutes(wait, said):
    assert try_again(wait) == f"Try again in {said}"
