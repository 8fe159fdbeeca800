"""What the pages cost, as ratios to the smallest Django page that reads a session and a row, and
what the scoring core alone does.

Run it by hand, `python -m tests.benchmark`; it prints medians of one run on one machine, so only
the ratios mean anything. It works in a test database of its own and is not a test.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import cycle
from statistics import median
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playbook_site.settings")
django.setup()

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import (
    override_settings,
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import path
from django.utils import timezone

from assessments.demo.retailer import furnish
from assessments.models import Assessment, Membership, Organisation, Role, Scope, Service, Team
from assessments.playbook.loading import load
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.inputs import Answer, Exposure, Inputs, Profile
from assessments.writes.answer_input import AnswerInput, fingerprints
from assessments.writes.assessments import start_guest_check
from assessments.writes.guests import KEPT, delete_expired
from assessments.writes.organisation_deletion import delete_marked
from playbook_site import urls
from tests.crowds import assessed_services, full_drafts

ROUNDS = 30
DOOMED_SERVICES, ANSWERS, DOOMED_CHECKS = 5_000, 40, 500
EXPLORED = {
    "composition": "digital",
    "exposure": "amount",
    "amount": "810k",
    "feature_demand": "low",
}


@login_required
def smallest(_request: HttpRequest) -> HttpResponse:
    """A session, its user and one row, as little HTML as there can be."""
    return HttpResponse(f"<p>{Service.objects.first()}</p>")


urlpatterns = [path("smallest/", smallest), *urls.urlpatterns]


def seconds(work: Callable[[], Any]) -> float:
    """The median time of a request; the first one, which fills caches, is left out."""
    work()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        response = work()
        times.append(time.perf_counter() - begun)
        if response.status_code >= 400:
            raise SystemExit(f"a request failed: {response.status_code}")
    return median(times)


def main() -> None:
    organisation = furnish(at=timezone.now())
    root = f"/o/{organisation.slug}"
    draft = Assessment.objects.get(submitted_at=None)
    result = Service.objects.get(name="Bedroom").current_result
    assert result
    member, lead = _client(organisation, Role.MEMBER), _client(organisation, Role.LEAD)
    sheet, frozen = f"{root}/assessments/{draft.pk}", f"{root}/assessments/{result.assessment_id}"
    options = cycle(("stays", "alert-only"))
    shown = [fingerprints(draft.sheets.get().answers.get(question="telemetry"))]

    def save() -> Any:
        option = next(options)
        given = {"telemetry-option": option, "telemetry-shown": shown.pop()}
        shown.append(fingerprints(AnswerInput(option=option, note=None, evidence=None)))
        return member.post(f"{sheet}/answer/telemetry/", given)

    pages = {
        "save one answer": save,
        "a section": lambda: member.get(f"{sheet}/section/service-reliability/"),
        "review": lambda: member.get(f"{sheet}/review/"),
        "result": lambda: lead.get(f"{frozen}/result/"),
        "plan": lambda: lead.get(f"{frozen}/result/plan/"),
        "risks": lambda: lead.get(f"{frozen}/result/risks/"),
        "scores": lambda: lead.get(f"{frozen}/result/scores/"),
        "answers": lambda: lead.get(f"{frozen}/result/answers/"),
        "explore": lambda: lead.get(f"{frozen}/result/explore/", EXPLORED),
        "home": lambda: member.get(f"{root}/"),
        "service": lambda: lead.get(f"{root}/services/{result.service_id}/"),
        "playbook entry": lambda: lead.get("/playbook/practice/architect-for-adaptability/"),
        "report (PDF)": lambda: lead.get(f"{frozen}/result/report.pdf"),
        "compare, 14 services": lambda: lead.get(f"{root}/compare/"),
    }
    least = seconds(lambda: lead.get("/smallest/"))
    print(f"{'the smallest page':<26}{least * 1000:7.1f} ms     1.0")
    for name, work in pages.items():
        _tell(name, seconds(work), least)
    team = organisation.teams.first()
    assert team
    assessed_services(team, 1_000)
    _tell("compare, 1,014 services", seconds(lambda: lead.get(f"{root}/compare/")), least)
    _tell("CSV, 1,014 services", seconds(lambda: _whole(lead.get(f"{root}/compare.csv"))), least)


def scoring() -> None:
    """What the core alone does on one core, from the worst of every answer to the best. It tells
    the median of its rounds in time of the processor, so that other work hardly counts.
    """
    playbook = load()
    profile = Profile("digital", Exposure(200_000), "very-high", "you-build-it-you-run-it")
    inputs = [
        Inputs(
            "all answered",
            profile,
            answers={
                question.slug: Answer(question.options[place % len(question.options)].slug)
                for question in playbook.scored_questions.values()
            },
        )
        for place in range(5)
    ]
    times = []
    for _ in range(ROUNDS * 10):
        begun = time.process_time()
        for one in inputs:
            to_document(assess(playbook, one))
        times.append(time.process_time() - begun)
    rate = len(inputs) / median(times)
    print(f"assess with its document, all answered: {rate:,.0f} a second")


def deletions() -> None:
    """What it takes to clear away much: seconds, in a database of its own size."""
    at = timezone.now()
    doomed = Organisation.objects.create(name="Doomed", slug="doomed", created_at=at)
    team = Team.objects.create(organisation=doomed, name="All")
    with transaction.atomic():
        full_drafts(assessed_services(team, DOOMED_SERVICES), ANSWERS)
    # Marked by hand: pressed, it would go in the background too.
    Organisation.objects.filter(pk=doomed.pk).update(deleted_at=at)
    _tell_once(f"deleting {DOOMED_SERVICES:,} services", delete_marked)
    old = at - KEPT - timedelta(days=1)
    for number in range(DOOMED_CHECKS):
        start_guest_check(name=str(number), scope=Scope.QUICK, at=old)
    _tell_once(f"{DOOMED_CHECKS} expired guest checks", lambda: delete_expired(at=at))


def _tell_once(name: str, work: Callable[[], Any]) -> None:
    begun = time.perf_counter()
    work()
    print(f"{name:<26}{time.perf_counter() - begun:7.1f} s")


def _client(organisation: Organisation, role: Role) -> Client:
    client = Client()
    client.force_login(Membership.objects.filter(organisation=organisation, role=role)[0].user)
    return client


def _whole(response: Any) -> Any:
    b"".join(response)
    return response


def _tell(name: str, took: float, least: float) -> None:
    print(f"{name:<26}{took * 1000:7.1f} ms  {took / least:6.1f}")


if __name__ == "__main__":
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with override_settings(ROOT_URLCONF="tests.benchmark"):
            scoring()
            main()
            deletions()
    finally:
        teardown_databases(databases, verbosity=0)
