"""An organisation's own guidance, as it is read on an entry, in a result and in the list."""

import pytest

from assessments.models import Role
from assessments.playbook.entries import EntryKind
from assessments.queries.entries import entry_page
from assessments.queries.guidance import all_guidance, fetch_own_guidance, guidance_for
from tests import factories
from tests.newer_playbook import install, newer  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db

CHAOS: tuple[EntryKind, str] = ("practice", "run-regular-chaos-days")


@pytest.fixture
def chaos_days():
    page = entry_page(*CHAOS)
    assert page
    return page.ref


def texts(found):
    return [piece.guidance.text for piece in found.pieces]


def test_an_entry_has_the_guidance_of_one_s_own_organisation_alone(cast, chaos_days):
    factories.guidance(cast.organisation, text="Ours")
    factories.guidance(cast.organisation, "pitfall", "excessive-bau", "On another entry")
    factories.guidance(factories.organisation("Other"), text="Theirs")
    assert texts(guidance_for(cast.colleague, chaos_days)) == ["Ours"]


def test_who_is_in_several_organisations_reads_each_under_its_name(cast, chaos_days):
    other = factories.organisation("Beacon")
    factories.membership(other, cast.colleague, Role.LEAD)
    factories.guidance(other, text="Theirs")
    factories.guidance(cast.organisation, text="Ours")
    found = guidance_for(cast.colleague, chaos_days)
    said = [(p.guidance.organisation.name, p.guidance.text, p.changeable) for p in found.pieces]
    assert said == [("Acme", "Ours", False), ("Beacon", "Theirs", True)]
    assert [place.organisation for place in found.may_add] == [other]


@pytest.mark.parametrize(
    ("role", "adds"),
    [(Role.OWNER, True), (Role.LEAD, True), (Role.COACH, False), (Role.MEMBER, False)],
)
def test_leads_and_owners_may_add(cast, chaos_days, role, adds):
    person = factories.member(cast.organisation, "person@example.org", role=role)
    assert bool(guidance_for(person, chaos_days).may_add) == adds


def test_reading_an_entry_s_guidance_takes_two_queries(cast, chaos_days, django_assert_num_queries):
    for number in range(10):
        factories.guidance(cast.organisation, text=f"Number {number}", written_by=cast.owner)
    with django_assert_num_queries(2):
        found = guidance_for(cast.owner, chaos_days)
        assert all(str(piece.guidance.written_by) for piece in found.pieces)


def test_a_result_has_the_guidance_of_its_organisation_by_entry(cast, django_assert_num_queries):
    factories.guidance(cast.organisation, text="First", links=["https://example.org/"])
    factories.guidance(cast.organisation, text="Second")
    factories.guidance(factories.organisation("Other"), text="Theirs")
    with django_assert_num_queries(1):
        own = fetch_own_guidance(cast.organisation)
    assert own.whose == "Acme"
    assert [told.text for told in own.on(*CHAOS)] == ["First", "Second"]
    assert own.on(*CHAOS)[0].links == ("https://example.org/",)
    assert own.on("pitfall", "excessive-bau") == ()


def test_a_guest_has_no_guidance(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fetch_own_guidance(None).on(*CHAOS) == ()


def test_guidance_follows_a_renamed_entry(cast, chaos_days, install):  # noqa: F811
    factories.guidance(cast.organisation, entry="run-game-days", text="Ours")
    assert texts(guidance_for(cast.colleague, chaos_days)) == []
    install(practices={"run-game-days": "run-regular-chaos-days"})
    assert texts(guidance_for(cast.colleague, chaos_days)) == ["Ours"]
    (told,) = all_guidance(cast.organisation)
    assert told.ref == chaos_days


def test_a_result_of_an_earlier_version_finds_guidance_by_the_name_of_its_day(
    cast,
    install,  # noqa: F811
):
    factories.guidance(cast.organisation, text="Ours")
    install(practices={"run-game-days": "run-regular-chaos-days"})
    own = fetch_own_guidance(cast.organisation)
    assert own.on("practice", "run-game-days") == own.on(*CHAOS) != ()


def test_all_guidance_comes_in_the_playbook_s_order_and_what_it_lacks_last(cast):
    for kind, entry in (
        ("practice", "gone-for-good"),
        ("pitfall", "excessive-bau"),
        ("practice", "run-regular-chaos-days"),
        ("model", "hybrid"),
    ):
        factories.guidance(cast.organisation, kind, entry)
    titles = [told.title for told in all_guidance(cast.organisation)]
    assert titles == ["Hybrid", "Run regular Chaos Days", "Excessive BAU", "Gone for good"]


def test_all_guidance_takes_one_query(cast, django_assert_num_queries):
    for number in range(20):
        factories.guidance(cast.organisation, text=f"Number {number}", written_by=cast.owner)
    with django_assert_num_queries(1):
        (told,) = all_guidance(cast.organisation)
        assert {str(each.written_by) for each in told.guidance} == {"Owner"}
