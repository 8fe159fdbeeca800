from datetime import timedelta

import pytest

from assessments.models import Guidance
from assessments.writes.guidance import (
    MOST_ON_AN_ENTRY,
    EnoughGuidance,
    GuidanceChanged,
    GuidanceGone,
    Said,
    add,
    change,
    delete,
    shown_as,
)
from tests import factories
from tests.newer_playbook import install, newer  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(hours=1)
SAID = Said("practice", "run-regular-chaos-days", "Ask the guild.", ("https://example.org/guild",))
ELSEWHERE = Said("pitfall", "excessive-bau", "Ask the guild.", ())


@pytest.fixture
def organisation():
    return factories.organisation()


@pytest.fixture
def guidance(organisation):
    return factories.guidance(organisation)


def test_what_was_said_is_kept_with_who_said_it_and_when(organisation):
    lead = factories.user()
    added = add(organisation=organisation, said=SAID, by=lead, at=LATER)
    kept = Guidance.objects.get(pk=added.pk)
    assert (kept.about, kept.text) == (("practice", SAID.entry), SAID.text)
    assert (kept.links, kept.written_by, kept.written_at) == (list(SAID.links), lead, LATER)


def test_an_entry_takes_only_so_many(organisation):
    for _ in range(MOST_ON_AN_ENTRY):
        add(organisation=organisation, said=SAID, by=None, at=LATER)
    with pytest.raises(EnoughGuidance, match="10"):
        add(organisation=organisation, said=SAID, by=None, at=LATER)
    add(organisation=organisation, said=ELSEWHERE, by=None, at=LATER)
    add(organisation=factories.organisation("Other"), said=SAID, by=None, at=LATER)


def test_it_cannot_be_moved_to_an_entry_that_has_enough(organisation, guidance):
    for _ in range(MOST_ON_AN_ENTRY):
        add(organisation=organisation, said=ELSEWHERE, by=None, at=LATER)
    shown = shown_as(guidance)
    with pytest.raises(EnoughGuidance):
        change(guidance=guidance, shown=shown, said=ELSEWHERE, by=None, at=LATER)


def test_an_entry_that_has_enough_can_still_be_changed(organisation):
    for _ in range(MOST_ON_AN_ENTRY):
        last = add(organisation=organisation, said=SAID, by=None, at=LATER)
    said = Said(SAID.kind, SAID.entry, "Otherwise.", ())
    change(guidance=last, shown=shown_as(last), said=said, by=None, at=LATER)
    assert Guidance.objects.get(pk=last.pk).text == "Otherwise."


def test_a_change_says_who_made_it(guidance):
    lead = factories.user()
    change(guidance=guidance, shown=shown_as(guidance), said=ELSEWHERE, by=lead, at=LATER)
    guidance.refresh_from_db()
    assert (guidance.about, guidance.text) == (("pitfall", "excessive-bau"), "Ask the guild.")
    assert (guidance.written_by, guidance.written_at) == (lead, LATER)


def test_what_someone_else_changed_meanwhile_is_not_written_over(guidance):
    shown = shown_as(guidance)
    change(guidance=guidance, shown=shown, said=SAID, by=None, at=LATER)
    with pytest.raises(GuidanceChanged) as raised:
        change(guidance=guidance, shown=shown, said=ELSEWHERE, by=None, at=LATER)
    assert raised.value.now.text == SAID.text
    change(
        guidance=guidance,
        shown=shown_as(raised.value.now),
        said=ELSEWHERE,
        by=None,
        at=LATER,
    )
    guidance.refresh_from_db()
    assert guidance.about == ("pitfall", "excessive-bau")


def test_what_is_deleted_can_no_longer_be_changed(guidance):
    delete(
        guidance=Guidance.objects.get(pk=guidance.pk), shown=shown_as(guidance), by=None, at=LATER
    )
    with pytest.raises(GuidanceGone):
        change(guidance=guidance, shown=shown_as(guidance), said=SAID, by=None, at=LATER)


def test_deleting_twice_is_deleting_once(guidance):
    shown = shown_as(guidance)
    delete(guidance=Guidance.objects.get(pk=guidance.pk), shown=shown, by=None, at=LATER)
    delete(guidance=guidance, shown=shown, by=None, at=LATER)
    assert not Guidance.objects.exists()


def test_what_someone_else_changed_meanwhile_is_not_deleted_unseen(guidance):
    shown = shown_as(guidance)
    change(guidance=guidance, shown=shown, said=SAID, by=None, at=LATER)
    with pytest.raises(GuidanceChanged):
        delete(guidance=guidance, shown=shown, by=None, at=LATER)
    assert Guidance.objects.get().text == SAID.text


def test_guidance_under_an_earlier_name_takes_its_place_on_the_entry(
    organisation,
    install,  # noqa: F811
):
    for _ in range(MOST_ON_AN_ENTRY):
        last = factories.guidance(organisation, entry="run-game-days")
    install(practices={"run-game-days": "run-regular-chaos-days"})
    with pytest.raises(EnoughGuidance):
        add(organisation=organisation, said=SAID, by=None, at=LATER)
    change(guidance=last, shown=shown_as(last), said=SAID, by=None, at=LATER)
    assert Guidance.objects.get(pk=last.pk).entry == "run-regular-chaos-days"
