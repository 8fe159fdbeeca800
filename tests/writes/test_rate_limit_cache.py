from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import connection

from assessments.models import RateLimit
from assessments.writes.rate_limit_cache import RateLimitCache

pytestmark = pytest.mark.django_db


def test_it_is_the_cache_that_allauth_asks():
    from allauth.core.internal import ratelimit

    ratelimit.cache.set("a", [1.5], 60)
    assert isinstance(cache._connections["default"], RateLimitCache)  # type: ignore[attr-defined]
    assert RateLimit.objects.get().value == [1.5]


def test_what_is_set_is_got():
    cache.set("a", [1.5, 2.5], 60)
    cache.set("a", [3.5], 60)
    assert cache.get("a") == [3.5]


def test_what_is_not_there_is_the_default():
    assert cache.get("a", []) == []


def test_what_has_expired_is_not_there():
    cache.set("a", 1, -1)
    assert (cache.get("a"), cache.touch("a", 60)) == (None, False)


def test_what_is_touched_lasts():
    cache.set("a", 1, 60)
    before = RateLimit.objects.get().expires_at
    assert cache.touch("a", 600)
    assert RateLimit.objects.get().expires_at > before


def test_without_a_time_it_lasts_for_ever():
    cache.set("a", 1, None)
    assert RateLimit.objects.get().expires_at.year == 9999


def test_a_value_is_added_once():
    assert [cache.add("a", True, 60), cache.add("a", False, 60), cache.get("a")] == [
        True,
        False,
        True,
    ]


def test_a_value_is_added_in_place_of_an_expired_one():
    cache.set("a", "old", -1)
    assert (cache.add("a", "new", 60), cache.get("a")) == (True, "new")


def test_what_is_deleted_is_gone():
    cache.set("a", 1, 60)
    assert (cache.delete("a"), cache.delete("a"), cache.get("a")) == (True, False, None)


def test_all_can_be_cleared():
    cache.set("a", 1, 60)
    cache.clear()
    assert not RateLimit.objects.exists()


def test_nobody_flushes_it_by_filling_it():
    cache.set("mine", 1, 60)
    for number in range(400):
        cache.set(str(number), 1, 60)
    assert cache.get("mine") == 1


def test_a_write_takes_one_query_whatever_is_there(django_assert_num_queries):
    with django_assert_num_queries(1):
        cache.set("a", 1, 60)
    with django_assert_num_queries(1):
        cache.add("b", 1, 60)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_add_at_once_one_does():
    def add(_number):
        try:
            return cache.add("lock", True, 60)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(add, range(16))) == 1
