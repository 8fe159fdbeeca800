"""Forms that were sent: so that nothing is done twice, and nothing typed is lost."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SentForm(models.Model):
    """A form that did something, and where its sender was led. `digest` stands for the form as it
    was sent: its one-time key, what was in it, where to and by whom. `outcome` is sealed with the
    key, which only the browser holds: it may name a private link."""

    digest = models.CharField(max_length=64, unique=True)
    sender = models.CharField(max_length=64, db_index=True)
    outcome = models.BinaryField(default=b"")
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.digest


class KeptForm(models.Model):
    """What someone typed who had been signed out meanwhile, until they are back. `digest` stands
    for the address, which may name a private link, and for a secret that only the browser holds;
    `fields` are names with their values, in the order in which they were sent."""

    digest = models.CharField(max_length=64, unique=True)
    fields = models.JSONField()
    kept_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.digest
