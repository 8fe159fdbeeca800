"""A sheet as someone sees it: what they may do with it, what they see of its result, and the
addresses of its pages by the way they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment, GuestCheck, Membership, SharedLink, Sheet
from assessments.policy import Actor, Verb, can
from assessments.queries.reports import EVERYTHING, Disclosure
from assessments.queries.rounds import Asked, fetch_asked


@dataclass(frozen=True)
class Place:
    """An assessment's team sheet as someone may see it: by membership, by a guest's private link,
    or, of its result alone, by a read-only link. `token` is that of either link."""

    assessment: Assessment
    sheet: Sheet
    actor: Actor
    token: str | None = None

    @property
    def membership(self) -> Membership | None:
        """By which they see it, where they are in the organisation."""
        return self.actor if isinstance(self.actor, Membership) else None

    @property
    def shared(self) -> SharedLink | None:
        """The read-only link by which they see its result."""
        return self.actor if isinstance(self.actor, SharedLink) else None

    @property
    def zone(self) -> tzinfo:
        """In which times are shown: the organisation's, of a guest's check the site's."""
        organisation = self.assessment.organisation
        return organisation.zone if organisation else timezone.get_default_timezone()

    @property
    def asked(self) -> Sequence[Asked]:
        """The rounds that ask for its service today. One query, where it is an organisation's."""
        service = self.assessment.service
        return fetch_asked([service], timezone.localdate()).get(service.pk, ()) if service else ()

    @property
    def is_guest(self) -> bool:
        """Whether they have the private link, by which everything may be done."""
        return isinstance(self.actor, GuestCheck)

    @property
    def has_something_to_come_back_to(self) -> bool:
        """Whether a guest has saved anything, so that the private link is worth keeping."""
        check = self.assessment.guest_check if self.is_guest else None
        return check is not None and self.assessment.last_saved_at > check.created_at

    def may(self, verb: Verb) -> bool:
        """Whether they may do that with the sheet, or with the result that comes of it."""
        return can(self.actor, verb, self.sheet)

    @property
    def can_edit(self) -> bool:
        return self.may(Verb.EDIT_SHEET)

    @property
    def can_share(self) -> bool:
        """Whether they may make a read-only link to the result."""
        return self.may(Verb.SHARE_RESULT)

    @property
    def can_add_words(self) -> bool:
        """Whether they may add a covering note and recommendations to the result."""
        return self.may(Verb.ADD_WORDS)

    def may_revoke(self, link: SharedLink) -> bool:
        """Whether they may close a read-only link to the result."""
        link.result.assessment = self.assessment
        return can(self.actor, Verb.REVOKE_LINK, link)

    @property
    def disclosed(self) -> Disclosure:
        """What they see of the result."""
        if self.shared is None:
            return EVERYTHING
        return Disclosure(
            notes=self.shared.with_notes,
            evidence=self.shared.with_evidence,
            guidance=self.shared.with_guidance,
            people=False,
            words=self.shared.with_words,
            drafts=False,
        )

    def url(self, name: str, **kwargs: Any) -> str:
        """The address of one of the sheet's pages, in the namespace it was reached by."""
        if self.shared is not None:
            return reverse(f"shared:{name}", kwargs={"token": self.token, **kwargs})
        if self.token is not None:
            owner: dict[str, Any] = {"token": self.token}
            namespace = "guest"
        else:
            assert self.assessment.organisation is not None  # noqa: S101 - resolved by it
            owner = {"organisation": self.assessment.organisation.slug}
            namespace = "sheet"
        return reverse(
            f"{namespace}:{name}", kwargs={**owner, "assessment": self.assessment.pk, **kwargs}
        )

    @property
    def home_url(self) -> str:
        """Where one goes back to from the assessment."""
        if self.shared is not None:
            return self.url("result")
        if self.token is not None:
            return reverse("check", kwargs={"token": self.token})
        assert self.assessment.service is not None  # noqa: S101 - the database says so
        return reverse(
            "service",
            kwargs={
                "organisation": self.assessment.service.organisation.slug,
                "service": self.assessment.service.pk,
            },
        )
