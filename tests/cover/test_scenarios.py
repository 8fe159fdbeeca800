"""Services moved to another model or band, as a coach would work it out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.cover.rotas import Covered, recommended, today
from assessments.cover.scenarios import Move, PlacedPart, Standing, misfits, moved, scenario
from assessments.scoring.selector import AVAILABILITY, BANDS, DEPLOYMENT, out_of_hours, select

MODELS = ("you-build-it-you-run-it", "ops-run-it")


def part(band="medium", demand="very-high", cover=None):
    availability, deployment = AVAILABILITY[band], DEPLOYMENT[demand]
    called = out_of_hours(select(availability, deployment), availability)
    return PlacedPart(availability, deployment, cover or called)


def standing(*parts, present="you-build-it-you-run-it", now="domain", team=1):
    parts = parts or (part(),)
    covered = Covered(
        service=f"S{team}",
        team=team,
        team_name=f"T{team}",
        domain=10,
        domain_name="Buy",
        today=now,
        needed=frozenset(each.cover for each in parts),
        team_runs=any(each.model == "you-build-it-you-run-it" for each in parts),
    )
    return Standing(covered, parts, present)


def test_a_service_that_operations_take_over_has_their_cover_and_is_a_misfit():
    after = moved(standing(), Move(model="ops-run-it"))
    assert after.covered.today == "operations"
    assert after.is_misfit
    assert after.covered.needed == {"domain"}  # what is recommended stays


@pytest.mark.parametrize(
    ("band", "cover"), [("low", "none"), ("medium", "domain"), ("high", "team")]
)
def test_a_service_that_its_team_takes_over_has_the_cover_that_its_target_calls_for(band, cover):
    before = standing(part(band), present="ops-run-it", now="operations")
    assert before.is_misfit
    after = moved(before, Move(model="you-build-it-you-run-it"))
    assert (after.covered.today, after.is_misfit) == (cover, False)


def test_where_nothing_is_lost_at_night_its_team_needs_no_rota():
    before = standing(part("high", cover="none"), present="ops-run-it", now="operations")
    after = moved(before, Move(model="you-build-it-you-run-it"))
    assert after.covered.today == "none"
    assert moved(before, Move(band="very-high")).covered.needed == {"none"}


def test_another_band_is_judged_anew_and_leaves_its_cover_of_today():
    before = standing(part("medium", "medium-to-high"), present="ops-run-it", now="operations")
    assert (before.recommended, before.is_misfit) == ("ops-run-it", False)
    after = moved(before, Move(band="high"))
    assert (after.recommended, after.is_misfit) == ("you-build-it-you-run-it", True)
    assert (after.covered.needed, after.covered.team_runs) == (frozenset({"team"}), True)
    assert after.covered.today == "operations"


def test_of_both_parts_the_judged_one_moves():
    before = standing(part("medium", "high"), part("low", "low"), present="hybrid")
    assert (before.recommended, before.is_misfit) == ("hybrid", False)
    after = moved(before, Move(band="very-high"))
    assert after.parts[1] == before.parts[1]
    assert after.covered.needed == {"team", "operations"}


def test_a_model_and_a_band_move_together():
    before = standing(part("medium"), present="ops-run-it", now="operations")
    after = moved(before, Move("you-build-it-you-run-it", "high"))
    assert (after.covered.today, after.is_misfit) == ("team", False)


def test_what_is_not_live_is_no_misfit_until_it_is_run():
    before = standing(part("medium", "low"), present="not-live", now="")
    assert not before.is_misfit
    assert moved(before, Move(model="you-build-it-you-run-it")).is_misfit


parts = st.builds(part, st.sampled_from(BANDS), st.sampled_from(list(DEPLOYMENT)))
present = st.sampled_from([*MODELS, "hybrid", "not-live"])
services = st.lists(
    st.builds(
        lambda ones, run, now, team: standing(*ones, present=run, now=now, team=team),
        st.lists(parts, min_size=1, max_size=2),
        present,
        st.sampled_from(["", "none", "best-effort", "domain", "team", "operations"]),
        st.integers(1, 6),
    ),
    max_size=8,
)
moves = st.dictionaries(
    st.integers(0, 7),
    st.builds(Move, st.sampled_from([None, *MODELS]), st.sampled_from([None, *BANDS])),
)


def told(found):
    return [each.covered for each in found]


@given(services)
def test_without_a_move_everything_is_as_it_is_today(found):
    by_key = dict(enumerate(found))
    assert scenario(by_key, {}) == found
    assert scenario(by_key, dict.fromkeys(by_key, Move())) == found


@given(services, moves)
def test_the_order_of_services_changes_no_figure(found, moves):
    by_key = dict(enumerate(found))
    forth = scenario(by_key, moves)
    back = scenario(dict(reversed(by_key.items())), moves)
    assert misfits(forth) == misfits(back)
    for picture in (today, recommended):
        first, second = picture(told(forth)), picture(told(back))
        assert (first.standby, first.unknown) == (second.standby, second.unknown)


@given(services, moves)
def test_what_does_not_move_stays(found, moves):
    after = scenario(dict(enumerate(found)), moves)
    for key, (before, now) in enumerate(zip(found, after, strict=True)):
        if key not in moves:
            assert before == now


@given(services)
def test_each_run_as_recommended_there_is_no_misfit_but_of_two_parts(found):
    by_key = dict(enumerate(found))
    single = {key: each for key, each in by_key.items() if each.recommended != "hybrid"}
    to = {key: Move(model=each.recommended) for key, each in single.items()}
    after = scenario(single, to)
    assert misfits(after) == 0


@given(services, moves)
def test_misfits_are_those_of_each(found, moves):
    after = scenario(dict(enumerate(found)), moves)
    assert misfits(after) == sum(misfits([each]) for each in after)
