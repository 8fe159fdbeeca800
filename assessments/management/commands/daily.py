"""What is to be done once a day. For a timer; run twice, even at once, it does no harm."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessments.writes import (
    downloads,
    findings,
    guests,
    kept_forms,
    mails,
    organisation_deletion,
    rate_limits,
    report_pdfs,
    sent_forms,
)


class Command(BaseCommand):
    help = (
        "Delete guests' checks that nobody has saved for 30 days with everything in them, what is "
        "left of deleted organisations, kept PDFs and downloads, sessions that have ended, forms "
        "kept over a log-in that nobody came back for, what tells a form sent twice, and counts of "
        "rate limits that count no more. Writes the findings of results that lack them. Then mails "
        "who is to be reminded of a round or of a decision: one mail a person and day."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        at = timezone.now()
        self.stdout.write(f"Expired guest checks deleted: {guests.delete_expired(at=at)}.")
        finished = organisation_deletion.delete_marked()
        self.stdout.write(f"Deleted organisations cleared away: {finished}.")
        self.stdout.write(f"Expired rate limits deleted: {rate_limits.purge(at=at)}.")
        self.stdout.write(f"Kept PDFs deleted: {report_pdfs.purge(at=at)}.")
        self.stdout.write(f"Expired downloads deleted: {downloads.delete_expired(at=at)}.")
        kept_forms.purge(at=at)
        sent_forms.purge(at=at)
        mails.purge(at=at)
        findings.rebuild_findings(only_missing=True)
        call_command("clearsessions")
        try:
            sent = mails.send_reminders(at=at)
        except mails.MailServerAway as away:
            raise CommandError(str(away)) from away
        self.stdout.write(f"Reminders sent: {sent.sent}, refused by the server: {sent.refused}.")
