"""What the organisation's services can be narrowed down to, all of it in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, CharFilter, ChoiceFilter, FilterSet

from assessments.forms.organisations import NameField
from assessments.models import OVERALL_MODELS, DecisionKind, Round, Scope, Service, Team
from assessments.models.names import name_contains
from assessments.models.results import PRESENT_MODELS
from assessments.models.scenarios import BANDS
from assessments.names import LONGEST_NAME, sort_key
from assessments.queries import compare
from assessments.queries.directions import Direction
from assessments.queries.freshness import Freshness
from assessments.scoring.assess import RULES

NOT_ASSESSED = "not-assessed"
MODELS = (*OVERALL_MODELS, (NOT_ASSESSED, _("Not assessed")))
DEMANDS = (
    ("low", _("Low (monthly)")),
    ("medium", _("Medium (fortnightly)")),
    ("medium-to-high", _("Between medium and high")),
    ("high", _("High (weekly)")),
    ("very-high", _("Very high (daily or more)")),
)
FINDINGS = (
    ("misfit", _("Runs under another model than recommended")),
    ("missed", _("Misses a target")),
    ("deployment-missed", _("Misses its deployment target")),
    ("availability-missed", _("Misses its availability target")),
    ("restore-missed", _("Is not restored in time")),
    ("high-risk", _("High risk today")),
    ("quick", _("Quick check only")),
    ("earlier-rules", _("Result by earlier rules")),
)

UNDECIDED, REVIEW_DUE = "none", "due"
DECISIONS = (
    *DecisionKind.choices,
    (REVIEW_DUE, _("Review due")),
    (UNDECIDED, _("Nothing decided")),
)

_FOUND: Mapping[str, Q] = {
    "misfit": Q(current_result__misfit=True),
    "missed": compare.MISSED,
    "deployment-missed": Q(current_result__deployment_met="missed"),
    "availability-missed": Q(current_result__availability_met="missed"),
    "restore-missed": Q(current_result__restore_met="missed"),
    "high-risk": Q(risk_now="high"),
    "quick": Q(current_result__scope=Scope.QUICK),
    "earlier-rules": Q(current_result__rules__lt=RULES),
}


def choice(label: Any, choices: Sequence[tuple[str, Any]] = (), **kwargs: Any) -> ChoiceFilter:
    """A drop-down list in which the first line stands for any."""
    widget = forms.Select(attrs={"class": "form-select"})
    return ChoiceFilter(label=label, choices=choices, empty_label=_("Any"), widget=widget, **kwargs)


class NameFilter(CharFilter):
    """Takes what is typed as a name is taken: what cannot be seen asks for nothing."""

    field_class = NameField


class CompareFilter(FilterSet):
    """Reads the address; an unknown value is a fault of the form, never silently dropped.

    A team, a domain or a round may be one that only others see, in a link that they sent: the
    filter goes on without it, and `left_out` says so. Whether there is such a one stays unsaid.
    """

    q = NameFilter(
        method="named",
        max_length=LONGEST_NAME,
        label=_("Name contains"),
        widget=forms.TextInput(attrs={"class": "form-control", "type": "search"}),
    )
    team = choice(_("Team"), field_name="team")
    domain = choice(_("Domain"), field_name="team__domain")
    model = choice(_("Recommended model"), MODELS, method="recommended")
    present = choice(_("Runs today"), PRESENT_MODELS, field_name="current_result__present_model")
    direction = choice(_("Direction"), Direction.choices, field_name="direction")
    freshness = choice(_("Freshness"), Freshness.choices, field_name="freshness")
    band = choice(_("Exposure band"), BANDS, method="in_cell")
    demand = choice(_("Feature demand"), DEMANDS, method="in_cell")
    finding = choice(_("Look for"), FINDINGS, method="found")
    decision = choice(_("Decided"), DECISIONS, method="decided_so")
    round = choice(_("Round"), field_name="asked_for__round")
    archived = BooleanFilter(
        label=_("Archived services too"),
        method="with_archived",
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    class Meta:
        model = Service
        fields: Sequence[str] = ()

    def __init__(
        self,
        data: QueryDict,
        queryset: QuerySet[Service],
        *,
        teams: QuerySet[Team],
        rounds: QuerySet[Round],
    ) -> None:
        domains = {team.domain.pk: team.domain.name for team in teams if team.domain}
        by_domain = sorted(domains.items(), key=lambda domain: sort_key(domain[1]))
        # Asked for where a page shows or uses them, since most use none.
        seen: dict[str, Callable[[], list[tuple[int, str]]]] = {
            "team": lambda: [(team.pk, team.name) for team in teams],
            "domain": lambda: by_domain,
            "round": lambda: [(each.pk, each.name) for each in rounds],
        }
        unseen = [
            name
            for name, choices in seen.items()
            if data.get(name) and data[name] not in {str(pk) for pk, _name in choices()}
        ]
        kept = data.copy()
        for name in unseen:
            del kept[name]
        super().__init__(kept, queryset)
        for name, choices in seen.items():
            self.filters[name].extra["choices"] = choices
        self.left_out = tuple(self.filters[name].label for name in unseen)
        if rounds.query.is_empty():
            del self.filters["round"]

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return any(self.form.cleaned_data.values())

    @property
    def in_words(self) -> str:
        """What it is narrowed down to, as the form says it; nothing where no filter is set."""
        told = []
        for name, field in self.form.fields.items():
            if value := self.form.cleaned_data.get(name):
                titles = {str(key): title for key, title in getattr(field, "choices", ())}
                said = titles.get(str(value), value)
                told.append(str(field.label) if value is True else f"{field.label}: {said}")
        return "; ".join(told)

    def named(self, services: QuerySet[Service], _name: str, value: str) -> QuerySet[Service]:
        return services.filter(name_contains(value))

    def recommended(self, services: QuerySet[Service], _name: str, value: str) -> QuerySet[Service]:
        if value == NOT_ASSESSED:
            return services.filter(current_result=None)
        return services.filter(current_result__model=value)

    def in_cell(self, services: QuerySet[Service], name: str, _value: str) -> QuerySet[Service]:
        band, demand = (self.form.cleaned_data.get(key, "") for key in ("band", "demand"))
        # Asked for together they must meet in one part, so one of the two does for both.
        if name == "demand" and band:
            return services
        return compare.in_cell(services, band=band, demand=demand)

    def found(self, services: QuerySet[Service], _name: str, value: str) -> QuerySet[Service]:
        return services.filter(_FOUND[value])

    def decided_so(self, services: QuerySet[Service], _name: str, value: str) -> QuerySet[Service]:
        if value == UNDECIDED:
            return services.filter(decided=None)  # type: ignore[misc]  # annotated
        if value == REVIEW_DUE:
            today = timezone.localdate()
            return services.filter(review_on__lte=today)  # type: ignore[misc]  # annotated
        return services.filter(decided=value)  # type: ignore[misc]  # annotated

    def with_archived(
        self, services: QuerySet[Service], _name: str, value: bool | None
    ) -> QuerySet[Service]:
        return services if value else services.filter(archived_at=None)
