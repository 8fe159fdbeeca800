import pytest
from django.db import IntegrityError

from assessments.models import Service, Team
from assessments.writes.names import NameTaken, unique
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_name_that_is_taken_is_refused_with_the_message():
    rooms = factories.team(factories.organisation())
    with (
        pytest.raises(NameTaken, match="Choose another"),
        unique(Team, "Choose another"),
    ):
        Team.objects.create(organisation=rooms.organisation, name="ROOMS")


def test_a_name_told_apart_by_its_accents_alone_is_refused_too():
    rooms = factories.team(factories.organisation())
    with pytest.raises(NameTaken), unique(Team, "Choose another"):
        Team.objects.create(organisation=rooms.organisation, name="Röóms")


def test_another_fault_than_that_of_the_name_stays_a_fault():
    rooms = factories.team(factories.organisation())
    with pytest.raises(IntegrityError), unique(Service, "Choose another"):
        Team.objects.create(organisation=rooms.organisation, name="ROOMS")
