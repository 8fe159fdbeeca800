"""What a person comes back to: the services of their teams, by what each waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Exists, OuterRef, Prefetch, QuerySet, TextChoices, When
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from assessments.models import (
    Answer,
    Assessment,
    Membership,
    Scope,
    Service,
    ServiceQuerySet,
    Sheet,
    SheetKind,
    User,
)
from assessments.models.names import by_name
from assessments.policy import reads_everything
from assessments.queries.access import visible_services
from assessments.queries.decisions import with_decision
from assessments.queries.draft_moves import present_answers
from assessments.queries.freshness import aged_before, in_another_band, stale
from assessments.queries.rounds import Asked, fetch_asked
from assessments.queries.sheets import Progress, compute_sheet


class State(TextChoices):
    """What a service waits for, the most pressing first."""

    DRAFT = "draft", _("Drafts to finish")
    NEVER = "never", _("Never assessed")
    STALE = "stale", _("Stale")
    CURRENT = "current", _("Up to date")


@dataclass(frozen=True)
class Draft:
    """An assessment under way: who began it, and how far it is."""

    assessment: Assessment
    progress: Progress


@dataclass(frozen=True)
class Entry:
    """A service in the list. `aged` and `in_another_band` say why a result is stale; `asked` are
    the rounds that ask for it now."""

    service: Service
    state: State
    draft: Draft | None
    aged: bool
    in_another_band: bool
    asked: Sequence[Asked]

    @property
    def scope(self) -> Scope:
        """What is asked of it: everything, unless open rounds are all content with less."""
        waiting = {each.scope for each in self.asked if not each.is_done}
        return Scope.QUICK if waiting == {Scope.QUICK} else Scope.FULL


def memberships(user: User) -> QuerySet[Membership]:
    """The organisations a person is in, by name."""
    here = user.memberships.filter(organisation__deleted_at=None)
    return here.select_related("organisation").order_by(*by_name("organisation__"))


def only_reads(membership: Membership) -> bool:
    """Whether a person looks at everyone's services and has none of their own to assess."""
    reads = reads_everything(membership) and not membership.is_owner
    return reads and not membership.team_members.exists()


def my_services(membership: Membership, at: datetime) -> ServiceQuerySet:
    """The services of the person's own teams, the most pressing first, then by name."""
    drafts = Assessment.objects.filter(service=OuterRef("pk"), submitted_at=None)
    state = Case(
        When(Exists(drafts), then=0),
        When(current_result=None, then=1),
        When(stale(membership.organisation, at), then=2),
        default=3,
    )
    return (
        with_decision(visible_services(membership))
        .filter(in_team=True, archived_at=None)  # type: ignore[misc]  # annotated
        .annotate(rank=state, in_another_band=in_another_band(membership.organisation))
        .order_by("rank", *by_name())
    )


def in_state(services: ServiceQuerySet, state: State) -> ServiceQuerySet:
    return services.filter(rank=_RANKS.index(state))  # type: ignore[misc]  # annotated


def count_states(services: ServiceQuerySet) -> dict[State, int]:
    """How many services are in each state. One query."""
    ranks = services.order_by().values_list("rank")  # type: ignore[misc]  # annotated
    counted = ranks.annotate(Count("pk"))
    found = dict(counted)
    return {state: found.get(rank, 0) for rank, state in enumerate(_RANKS)}


def fetch_entries(
    services: ServiceQuerySet, membership: Membership, at: datetime
) -> tuple[Entry, ...]:
    """A page of the list with its drafts and rounds. Five queries, however many services."""
    loaded = services.select_related("team").with_current_result().prefetch_related(_drafts())
    asked = fetch_asked(loaded, localdate(at))
    return tuple(_entry(service, membership, at, asked.get(service.pk, ())) for service in loaded)


_RANKS: Sequence[State] = tuple(State)


def _drafts() -> Prefetch:
    answers = Answer.objects.only("sheet_id", "question", "option", "amount", "carried_over")
    sheets = (
        Sheet.objects.filter(kind=SheetKind.TEAM)
        .select_related("content_version")
        .defer("content_version__words")
        .prefetch_related(Prefetch("answers", answers))
    )
    drafts = (
        Assessment.objects.filter(submitted_at=None)
        .select_related("organisation", "started_by")
        .prefetch_related(Prefetch("sheets", sheets))
    )
    return Prefetch("assessments", drafts, to_attr="drafts")


def _entry(service: Service, membership: Membership, at: datetime, asked: Sequence[Asked]) -> Entry:
    result = service.current_result
    drafts: list[Assessment] = service.drafts  # type: ignore[attr-defined]  # prefetched
    return Entry(
        service=service,
        state=_RANKS[service.rank],  # type: ignore[attr-defined]  # annotated
        draft=_draft(drafts[0]) if drafts else None,
        aged=bool(result and result.submitted_at < aged_before(membership.organisation, at)),
        in_another_band=service.in_another_band,  # type: ignore[attr-defined]  # annotated
        asked=asked,
    )


def _draft(assessment: Assessment) -> Draft:
    (sheet,) = assessment.sheets.all()
    return Draft(assessment, compute_sheet(sheet, present_answers(sheet)).progress)
