"""What the targets mean, for every cell of the selector."""

from itertools import product
from typing import get_args

import pytest

from assessments.current import playbook
from assessments.reports import in_practice_texts
from assessments.reports.in_practice import tell_in_practice
from assessments.scoring.inputs import Band, Exposure, Profile
from assessments.scoring.recommendation import recommend
from assessments.scoring.selector import BANDS, DEMANDS
from assessments.scoring.vocabulary import Availability, Deployment, OutOfHours

ALL_ON = (Band("low", 7_000), Band("medium", 250_000), Band("high", 900_000), Band("very-high"))


def told(band="medium", demand="very-high", composition="digital", **rest):
    profile = Profile(composition, Exposure(band=band), demand, "not-live", **rest)
    return tell_in_practice(playbook(), recommend(playbook(), profile, ALL_ON))


def meanings(*cell, **rest):
    return {meaning.title: meaning for meaning in told(*cell, **rest)[0].meanings}


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (in_practice_texts.AVAILABILITY, Availability),
        (in_practice_texts.DEPLOYMENT, Deployment),
        (in_practice_texts.OUT_OF_HOURS, OutOfHours),
    ],
)
def test_every_value_of_a_target_has_a_text(texts, values):
    assert set(texts) == set(get_args(values))


def test_every_cell_names_the_model_and_four_targets():
    counts = {len(told(band, demand)[0].meanings) for band, demand in product(BANDS, DEMANDS)}
    assert counts == {5}


def test_the_practices_of_every_cell_serve_its_model():
    practices = playbook().practices
    for band, demand in product(BANDS, DEMANDS):
        model, *rest = told(band, demand)[0].meanings
        slugs = {link.slug for each in rest for link in each.links}
        assert all(model.links[0].slug in practices[slug].serves for slug in slugs)


@pytest.mark.parametrize(
    ("cell", "practice"),
    [
        (("very-high", "low"), "select-you-build-it-you-run-it-for-99.99-availability"),
        (("low", "high"), "select-you-build-it-you-run-it-for-digital-services"),
        (("high", "low"), "select-ops-run-it-for-foundational-systems"),
    ],
)
def test_the_model_links_the_practice_that_selects_it(cell, practice):
    assert told(*cell)[0].meanings[0].links[1].slug == practice


@pytest.mark.parametrize(
    ("band", "title", "woken"),
    [
        ("low", "Out of hours: nobody", "Nobody is woken"),
        ("medium", "Out of hours: a rota shared by the domain", "One person is woken"),
        ("high", "Out of hours: the product team", "Somebody who builds the service is woken"),
    ],
)
def test_it_says_who_is_woken(band, title, woken):
    assert meanings(band)[title].text.startswith(woken)


def test_operations_is_woken_under_ops_run_it():
    assert "Operations is woken" in meanings("high", "low")["Out of hours: operations"].text


def test_the_availability_target_says_its_time():
    assert meanings()["99.0% available"].allowances[0].time == "1 h 40 min 48 s"


def test_a_peak_stands_last_with_its_own_time():
    peak = told(peak_exposure=Exposure(band="high"))[0].meanings[-1]
    assert (peak.title, peak.allowances[0].time) == ("At the peak: 99.9%", "10 min 4.8 s")


def test_two_parts_are_told_apart():
    parts = told(composition="both", foundational_demand="low")
    assert [part.title for part in parts] == ["Digital part", "Foundational part"]
