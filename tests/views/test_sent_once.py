"""A second press of a form's button shows what came of the first."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments.forms.form_key import FORM_KEY, new_key
from assessments.models import (
    Assessment,
    Domain,
    GuestCheck,
    Guidance,
    Invitation,
    Organisation,
    Result,
    SentForm,
    Service,
    SharedLink,
    Team,
)
from assessments.views.login_draft import COOKIE
from tests import factories

pytestmark = pytest.mark.django_db

START = {"organisation_name": "Globex", "team_name": "Web", "service_name": "Shop"}
CHECK = {"name": "Checkout", "scope": "quick"}
GUIDANCE = {"entry": "practice:run-regular-chaos-days", "text": "Ask us."}


def key_on(client, path):
    """The key of the first form of a page."""
    return re.search(rf'name="{FORM_KEY}" value="([^"]+)"', client.get(path).text).group(1)


def twice(client, path, body, page=None):
    """What two presses of one button lead to."""
    sent = {**body, FORM_KEY: key_on(client, page or path)}
    return [client.post(path, sent) for _ in "ab"]


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize(
    ("name", "body", "model", "made"),
    [
        ("service-new", {"name": "Kitchen"}, Service, 1),
        ("service-paste", {"names": "Kitchen\nBathroom"}, Service, 2),
        ("teams", {"name": "Rooms 2"}, Team, 1),
        ("domains", {"name": "Sleep"}, Domain, 1),
        ("invitations", {"role": "lead", "days": "7"}, Invitation, 1),
        ("guidance-new", GUIDANCE, Guidance, 1),
    ],
)
def test_a_second_press_creates_nothing_more_and_leads_where_the_first_led(
    owner, cast, name, body, model, made
):
    before = model.objects.count()
    sent = {"team": cast.team.pk, **body} if name.startswith("service") else body
    first, second = twice(owner, reverse(name, args=["acme"]), sent)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert model.objects.count() == before + made


def test_an_organisation_is_created_once(client, cast):
    client.force_login(cast.outsider)
    first, second = twice(client, reverse("start"), START)
    assert first["Location"] == second["Location"]
    assert Organisation.objects.filter(name="Globex").count() == 1


def test_a_guest_s_check_is_started_once_and_its_link_is_the_same(client):
    first, second = twice(client, reverse("check-start"), CHECK)
    assert first["Location"] == second["Location"]
    assert GuestCheck.objects.count() == 1


def test_a_guest_s_link_stands_nowhere_in_the_database(client):
    first, _second = twice(client, reverse("check-start"), CHECK)
    token = first["Location"].split("/")[2]
    assert token.encode() not in bytes(SentForm.objects.get().outcome)


def test_a_second_submission_leads_to_the_result(owner, cast):
    opened = factories.assessment(cast.service, factories.full_answers())
    review = reverse("sheet:review", args=["acme", opened.pk])
    first, second = twice(owner, review, {})
    assert second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Result.objects.count() == 1


def test_a_second_deletion_leads_where_the_first_led(owner, cast):
    path = reverse("service-delete", args=["acme", cast.service.pk])
    first, second = twice(owner, path, {"name": "Bedroom"})
    assert first["Location"] == second["Location"]


def test_a_second_claim_leads_to_the_service(owner, cast):
    factories.guest_check(token="a-guest-token")
    body = {"place": cast.team.pk, "service_name": "Hall", "confirmed": "yes"}
    first, second = twice(owner, reverse("check-claim", args=["a-guest-token"]), body)
    assert first["Location"] == second["Location"]


def test_the_second_answer_says_what_the_first_said(owner, cast):
    sent = {"name": "Kitchen", "team": cast.team.pk, FORM_KEY: new_key()}
    path = reverse("service-new", args=["acme"])
    owner.post(path, sent)
    owner.cookies.pop("messages")  # the first answer never reached the browser
    assert said(owner.post(path, sent)) == ["“Kitchen” is ready to be assessed."]


def test_what_the_first_said_is_said_once_where_no_page_came_between(owner, cast):
    twice(
        owner,
        reverse("service-new", args=[cast.organisation.slug]),
        {"name": "New", "team": cast.team.pk},
    )
    page = owner.get(reverse("organisation", args=[cast.organisation.slug]))
    assert page.text.count("“New” is ready to be assessed.") == 1


def test_an_invitation_s_link_is_shown_after_a_second_press(owner):
    path = reverse("invitations", args=["acme"])
    twice(owner, path, {"role": "lead", "days": "7"})
    assert "/join/" in owner.get(path).text


def test_a_guest_s_link_to_a_result_is_shown_after_a_second_press(client, guests_quick_check):
    path = guests_quick_check.url("share")
    sent = {"name": "For Ada", "days": "30", FORM_KEY: new_key()}
    first = client.post(path, sent)
    other = Client()  # as the same browser, which the first answer never reached
    second = other.post(path, sent)
    assert (first.status_code, second.status_code) == (302, 302)
    assert "/shared/" in other.get(path).text
    assert SharedLink.objects.count() == 1


def test_another_name_from_the_same_page_is_another_service(owner, cast):
    path, key = reverse("service-new", args=["acme"]), new_key()
    for name in ("Kitchen", "Bathroom"):
        owner.post(path, {"name": name, "team": cast.team.pk, FORM_KEY: key})
    assert Service.objects.filter(name__in=["Kitchen", "Bathroom"]).count() == 2


def test_the_same_from_a_new_page_is_another_invitation(owner):
    path = reverse("invitations", args=["acme"])
    for _ in "ab":
        twice(owner, path, {"role": "lead", "days": "7"})
    assert Invitation.objects.count() == 2


def test_a_refused_form_can_be_sent_again_from_the_same_page(owner, cast):
    path = reverse("service-new", args=["acme"])
    sent = {"name": "Bedroom", "team": cast.team.pk, FORM_KEY: new_key()}
    assert owner.post(path, sent).status_code == 422
    cast.service.delete()
    assert owner.post(path, sent).status_code == 302


def test_a_refusal_told_on_the_next_page_can_be_tried_again(owner, cast):
    path = reverse("team-delete", args=["acme", cast.team.pk])
    sent = {FORM_KEY: new_key()}
    owner.post(path, sent)
    cast.service.delete()
    owner.post(path, sent)
    assert not Team.objects.filter(pk=cast.team.pk).exists()


def test_what_was_undone_by_a_later_form_can_be_done_again(owner, cast):
    assess = reverse("service-assess", args=["acme", cast.service.pk])
    sent = {FORM_KEY: new_key()}
    owner.post(assess, sent)
    opened = Assessment.objects.get()
    owner.post(reverse("sheet:discard", args=["acme", opened.pk]), {FORM_KEY: new_key()})
    again = owner.post(assess, sent)
    assert again["Location"] == reverse(
        "sheet:overview", args=["acme", Assessment.objects.get().pk]
    )


def test_after_an_hour_the_same_form_is_a_new_one(owner):
    path, sent = reverse("invitations", args=["acme"]), {"role": "lead", "days": "7"}
    sent[FORM_KEY] = new_key()
    owner.post(path, sent)
    earlier = SentForm.objects.get().sent_at - timedelta(hours=2)
    SentForm.objects.update(sent_at=earlier)
    owner.post(path, sent)
    assert Invitation.objects.count() == 2


def test_what_is_older_than_an_hour_is_deleted(owner, cast):
    SentForm.objects.create(digest="old", sender="someone", sent_at=factories.AT)
    owner.post(reverse("domains", args=["acme"]), {"name": "Sleep", FORM_KEY: new_key()})
    assert not SentForm.objects.filter(digest="old").exists()


def test_somebody_else_s_form_with_the_same_key_is_theirs(client, cast):
    sent = {**START, FORM_KEY: new_key()}
    for person in (cast.outsider, cast.colleague):
        client.force_login(person)
        client.post(reverse("start"), sent)
    assert Organisation.objects.filter(name="Globex").count() == 2


def test_an_error_leaves_nothing_behind(owner, cast, monkeypatch):
    def breaks(**_given):
        Team.objects.create(organisation=cast.organisation, name="Half")
        raise RuntimeError

    monkeypatch.setattr("assessments.writes.teams.create_team", breaks)
    sent = {"name": "Whole", FORM_KEY: new_key()}
    with pytest.raises(RuntimeError):
        owner.post(reverse("teams", args=["acme"]), sent)
    assert not Team.objects.filter(name="Half").exists()
    assert not SentForm.objects.exists()


@pytest.mark.parametrize("key", ["", "short", "x" * 500])
def test_without_a_key_of_ours_a_form_is_sent_as_ever(owner, key):
    response = owner.post(reverse("domains", args=["acme"]), {"name": "Sleep", FORM_KEY: key})
    assert response.status_code == 302
    assert not SentForm.objects.exists()


def test_the_second_press_of_who_was_signed_out_is_kept_too(client, cast):
    path = reverse("service-new", args=["acme"])
    sent = {"name": "Typed", "team": cast.team.pk, FORM_KEY: new_key()}
    client.post(path, sent)
    client.cookies.pop(COOKIE)  # the browser no longer waited for that answer
    client.post(path, sent)
    client.force_login(cast.owner)
    assert 'value="Typed"' in client.get(path).text


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_a_stranger_cannot_have_a_password_hashed_or_a_mail_sent_within_our_transaction(
    client, name
):
    body = {"login": "nora@example.org", "email": "nora@example.org", "password": "wrong"}
    with CaptureQueriesContext(connection) as asked:
        client.post(reverse(name), {**body, FORM_KEY: new_key()})
    assert not [each for each in asked if SentForm._meta.db_table in each["sql"]]


TEMPLATES = [
    path
    for path in Path(settings.BASE_DIR, "templates").rglob("*.html")
    if 'method="post"' in path.read_text()
    # Saving answers merges, a report can be taken again with another choice from the same page,
    # signing in or out has its own answer to a second press, and what is given back has the key
    # that it was sent with.
    and path.name not in {"section.html", "report.html", "base.html", "_sent_back.html"}
    and path.parent.name != "account"
]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_form_that_does_something_has_a_key(template):
    text = template.read_text()
    assert text.count("{% form_key %}") == text.count('method="post"')


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    """Two requests that begin at once."""

    def both(self, cookies, path, body):
        barrier = Barrier(2)

        def press(_):
            client = Client()
            client.cookies.load({name: morsel.value for name, morsel in cookies.items()})
            try:
                barrier.wait(30)
                response = client.post(path, body)
                return response.status_code, response["Location"]
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as threads:
            return list(threads.map(press, "ab", timeout=30))

    def test_two_presses_make_one_invitation(self, owner):
        sent = {"role": "lead", "days": "7", FORM_KEY: new_key()}
        path = reverse("invitations", args=["acme"])
        ends = self.both(owner.cookies, path, sent)
        assert ends == [(302, path)] * 2
        assert Invitation.objects.count() == 1

    def test_two_presses_submit_once_and_show_the_result(self, owner, cast):
        opened = factories.assessment(cast.service, factories.full_answers())
        path = reverse("sheet:review", args=["acme", opened.pk])
        ends = self.both(owner.cookies, path, {FORM_KEY: new_key()})
        assert ends == [(302, reverse("sheet:result", args=["acme", opened.pk]))] * 2

    def test_two_presses_start_one_guest_s_check(self, client):
        ends = self.both(client.cookies, reverse("check-start"), {**CHECK, FORM_KEY: new_key()})
        assert len(set(ends)) == 1
        assert GuestCheck.objects.count() == 1

    def test_two_presses_found_one_organisation(self, client, cast):
        client.force_login(cast.outsider)
        ends = self.both(client.cookies, reverse("start"), {**START, FORM_KEY: new_key()})
        assert len(set(ends)) == 1
        assert ends[0][0] == 302

    def test_two_presses_add_one_service(self, owner, cast):
        sent = {"name": "Kitchen", "team": cast.team.pk, FORM_KEY: new_key()}
        ends = self.both(owner.cookies, reverse("service-new", args=["acme"]), sent)
        assert len(set(ends)) == 1
        assert ends[0][0] == 302
