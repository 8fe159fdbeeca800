"""The models side by side: every aspect is filled for every model, in the playbook's words."""

import pytest

from assessments.current import playbook
from assessments.queries.models_page import comparison, told_alone

MODELS = ["you-build-it-you-run-it", "ops-run-it", "hybrid"]
ROWS = [row for section in comparison().sections for row in section.rows]


def row(anchor):
    return next(row for row in ROWS if row.anchor == anchor)


def cell(anchor, model):
    return next(cell for cell in row(anchor).cells if cell.model.slug == model)


def test_every_row_has_a_cell_for_each_model_in_the_order_of_the_columns():
    assert [ref.slug for ref in comparison().models] == MODELS
    for each in ROWS:
        assert [cell.model.slug for cell in each.cells] == MODELS, each.anchor


def test_no_cell_is_empty():
    for each in ROWS:
        for one in each.cells:
            match one.kind:
                case "text":
                    assert all(one.paragraphs), each.anchor
                case "points":
                    assert one.points, each.anchor
                case "drawbacks":
                    assert one.listed or one.own, each.anchor
                case "cost":
                    assert one.weight, each.anchor
                    assert one.spending, each.anchor
                case "standards":
                    assert one.standards, each.anchor
                case kind:
                    assert kind == "duties"


def test_no_place_on_the_page_has_two_names():
    anchors = [section.anchor for section in comparison().sections] + [row.anchor for row in ROWS]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize(
    ("model", "kind"), [("ops-run-it", "drawbacks"), ("you-build-it-you-run-it", "pitfalls")]
)
def test_a_model_is_told_with_each_of_its_drawbacks_or_pitfalls_once(model, kind):
    cells = [cell for each in ROWS for cell in each.cells if cell.kind == "drawbacks"]
    told = [each.ref.slug for cell in cells if cell.model.slug == model for each in cell.listed]
    assert sorted(told) == sorted(getattr(playbook(), kind))


def test_a_drawback_is_told_with_its_counter_and_price():
    drawback = playbook().drawbacks["slow-deployments"]
    listed = cell("on-deployment", "ops-run-it").listed
    told = next(each for each in listed if each.ref.slug == drawback.slug)
    assert (told.counter, told.price, told.step) == (drawback.counter, drawback.price, "")


def test_a_pitfall_is_told_with_the_first_step_of_its_way_out():
    (told,) = cell("on-protection", "you-build-it-you-run-it").listed
    assert told.step == playbook().pitfalls["excessive-bau"].way_out[0]
    assert (told.counter, told.price) == ("", "")


@pytest.mark.parametrize(
    ("kind", "heavier"),
    [
        ("set-up", "you-build-it-you-run-it"),
        ("transition", "ops-run-it"),
        ("incident", "ops-run-it"),
        ("opportunity", "ops-run-it"),
    ],
)
def test_the_heavier_side_of_a_cost_is_that_of_the_source(kind, heavier):
    weights = {each.model.slug: str(each.weight) for each in row(f"cost-{kind}").cells}
    (lighter,) = {"you-build-it-you-run-it", "ops-run-it"} - {heavier}
    assert weights == {heavier: "Higher", lighter: "Lower", "hybrid": "In between"}


def test_run_cost_is_about_equal_for_all():
    assert {str(each.weight) for each in row("cost-run").cells} == {"About equal"}


def test_shares_of_a_cost_are_told_by_dimension():
    share = cell("cost-transition", "ops-run-it").share
    assert [(title, str(size)) for title, size in share] == [("Service reliability", "high")]


@pytest.mark.parametrize("model", MODELS)
def test_a_models_own_page_tells_its_cells_alone_below_its_passages(model):
    sections = told_alone(model)
    assert [section.anchor for section in sections] == [
        "benefits",
        "drawbacks",
        "costs",
        "governance",
    ]
    cells = [cell for section in sections for row in section.rows for cell in row.cells]
    assert {cell.model.slug for cell in cells} == {model}
