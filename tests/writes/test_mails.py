"""The daily mail: who gets one, of what, and never two a day."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core.mail.backends.locmem import EmailBackend

from assessments.models import MailedDay, MailKind, MailTurnedOff
from assessments.writes.mails import (
    KEPT,
    MailServerAway,
    Sent,
    choose_mails,
    purge,
    send_reminders,
    token_of,
    user_of,
)
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
TODAY = AT.date()


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = "https://assess.example.org"


def due(services, days_left, name="Spring", **fields):
    """A round that ends so many days from today."""
    ends_on = TODAY + timedelta(days=days_left)
    return factories.round_of(
        services, name, begins_on=TODAY - timedelta(days=40), ends_on=ends_on, **fields
    )


def got(mailoutbox):
    return sorted(mail.to[0] for mail in mailoutbox)


class Refusing(EmailBackend):
    """A mail server that does not take mails to one address."""

    def send_messages(self, messages):
        (mail,) = messages
        if mail.to == ["owner@example.org"]:
            raise smtplib.SMTPRecipientsRefused({})
        return super().send_messages(messages)


class Away(EmailBackend):
    """A mail server that goes away after the first mail."""

    sent = 0

    def send_messages(self, messages):
        if Away.sent:
            raise smtplib.SMTPServerDisconnected
        Away.sent += 1
        return super().send_messages(messages)


@pytest.mark.parametrize("days_left", [7, 1, -1])
def test_the_people_of_a_team_that_waits_are_reminded(cast, mailoutbox, days_left):
    due([cast.service], days_left)
    assert send_reminders(at=AT) == Sent(1, 0)
    assert got(mailoutbox) == ["owner@example.org"]


@pytest.mark.parametrize("days_left", [8, 6, 2, 0, -2])
def test_on_other_days_nobody_is(cast, mailoutbox, days_left):
    due([cast.service], days_left)
    assert send_reminders(at=AT) == Sent(0, 0)


def test_a_mail_names_the_services_the_day_and_the_way(cast, mailoutbox):
    factories.assessment(factories.service(cast.team, "R&D <shed>"))
    due(list(cast.organisation.services.all()), 7)
    send_reminders(at=AT)
    (mail,) = mailoutbox
    assert mail.subject == "[Who runs it?] “Spring”: 2 services of yours are due by 9 November"
    choice = f"https://assess.example.org/mails/{token_of(cast.owner)}/"
    assert mail.body == (
        "“Spring” at Acme asks for these services of your teams by 9 November 2026:\n\n"
        "- Bedroom (Rooms)\n"
        "- R&D <shed> (Rooms): draft\n\n"
        "My services: https://assess.example.org/o/acme/\n\n"
        "-- \n"
        "One mail a day at most. Which ones you get you choose here:\n"
        f"{choice}\n"
    )
    assert mail.extra_headers["List-Unsubscribe"] == f"<{choice}>"


def test_the_day_after_says_that_it_is_over(cast, mailoutbox):
    due([cast.service], -1)
    send_reminders(at=AT)
    assert "ended on 1 November" in mailoutbox[0].subject
    assert "were not submitted in it" in mailoutbox[0].body


def test_what_is_done_reminds_nobody(cast, mailoutbox):
    factories.result_row(cast.service)
    due([cast.service], 7)
    assert send_reminders(at=AT) == Sent(0, 0)


def test_two_rounds_come_in_one_mail(cast, mailoutbox):
    due([cast.service], 7)
    due([cast.service], 1, "Autumn")
    assert send_reminders(at=AT) == Sent(1, 0)
    (mail,) = mailoutbox
    assert "2 rounds" in mail.subject
    assert "“Spring”" in mail.body
    assert "“Autumn”" in mail.body


def test_a_person_in_two_organisations_gets_one_mail(cast, mailoutbox):
    elsewhere = factories.organisation("Beyond")
    team = factories.team(elsewhere)
    place = factories.membership(elsewhere, cast.owner)
    team.team_members.create(organisation=elsewhere, membership=place)
    due([cast.service], 7)
    due([factories.service(team, "Till")], 1)
    assert send_reminders(at=AT) == Sent(1, 0)
    assert "Till" in mailoutbox[0].body
    assert "Bedroom" in mailoutbox[0].body


def test_run_twice_a_day_it_sends_once(cast, mailoutbox):
    due([cast.service], 7)
    assert [send_reminders(at=AT), send_reminders(at=AT)] == [Sent(1, 0), Sent(0, 0)]


def test_the_next_reminder_is_another_day_s(cast, mailoutbox):
    due([cast.service], 7)
    assert send_reminders(at=AT) == send_reminders(at=AT + timedelta(days=6)) == Sent(1, 0)


def test_what_is_turned_off_is_not_sent(cast, mailoutbox):
    due([cast.service], 7)
    choose_mails(user=cast.owner, kinds=[])
    assert send_reminders(at=AT) == Sent(0, 0)
    choose_mails(user=cast.owner, kinds=[MailKind.ROUNDS])
    assert send_reminders(at=AT) == Sent(1, 0)


def test_turning_off_twice_is_as_good_as_once(cast):
    for _twice in range(2):
        choose_mails(user=cast.owner, kinds=[])
    assert MailTurnedOff.objects.count() == len(MailKind)


def test_who_may_sign_in_no_longer_gets_none(cast, mailoutbox):
    due([cast.service], 7)
    cast.owner.is_active = False
    cast.owner.save()
    assert send_reminders(at=AT) == Sent(0, 0)


def test_a_deleted_organisation_reminds_nobody(cast, mailoutbox):
    due([cast.service], 7)
    cast.organisation.deleted_at = AT
    cast.organisation.save()
    assert send_reminders(at=AT) == Sent(0, 0)


@pytest.mark.parametrize(("zone", "sent"), [("Pacific/Auckland", 1), ("Europe/London", 0)])
def test_days_are_those_of_the_organisation(cast, mailoutbox, zone, sent):
    cast.organisation.time_zone = zone
    cast.organisation.save()
    due([cast.service], 8)
    in_the_evening = datetime(2026, 11, 2, 20, 0, tzinfo=UTC)  # the next day in New Zealand
    assert send_reminders(at=in_the_evening).sent == sent


def test_one_whom_the_server_refuses_keeps_no_mail_from_the_others(cast, mailoutbox, settings):
    settings.EMAIL_BACKEND = "tests.writes.test_mails.Refusing"
    factories.member(cast.organisation, "zoe@example.org", teams=(cast.team,))
    due([cast.service], 7)
    assert send_reminders(at=AT) == Sent(1, 1)
    assert got(mailoutbox) == ["zoe@example.org"]


def test_who_had_no_mail_when_the_server_went_away_gets_it_in_the_next_run(
    cast, mailoutbox, settings, caplog
):
    for name in ("ann", "zoe"):
        factories.member(cast.organisation, f"{name}@example.org", teams=(cast.team,))
    due([cast.service], 7)
    backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.writes.test_mails.Away"
    with pytest.raises(MailServerAway, match="run this again today"):
        send_reminders(at=AT)
    assert "example.org" not in caplog.text
    settings.EMAIL_BACKEND = backend
    assert send_reminders(at=AT) == Sent(1, 0)  # the one at whom it broke off may have had theirs
    assert len(set(got(mailoutbox))) == len(mailoutbox) == 2


def test_where_nobody_is_to_be_reminded_no_server_is_asked(settings):
    settings.EMAIL_BACKEND = "no.such.backend"
    assert send_reminders(at=AT) == Sent(0, 0)


def test_days_of_long_ago_are_forgotten(cast):
    for ago in (KEPT + timedelta(days=1), timedelta(days=1)):
        MailedDay.objects.create(user=cast.owner, day=(AT - ago).date())
    purge(at=AT)
    assert MailedDay.objects.get().day == TODAY - timedelta(days=1)


def test_a_token_opens_one_person_s_choice_and_no_other_s(cast):
    assert user_of(token_of(cast.owner)) == cast.owner
    assert user_of(token_of(cast.owner)[:-1]) is None
    assert user_of("1") is None


# --- Decisions to be looked at again


def decided(service, review_on=TODAY, **fields):
    result = factories.result_row(service, at=AT - timedelta(days=90))
    return factories.decision(result, review_on=review_on, **fields)


def test_the_team_is_told_on_the_day_of_a_review(cast, mailoutbox):
    decided(cast.service)
    assert send_reminders(at=AT) == Sent(1, 0)
    (mail,) = mailoutbox
    assert "1 decision is to be looked at again today" in mail.subject
    path = f"https://assess.example.org/o/acme/services/{cast.service.pk}/"
    assert f"- Bedroom (Rooms): Keep as it is\n  {path}\n" in mail.body


@pytest.mark.parametrize("off", [-1, 1])
def test_on_other_days_nobody_is_told(cast, mailoutbox, off):
    decided(cast.service, TODAY + timedelta(days=off))
    assert send_reminders(at=AT) == Sent(0, 0)


def test_a_decision_that_another_has_replaced_reminds_nobody(cast, mailoutbox):
    decided(cast.service, recorded_at=AT - timedelta(days=9))
    decided(cast.service, TODAY + timedelta(days=90), recorded_at=AT - timedelta(days=1))
    assert send_reminders(at=AT) == Sent(0, 0)


def test_a_round_and_a_review_come_in_one_mail(cast, mailoutbox):
    decided(cast.service)
    due([factories.service(cast.team, "Shed")], 7)
    assert send_reminders(at=AT) == Sent(1, 0)
    (mail,) = mailoutbox
    assert "Rounds and decisions wait" in mail.subject
    assert "Shed" in mail.body
    assert "Bedroom" in mail.body


def test_reviews_are_turned_off_apart_from_rounds(cast, mailoutbox):
    decided(cast.service)
    choose_mails(user=cast.owner, kinds=[MailKind.ROUNDS])
    assert send_reminders(at=AT) == Sent(0, 0)
