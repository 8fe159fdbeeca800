"""The daily mail: at most one a person and day, of what they have not turned off."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.models import MailedDay, MailKind, MailTurnedOff, User
from assessments.queries.reminders import Reminder, fetch_reminders

log = logging.getLogger(__name__)

KEPT = timedelta(days=30)
"""How long it is kept on which day a person got a mail."""

_SIGNER = Signer(salt="mails")


class MailServerAway(Exception):
    """The mail server does not answer; who has no mail yet gets it when this is run again."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The mail server does not answer, so not all reminders are sent. Mend EMAIL_URL "
                "or the server and run this again today: nobody gets a second mail."
            )
        )


@dataclass(frozen=True)
class Sent:
    """How many mails went out, and how many the server would not take."""

    sent: int
    refused: int


def send_reminders(*, at: datetime) -> Sent:
    """Mail everyone who is to be reminded today and has no mail yet of this day of the site's.
    Raises MailServerAway."""
    reminders = fetch_reminders(at)
    if not reminders:
        return Sent(0, 0)
    connection = get_connection()
    sent = refused = 0
    try:
        connection.open()
        for reminder in reminders:
            if not _claim(reminder.user, timezone.localdate(at)):
                continue
            try:
                _mail(reminder, connection).send()
                sent += 1
            except (SMTPRecipientsRefused, SMTPResponseException) as error:
                log.error("Reminder not taken by the mail server: %s", type(error).__name__)
                refused += 1
    except OSError as error:  # SMTPException is one
        log.error("Reminders broken off: %s", type(error).__name__)
        raise MailServerAway from error
    finally:
        connection.close()
    return Sent(sent, refused)


def purge(*, at: datetime) -> None:
    """Forget which days of long ago had a mail."""
    MailedDay.objects.filter(day__lt=(at - KEPT).date()).delete()


@transaction.atomic
def choose_mails(*, user: User, kinds: Collection[str]) -> None:
    """Send a person mails of these kinds and no others."""
    off = MailTurnedOff.objects.filter(user=user)
    off.filter(kind__in=kinds).delete()
    rows = [MailTurnedOff(user=user, kind=each) for each in MailKind if each not in kinds]
    MailTurnedOff.objects.bulk_create(rows, ignore_conflicts=True)


def token_of(user: User) -> str:
    """What opens a person's choice of mails without signing in, and nothing else."""
    return _SIGNER.sign(str(user.pk))


def user_of(token: str) -> User | None:
    """Whose choice of mails a token opens."""
    try:
        key = _SIGNER.unsign(token)
    except BadSignature:
        return None
    return User.objects.filter(pk=key, is_active=True).first()


def _claim(user: User, day: date) -> bool:
    """Whether the day's mail to them is this run's to send: another may be at it."""
    try:
        with transaction.atomic():
            MailedDay.objects.create(user=user, day=day)
    except IntegrityError:
        return False
    return True


def _mail(reminder: Reminder, connection: Any) -> EmailMessage:
    choice = settings.SITE_ADDRESS + reverse("mails-by-link", args=[token_of(reminder.user)])
    context: Mapping[str, Any] = {
        "reminder": reminder,
        "site": settings.SITE_ADDRESS,
        "choice": choice,
    }
    subject = render_to_string("mails/reminder_subject.txt", context)
    return EmailMessage(
        settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + " ".join(subject.split()),
        render_to_string("mails/reminder.txt", context),
        to=[reminder.user.email],
        headers={"List-Unsubscribe": f"<{choice}>", "Auto-Submitted": "auto-generated"},
        connection=connection,
    )
