"""What has changed since last time, on the page of a result."""

from datetime import timedelta

import pytest

from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

SAID = "Since last time."
LATER = factories.AT + timedelta(days=90)


@pytest.fixture
def second(people):
    factories.submitted_result(people.service)
    return factories.submitted_result(people.service, at=LATER)


def test_a_member_is_told_what_has_changed(client, people, second):
    client.force_login(people.owner)
    text = SheetPages(client, second.assessment).text("result")
    assert SAID in text
    assert "Compared with the result of 2 November 2026" in text


def test_the_first_result_has_nothing_before_it(submitted):
    assert SAID not in submitted().text("result")


def test_a_read_only_link_tells_of_no_earlier_result(client, second):
    factories.shared_link(second)
    text = client.get("/shared/a-read-only-token/").text
    assert SAID not in text
    assert "2 November 2026" not in text


def test_a_result_after_another_costs_few_queries(
    client, people, second, django_assert_max_num_queries
):
    client.force_login(people.owner)
    seen = SheetPages(client, second.assessment)
    for queries in (10, 8):
        with django_assert_max_num_queries(queries):
            seen.get("result")
