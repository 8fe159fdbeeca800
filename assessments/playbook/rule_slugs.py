"""The slugs that the scoring rules name. Wording and order are the content's; these are not.

Answers, stored results and the rules themselves depend on them, so content without one of
them cannot be scored. `consistency` holds the content to these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

PROFILE = "profile"

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    PROFILE: (
        "composition",
        "exposure",
        "foundational-exposure",
        "peak-exposure",
        "feature-demand",
        "foundational-demand",
        "out-of-hours-loss",
        "present-model",
        "rota-people",
        "sibling-teams",
    ),
    "deployment-throughput": (
        "deployment-frequency",
        "deployment-lead-time",
        "deployment-ownership",
        "pipeline-automation",
        "test-automation",
        "release-safety",
        "change-approval",
        "change-audit",
        "loose-coupling",
        "deployment-target-choice",
    ),
    "service-reliability": (
        "availability-attained",
        "time-to-restore",
        "availability-target-choice",
        "peak-readiness",
        "failure-design",
        "telemetry",
        "first-responder",
        "out-of-hours-cover",
        "on-call-rota",
        "on-call-pay",
        "on-call-funding",
        "reliability-accountability",
        "on-call-preparation",
        "major-incident",
        "incident-loss",
        "specialist-access",
    ),
    "learning-culture": (
        "review-style",
        "insight-spread",
        "improvement-lead-time",
        "improvement-frequency",
        "chaos-days",
        "rework-visibility",
        "operational-knowledge",
        "discoverability",
        "outcome-feedback",
    ),
}
"""The sections in their order, the profile first, and the questions of each in any order."""

SECTION_OF: Mapping[str, str] = {
    question: section for section, questions in QUESTIONS.items() for question in questions
}

_BANDS = ("low", "medium", "high", "very-high")
_DEMANDS = ("low", "medium", "medium-to-high", "high", "very-high")

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "composition": ("digital", "foundational", "both"),
    "exposure": _BANDS,
    "foundational-exposure": _BANDS,
    "peak-exposure": _BANDS,
    "feature-demand": _DEMANDS,
    "foundational-demand": _DEMANDS,
    "present-model": ("ops-run-it", "you-build-it-you-run-it", "hybrid", "not-live"),
    "out-of-hours-loss": ("as-much", "less", "nothing"),
    "rota-people": ("none", "one-or-two", "three-to-five", "six-or-more"),
    "sibling-teams": ("none", "one-or-two", "three-or-more"),
    "deployment-frequency": (
        "less-than-monthly",
        "monthly",
        "fortnightly",
        "weekly",
        "daily-or-more",
    ),
    "deployment-lead-time": (
        "within-a-day",
        "within-a-week",
        "within-a-fortnight",
        "within-a-month",
        "longer",
    ),
    "availability-attained": (
        "under-95",
        "95-to-99",
        "99-to-99-9",
        "99-9-to-99-99",
        "99-99-or-more",
    ),
    "time-to-restore": (
        "under-1-minute",
        "under-10-minutes",
        "under-100-minutes",
        "under-8-hours",
        "longer",
    ),
    "out-of-hours-cover": ("none", "best-effort", "operations", "domain", "team"),
}
"""The options of the questions whose answers a rule names; the order is the content's."""

_TARGET: Mapping[str, object] = {"judged_by": "deployment-target"}
_AVAILABILITY: Mapping[str, object] = {"judged_by": "availability-target"}
_ON_CALL: Mapping[str, object] = {
    "counts_when": "rota",
    "counts_for": "you-build-it-you-run-it",
}

TRAITS: Mapping[str, Mapping[str, object]] = {
    "composition": {"answer": "choice", "required": True, "asked_when": "always"},
    "exposure": {"answer": "exposure", "required": True, "asked_when": "always"},
    "foundational-exposure": {"answer": "exposure", "required": False, "asked_when": "both"},
    "peak-exposure": {"answer": "exposure", "required": False, "asked_when": "always"},
    "feature-demand": {"answer": "choice", "required": True, "asked_when": "always"},
    "foundational-demand": {"answer": "choice", "asked_when": "both"},
    "out-of-hours-loss": {"answer": "choice", "required": False, "asked_when": "always"},
    "present-model": {"answer": "choice", "required": True, "asked_when": "always"},
    "rota-people": {"answer": "choice", "required": False, "asked_when": "rota"},
    "sibling-teams": {"answer": "choice", "required": False, "asked_when": "rota"},
    "deployment-frequency": _TARGET,
    "deployment-lead-time": _TARGET,
    "availability-attained": _AVAILABILITY,
    "time-to-restore": _AVAILABILITY,
    "out-of-hours-cover": {"judged_by": "out-of-hours-schedule"},
    "peak-readiness": {"asked_when": "higher-peak"},
    "on-call-rota": _ON_CALL,
    "on-call-pay": _ON_CALL,
    "on-call-funding": _ON_CALL,
}
"""What a rule takes for granted about a question: field and value."""

