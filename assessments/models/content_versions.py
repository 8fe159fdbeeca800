"""The playbook's words as they were, for as long as something was said in them."""

from __future__ import annotations

from django.db import models


class ContentVersion(models.Model):
    """The words of one version of the playbook, kept when the first draft was begun in them.

    Wording may be mended within a version, so a content version goes by the digest of its
    words. It is nobody's data: the playbook is the same for every organisation.
    """

    digest = models.CharField(max_length=32, unique=True)
    version = models.CharField(max_length=20)
    words = models.JSONField()

    class Meta:
        # The name the table was made with, so that the previous release's code finds it.
        db_table = "assessments_edition"

    def __str__(self) -> str:
        return self.version
