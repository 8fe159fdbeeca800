import re

import pytest

from assessments.current import playbook
from assessments.models import Result
from tests import factories
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db


def test_every_answer_is_shown_in_words(client):
    text = members(client, factories.BEDROOM).text("review")
    assert "£200,000" in text
    assert "Custom software that sets the organisation apart" in text


def test_notes_and_evidence_are_shown(client):
    answer = {"option": "stays", "note": "It hums.", "evidence": ["https://a.example/x"]}
    text = members(client, {"telemetry": answer}).text("review")
    assert "It hums." in text
    assert 'href="https://a.example/x"' in text


def test_a_script_in_a_note_is_text_and_its_markdown_is_drawn(client):
    note = "It *hums*.\n<script>alert(1)</script>"
    text = members(client, {"telemetry": {"option": "stays", "note": note}}).text("review")
    assert "It <em>hums</em>.<br>\n&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_what_is_open_is_counted(client):
    assert "31 open" in members(client, {**factories.BEDROOM, **ANSWERED}).text("review")


ANSWERED = {"deployment-frequency": "weekly", "telemetry": "stays", "chaos-days": "dont-know"}


def test_what_is_open_and_what_is_answered_make_up_what_is_asked(client):
    text = members(client, ANSWERED).text("review")
    answered, asked = re.findall(r"(\d+) of (\d+) answered", text)[0]
    assert f"{int(asked) - int(answered)} open" in text


def test_what_is_needed_is_told_apart_from_what_may_stay_open(client):
    assert "What is named above is needed first" in members(client).text("review")
    assert "What is named above" not in guests(client, factories.BEDROOM).text("review")


def test_that_there_is_no_peak_is_an_answer(client):
    text = members(client, {**factories.BEDROOM, "peak-exposure": "none"}).text("review")
    answers = text.partition(playbook().questions["peak-exposure"].text)[2]
    assert "There is no peak event" in answers.partition("</dd>")[0]


def test_a_peak_that_nobody_spoke_of_is_left_open(client):
    text = members(client, factories.BEDROOM).text("review")
    assert "There is no peak event" not in text
    assert "Left open (optional)" in text


def test_dont_knows_are_named(client):
    assert "1 answered don't know" in members(client, ANSWERED).text("review")


def test_what_was_carried_over_and_not_confirmed_is_named(client):
    pages = members(client, {"telemetry": {"option": "stays", "carried_over": True}})
    assert "1 to confirm" in pages.text("review")


def test_gaps_in_the_profile_link_to_their_questions(client):
    pages = members(client)
    assert pages.url("section", section="profile") + "#q-exposure" in pages.text("review")


def test_the_review_costs_few_queries(client, django_assert_max_num_queries):
    pages = members(client, factories.full_answers())
    with django_assert_max_num_queries(12):
        pages.get("review")


def test_submitting_leads_to_the_result(client):
    pages = members(client, factories.BEDROOM)
    response = client.post(pages.url("review"))
    assert response.url == pages.url("result")
    assert Result.objects.get().model == "you-build-it-you-run-it"


def test_a_guest_can_submit(client):
    pages = guests(client, factories.BEDROOM)
    assert client.post(pages.url("review")).url == pages.url("result")


def test_an_incomplete_profile_is_not_submitted(client):
    pages = members(client, {"composition": "digital"})
    response = client.post(pages.url("review"))
    assert response.status_code == 422
    assert "Not ready to submit" in response.content.decode()
    assert not Result.objects.exists()


def test_submitting_twice_makes_one_result(client):
    pages = members(client, factories.BEDROOM)
    client.post(pages.url("review"))
    assert client.post(pages.url("review")).status_code == 409
    assert Result.objects.count() == 1
