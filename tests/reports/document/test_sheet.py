"""The decision sheet: what it says, and that it is one page."""

import io
import itertools
from dataclasses import replace

import pypdf
import pytest

from assessments.reports.pdf import draw
from tests.reports.samples import BEDROOM, BOTH, ECOMMERCE, facts, options, pdf_input, report
from tests.reports.test_pdf import EVERY_BAND

QUICK = (
    "deployment-frequency",
    "change-approval",
    "availability-attained",
    "time-to-restore",
    "out-of-hours-cover",
    "on-call-preparation",
    "reliability-accountability",
    "review-style",
)
INVERSE = {**BOTH, "feature-demand": "low", "foundational-demand": "very-high"}
NOT_LIVE = {**BEDROOM, "present-model": "not-live"}
MANY = tuple(f"Somebody {'Longname ' * 10}{number}" for number in range(20))


def sheet(profile=BEDROOM, answers=None, *, cover=None, **changes):
    drawn = draw(pdf_input(report(profile, answers, **changes), "sheet", cover=cover))
    return [
        " ".join(page.extract_text().split())
        for page in pypdf.PdfReader(io.BytesIO(drawn.content)).pages
    ]


@pytest.fixture(scope="module")
def bedroom():
    cover = facts(took_part=("Ana Lopes", "Bo Chen"), submitted_by="Ana Lopes")
    [page] = sheet(BEDROOM, options(1), cover=cover, telemetry={"carried_over": True})
    return page


@pytest.mark.parametrize(
    "said",
    [
        "Decision sheet: Bedroom",
        "Acme, team Rooms",
        "Submitted on 2 November 2026 by Ana Lopes",
        "Took part: Ana Lopes, Bo Chen",
        "34 of 34 scored questions answered",
        "1 of the answers were given before and not confirmed since",
        "You Build It You Run It",
        "Why: Demand for features is very high",
        "99.0%",
        "£336,000 a week",
        "What it costs.",
        "Gravest caution. 99.0% calls for a rota",
        "How to start: ",
        "Change approvals take time",
        "It waits if the team takes over and nothing else changes:",
        "between medium and high, the model would be Ops Run It",
        "Decision",
        "Name",
        "Date",
        "Review on",
    ],
)
def test_it_says_what_a_room_needs(bedroom, said):
    assert said in bedroom


def test_three_steps_are_on_it(bedroom):
    told = report(BEDROOM, options(1))
    assert len(told.first_steps) == 3
    assert all(step.practice.link.title in bedroom for step in told.first_steps)
    assert bedroom.count("How to start:") == 3


def test_it_says_what_the_targets_rest_on():
    page, *_more = sheet(ECOMMERCE)
    assert "It rests on: financial exposure: £810,000 an hour; demand for features: low." in page


def test_of_a_hybrid_it_says_what_both_parts_rest_on():
    first = sheet({**BOTH, "foundational-exposure": {"band": "low"}})[0]
    assert "foundational exposure: low; foundational demand: low." in first


@pytest.mark.parametrize(
    ("today", "is_left_to_set_up"), [("ops-run-it", True), ("you-build-it-you-run-it", False)]
)
def test_setting_up_is_a_price_only_where_it_is_not_done(today, is_left_to_set_up):
    [page] = sheet({**BEDROOM, "present-model": today})
    assert ("Setting it up takes weeks to months" in page) == is_left_to_set_up


def test_the_hash_is_not_on_it(bedroom):
    assert "sha256" not in bedroom


def test_what_a_night_can_lose_is_on_it():
    [page] = sheet({**BEDROOM, "exposure": {"amount": 6_000}}, options(1))
    assert "A plain night with nobody called can lose £90,000" in page


def test_risks_of_today_stand_apart_from_those_that_wait():
    [page] = sheet({**BEDROOM, "present-model": "you-build-it-you-run-it"}, options(0))
    assert "Now: Responsible but unaccountable" in page
    assert "It waits" not in page


def test_where_nothing_is_near_it_says_how_much_is_open():
    [page] = sheet(NOT_LIVE)
    assert "No risk is known to be near; " in page


def test_where_nothing_names_a_step_it_says_so():
    [page] = sheet(NOT_LIVE)
    assert "Nothing answered so far names a step to start with." in page


def test_without_a_caution_there_is_no_box_for_it():
    [page] = sheet({**ECOMMERCE, "exposure": {"amount": 100}}, options(9))
    assert "Gravest caution" not in page


def test_other_cautions_are_counted():
    told = report(BOTH, {"out-of-hours-cover": "team"})
    pages = sheet(BOTH, {"out-of-hours-cover": "team"})
    assert f"({len(told.recommendation.cautions) - 1} more)" in pages[0]


def test_many_people_are_counted():
    [page] = sheet(cover=facts(took_part=tuple("ABCDEFGH")))
    assert "Took part: A, B, C, D, E, F and 2 more." in page


def test_people_who_are_not_disclosed_are_not_named():
    [page] = sheet()
    assert "Took part" not in page
    assert " by " not in page[: page.index("Why")].split("Submitted")[1].split(".")[0]


def test_a_hybrid_has_a_second_page_on_its_parts():
    pages = sheet(BOTH, options(0))
    assert len(pages) == 2
    assert "The boundary is the interface" in pages[1]


def cases():
    """Profiles that fill the page, with what is dearest and what is asked most."""
    amounts, demands = (1_000, 800_000, 950_000), ("medium-to-high", "very-high")
    for profile, amount, demand in itertools.product((BEDROOM, ECOMMERCE), amounts, demands):
        yield {
            **profile,
            "exposure": {"amount": amount},
            "feature-demand": demand,
            "peak-exposure": {"amount": 10**12},
        }


@pytest.mark.parametrize("profile", list(cases()))
def test_it_is_exactly_one_page(profile):
    poor = {**options(0), "out-of-hours-cover": "operations"}
    assert len(sheet(profile, poor, bands=EVERY_BAND)) == 1


@pytest.mark.parametrize("profile", [BOTH, INVERSE])
def test_of_a_hybrid_it_is_exactly_two(profile):
    peak = {"peak-exposure": {"amount": 10**12}}
    assert len(sheet({**profile, **peak}, options(0), bands=EVERY_BAND)) == 2


@pytest.mark.parametrize(
    ("profile", "answers"),
    [
        (NOT_LIVE, options(0)),
        (NOT_LIVE, {}),
        (BEDROOM, {slug: options(0)[slug] for slug in QUICK}),
    ],
)
def test_it_is_one_page_however_little_is_answered(profile, answers):
    assert len(sheet(profile, answers)) == 1


@pytest.mark.parametrize("name", ["W" * 100, "Word " * 20, "x", "\U0001f680" * 100, "a-" * 50])
def test_it_is_one_page_whatever_the_names(name):
    cover = facts(owner=f"{'O' * 100}, {'T' * 100}", took_part=MANY, submitted_by=MANY[0])
    assert len(sheet(BEDROOM, options(0), service=name, cover=cover)) == 1


def test_a_result_by_rules_1_has_its_risks_as_of_today():
    told = report(BEDROOM, options(0))
    old = replace(told, pitfalls=tuple(replace(p, when=None, when_title="") for p in told.pitfalls))
    drawn = draw(pdf_input(old, "sheet"))
    [page] = pypdf.PdfReader(io.BytesIO(drawn.content)).pages
    assert "Now: Responsible" in " ".join(page.extract_text().split())
