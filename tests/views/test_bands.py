import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

PATH = "/o/acme/bands/"
GIVEN = {"currency": "GBP", "low_ceiling": "10k", "medium_ceiling": "£300,000"}


def ceilings(cast):
    cast.organisation.refresh_from_db()
    return [band.ceiling for band in cast.organisation.bands]


def errors(client, **changes):
    return client.post(PATH, {**GIVEN, **changes}).context["form"].errors


def test_a_member_reads_the_bands(client, cast):
    client.force_login(cast.colleague)
    page = client.get(reverse("bands", args=["acme"])).text
    assert "up to £7,000 an hour" in page
    assert "Save the bands" not in page


def test_a_member_cannot_set_the_bands(client, cast):
    client.force_login(cast.colleague)
    assert client.post(PATH, GIVEN).status_code == 404
    assert ceilings(cast) == [7_000, 250_000, None]


def test_money_is_typed_as_people_write_it(owner, cast):
    owner.post(PATH, GIVEN)
    assert ceilings(cast) == [10_000, 300_000, None]


def test_very_high_is_switched_on_with_where_it_begins(owner, cast):
    owner.post(PATH, {**GIVEN, "very_high": "on", "high_ceiling": "2m"})
    assert ceilings(cast) == [10_000, 300_000, 2_000_000, None]


def test_very_high_needs_to_know_where_it_begins(owner):
    assert list(errors(owner, very_high="on")) == ["high_ceiling"]


def test_switched_off_very_high_forgets_where_it_began(owner, cast):
    owner.post(PATH, {**GIVEN, "very_high": "on", "high_ceiling": "2m"})
    owner.post(PATH, {**GIVEN, "high_ceiling": "2m"})
    assert ceilings(cast) == [10_000, 300_000, None]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"medium_ceiling": "10k"}, "medium_ceiling"),
        ({"very_high": "on", "high_ceiling": "300k"}, "high_ceiling"),
        ({"low_ceiling": ""}, "low_ceiling"),
        ({"low_ceiling": "-1"}, "low_ceiling"),
        ({"low_ceiling": "much"}, "low_ceiling"),
        ({"currency": "XXX"}, "currency"),
    ],
)
def test_a_faulty_band_is_an_error_of_its_own_field(owner, changes, field):
    assert list(errors(owner, **changes)) == [field]


def test_the_page_says_when_the_bands_were_last_changed(owner):
    assert "never changed here" in owner.get(PATH).text
    owner.post(PATH, GIVEN)
    assert "Last changed on" in owner.get(PATH).text


def test_the_form_shows_the_bands_in_force(owner):
    page = owner.get(PATH).text
    assert 'value="7,000"' in page
    assert 'value="250,000"' in page
