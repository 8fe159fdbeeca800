from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from assessments.models import RateLimit
from assessments.writes import rate_limits
from assessments.writes.rate_limits import count, purge
from tests.factories import AT

HOUR = timedelta(hours=1)


def counted(at=AT, key="search:192.0.2.1"):
    return count(key=key, within=HOUR, at=at)


@pytest.mark.django_db
def test_each_one_is_counted():
    assert [counted().number for _ in range(3)] == [1, 2, 3]


@pytest.mark.django_db
def test_it_is_counted_until_an_hour_after_the_first():
    counted()
    assert counted(AT + timedelta(minutes=59)).until == AT + HOUR


@pytest.mark.django_db
def test_it_begins_anew_afterwards():
    counted()
    assert counted(AT + HOUR).number == 1
    assert counted(AT + HOUR).until == AT + 2 * HOUR


@pytest.mark.django_db
def test_another_key_is_counted_apart():
    counted()
    assert counted(key="search:192.0.2.2").number == 1


@pytest.mark.django_db
def test_counting_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        counted()


@pytest.mark.django_db
def test_the_table_holds_no_address():
    counted()
    assert "192.0.2.1" not in RateLimit.objects.get().key


@pytest.mark.django_db(transaction=True)
def test_none_is_lost_where_many_are_counted_at_once():
    def hit(_number):
        try:
            return counted().number
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(hit, range(80))) == list(range(1, 81))


@pytest.mark.django_db
def test_what_counts_no_more_is_deleted_and_the_rest_kept():
    counted()
    counted(AT + HOUR, key="later")
    assert (purge(at=AT + HOUR), RateLimit.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_it_is_deleted_a_batch_at_a_time(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(rate_limits, "BATCH", 2)
    for number in range(5):
        counted(key=str(number))
    with django_assert_num_queries(7):  # three times some keys and their rows, and none
        assert purge(at=AT + HOUR) == 5
