"""Which way a service is to move."""

import pytest

from assessments.models import Service
from assessments.queries.directions import Direction, direction
from tests import factories

pytestmark = pytest.mark.django_db


def way(service):
    return Service.objects.annotate(direction=direction()).get(pk=service.pk).direction


@pytest.mark.parametrize(
    ("model", "misfit", "expected"),
    [
        ("you-build-it-you-run-it", True, Direction.TO_PRODUCT_TEAM),
        ("ops-run-it", True, Direction.TO_OPERATIONS),
        ("hybrid", True, Direction.SPLIT),
        ("hybrid", False, Direction.FITS),
        ("ops-run-it", False, Direction.FITS),
        ("you-build-it-you-run-it", None, Direction.NOT_LIVE),
    ],
)
def test_a_service_moves_towards_what_is_recommended(cast, model, misfit, expected):
    factories.result_row(cast.service, model=model, misfit=misfit)
    assert way(cast.service) == expected


def test_what_was_never_assessed_has_no_direction(cast):
    assert way(cast.service) == Direction.NOT_ASSESSED
