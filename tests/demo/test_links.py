import pytest

from assessments.demo.links import link_for, redeem
from assessments.models import User


@pytest.fixture
def mia(db) -> User:
    return User.objects.create_user("mia@example.org")


def test_a_link_signs_its_person_in_once(mia):
    token = link_for(mia)
    assert redeem(token) == mia
    assert redeem(token) is None


def test_an_unknown_link_signs_nobody_in(mia):
    assert redeem("guessed") is None


def test_a_link_of_someone_deleted_signs_nobody_in(mia):
    token = link_for(mia)
    mia.delete()
    assert redeem(token) is None
