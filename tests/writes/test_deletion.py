from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import (
    Answer,
    Assessment,
    GuestCheck,
    Result,
    ResultPart,
    Service,
    Sheet,
)
from assessments.writes.assessments import continue_in_full
from assessments.writes.deletion import delete_rows
from tests import factories

pytestmark = pytest.mark.django_db

HELD = (Assessment, Sheet, Answer, Result, ResultPart)
HISTORIES = (Answer.history, Assessment.history, Service.history)


def gone_on_with(of):
    """Something assessed, with a result and a draft that carries it over."""
    result = factories.submitted_result(of)
    continue_in_full(result=result, by=None, at=factories.AT)
    return of


@pytest.fixture
def two():
    """Two services with all that was answered about them."""
    cast = factories.cast()
    return gone_on_with(cast.service), gone_on_with(factories.service(cast.team, "Kitchen"))


@pytest.mark.parametrize("model", HELD)
def test_what_is_held_goes_too_and_what_others_hold_stays(two, model):
    gone, kept = two
    others = model.objects.filter(organisation=kept.organisation).count() // 2
    delete_rows(Service.objects.filter(pk=gone.pk))
    assert model.objects.count() == others > 0


@pytest.mark.parametrize("history", HISTORIES)
def test_history_goes_too_and_none_is_written(two, history):
    gone, kept = two
    delete_rows(Service.objects.filter(pk=gone.pk))
    assert not history.filter(history_type="-").exists()
    kept_alone = history.model.objects.count()
    delete_rows(Service.objects.filter(pk=kept.pk))
    assert kept_alone > 0
    assert history.model.objects.count() == 0


def test_what_only_names_the_row_stays_without_it(two):
    gone, kept = two
    result = gone.results.get()
    draft = kept.assessments.get(submitted_at=None)
    Assessment.objects.filter(pk=draft.pk).update(carried_from=result)
    Assessment.history.filter(id=draft.pk).update(carried_from=result)
    delete_rows(Service.objects.filter(pk=gone.pk))
    draft.refresh_from_db()
    assert draft.carried_from is None
    assert Assessment.history.filter(id=draft.pk).exists()


def test_a_guest_s_check_goes_with_all_of_it():
    check = gone_on_with(factories.guest_check())
    delete_rows(GuestCheck.objects.filter(pk=check.pk))
    assert not any(model.objects.exists() for model in (GuestCheck, *HELD))
    assert not any(history.exists() for history in HISTORIES)


def queries_to_delete(services):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        delete_rows(Service.objects.filter(pk__in=[service.pk for service in services]))
    return len(asked)


def test_many_take_as_many_queries_as_one():
    cast = factories.cast()
    one, *more = (gone_on_with(factories.service(cast.team, str(number))) for number in range(4))
    assert queries_to_delete([one]) == queries_to_delete(more) <= 40


def test_nothing_is_left_that_names_what_is_gone(two):
    """Whatever model comes to refer to these is swept here."""
    gone, _kept = two
    gone_sheets = list(Sheet.objects.filter(assessment__service=gone).values_list("pk", flat=True))
    gone_results = list(gone.results.values_list("pk", flat=True))
    delete_rows(Service.objects.filter(pk=gone.pk))
    gone_keys: dict[Any, list[int]] = {Service: [gone.pk], Sheet: gone_sheets, Result: gone_results}
    for model in apps.get_app_config("assessments").get_models():
        for field in model._meta.concrete_fields:
            keys = gone_keys.get(field.related_model)
            if keys and field.many_to_one:
                assert not model._base_manager.filter(**{f"{field.name}__in": keys}).exists()
