"""Results by earlier rules: marked everywhere, and held against no later ones."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from assessments.models import Result
from assessments.views import rules as views
from tests import factories
from tests.queries.test_today import BY_RULES_1
from tests.views.words import without_terms

pytestmark = pytest.mark.django_db

ASK = "What do the same answers come to today?"


@pytest.fixture
def cast(client):
    cast = factories.cast()
    client.force_login(cast.owner)
    return cast


def by_rules_1(service, **fields):
    result = factories.submitted_result(service, **fields)
    Result.objects.filter(pk=result.pk).update(document=BY_RULES_1, rules=1)
    return result


def addresses(cast, result):
    return (
        reverse("service", args=["acme", cast.service.pk]),
        reverse("sheet:result", args=["acme", result.assessment_id]),
    )


def read(client, path, **query):
    return " ".join(without_terms(client.get(path, query).content.decode()).split())


@pytest.mark.parametrize("page", [0, 1])
def test_an_earlier_result_says_what_it_comes_to_today_when_asked(client, cast, page):
    path = addresses(cast, by_rules_1(cast.service))[page]
    assert ASK in read(client, path)
    asked = read(client, path, today="1")
    assert "By rules 2 the same answers come to:</strong> You Build It You Run It;" in asked
    assert ASK not in asked


@pytest.mark.parametrize("page", [0, 1])
def test_nothing_is_scored_on_ordinary_reading(client, cast, page, monkeypatch):
    path = addresses(cast, by_rules_1(cast.service))[page]
    monkeypatch.setattr(views, "compute_today", pytest.fail)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("page", [0, 1])
def test_a_result_by_the_rules_of_today_has_nothing_to_ask(client, cast, page, monkeypatch):
    path = addresses(cast, factories.submitted_result(cast.service))[page]
    monkeypatch.setattr(views, "compute_today", pytest.fail)
    assert "by-rules" not in read(client, path, today="1")


def test_a_guest_is_told_what_the_answers_come_to_today(client):
    result = by_rules_1(factories.guest_check(token="mine"))
    path = reverse("guest:result", args=["mine", result.assessment_id])
    assert "By rules 2 the same answers come to" in read(client, path, today="1")


def test_asking_costs_no_more_than_reading(client, cast, django_assert_max_num_queries):
    path = addresses(cast, by_rules_1(cast.service))[0]
    with django_assert_max_num_queries(12):
        client.get(path, {"today": "1"})


def test_the_past_results_mark_those_by_earlier_rules(client, cast):
    by_rules_1(cast.service)
    factories.submitted_result(cast.service, at=factories.AT + timedelta(days=90))
    text = read(client, addresses(cast, cast.service.results.first())[0])
    assert text.count(">rules 1</a>") == 1
    assert ">rules 2</a>" not in text


def test_what_moved_shows_no_difference_of_scores_by_different_rules(client, cast):
    by_rules_1(cast.service)
    factories.submitted_result(cast.service, at=factories.AT + timedelta(days=90))
    text = read(client, addresses(cast, cast.service.results.first())[0])
    assert "no difference of their scores is shown" in text
    assert text.count("(by different rules)") == 3
    assert "(unchanged)" not in text


def test_compare_marks_a_result_by_earlier_rules(client, cast):
    by_rules_1(cast.service)
    assert ">rules 1</a>" in read(client, reverse("compare", args=["acme"]))


@pytest.mark.parametrize("rules", [1, 2])
def test_the_spreadsheet_names_the_rules(client, cast, rules):
    (by_rules_1 if rules == 1 else factories.submitted_result)(cast.service)
    text = client.get(reverse("compare-csv", args=["acme"])).getvalue().decode("utf-8-sig")
    told = {row["Scoring rules"] for row in csv.DictReader(io.StringIO(text))}
    assert str(rules) in told


def test_a_new_result_is_by_the_rules_of_today(cast):
    assert factories.submitted_result(cast.service).rules == 2


def test_a_result_that_an_earlier_release_wrote_is_by_rules_1(cast):
    row = factories.result_row(cast.service)
    assert Result.objects.get(pk=row.pk).rules == 1
