"""How much a check asks and how long it takes, and that every page says the same."""

import re
from pathlib import Path

import pytest

from assessments.current import playbook
from assessments.models import Scope
from assessments.playbook.answering_time import minutes_to_answer
from assessments.queries.answering_time import answering_time
from tests import factories
from tests.views.words import without_terms


def test_a_quick_check_asks_the_profile_and_a_few_scored_questions():
    profile = [
        q for q in playbook().questions.values() if q.slug not in playbook().scored_questions
    ]
    of_one_part = [q for q in profile if q.asked_when == "always"]
    assert answering_time(Scope.QUICK).questions == len(of_one_part) + len(playbook().quick_check)


def test_a_full_assessment_asks_more_but_not_all():
    full = answering_time(Scope.FULL)
    assert answering_time(Scope.QUICK).questions < full.questions < len(playbook().questions)


def test_it_takes_no_longer_than_every_question_would():
    every = minutes_to_answer(playbook().questions.values())
    assert answering_time(Scope.QUICK).minutes < answering_time(Scope.FULL).minutes <= every


def test_in_a_room_a_minute_of_talk_over_each_question_is_added():
    for scope in Scope:
        takes = answering_time(scope)
        assert takes.minutes_in_a_room == takes.minutes + takes.questions


def told(scope):
    takes = answering_time(scope)
    return f"about {takes.minutes} minutes alone", f"{takes.minutes_in_a_room} in a room"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "scopes"), [("/", [Scope.QUICK]), ("/check/", [Scope.QUICK, Scope.FULL])]
)
def test_who_has_no_account_is_told_how_long_it_takes(client, path, scopes):
    said = " ".join(without_terms(client.get(path).text).split())
    for scope in scopes:
        assert all(words in said for words in told(scope))


@pytest.mark.django_db
def test_members_are_told_the_same(client):
    cast = factories.cast()
    client.force_login(cast.owner)
    said = " ".join(without_terms(client.get(f"/o/acme/services/{cast.service.pk}/").text).split())
    quick, full = answering_time(Scope.QUICK), answering_time(Scope.FULL)
    assert f"{told(Scope.QUICK)[0]} and {quick.minutes_in_a_room} in a room" in said
    assert f"takes about {full.minutes} alone and {full.minutes_in_a_room} in a room" in said


@pytest.mark.django_db
def test_who_has_no_service_yet_is_told_the_same(client):
    cast = factories.cast()
    cast.service.delete()
    client.force_login(cast.owner)
    said = " ".join(without_terms(client.get("/o/acme/").text).split())
    minutes, room = told(Scope.FULL)
    assert f"{minutes} or {room}" in said


NUMBERS_OF_QUESTIONS = r"\b(\d+|[a-z]+ty(-[a-z]+)?|eight|seven) (scored )?questions\b"


def test_no_template_holds_a_number_of_questions_or_minutes():
    for template in Path("templates").rglob("*.html"):
        words = re.sub(
            r"{[{%].*?[%}]}",
            lambda tag: tag[0] if "translate " in tag[0] else "",
            template.read_text(encoding="utf-8"),
        )
        assert not re.search(NUMBERS_OF_QUESTIONS, words), template
        assert "half an hour" not in words, template