GROUPS = ("governance", "build")
"""The groups that a pitfall's rule counts as a whole."""

MAJORITY_GROUP = "build"
"""Its guard holds by majority, which a rule counts."""

MAY_NOT_APPLY = frozenset(
    {
        "loose-coupling",
        "time-to-restore",
        "incident-loss",
        "review-style",
        "insight-spread",
        "improvement-lead-time",
        "improvement-frequency",
        "specialist-access",
        "operational-knowledge",
        "outcome-feedback",
        "on-call-rota",
        "on-call-pay",
        "on-call-funding",
    }
)
"""The questions to which *does not apply* is an answer."""

MEASUREMENT_PRACTICES: Mapping[str, str] = {
    "deployment-throughput": "measure-deployment-throughput",
    "service-reliability": "measure-service-reliability",
    "learning-culture": "measure-learning-culture",
}
"""Dimension to the practice that its trailing questions judge."""

MODEL_PRACTICES = (
    "select-you-build-it-you-run-it-for-99.99-availability",
    "select-you-build-it-you-run-it-for-digital-services",
    "select-ops-run-it-for-foundational-systems",
)
"""Practices that the profile judges."""

SCHEDULE_PRACTICES: Mapping[str, str] = {
    "none": "select-no-out-of-hours-schedule-for-lower-availability-targets",
    "domain": "select-domain-out-of-hours-schedule-for-medium-availability-targets",
    "team": "select-team-out-of-hours-on-call-for-higher-availability-targets",
}
"""Out-of-hours schedule called for to the practice that the cover's fit judges."""

SELECT_SCHEDULE = "select-out-of-hours-schedule-on-financial-exposure"

COVER_PRACTICES = (SELECT_SCHEDULE, *SCHEDULE_PRACTICES.values())
"""Practices that nothing but the cover's fit judges."""

ON_CALL_PRACTICES = (
    "craft-a-sustainable-on-call-schedule",
    "ensure-fair-remuneration-for-on-call-developers",
    "fund-on-call-costs-from-product-team-budgets",
)
"""Practices that need a rota, called for or held."""

ROTA_PRACTICES = ON_CALL_PRACTICES[:2]
"""Practices that a cover without a rota calls for where one is called for."""

PEAK_PRACTICE = "select-a-higher-availability-target-for-peak-exposure"
"""The practice that needs a peak above the everyday band."""

STARTED_BY: Mapping[str, tuple[str, Literal["amount", "choice"]]] = {
    "select-an-availability-target-on-financial-exposure": ("exposure", "amount"),
    "select-deployment-target-on-feature-demand": ("feature-demand", "choice"),
    PEAK_PRACTICE: ("peak-exposure", "amount"),
}
"""Practices whose first step an answer takes already: the question, and what was given to it."""

HEARD_BY_RULE = frozenset({*MEASUREMENT_PRACTICES.values(), *COVER_PRACTICES})
"""Practices for which a rule decides what each answer says, so no option may name them."""

JUDGED_BY_RULE = HEARD_BY_RULE | {*MODEL_PRACTICES}
"""Practices whose status no option decides. Options may name those of the model: they are
listed beside the profile's verdict."""

ENTRIES: Mapping[str, tuple[str, ...]] = {
    "practices": (
        *sorted(JUDGED_BY_RULE),
        *ON_CALL_PRACTICES,
        PEAK_PRACTICE,
        *sorted(STARTED_BY.keys() - {PEAK_PRACTICE}),
        "architect-for-adaptability",
        "automate-a-telemetry-toolchain",
        "be-prepared-to-deploy-at-any-time",
        "establish-specialists-as-a-service",
        "integrate-into-incident-management-as-is",
        "make-product-team-budget-holders-accountable-for-business-outcomes",
        "maximise-discoverability-of-teams-and-services",
        "pre-approve-low-risk-repeatable-changes",
        "prepare-for-on-call-from-day-one",
        "run-regular-chaos-days",
    ),
    "pitfalls": (
        "linear-run-costs",
        "responsible-but-unaccountable",
        "excessive-bau",
        "change-management-treacle",
        "no-major-incident-management",
        "limited-on-call-schedule",
    ),
    "drawbacks": (
        "slow-change-approvals",
        "slow-deployments",
        "scheduling-conflicts",
        "no-sight-of-outcomes",
        "knowledge-handovers",
        "uninformative-telemetry",
        "poor-documentation",
        "fragile-architecture",
        "slow-acknowledgement",
        "slow-restoration",
        "many-second-line-callouts",
        "low-quality-insights",
        "insights-that-do-not-spread",
        "slow-improvement",
    ),
    "models": ("you-build-it-you-run-it", "ops-run-it", "hybrid"),
}
"""The entries that a rule names, folder by folder; there may be others beside them."""
