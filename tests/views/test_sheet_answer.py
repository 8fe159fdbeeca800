"""Saving one answer the moment it is given."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.answer_input import NOTHING_SHOWN
from assessments.models import Assessment
from tests import factories
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db

TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def cost(captured):
    return len([q for q in captured if not q["sql"].startswith(TRANSACTION)])


def test_an_answer_is_saved_and_says_so(client):
    pages = members(client)
    response = pages.answer("telemetry", option="stays")
    assert response.status_code == 200
    assert "Saved" in response.content.decode()
    assert pages.stored("telemetry").option == "stays"


def test_it_is_saved_by_whoever_answered(client):
    pages = members(client)
    pages.answer("telemetry", option="stays")
    assert pages.stored("telemetry").saved_by.email == "owner@example.org"


@pytest.mark.parametrize("known", [{}, {"telemetry": "stays"}])
def test_saving_an_answer_costs_few_queries(client, known):
    pages = members(client, known)
    data = pages.body("telemetry", option="alert-only")
    with CaptureQueriesContext(connection) as captured:
        client.post(pages.url("answer", question="telemetry"), data)
    assert pages.stored("telemetry").option == "alert-only"
    assert cost(captured) <= 8


def test_only_the_parts_that_change_are_sent(client):
    text = members(client).answer("telemetry", option="stays").content.decode()
    assert "<fieldset" not in text
    assert 'id="status-telemetry"' in text


def test_the_answer_carries_progress_along(client):
    text = members(client).answer("telemetry", option="stays").content.decode()
    assert 'id="steps"' in text
    assert "1 of 15" in text


def test_the_way_on_keeps_the_filter(client):
    pages = members(client)
    text = pages.answer("telemetry", query="?open=1", option="stays").content.decode()
    assert pages.url("section", section="profile") + "?open=1" in text


def test_the_script_can_tell_an_answer_of_ours(client):
    response = members(client).answer("telemetry", option="stays")
    assert response.headers["HX-Trigger"] == "questionnaire:answered"


def test_the_form_is_told_what_it_shows_now(client):
    pages = members(client)
    text = pages.answer("telemetry", option="stays").content.decode()
    assert pages.body("telemetry")["telemetry-shown"] in text


def test_a_note_is_shown_as_it_will_be_read_once_it_is_saved(client):
    text = members(client).answer("telemetry", note="1. **One**\n3. <b>").content.decode()
    preview = text[text.index('id="preview-telemetry"') :]
    assert "<ol>\n<li><strong>One</strong></li>" in preview
    assert '<li value="3">&lt;b&gt;</li>' in preview


def test_a_note_that_is_read_as_it_was_typed_is_not_shown_twice(client):
    text = members(client).answer("telemetry", note="2*3*4").content.decode()
    assert "As it will be read" not in text


def test_sending_the_same_again_still_says_saved(client):
    pages = members(client, {"telemetry": "stays"})
    assert "Saved" in pages.answer("telemetry").content.decode()


def test_an_amount_announced_is_asked_for(client):
    response = members(client).answer("exposure", option="amount")
    assert response.status_code == 200
    assert "Type the amount" in response.content.decode()


def test_a_question_that_comes_to_be_asked_is_sent_along(client):
    pages = members(client)
    before = {"arrangement": "composition:at exposure:at peak-exposure:at feature-demand:at"}
    text = pages.answer("composition", before, option="both").content.decode()
    assert 'id="q-foundational-demand"' in text
    assert 'id="q-exposure"' not in text


def test_a_question_that_is_no_longer_asked_leaves_its_place_empty(client):
    pages = members(client, {"composition": "both"})
    before = {"arrangement": "composition:at foundational-demand:at"}
    text = pages.answer("composition", before, option="digital").content.decode()
    assert '<div id="at-foundational-demand" hx-swap-oob="innerHTML"></div>' in text


def test_the_present_model_is_sent_anew_when_a_hybrid_becomes_possible(client):
    pages = members(client)
    before = {"arrangement": "present-model:at"}
    text = pages.answer("composition", before, option="both").content.decode()
    assert "present-model-hybrid-option" in text


def test_a_question_that_comes_to_count_moves(client):
    pages = members(client, {**factories.BEDROOM, "present-model": "ops-run-it"})
    before = {"arrangement": "out-of-hours-cover:at on-call-pay:apart"}
    text = pages.answer("out-of-hours-cover", before, option="team").content.decode()
    assert '<div id="apart-on-call-pay" hx-swap-oob="innerHTML"></div>' in text
    assert text.index('id="at-on-call-pay"') < text.index('id="q-on-call-pay"')


def test_clearing_draws_the_question_again(client):
    pages = members(client, {"telemetry": "stays"})
    text = pages.answer("telemetry", {"clear": "telemetry"}).content.decode()
    assert '<fieldset class="question" id="q-telemetry"' in text
    assert pages.stored("telemetry").option == ""


def test_confirming_takes_the_mark_away(client):
    pages = members(client, {"telemetry": {"option": "stays", "carried_over": True}})
    text = pages.answer("telemetry", {"confirm": "telemetry"}).content.decode()
    assert "Carried over" not in text
    assert not pages.stored("telemetry").carried_over


def test_answering_anew_confirms(client):
    pages = members(client, {"telemetry": {"option": "stays", "carried_over": True}})
    pages.answer("telemetry", option="alert-only")
    assert not pages.stored("telemetry").carried_over


def test_a_conflict_shows_both_values(client):
    pages = members(client, {"telemetry": "stays"})
    response = pages.answer("telemetry", shown=NOTHING_SHOWN, option="alert-only")
    text = response.content.decode()
    assert response.status_code == 409
    assert "learns to ignore it" in text
    assert "adjusts the alert itself" in text


def test_a_conflict_over_the_choice_does_not_keep_the_note_from_being_saved(client):
    pages = members(client, {"telemetry": "stays"})
    pages.answer("telemetry", shown=NOTHING_SHOWN, option="alert-only", note="mine")
    assert (pages.stored("telemetry").option, pages.stored("telemetry").note) == ("stays", "mine")


def test_after_a_conflict_the_form_still_compares_with_what_it_showed(client):
    pages = members(client, {"telemetry": "stays"})
    response = pages.answer("telemetry", shown=NOTHING_SHOWN, option="alert-only", note="mine")
    shown = response.content.decode().partition('id="shown-telemetry" value="')[2][:38]
    choice, note, _evidence = shown.split(".")
    assert choice == NOTHING_SHOWN.split(".")[0]
    assert note == pages.body("telemetry")["telemetry-shown"].split(".")[1]


@pytest.mark.parametrize("option", ["nonsense", "../", "x" * 500])
def test_an_unknown_option_is_refused_with_a_message(client, option):
    pages = members(client)
    response = pages.answer("telemetry", option=option)
    assert response.status_code == 422
    assert "Pick one of the options." in response.content.decode()
    assert pages.stored("telemetry") is None


def test_a_fault_does_not_send_the_question_again(client):
    text = members(client).answer("telemetry", note="x" * 4_001).content.decode()
    assert "<textarea" not in text


def test_a_question_that_is_none_is_not_found(client):
    pages = members(client)
    assert client.post(pages.url("answer", question="nonsense")).status_code == 404


def test_an_answer_is_posted_and_not_fetched(client):
    assert members(client).get("answer", question="telemetry").status_code == 405


def test_a_body_that_is_no_form_is_refused(client):
    pages = members(client)
    where = pages.url("answer", question="telemetry")
    assert client.post(where, b"[]", content_type="application/json").status_code == 400


def test_an_answer_to_a_submitted_sheet_is_refused_with_a_message(client):
    pages = members(client, factories.BEDROOM)
    client.post(pages.url("review"))
    response = pages.answer("telemetry", option="stays")
    assert response.status_code == 409
    assert "This was not saved" in response.content.decode()
    assert pages.stored("telemetry") is None


def test_an_answer_to_a_deleted_assessment_is_not_found(client):
    pages = members(client)
    where = pages.url("answer", question="telemetry")
    Assessment.objects.all().delete()
    assert client.post(where, {"telemetry-shown": ""}).status_code == 404


def test_a_guests_answer_is_saved(client):
    pages = guests(client)
    pages.answer("telemetry", option="stays")
    assert pages.stored("telemetry").saved_by is None


@pytest.mark.parametrize("known", [{}, {"exposure": 5_000}])
def test_what_was_saved_before_is_told_of_where_there_is_such(client, known):
    text = (
        members(client, known).answer("exposure", option="amount", amount="lots").content.decode()
    )
    assert "This is not saved." in text
    assert ("What you saved before is still there." in text) == bool(known)


def part(response, name):
    """What an answer puts in one place of the page."""
    after = response.content.decode().partition(f'id="{name}" hx-swap-oob')[2]
    return after.partition("hx-swap-oob")[0]


@pytest.mark.parametrize("links", ["Roadmap board, Q4", "https://a.example/my board"])
def test_faulty_links_keep_neither_note_nor_choice_from_being_saved(client, links):
    pages = members(client)
    response = pages.answer("telemetry", option="stays", note="mine", evidence=links)
    stored = pages.stored("telemetry")
    assert response.status_code == 422
    assert (stored.option, stored.note, stored.evidence) == ("stays", "mine", [])
    assert "Not saved: evidence links" in response.content.decode()


def test_a_fault_is_told_beside_its_field(client):
    response = members(client).answer("telemetry", option="stays", evidence="Roadmap board")
    assert "is not a web address" in part(response, "fault-telemetry-evidence")
    assert "is not a web address" not in part(response, "said-telemetry")


def test_a_note_too_long_keeps_the_links_from_nothing(client):
    pages = members(client)
    pages.answer("telemetry", note="x" * 4_001, evidence="https://a.example, https://b.example")
    assert pages.stored("telemetry").evidence == ["https://a.example", "https://b.example"]


def test_the_field_with_the_fault_alone_is_still_compared_with_what_it_showed(client):
    pages = members(client)
    response = pages.answer("telemetry", option="stays", note="mine", evidence="nonsense")
    shown = response.content.decode().partition('id="shown-telemetry" value="')[2][:38]
    assert shown == pages.body("telemetry")["telemetry-shown"]


@pytest.mark.parametrize(
    ("button", "amount"), [({"estimate": "exposure"}, 4_500), ({"clear": "exposure"}, None)]
)
def test_a_button_makes_up_for_an_amount_that_could_not_be_read(client, button, amount):
    pages = members(client, {"exposure": 5})
    response = pages.answer("exposure", button, amount="lots", revenue="4k", costs="500")
    text = response.content.decode()
    assert response.status_code == 200
    assert pages.stored("exposure").amount == amount
    assert "lots" not in text
    assert "Not saved" not in text


def test_a_button_is_seen_to_work_beside_faulty_links(client):
    pages = members(client)
    response = pages.answer(
        "exposure", {"estimate": "exposure"}, amount="lots", revenue="4k", evidence="nonsense"
    )
    text = response.content.decode()
    assert pages.stored("exposure").amount == 4_000
    assert 'value="4,000"' in text
    assert "lots" not in text
    assert "Not saved: evidence links" in text


def test_what_somebody_else_wrote_meanwhile_is_shown_and_not_written_over(client):
    pages = members(client)
    sent = pages.body("telemetry", option="stays", note="")
    pages.answer("telemetry", note="theirs")
    where = pages.url("answer", question="telemetry")
    text = client.post(where, sent).content.decode()
    assert ">\ntheirs</textarea>" in text
    assert pages.stored("telemetry").note == "theirs"


def test_one_s_own_words_are_left_alone(client):
    pages = members(client, {"telemetry": "stays"})
    text = pages.answer("telemetry", note=" mine\r\n").content.decode()
    assert "<textarea" not in text


def test_what_the_same_page_sent_before_is_not_somebody_else_s(client):
    pages = members(client)
    first = pages.body("telemetry", note="It")
    second = pages.body("telemetry", note="It takes")
    where = pages.url("answer", question="telemetry")
    client.post(where, first)
    response = client.post(where, second | {"telemetry-sent": urlencode(first)})
    assert response.status_code == 200
    assert pages.stored("telemetry").note == "It takes"


def test_clear_is_offered_where_there_is_something_to_clear(client):
    pages = members(client)
    assert "Clear answer" in part(pages.answer("telemetry", option="stays"), "clearing-telemetry")
    assert "Clear answer" not in part(pages.answer("telemetry", note="n"), "clearing-chaos-days")


def test_no_question_without_an_answer_can_be_cleared(client):
    pages = members(client, {"telemetry": "stays", "incident-loss": {"note": "To be asked."}})
    assert pages.text("section", section="service-reliability").count("Clear answer") == 1


def test_the_bar_is_as_full_as_the_words_say(client):
    carried = {"option": "stays", "carried_over": True}
    text = members(client, {"telemetry": carried}).text("section", section="profile")
    answered, asked = re.findall(r"(\d+) of (\d+) answered", text)[0]
    assert f'<progress value="{answered}" max="{asked}"' in text


def test_a_guests_private_link_is_offered_where_something_is_saved_for_the_first_time(client):
    pages = guests(client)
    first = pages.answer("composition", option="digital")
    assert "http://testserver/check/a-guest-token/" in part(first, "offered-composition")
    second = pages.answer("feature-demand", option="high")
    assert "private link" not in part(second, "offered-feature-demand")
    assert 'data-copy="http://testserver/check/a-guest-token/"' in second.content.decode()


def test_the_private_link_is_not_offered_for_what_was_not_saved(client):
    response = guests(client).answer("exposure", option="amount", amount="lots")
    assert "a-guest-token" not in response.content.decode().partition("</nav>")[2]


def test_the_band_of_an_amount_is_told_once_it_is_saved(client):
    response = members(client).answer("exposure", option="amount", amount="12k")
    assert "£12,000: medium, 99.0%" in part(response, "placed-exposure")


def test_no_band_is_told_where_none_was_typed(client):
    response = members(client, {"exposure": 12_000}).answer("exposure", option="high", amount="")
    assert "99." not in part(response, "placed-exposure").partition("</p>")[0]


def test_what_is_said_of_a_block_comes_with_its_questions(client):
    pages = members(client, {**factories.BEDROOM, "feature-demand": "low"})
    before = {"arrangement": "feature-demand:at"}
    response = pages.answer("feature-demand", before, option="high")
    assert "Two facts decide" in part(response, "at-block-rota")


def test_what_is_said_of_a_block_goes_with_its_questions(client):
    pages = members(client, factories.BEDROOM)
    before = {"arrangement": "feature-demand:at rota-people:at sibling-teams:at"}
    response = pages.answer("feature-demand", before, option="low")
    assert "Two facts decide" not in part(response, "at-block-rota").partition("</div>")[0]
