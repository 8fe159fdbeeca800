"""How much a check asks and how long it takes, and that every page says the same."""

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


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/check/"])
def test_who_has_no_account_is_told_how_long_it_takes(client, path):
    said = without_terms(client.get(path).text)
    assert f"about {answering_time(Scope.QUICK).minutes} minutes" in said.lower()


@pytest.mark.django_db
def test_members_are_told_the_same(client):
    cast = factories.cast()
    client.force_login(cast.owner)
    said = " ".join(without_terms(client.get(f"/o/acme/services/{cast.service.pk}/").text).split())
    assert f"takes about {answering_time(Scope.QUICK).minutes} minutes and recommends" in said
    assert f"questionnaire takes about {answering_time(Scope.FULL).minutes}, more" in said
