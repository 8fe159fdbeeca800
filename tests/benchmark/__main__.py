"""Run by hand, `python -m tests.benchmark`: it prints medians of one run on one machine, so only
the ratios mean anything. Part of a name as an argument measures those pages only.

Pages are asked for over HTTP of gunicorn with two processes, in turn with the smallest page of
their kind. It works in a database of its own and deletes it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playbook_site.settings")
django.setup()

from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone

from assessments.demo.retailer import furnish
from assessments.models import GuestCheck, Membership, Organisation, Role, Scope, Team, User
from assessments.playbook.loading import load
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.inputs import Answer, Exposure, Inputs, Profile
from assessments.writes.assessments import start_guest_check
from assessments.writes.guests import delete_expired
from assessments.writes.organisation_deletion import delete_marked
from tests.benchmark.pages import pairs, words_of
from tests.benchmark.server import serving
from tests.crowds import assessed_services, findings, full_drafts, last_results, results
from tests.factories import AT

ROUNDS = 30
A_MONTH_AGO = AT - timedelta(days=31)
DOOMED_SERVICES, ANSWERS, DOOMED_CHECKS = 5_000, 40, 500


def pages(wanted: str) -> None:
    """Each page in turn with the smallest of its kind."""
    small = furnish(at=timezone.now())
    large, largest = _estate("estate", 1_000), _estate("estates", 10_000)
    heads = ("page", "ms", "smallest", "ratio", "at most", "kB", "words")
    print("{:<20}{:>9}{:>10}{:>8}{:>9}{:>8}{:>8}".format(*heads))
    with serving(processes=2) as port:
        for pair in pairs(port, small, large, largest):
            if wanted not in pair.name:
                continue
            content, (ours, smallest) = pair.ours(), _in_turn(pair.ours, pair.smallest)
            ratio, most = ours / smallest, f"{pair.most:.1f}" if pair.most else ""
            words = f"{words_of(content):>8}" if content[:1] == b"<" else ""
            print(
                f"{pair.name:<20}{ours * 1000:9.1f}{smallest * 1000:10.1f}{ratio:8.2f}{most:>9}"
                f"{len(content) / 1000:8.1f}{words}"
            )


def _in_turn(*works: Callable[[], Any]) -> list[float]:
    """Median seconds of each, after what fills caches in both processes."""
    for _ in range(4):
        for work in works:
            work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begun)
    return [median(taken) for taken in times]


def _estate(slug: str, number: int) -> Organisation:
    """Each of its services was assessed a month ago and again since."""
    at = timezone.now()
    organisation = Organisation.objects.create(name=slug, slug=slug, created_at=at)
    lead = User.objects.create_user(f"lead@{slug}.example")
    Membership.objects.create(organisation=organisation, user=lead, role=Role.LEAD, joined_at=at)
    team = Team.objects.create(organisation=organisation, name="All")
    with transaction.atomic():
        services = assessed_services(team, number)
        findings(last_results(services))
        findings(results(services, A_MONTH_AGO), turn=1)
    return organisation


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
    old = at - GuestCheck.KEPT - timedelta(days=1)
    for number in range(DOOMED_CHECKS):
        start_guest_check(name=str(number), scope=Scope.QUICK, at=old)
    _tell_once(f"{DOOMED_CHECKS} expired guest checks", lambda: delete_expired(at=at))


def _tell_once(name: str, work: Callable[[], Any]) -> None:
    begun = time.perf_counter()
    work()
    print(f"{name:<26}{time.perf_counter() - begun:7.1f} s")


if __name__ == "__main__":
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        if len(sys.argv) > 1:
            pages(sys.argv[1])
        else:
            scoring()
            pages("")
            deletions()
    finally:
        connection.close()
        teardown_databases(databases, verbosity=0)
