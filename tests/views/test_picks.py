"""Services picked in a list: in the address, over pages and filters, on every way back."""

import pytest
from django.http import QueryDict

from assessments.views.picks import MOST, Picks
from tests import crowds, factories

pytestmark = pytest.mark.django_db

COMPARE = "/o/acme/compare/"
BESIDE = f"{COMPARE}side-by-side/"


def of(address):
    return Picks.of(QueryDict(address)).keys


@pytest.mark.parametrize(
    ("address", "keys"),
    [
        ("", ()),
        ("pick=", ()),
        ("pick=12.15.99", (12, 15, 99)),
        ("pick=12.12", (12,)),
        ("pick=1.x.-3.2", (1, 2)),
        (f"pick={'9' * 40}.4", (4,)),
        ("pick=1&service=2&service=1", (1, 2)),
    ],
)
def test_picks_are_read_from_the_address(address, keys):
    assert of(address) == keys


def test_no_more_than_a_hundred_are_picked():
    assert len(of("pick=" + ".".join(map(str, range(1, 300))))) == MOST


@pytest.fixture
def zebra(cast):
    return factories.service(cast.team, "Zebra")


def test_what_is_picked_is_ticked_and_counted(owner, cast, zebra):
    page = owner.get(f"{COMPARE}?pick={zebra.pk}").text
    assert f'id="pick-{zebra.pk}" checked' in page
    assert f'id="pick-{cast.service.pk}" checked' not in page
    assert "1 service picked" in page


def test_what_picks_nothing_leaves_no_trace_in_the_address(owner):
    kept = owner.get(f"{COMPARE}?sort=-name&service=")
    assert kept["Location"] == f"{COMPARE}?sort=-name"


def test_ticks_stay_over_sorting_pages_and_filters(owner, cast, zebra):
    crowds.assessed_services(cast.team, 60)
    page = owner.get(f"{COMPARE}?pick={zebra.pk}").text
    assert f'href="?pick={zebra.pk}&amp;page=2"' in page
    assert f'href="?pick={zebra.pk}&amp;sort=model"' in page
    assert f'<input type="hidden" name="pick" value="{zebra.pk}">' in page


def test_without_a_script_ticks_are_kept_by_a_press(owner, cast, zebra):
    sent = f"{COMPARE}?sort=-name&pick={zebra.pk}&service={cast.service.pk}"
    kept = owner.get(sent)
    assert kept.status_code == 302
    assert kept["Location"] == f"{COMPARE}?sort=-name&pick={zebra.pk}.{cast.service.pk}"


def test_those_on_other_pages_are_put_side_by_side_with_those_ticked_here(owner, cast, zebra):
    page = owner.get(f"{BESIDE}?pick={zebra.pk}&service={cast.service.pk}&sort=-name")
    assert [each.name for each in page.context["services"]] == ["Bedroom", "Zebra"]
    back = f'{COMPARE}?pick={zebra.pk}.{cast.service.pk}&amp;sort=-name"'
    assert back in page.text


def test_too_few_lead_back_to_the_same_list(owner, zebra):
    page = owner.get(f"{BESIDE}?pick={zebra.pk}&sort=-name")
    assert page.status_code == 400
    assert f'{COMPARE}?pick={zebra.pk}&amp;sort=-name"' in page.text


def test_another_s_service_in_the_address_is_shown_nowhere(owner, cast):
    theirs = factories.service(cast.outsider.memberships.get().organisation.teams.get(), "Secret")
    page = owner.get(f"{COMPARE}?pick={theirs.pk}")
    assert "Secret" not in page.text
    beside = owner.get(f"{BESIDE}?pick={theirs.pk}.{cast.service.pk}")
    assert "Secret" not in beside.text
