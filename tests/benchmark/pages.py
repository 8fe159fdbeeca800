"""What is asked for, and beside what smallest page of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import unescape
from itertools import count, cycle
from urllib.parse import urlencode

from assessments.answer_input import AnswerInput, fingerprints
from assessments.models import (
    Assessment,
    Membership,
    Organisation,
    RateLimit,
    Role,
    Service,
    Team,
    User,
)
from tests.benchmark.server import Visitor

EXPLORED = urlencode(
    {"composition": "digital", "exposure": "amount", "amount": "810k", "feature_demand": "low"}
)
ENTRY = "/playbook/practice/architect-for-adaptability/"


@dataclass(frozen=True)
class Pair:
    """A page of the site, the smallest page of its kind, and how many times as long as that it may
    take at most."""

    name: str
    ours: Callable[[], bytes]
    smallest: Callable[[], bytes]
    most: float | None = None


A_MONTH = "?since=2026-10-15&until=2026-11-15"
"""Between the two results of each service."""


def pairs(port: int, small: Organisation, large: Organisation, largest: Organisation) -> list[Pair]:
    """Of an organisation of a few services, one of many, and one of ten times as many, whose
    figures may take ten times as long."""
    draft = Assessment.objects.get(submitted_at=None, organisation=small)
    service = Service.objects.get(name="Bedroom")
    result = service.current_result
    assert result
    member, lead = Visitor(port, _one(small, Role.MEMBER)), Visitor(port, _one(small, Role.LEAD))
    leads = Visitor(port, _one(large, Role.LEAD))
    sheet = f"/o/{small.slug}/assessments/{draft.pk}"
    frozen = f"/o/{small.slug}/assessments/{result.assessment_id}/result"
    estate = f"/o/{large.slug}/compare"
    row, page, form = (f"/smallest/{kind}/" for kind in ("row", "page", "form"))
    listed = f"/smallest/list/{large.slug}"

    def pair(name: str, by: Visitor, ours: str, smallest: str, most: float | None = None) -> Pair:
        return Pair(name, lambda: by.get(ours), lambda: by.get(smallest), most)

    return [
        Pair("save one answer", _saving(member, sheet, draft), _saving_least(member), 2.5),
        pair("section", member, f"{sheet}/section/service-reliability/", form, 2),
        pair("review", member, f"{sheet}/review/", form, 1),
        pair("result: summary", lead, f"{frozen}/", page, 1.5),
        pair("result: plan", lead, f"{frozen}/plan/", page),
        pair("result: risks", lead, f"{frozen}/risks/", page),
        pair("result: scores", lead, f"{frozen}/scores/", page),
        pair("result: answers", lead, f"{frozen}/answers/", page),
        pair("result: explore", lead, f"{frozen}/explore/?{EXPLORED}", page),
        pair("compare of 1,000", leads, f"{estate}/", f"{listed}/", 2),
        pair("its CSV", leads, f"{estate}.csv", f"{listed}.csv", 4),
        pair("patterns of 1,000", leads, f"/o/{large.slug}/patterns/", f"{listed}/"),
        pair("cover of 1,000", leads, f"/o/{large.slug}/cover/", f"{listed}/"),
        *(_ten_times(port, large, largest, page) for page in ("patterns/", f"changes/{A_MONTH}")),
        *(_ten_times(port, large, largest, page) for page in ("compare/", "cover/")),
        pair("home", member, f"/o/{small.slug}/", row, 5),
        pair("service", lead, f"/o/{small.slug}/services/{result.service_id}/", row, 5),
        pair("playbook entry", lead, ENTRY, row, 3),
        _pdf("PDF: decision sheet", lead, frozen, "sheet", service.team_id),
        _pdf("PDF: everything", lead, frozen, "everything", service.team_id),
    ]


def _ten_times(port: int, large: Organisation, largest: Organisation, page: str) -> Pair:
    """A page over the largest organisation beside the same over one of a tenth of it."""
    few, many = (
        partial(Visitor(port, _one(each, Role.LEAD)).get, f"/o/{each.slug}/{page}")
        for each in (large, largest)
    )
    return Pair(f"{page.split('/')[0]} of 10,000", many, few, 10)


def _one(organisation: Organisation, role: Role) -> User:
    return Membership.objects.filter(organisation=organisation, role=role)[0].user


def _saving(by: Visitor, sheet: str, draft: Assessment) -> Callable[[], bytes]:
    options = cycle(("stays", "alert-only"))
    shown = [fingerprints(draft.sheets.get().answers.get(question="telemetry"))]

    def save() -> bytes:
        option = next(options)
        given = {"telemetry-option": option, "telemetry-shown": shown.pop()}
        shown.append(fingerprints(AnswerInput(option=option, note=None, evidence=None)))
        return by.post(f"{sheet}/answer/telemetry/", given)

    return save


def _saving_least(by: Visitor) -> Callable[[], bytes]:
    numbers = count()
    return lambda: by.post("/smallest/save/", {"note": f"Note {next(numbers)}"})


def _pdf(name: str, by: Visitor, frozen: str, kind: str, team: int) -> Pair:
    """With data that changes at every call, so that neither side can keep anything."""
    numbers, chosen = count(), urlencode({"kind": kind, "notes": "on", "evidence": "on"})
    words = len(by.get(f"{frozen}/report.md?{chosen}").split())

    def ours() -> bytes:
        # What a crowd would share is not what is measured here.
        RateLimit.objects.all().delete()
        Team.objects.filter(pk=team).update(name=f"Team {next(numbers)}")
        return by.get(f"{frozen}/report.pdf?{chosen}")

    smallest = f"/smallest/pdf/{words}/?changing="
    return Pair(name, ours, lambda: by.get(f"{smallest}{next(numbers)}"), 1.5)


def words_of(page: bytes) -> int:
    """How many words a page of HTML has, seen or folded away."""
    text = page.decode(errors="replace")
    body = re.sub(r"(?s)<(script|style|svg|head)\b.*?</\1>", " ", text)
    return len(unescape(re.sub(r"<[^>]+>", " ", body)).split())
