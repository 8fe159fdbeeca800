"""Saving a page of the questionnaire without JavaScript."""

import pytest

from assessments.answer_input import NOTHING_SHOWN
from assessments.models import Assessment
from tests import factories
from tests.factories import full_answers
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db

PROFILE, THROUGHPUT, RELIABILITY = "profile", "deployment-throughput", "service-reliability"


def test_a_page_is_saved_at_once(client):
    pages = members(client)
    pages.save(
        PROFILE,
        pages.body("composition", option="both"),
        pages.body("exposure", option="amount", amount="200k"),
    )
    assert pages.stored("composition").option == "both"
    assert pages.stored("exposure").amount == 200_000


def test_saving_and_continuing_leads_to_the_next_page(client):
    pages = members(client)
    response = pages.save(PROFILE, pages.body("composition", option="both"), go="next")
    assert response.url == pages.url("section", section=THROUGHPUT)


def test_continuing_keeps_the_filter(client):
    pages = members(client)
    response = pages.save(PROFILE, go="next", query="?open=1")
    assert response.url == pages.url("section", section=THROUGHPUT) + "?open=1"


def test_with_the_filter_one_continues_where_something_is_left_to_do(client):
    pages = members(client, full_answers())
    pages.stored("chaos-days").delete()
    assert pages.save(PROFILE, go="next", query="?open=1").url == (
        pages.url("section", section="learning-culture") + "?open=1"
    )


def test_with_the_filter_and_nothing_left_to_do_comes_the_review(client):
    pages = members(client, full_answers())
    assert pages.save(PROFILE, go="next", query="?open=1").url == pages.url("review")


def test_after_the_last_section_comes_the_review(client):
    pages = members(client)
    assert pages.save("learning-culture", go="next").url == pages.url("review")


def test_saving_says_that_it_saved(client):
    pages = members(client)
    response = pages.save(PROFILE, pages.body("composition", option="both"))
    assert "Saved." in client.get(response.url).content.decode()


def test_questions_left_out_of_a_filtered_page_keep_their_answers(client):
    pages = members(client, {"telemetry": "stays"})
    pages.save(RELIABILITY, pages.body("incident-loss"))
    assert pages.stored("telemetry").option == "stays"


def test_a_fault_in_one_answer_keeps_no_other_from_being_saved(client):
    pages = members(client)
    response = pages.save(
        PROFILE,
        pages.body("composition", option="both"),
        pages.body("exposure", option="amount", amount="200.000"),
    )
    assert response.status_code == 422
    assert pages.stored("composition").option == "both"


def test_what_could_not_be_saved_is_still_in_the_form(client):
    pages = members(client)
    response = pages.save(PROFILE, pages.body("exposure", option="amount", amount="200.000"))
    assert 'value="200.000"' in response.content.decode()


def test_the_page_names_the_questions_that_need_another_look(client):
    pages = members(client)
    response = pages.save(PROFILE, pages.body("exposure", option="amount", amount="200.000"))
    assert '<a href="#q-exposure">' in response.content.decode()


def test_a_fault_is_shown_even_where_the_filter_would_leave_the_question_out(client):
    pages = members(client, {"exposure": 5})
    body = pages.body("exposure", amount="lots")
    response = pages.save(PROFILE, body, query="?open=1")
    assert "q-exposure" in response.content.decode()


def test_an_unknown_option_is_refused_and_the_stored_one_stays(client):
    pages = members(client, {"telemetry": "stays"})
    response = pages.save(RELIABILITY, pages.body("telemetry", option="nonsense"))
    assert response.status_code == 422
    assert "Pick one of the options." in response.content.decode()
    assert pages.stored("telemetry").option == "stays"


def test_a_note_too_long_is_refused_with_the_limit(client):
    pages = members(client)
    response = pages.save(RELIABILITY, pages.body("telemetry", option="stays", note="x" * 4_001))
    assert response.status_code == 422
    assert "4000 characters" in response.content.decode()


def test_a_note_of_4000_characters_over_several_lines_is_taken(client):
    pages = members(client)
    note = ("x" * 99 + "\r\n") * 40
    pages.save(RELIABILITY, pages.body("telemetry", option="stays", note=note))
    assert len(pages.stored("telemetry").note) == 3_999


def test_evidence_that_is_no_address_is_refused(client):
    pages = members(client)
    response = pages.save(RELIABILITY, pages.body("telemetry", evidence="javascript:alert(1)"))
    assert response.status_code == 422
    assert "is not a web address" in response.content.decode()


def test_clearing_takes_an_answer_away(client):
    pages = members(client, {"telemetry": "stays"})
    response = pages.save(RELIABILITY, pages.body("telemetry"), clear="telemetry")
    assert pages.stored("telemetry").option == ""
    assert response.url.endswith("#q-telemetry")


def test_the_estimator_fills_the_amount(client):
    pages = members(client)
    body = pages.body("exposure", revenue="150k", costs="20k")
    pages.save(PROFILE, body, estimate="exposure")
    assert pages.stored("exposure").amount == 170_000


def test_the_sum_moves_on_from_an_amount_that_could_not_be_read(client):
    pages = members(client)
    body = pages.body("exposure", amount="lots", revenue="4k", costs="500")
    response = pages.save(PROFILE, body, estimate="exposure")
    assert response.status_code == 302
    assert 'value="4,500"' in client.get(response.url).content.decode()


def test_what_is_saved_is_shown_as_stored_beside_what_is_not(client):
    pages = members(client)
    body = pages.body("exposure", amount="4k", note=" mine ", evidence="nonsense")
    text = pages.save(PROFILE, body).content.decode()
    assert 'value="4,000"' in text
    assert ">\nmine</textarea>" in text
    assert ">\nnonsense</textarea>" in text


