"""Which mails one gets, chosen signed in or by the link in a mail."""

import pytest

from assessments.models import MailTurnedOff
from assessments.writes.mails import token_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["signed in", "by the link"])
def path(request, client, cast):
    if request.param == "by the link":
        return f"/mails/{token_of(cast.owner)}/"
    client.force_login(cast.owner)
    return "/mails/"


def test_all_are_sent_until_one_says_otherwise(client, path):
    assert "checked" in client.get(path).text


def test_what_is_not_ticked_is_turned_off_and_what_is_ticked_is_sent_again(client, cast, path):
    assert client.post(path, {}).status_code == 302
    assert {each.user for each in MailTurnedOff.objects.all()} == {cast.owner}
    assert "checked" not in client.get(path).text
    client.post(path, {"kinds": ["rounds"]})
    assert MailTurnedOff.objects.get().kind == "reviews"


def test_a_kind_that_is_none_is_refused(client, path):
    response = client.post(path, {"kinds": ["news"]})
    assert response.status_code == 422
    assert not MailTurnedOff.objects.exists()


def test_a_wrong_link_opens_nothing(client, cast):
    assert client.get(f"/mails/{token_of(cast.owner)[:-2]}/").status_code == 404


def test_the_link_of_one_who_may_sign_in_no_longer_opens_nothing(client, cast):
    path = f"/mails/{token_of(cast.owner)}/"
    cast.owner.is_active = False
    cast.owner.save()
    assert client.get(path).status_code == 404


def test_the_link_names_nobody_and_is_kept_out_of_search_engines(client, cast):
    response = client.get(f"/mails/{token_of(cast.owner)}/")
    assert cast.owner.email not in response.text
    assert cast.owner.name not in response.text
    assert "noindex" in response["X-Robots-Tag"]


def test_it_costs_few_queries(client, path, django_assert_max_num_queries):
    client.get(path)
    with django_assert_max_num_queries(5):
        client.get(path)


def test_the_outsider_chooses_for_themselves_alone(client, cast):
    client.force_login(cast.outsider)
    client.post("/mails/", {})
    assert {each.user for each in MailTurnedOff.objects.all()} == {cast.outsider}
