"""The selector as a grid."""

import pytest

from assessments.reports import matrix
from assessments.scoring.selector import select
from tests.reports.samples import BOTH, ECOMMERCE, outcome


def drawn(profile=None, **rest):
    return matrix.draw(outcome(profile).recommendation.parts if profile else (), **rest)


def cells(grid):
    return [cell for row in grid.rows for cell in row.cells]


def marked(grid):
    return {
        (row.band, cell.demand): cell.parts for row in grid.rows for cell in row.cells if cell.parts
    }


def hollow(grid):
    return [(row.band, cell.demand) for row in grid.rows for cell in row.cells if cell.today]


def test_it_has_four_rows_and_five_columns():
    grid = drawn()
    assert [len(row.cells) for row in grid.rows] == [5, 5, 5, 5]


def test_the_highest_exposure_stands_on_top():
    assert [row.availability for row in drawn().rows] == ["99.99", "99.9", "99.0", "95.0"]


def test_the_lowest_demand_stands_first():
    assert [column.title for column in drawn().columns] == [
        "Low",
        "Medium",
        "Between medium and high",
        "High",
        "Very high",
    ]


def test_each_column_says_how_often_to_deploy():
    assert drawn().columns[-1].deployment == "Daily or more"


def test_only_the_column_between_is_narrow():
    assert [column.narrow for column in drawn().columns] == [False, False, True, False, False]


def test_a_cell_is_as_narrow_as_its_column():
    grid = drawn()
    narrow = [column.narrow for column in grid.columns]
    assert all([cell.narrow for cell in row.cells] == narrow for row in grid.rows)


def test_each_cell_has_the_selector_s_model():
    for row in drawn().rows:
        for cell in row.cells:
            assert cell.model == select(row.availability, cell.deployment)


def test_each_cell_names_its_model():
    assert {cell.model_title for cell in cells(drawn())} == {
        "You Build It You Run It",
        "Ops Run It",
    }


def test_without_parts_nothing_is_marked():
    grid = drawn(deployed_today="weekly")
    assert not marked(grid)
    assert not hollow(grid)


def test_without_parts_there_is_nothing_to_say():
    assert drawn(deployed_today="weekly").summary == ""


def test_a_part_is_marked_where_its_targets_are():
    assert marked(drawn(ECOMMERCE)) == {("high", "low"): ("foundational",)}


def test_two_parts_are_marked_in_their_own_cells():
    assert marked(drawn(BOTH)) == {
        ("medium", "very-high"): ("digital",),
        ("medium", "low"): ("foundational",),
    }


def test_two_parts_with_the_same_targets_share_a_cell():
    profile = {**BOTH, "foundational-demand": "very-high", "present-model": "ops-run-it"}
    assert marked(drawn(profile)) == {("medium", "very-high"): ("digital", "foundational")}


@pytest.mark.parametrize(
    ("deployed", "demand"),
    [
        ("less-than-monthly", "low"),
        ("monthly", "low"),
        ("fortnightly", "medium"),
        ("weekly", "high"),
        ("daily-or-more", "very-high"),
    ],
)
def test_today_is_marked_by_how_often_it_is_deployed(deployed, demand):
    assert hollow(drawn(ECOMMERCE, deployed_today=deployed)) == [("high", demand)]


@pytest.mark.parametrize("deployed", [None, "", "dont-know", "does-not-apply"])
def test_today_is_not_marked_where_it_is_not_known(deployed):
    assert not hollow(drawn(ECOMMERCE, deployed_today=deployed))


def test_today_stands_in_the_row_of_the_judged_part():
    profile = {**BOTH, "foundational-exposure": {"amount": 1_000}}
    assert hollow(drawn(profile, deployed_today="weekly")) == [("medium", "high")]


def test_the_summary_says_each_mark_in_words():
    assert drawn(BOTH, deployed_today="monthly").summary == (
        "Digital part: 99.0% and daily or more, You Build It You Run It. "
        "Foundational part: 99.0% and monthly, Ops Run It. "
        "Deployed today: monthly."
    )


def test_the_only_part_is_not_called_a_part():
    assert drawn(ECOMMERCE).summary.startswith("Its targets: 99.9% and monthly, Ops Run It.")


@pytest.mark.parametrize(
    ("deployed", "said"),
    [("less-than-monthly", "less than monthly"), ("daily-or-more", "daily or more")],
)
def test_the_summary_says_how_often_it_is_truly_deployed(deployed, said):
    assert drawn(ECOMMERCE, deployed_today=deployed).summary.endswith(f"Deployed today: {said}.")


def test_the_summary_is_silent_about_today_where_it_is_not_known():
    assert "today" not in drawn(BOTH).summary


def test_every_band_is_on_unless_said_otherwise():
    assert all(row.on for row in drawn().rows)


def test_a_band_that_is_switched_off_is_shown_as_off():
    grid = drawn(bands_on=("low", "medium", "high"))
    assert [row.band for row in grid.rows if not row.on] == ["very-high"]


def test_it_knows_whether_it_shows_how_often_the_service_is_deployed():
    assert drawn(ECOMMERCE, deployed_today="weekly").shows_today
    assert not drawn(ECOMMERCE).shows_today
