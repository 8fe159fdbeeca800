"""Making and revoking read-only links, and the organisation's list of them."""

import pytest
from django.urls import reverse

from assessments.models import Membership, Role, SharedLink
from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

LINKS = "/o/acme/links/"
BOARD = {"name": "The board", "days": "30"}


def make(pages, **fields):
    """The page after making a link."""
    return pages.client.post(pages.url("share"), {**BOARD, **fields}, follow=True)


def revoke(pages, link):
    return pages.client.post(pages.url("share-revoke", link=link.pk))


@pytest.fixture
def someone(people):
    """Makes someone of a role in the organisation."""
    return lambda role, *teams: factories.member(
        people.organisation, f"{role}{len(teams)}@example.org", role=role, teams=teams
    )


# --- Making one


@pytest.mark.parametrize("page", ["result", "plan", "answers"])
def test_every_page_of_the_result_leads_to_the_form(submitted, page):
    seen = submitted()
    assert f'href="{seen.url("share")}" data-fragments="share"' in seen.text(page)
    assert f'action="{seen.url("share")}"' in seen.text("share")


def test_a_new_link_is_shown_once_and_opens_the_result(submitted, client):
    seen = submitted()
    link = make(seen).context["link"]
    assert link.startswith("http://testserver/shared/")
    assert link not in seen.get("share").content.decode()
    client.logout()
    assert client.get(link.removeprefix("http://testserver")).status_code == 200


def test_a_link_works_for_thirty_days_and_tells_nothing_beside_unless_asked(submitted):
    form = submitted().get("share").context["form"]
    ticked = [name for name in form.fields if name.startswith("with_") and form[name].value()]
    assert (form["days"].value(), ticked) == (30, [])


def test_a_member_s_link_names_who_made_it_and_what_it_shows(submitted, people):
    make(submitted(), with_notes="on", with_guidance="on", days="90")
    link = SharedLink.objects.get()
    assert (link.created_by, link.with_notes, link.with_evidence, link.with_guidance) == (
        people.owner,
        True,
        False,
        True,
    )
    assert (link.expires_at - link.created_at).days == 90


@pytest.mark.parametrize("wrong", [{"name": " "}, {"days": "400"}, {"days": ""}])
def test_a_link_that_cannot_be_made_says_why(submitted, wrong):
    response = make(submitted(), **wrong)
    assert response.status_code == 422
    assert response.context["form"].errors
    assert not SharedLink.objects.exists()


def test_a_guest_makes_a_link_in_nobody_s_name(guests_quick_check):
    page = make(guests_quick_check, with_guidance="on")
    link = SharedLink.objects.get()
    assert (link.created_by, link.organisation.is_guest, link.with_guidance) == (None, True, False)
    assert "/shared/" in page.context["link"]


def test_a_signed_in_guest_s_link_is_in_nobody_s_name_either(guests_quick_check, people):
    guests_quick_check.client.force_login(people.owner)
    make(guests_quick_check)
    assert SharedLink.objects.get().created_by is None


def test_a_guest_is_offered_a_read_only_link_in_place_of_the_private_one(guests_quick_check):
    text = " ".join(guests_quick_check.text("result").split())
    assert "Whoever has this link can read this page" not in text
    assert "Keep the address of this page to yourself" in text
    href = guests_quick_check.url("share")
    assert f'<a href="{href}">make a read-only link</a>' in text


def test_the_report_s_page_offers_a_link_without_notes(submitted):
    seen = submitted()
    assert f'<a href="{seen.url("share")}">read-only link</a>' in seen.text("report")


def test_an_open_assessment_has_nothing_to_share(client, people):
    client.force_login(people.owner)
    seen = SheetPages(client, factories.assessment(people.service))
    assert seen.get("share").url == seen.url("overview")


@pytest.mark.parametrize(
    ("role", "in_team", "allowed"),
    [
        (Role.MEMBER, True, True),
        (Role.COACH, True, True),
        (Role.COACH, False, False),
        (Role.LEAD, False, True),
        (Role.OWNER, False, True),
    ],
)
def test_who_edits_it_and_leads_and_owners_make_links(
    submitted, people, someone, role, in_team, allowed
):
    seen = submitted()
    seen.client.force_login(someone(role, *([people.team] if in_team else [])))
    assert (make(seen).status_code, SharedLink.objects.exists()) == (
        (200, True) if allowed else (404, False)
    )
    assert ('data-fragments="share"' in seen.text("result")) == allowed


def test_a_second_press_makes_no_second_link(submitted):
    seen = submitted()
    key = seen.text("share").partition('name="form_key" value="')[2].partition('"')[0]
    assert key
    for _press in "ab":
        make(seen, form_key=key)
    assert SharedLink.objects.count() == 1


# --- Those that work