def test_a_field_with_a_fault_is_marked_as_such(client):
    pages = members(client)
    page = pages.save(RELIABILITY, pages.body("telemetry", evidence="nonsense")).content.decode()
    field = page.partition('name="telemetry-evidence"')[2].partition(">")[0]
    assert 'aria-invalid="true"' in field
    assert "fault-telemetry-evidence" in field


def test_the_estimator_says_what_it_could_not_read(client):
    pages = members(client)
    body = pages.body("exposure", revenue="lots")
    response = pages.save(PROFILE, body, estimate="exposure")
    assert "Income lost in an hour: Type an amount" in response.content.decode()


@pytest.mark.parametrize("typed", [{"revenue": "100k", "costs": "20k"}, {"costs": "lots"}])
def test_what_was_typed_into_the_estimator_and_not_used_keeps_one_on_the_page(client, typed):
    pages = members(client, {"exposure": {"amount": 5_000}})
    page = pages.save(PROFILE, pages.body("exposure", **typed), go="next")
    assert page.status_code == 422
    for text in typed.values():
        assert f'value="{text}"' in page.text
    assert pages.stored("exposure").amount == 5_000


def test_an_estimate_that_is_the_amount_leads_on(client):
    pages = members(client, {"exposure": {"amount": 5_000}})
    body = pages.body("exposure", revenue="3,000", costs="2,000")
    assert pages.save(PROFILE, body, go="next").status_code == 302


def test_the_estimator_says_that_it_has_nothing_to_add_up(client):
    pages = members(client, {"exposure": {"amount": 5_000}})
    response = pages.save(PROFILE, pages.body("exposure"), estimate="exposure")
    assert "Type the income lost, the costs caused, or both" in response.content.decode()
    assert pages.stored("exposure").amount == 5_000


def test_every_carried_over_answer_of_a_page_can_be_confirmed_at_once(client):
    carried = {"option": "stays", "carried_over": True}
    pages = members(client, {"telemetry": carried, "incident-loss": "dont-know"})
    pages.save(RELIABILITY, pages.body("telemetry"), confirm="all")
    assert not pages.stored("telemetry").carried_over


def test_two_values_of_one_answer_are_both_shown(client):
    pages = members(client, {"telemetry": "stays"})
    old = pages.body("telemetry", shown=NOTHING_SHOWN, option="alert-only")
    response = pages.save(RELIABILITY, old)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Someone else changed this" in text
    assert text.count("learns to ignore it") == 2
    assert text.count("adjusts the alert itself") == 2
    assert pages.stored("telemetry").option == "stays"


def test_one_can_choose_ones_own_value(client):
    pages = members(client, {"telemetry": "stays"})
    old = pages.body("telemetry", shown=NOTHING_SHOWN, option="alert-only")
    seen = pages.body("telemetry")["telemetry-shown"]
    pages.save(RELIABILITY, old, settle=f"telemetry:choice:mine:{seen}")
    assert pages.stored("telemetry").option == "alert-only"


def test_one_can_keep_the_other_value(client):
    pages = members(client, {"telemetry": "stays"})
    old = pages.body("telemetry", shown=NOTHING_SHOWN, option="alert-only")
    seen = pages.body("telemetry")["telemetry-shown"]
    response = pages.save(RELIABILITY, old, settle=f"telemetry:choice:theirs:{seen}")
    assert response.status_code == 302
    assert pages.stored("telemetry").option == "stays"


def test_a_third_value_is_not_overwritten_unseen(client):
    pages = members(client, {"telemetry": "stays"})
    old = pages.body("telemetry", shown=NOTHING_SHOWN, option="alert-only")
    seen = pages.body("incident-loss")["incident-loss-shown"]
    response = pages.save(RELIABILITY, old, settle=f"telemetry:choice:mine:{seen}")
    assert response.status_code == 409


def test_a_submitted_sheet_takes_no_answers(client):
    pages = members(client, factories.BEDROOM)
    pages.client.post(pages.url("review"))
    response = pages.save(PROFILE, pages.body("composition", option="foundational"))
    assert response.status_code == 409
    assert "has been submitted" in response.content.decode()
    assert pages.stored("composition").option == "digital"


def test_a_deleted_assessment_takes_no_answers(client):
    pages = members(client)
    body = pages.body("composition", option="both")
    where = pages.url("section", section=PROFILE)
    Assessment.objects.all().delete()
    response = client.post(where, body)
    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


@pytest.mark.parametrize("content_type", ["application/json", "text/plain"])
def test_a_body_that_is_no_form_is_refused_in_words(client, content_type):
    pages = members(client)
    response = client.post(pages.url("section", section=PROFILE), b"{}", content_type=content_type)
    assert response.status_code == 400
    assert "could not be read" in response.content.decode()


def test_a_body_cut_short_is_refused_in_words(client):
    pages = members(client)
    kind = "multipart/form-data; boundary="
    response = client.post(pages.url("section", section=PROFILE), b"--x", content_type=kind)
    assert response.status_code == 400
    assert "could not be read" in response.content.decode()


def test_a_body_of_too_many_fields_is_refused(client):
    pages = members(client)
    data = {f"field-{n}": "" for n in range(1_001)}
    assert client.post(pages.url("section", section=PROFILE), data).status_code == 400


def test_a_body_too_large_is_refused(client):
    pages = members(client)
    where = pages.url("section", section=PROFILE)
    huge = f"telemetry-note={'x' * 2_000_000}"
    response = client.post(where, huge, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400


def test_a_guest_is_told_of_the_private_link_after_the_first_save_without_javascript(client):
    pages = guests(client)
    for told in (True, False):
        saved = pages.save("profile", pages.body("composition", option="digital"), go="stay")
        assert ("Keep your private link" in client.get(saved.url).content.decode()) == told
