import pytest

from assessments.places import Place
from assessments.queries.sheets import fetch_sheet
from assessments.views.question_cards import (
    arrangement,
    card_of,
    introductions_of,
    rearranged,
    slots,
)
from tests import factories

pytestmark = pytest.mark.django_db


def state_of(answers):
    check = factories.guest_check()
    sheet = factories.sheet(factories.assessment(check, answers))
    return Place(sheet.assessment, sheet, check, "t"), fetch_sheet(sheet)


def card(question, answers):
    place, state = state_of(answers)
    return card_of(place, state, state.item(question))


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ("a:at b:at", "a:at b:at", set()),
        ("a:at", "a:at b:at", {"b"}),
        ("a:at b:at", "a:at", {"b"}),
        ("a:at b:at", "b:apart a:at", {"b"}),
        ("a:at", "a:at:wider", {"a"}),
    ],
)
def test_what_came_went_or_moved_is_drawn_anew(before, now, moved):
    assert rearranged(before, now) == moved


def test_an_arrangement_tells_what_stands_apart():
    _place, state = state_of(factories.ECOMMERCE)
    told = arrangement(state.section("service-reliability"), state.standing)
    assert "first-responder:apart" in told.split()
    assert "telemetry:at" in told.split()


def test_every_question_that_may_come_has_a_place():
    _place, state = state_of(factories.BEDROOM)
    ids = [slot.id for slot in slots(state.section("profile"), {}, apart=False)]
    assert "at-foundational-exposure" in ids


def test_only_questions_that_may_stand_apart_have_a_place_there():
    _place, state = state_of(factories.BEDROOM)
    ids = [slot.id for slot in slots(state.section("service-reliability"), {}, apart=True)]
    assert "apart-on-call-pay" in ids
    assert "apart-telemetry" not in ids


def shown_introductions(answers, section, *, apart):
    place, state = state_of(answers)
    asked = state.section(section)
    cards = {item.question.slug: card_of(place, state, item) for item in asked.put}
    return [slot.id for slot in slots(asked, cards, apart=apart) if slot.introduction]


@pytest.mark.parametrize(
    ("answers", "section", "apart", "ids"),
    [
        (factories.BEDROOM, "profile", False, ["at-block-rota"]),
        (factories.ECOMMERCE, "profile", False, []),
        (factories.BEDROOM, "service-reliability", False, ["at-block-on-call"]),
        (factories.BEDROOM, "service-reliability", True, []),
        (factories.ECOMMERCE, "service-reliability", True, ["apart-block-on-call"]),
    ],
)
def test_a_block_is_introduced_where_its_questions_stand(answers, section, apart, ids):
    assert shown_introductions(answers, section, apart=apart) == ids


def test_an_introduction_stands_right_above_the_first_question_of_its_block():
    _place, state = state_of(factories.BEDROOM)
    ids = [slot.id for slot in slots(state.section("service-reliability"), {}, apart=False)]
    assert ids[ids.index("at-on-call-rota") - 1] == "at-block-on-call"


def test_an_introduction_comes_and_goes_with_the_questions_of_its_block():
    assert introductions_of({"on-call-pay", "telemetry"}) == {"block-on-call"}
    assert introductions_of({"telemetry"}) == set()


def test_a_card_says_an_amount_as_money():
    assert card("exposure", factories.BEDROOM).stored_words == "£200,000"


def test_a_note_alone_is_no_answer():
    assert card("telemetry", {"telemetry": {"note": "Look into it."}}).stored_words == ""


def test_a_hybrid_that_no_longer_fits_is_to_be_mended():
    answers = {**factories.BEDROOM, "present-model": "hybrid"}
    assert card("present-model", answers).mends


def test_an_open_question_is_nothing_to_mend():
    assert not card("exposure", {}).mends


def test_a_request_about_one_question_takes_its_own_fields_only():
    names = card("telemetry", {}).names.split(",")
    assert "telemetry-note" in names
    assert not any(name.startswith("chaos-days") for name in names)


@pytest.mark.parametrize(
    ("cover", "mended"), [("none", False), ("team", True), ("dont-know", True)]
)
def test_that_a_rota_question_does_not_apply_holds_only_while_alerts_wait(cover, mended):
    answers = {"out-of-hours-cover": cover, "on-call-pay": "does-not-apply"}
    assert card("on-call-pay", {**factories.BEDROOM, **answers}).mends == mended
