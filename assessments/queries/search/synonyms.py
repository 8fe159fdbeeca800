"""Words that coaches use for what our content calls otherwise, entry by entry.

Every word here has been looked for and was found nowhere, or not where it belongs. Content that
takes one up makes it superfluous here.
"""

from __future__ import annotations

from collections.abc import Mapping

ALSO: Mapping[tuple[str, str], str] = {
    ("model", "you-build-it-you-run-it"): "YBIYRI, DevOps",
    ("model", "ops-run-it"): "L1 and L2 support",
    ("practice", "pre-approve-low-risk-repeatable-changes"): "CAB, change advisory board",
    ("pitfall", "change-management-treacle"): "CAB, change advisory board, red tape",
    ("drawback", "slow-change-approvals"): "CAB, change advisory board",
    ("question", "change-approval"): "CAB, change advisory board",
    ("practice", "automate-change-auditing"): "compliance, segregation of duties",
    ("practice", "ensure-fair-remuneration-for-on-call-developers"): (
        "pager, oncall, compensation, salary, overtime"
    ),
    ("question", "on-call-pay"): "compensation, salary, overtime",
    ("practice", "craft-a-sustainable-on-call-schedule"): "pager, oncall, roster, burnout",
    ("practice", "prepare-for-on-call-from-day-one"): "pager, oncall, production readiness",
    ("question", "on-call-rota"): "pager, oncall, roster",
    ("pitfall", "limited-on-call-schedule"): "pager, oncall, burnout",
    ("practice", "automate-a-telemetry-toolchain"): "observability, monitoring, logging, tracing",
    ("question", "telemetry"): "observability, monitoring, logging, tracing",
    ("drawback", "uninformative-telemetry"): "observability, monitoring",
    ("practice", "select-an-availability-target-on-financial-exposure"): (
        "SLO, service level objective, SLA, downtime, error budget"
    ),
    ("practice", "measure-service-reliability"): "MTTR, SRE, DORA, SLI, downtime",
    ("question", "time-to-restore"): "MTTR, mean time to repair, downtime",
    ("question", "availability-attained"): "SLO, SLI, SLA, downtime",
    ("practice", "measure-deployment-throughput"): "DORA, cycle time",
    ("practice", "be-prepared-to-deploy-at-any-time"): "CI/CD, continuous delivery",
    ("question", "pipeline-automation"): "CI/CD, continuous delivery",
    ("question", "release-safety"): "roll back, feature flags, feature toggles, blue-green",
    ("practice", "architect-for-adaptability"): "bulkheads, resilience, microservices",
    ("question", "loose-coupling"): "microservices, monolith",
    ("practice", "broadcast-incident-insights"): ("post-mortem, postmortem, retrospective"),
    ("question", "review-style"): "post-mortem, postmortem, retrospective",
    ("practice", "run-regular-chaos-days"): "game day, fire drill",
    ("question", "chaos-days"): "fire drill",
    ("pitfall", "excessive-bau"): "toil, business as usual, firefighting",
    ("practice", "treat-unplanned-operational-rework-like-planned-work"): "toil, firefighting",
    ("practice", "integrate-into-incident-management-as-is"): "war room, P1, Sev1",
    ("pitfall", "no-major-incident-management"): "war room, P1, Sev1",
    ("practice", "establish-specialists-as-a-service"): "DBA",
    ("pitfall", "embedded-specialists"): "DBA",
    ("practice", "select-a-higher-availability-target-for-peak-exposure"): "Christmas, seasonal",
    ("question", "peak-readiness"): "Christmas, seasonal",
    ("practice", "select-ops-run-it-for-foundational-systems"): "COTS, SaaS, legacy",
    ("practice", "fund-on-call-costs-from-product-team-budgets"): "opex",
    ("drawback", "knowledge-handovers"): "handover, silos",
}
