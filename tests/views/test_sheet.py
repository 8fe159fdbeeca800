import html

import pytest

from assessments.current import playbook
from assessments.models import Scope
from tests import factories
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db

PROFILE, THROUGHPUT = "profile", "deployment-throughput"
RELIABILITY = "service-reliability"
LINK = "http://testserver/check/a-guest-token/"


def test_a_section_shows_its_questions_in_order(client):
    text = members(client).text("section", section=THROUGHPUT)
    assert text.index("q-deployment-frequency") < text.index("q-deployment-target-choice")


def test_a_sections_title_names_the_section_and_the_service(client):
    assert "<title>About the service · Bedroom" in members(client).text("section", section=PROFILE)


def test_a_section_that_is_none_is_not_found(client):
    assert members(client).get("section", section="nonsense").status_code == 404


def test_a_section_page_costs_few_queries(client, django_assert_max_num_queries):
    pages = members(client, factories.full_answers())
    with django_assert_max_num_queries(12):
        pages.get("section", section=RELIABILITY)


def test_what_is_stored_is_shown(client):
    pages = members(client, {"telemetry": {"option": "stays", "note": "It hums."}})
    text = pages.text("section", section=RELIABILITY)
    assert 'id="telemetry-stays-option" value="stays" checked' in text
    assert "It hums." in text


def test_progress_is_told_in_words(client):
    assert "3 of 4" in members(client, factories.BEDROOM | {"exposure": {}}).text("review")


def test_the_current_step_is_marked(client):
    text = members(client).text("section", section=PROFILE)
    assert text.count('aria-current="step"') == 1


def test_a_quick_check_asks_only_its_questions(client):
    text = guests(client, scope=Scope.QUICK).text("section", section=THROUGHPUT)
    assert "q-deployment-frequency" in text
    assert "q-telemetry" not in text


def test_a_page_holds_no_inline_style_or_script(client):
    text = members(client, factories.BEDROOM).text("section", section=PROFILE)
    assert 'style="' not in text
    assert "onclick" not in text


def test_a_page_is_not_kept_by_the_browser(client):
    response = members(client).get("section", section=PROFILE)
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("composition", "asked"), [("both", True), ("digital", False), ("foundational", False)]
)
def test_the_foundational_part_is_asked_about_where_there_are_two(client, composition, asked):
    text = members(client, {"composition": composition}).text("section", section=PROFILE)
    assert ("q-foundational-demand" in text) is asked


def test_what_does_not_count_stands_last_with_its_reason(client):
    pages = members(client, factories.ECOMMERCE)
    text = pages.text("section", section=RELIABILITY)
    first_responder = text.index('id="q-first-responder"')
    assert text.index("How it runs today") < first_responder
    assert "Counts only under You Build It You Run It" in text


def test_the_open_filter_leaves_out_what_is_answered(client):
    pages = members(client, {"composition": "digital"})
    text = pages.text("section", "?open=1", section=PROFILE)
    assert "q-composition" not in text
    assert "q-exposure" in text


def test_the_open_filter_keeps_what_is_to_be_confirmed(client):
    pages = members(client, {"telemetry": {"option": "stays", "carried_over": True}})
    assert "q-telemetry" in pages.text("section", "?open=1", section=RELIABILITY)


def test_the_open_filter_says_when_nothing_is_open(client):
    pages = members(client, factories.BEDROOM)
    assert "Nothing in this section is open or to confirm." in pages.text(
        "section", "?open=1", section=PROFILE
    )


def test_a_carried_over_answer_is_marked_until_confirmed(client):
    pages = members(client, {"telemetry": {"option": "stays", "carried_over": True}})
    assert "Carried over from the last assessment" in pages.text("section", section=RELIABILITY)


def test_a_questions_entries_are_linked(client):
    text = members(client).text("section", section=RELIABILITY)
    assert "/playbook/practice/automate-a-telemetry-toolchain/" in text
    assert "/playbook/pitfall/limited-on-call-schedule/" in text


def test_a_new_sheet_begins_with_the_profile(client):
    response = members(client).get("overview")
    assert response.url.endswith("/section/profile/")


def test_one_goes_on_at_the_first_open_question(client):
    pages = members(client, {**factories.BEDROOM, "deployment-frequency": "weekly"})
    response = pages.get("overview")
    assert response.url.endswith("/section/deployment-throughput/#q-deployment-lead-time")


def test_a_complete_sheet_goes_on_to_the_review(client):
    assert members(client, factories.full_answers()).get("overview").url.endswith("/review/")


def test_a_submitted_sheet_leads_to_its_result(client):
    pages = members(client, factories.BEDROOM)
    pages.client.post(pages.url("review"))
    assert pages.get("overview").url == pages.url("result")


def test_a_submitted_sheet_can_be_read_and_not_changed(client):
    pages = members(client, factories.BEDROOM)
    pages.client.post(pages.url("review"))
    text = pages.text("section", section=PROFILE)
    assert "£200,000" in text
    assert '<form id="answers"' not in text


def test_a_guest_is_told_how_long_answers_are_kept(client):
    text = guests(client).text("section", section=PROFILE)
    assert "deleted 30 days after the last save" in text


def test_how_to_answer_is_open_on_the_first_page_and_folded_on_the_others(client):
    pages = members(client)
    first, later = (pages.text("section", section=each) for each in (PROFILE, THROUGHPUT))
    assert '<details class="how" open>' in first
    assert '<details class="how">' in later
    assert html.escape(playbook().how_to_answer) in later


def test_the_optional_questions_of_the_profile_say_so(client):
    text = members(client, factories.BEDROOM).text("section", section=PROFILE)
    question = text.partition('id="q-rota-people"')[2]
    assert "Optional" in question.partition("</legend>")[0]


def test_the_private_link_is_not_shown_before_anything_is_saved(client):
    text = guests(client).text("section", section=PROFILE)
    assert "with your first answer you get a private link" in text
    assert LINK not in text


def test_the_private_link_stands_beside_the_questions_once_something_is_saved(client):
    pages = guests(client)
    pages.answer("composition", option="digital")
    for name, rest in (("section", {"section": THROUGHPUT}), ("review", {})):
        assert f'data-copy="{LINK}"' in pages.text(name, **rest)


def test_a_member_has_no_private_link(client):
    pages = members(client, factories.BEDROOM)
    pages.answer("composition", option="both")
    assert "data-copy" not in pages.text("section", section=PROFILE)


def test_a_section_shows_a_stored_note_as_it_will_be_read(client):
    pages = members(client, {"telemetry": {"option": "stays", "note": "It **hums**."}})
    text = pages.text("section", section="service-reliability")
    assert "It <strong>hums</strong>." in text
