import pytest
from django.core.exceptions import ValidationError

from assessments.models import Organisation
from assessments.models.time_zones import time_zones, validate_time_zone


def test_the_zones_are_places_and_utc():
    assert {"Europe/London", "America/Argentina/Buenos_Aires", "UTC"} <= set(time_zones())
    assert not [zone for zone in time_zones() if zone.startswith("Etc/")]


def test_what_is_no_zone_is_refused_with_a_remedy():
    with pytest.raises(ValidationError, match="Choose one of the list"):
        validate_time_zone("Mars/Olympus")


def test_every_zone_fits_its_column():
    field = Organisation._meta.get_field("time_zone")
    assert max(map(len, time_zones())) <= (field.max_length or 0)
