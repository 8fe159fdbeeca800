"""What anyone may read needs no database: none of these tests may ask it."""

import pytest

PUBLIC = [
    "/",
    "/check/",
    "/selector/",
    "/selector/?composition=digital&exposure=amount&exposure-amount=5&demand=low",
    "/playbook/",
    "/playbook/questions/",
    "/playbook/method/",
    "/playbook/models/",
    "/playbook/glossary/",
    "/playbook/versions/",
    "/playbook/practice/run-regular-chaos-days/",
    "/accounts/login/",
    "/accounts/signup/",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_for_anyone_asks_the_database_nothing(client, path):
    assert client.get(path).status_code in {200, 422}


def test_that_there_is_nothing_here_is_said_without_it(client):
    assert client.get("/nothing-here/").status_code == 404
