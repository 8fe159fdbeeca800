"""Answers taken away as CSV."""

import csv
import io
from datetime import timedelta

import pytest

from assessments.queries import answer_rows as queries
from tests import factories

pytestmark = pytest.mark.django_db

CSV = "/o/acme/answers.csv"


def rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def result(cast):
    note = {"option": "stays", "note": "For the room alone", "evidence": []}
    return factories.submitted_result(cast.service, factories.full_answers({"telemetry": note}))


def test_there_is_a_line_for_each_question(owner, cast, result):
    found = rows(owner.get(CSV))
    assert [row["Question, slug"] for row in found] == [each["question"] for each in result.answers]
    telemetry = next(row for row in found if row["Question, slug"] == "telemetry")
    assert telemetry["Option, slug"] == "stays"
    assert telemetry["Option"].startswith("It stays as it is")
    assert (telemetry["Points"], telemetry["Of"]) == ("0", "4")
    assert (telemetry["Service"], telemetry["Team"]) == ("Bedroom", "Rooms")
    assert telemetry["Submitted"] == "2026-11-02"


def test_an_amount_stands_with_its_currency(owner, result):
    exposure = next(row for row in rows(owner.get(CSV)) if row["Question, slug"] == "exposure")
    assert (exposure["Amount an hour"], exposure["Currency"]) == ("200000", "GBP")
    assert (exposure["Option, slug"], exposure["Points"]) == ("", "")


def test_no_note_leaves_with_them(owner, result):
    assert "For the room alone" not in b"".join(owner.get(CSV).streaming_content).decode()


def test_the_last_results_are_taken_unless_every_one_is_asked_for(owner, cast, result):
    factories.submitted_result(cast.service, at=factories.AT + timedelta(days=1))
    assert {row["Submitted"] for row in rows(owner.get(CSV))} == {"2026-11-03"}
    every = {row["Submitted"] for row in rows(owner.get(f"{CSV}?results=all"))}
    assert every == {"2026-11-02", "2026-11-03"}


def test_the_filter_holds_and_a_faulty_one_is_refused(owner, result):
    assert rows(owner.get(f"{CSV}?q=nothing")) == []
    assert owner.get(f"{CSV}?model=none").status_code == 400


def test_a_member_takes_away_their_own_teams_alone(client, cast, result):
    client.force_login(cast.colleague)
    assert rows(client.get(CSV)) == []


def test_memory_holds_a_batch(cast, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(queries, "BATCH", 2)
    for name in "ABCDE":
        factories.submitted_result(factories.service(cast.team, name))
    services = cast.organisation.services.all()
    with django_assert_num_queries(4):
        found = list(queries.answer_rows(queries.results_of(services, every=False)))
    assert sorted({row.name for row in found}) == list("ABCDE")