def test_links_are_listed_with_when_they_were_last_opened(submitted, client):
    seen = submitted()
    link = make(seen).context["link"].removeprefix("http://testserver")
    assert "Not opened yet." in seen.text("share")
    client.get(link)
    assert "Last opened on" in seen.text("share")
    assert "The board" in seen.text("share")


def test_links_that_ended_are_listed_no_more(submitted):
    seen = submitted()
    factories.shared_link(seen.assessment.result, expires_at=factories.AT.replace(minute=31))
    assert "The board" not in seen.text("share")


def test_a_revoked_link_shows_nothing(submitted, client):
    seen = submitted()
    link = make(seen).context["link"].removeprefix("http://testserver")
    revoke(seen, SharedLink.objects.get())
    assert client.get(link).status_code == 410


def test_the_maker_revokes_and_a_teammate_does_not(submitted, people, someone):
    seen = submitted()
    maker, teammate = someone(Role.MEMBER, people.team), someone(Role.COACH, people.team)
    link = factories.shared_link(seen.assessment.result, created_by=maker)
    seen.client.force_login(teammate)
    assert "Revoke" not in seen.text("share")
    assert revoke(seen, link).status_code == 404
    seen.client.force_login(maker)
    assert "Revoke" in seen.text("share")
    assert revoke(seen, link).status_code == 302
    assert SharedLink.objects.get().revoked_by == maker


def test_a_lead_revokes_anybody_s(submitted, people, someone):
    seen = submitted()
    link = factories.shared_link(seen.assessment.result, created_by=people.owner)
    seen.client.force_login(someone(Role.LEAD))
    assert revoke(seen, link).status_code == 302


def test_a_guest_revokes_under_the_private_link(guests_quick_check):
    link = factories.shared_link(guests_quick_check.assessment.result)
    revoke(guests_quick_check, link)
    assert SharedLink.objects.get().revoked_at is not None


def test_another_result_s_link_is_not_revoked_here(submitted, people):
    seen = submitted()
    other = factories.submitted_result(factories.service(people.team, "Other"))
    assert revoke(seen, factories.shared_link(other)).status_code == 404


# --- All of an organisation's


def test_leads_and_owners_see_every_link_of_the_organisation(submitted, someone):
    seen = submitted()
    make(seen)
    for role in (Role.LEAD, Role.OWNER):
        seen.client.force_login(someone(role))
        text = seen.client.get(LINKS).text
        assert "The board" in text
        assert "Bedroom, 2 November 2026" in text


def test_a_link_whose_maker_has_left_says_so(submitted, people):
    seen = submitted()
    factories.shared_link(seen.assessment.result, created_by=people.colleague)
    assert "Whoever made it has left" not in seen.client.get(LINKS).text
    Membership.objects.get(user=people.colleague).delete()
    assert "Whoever made it has left" in seen.client.get(LINKS).text


def test_a_link_is_revoked_from_the_list(submitted, people):
    seen = submitted()
    link = factories.shared_link(seen.assessment.result)
    path = reverse("shared-link-revoke", args=["acme", link.pk])
    assert seen.client.post(path).url == LINKS
    assert "No link works now" in seen.client.get(LINKS).text


def test_another_organisation_s_link_is_not_revoked_from_the_list(submitted, people):
    link = factories.shared_link(submitted().assessment.result)
    client = SheetPages(submitted().client, link.result.assessment).client
    client.force_login(people.outsider)
    path = reverse("shared-link-revoke", args=["elsewhere", link.pk])
    assert client.post(path).status_code == 404


@pytest.mark.parametrize("number", [3, 60])
def test_the_list_costs_the_same_however_many(submitted, number, django_assert_max_num_queries):
    seen = submitted()
    for each in range(number):
        factories.shared_link(seen.assessment.result, token=str(each))
    with django_assert_max_num_queries(6):
        seen.client.get(LINKS)


# --- With the removal of who made them


def test_removing_a_person_offers_to_revoke_their_links(submitted, people):
    seen = submitted()
    link = factories.shared_link(seen.assessment.result, created_by=people.colleague)
    factories.shared_link(seen.assessment.result, token="other", created_by=people.owner)
    pk = Membership.objects.get(user=people.colleague).pk
    path = reverse("person-remove", args=["acme", pk])
    form = seen.client.get(path).context["form"]
    assert form["links"].value() == [str(link.pk)]
    seen.client.post(path, {"links": [link.pk]})
    revoked = SharedLink.objects.get(pk=link.pk)
    assert revoked.revoked_by == people.owner
    assert SharedLink.objects.filter(revoked_at=None).count() == 1


def test_links_left_unticked_go_on_in_the_owners_list(submitted, people):
    seen = submitted()
    factories.shared_link(seen.assessment.result, created_by=people.colleague)
    pk = Membership.objects.get(user=people.colleague).pk
    seen.client.post(reverse("person-remove", args=["acme", pk]))
    assert "Whoever made it has left" in seen.client.get(LINKS).text
