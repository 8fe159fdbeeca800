import html

import pytest
from django.urls import reverse

from assessments.current import playbook
from assessments.models import Role
from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

BEHIND = {
    **factories.BEDROOM,
    "out-of-hours-cover": "operations",
    "deployment-frequency": "fortnightly",
    "telemetry": {
        "option": "stays",
        "note": "It <b>hums</b>.",
        "evidence": ["https://example.org/board"],
    },
}
BOTH = {**factories.BEDROOM, "composition": "both", "foundational-demand": "low"}


def test_an_outsider_finds_no_result(submitted, people):
    seen = submitted()
    seen.client.force_login(people.outsider)
    assert seen.get("result").status_code == 404


def test_a_colleague_of_another_team_finds_no_result(submitted, people):
    seen = submitted()
    seen.client.force_login(people.colleague)
    assert seen.get("result").status_code == 404


def test_a_lead_of_another_team_reads_the_result(submitted, people):
    seen = submitted()
    lead = factories.member(people.organisation, "lead@example.org", role=Role.LEAD)
    seen.client.force_login(lead)
    assert seen.get("result").status_code == 200


def test_who_is_not_signed_in_is_asked_to_sign_in(submitted):
    seen = submitted()
    seen.client.logout()
    assert reverse("account_login") in seen.get("result").url


def test_a_guest_reads_the_result_under_the_link(guests_quick_check):
    assert guests_quick_check.get("result").status_code == 200


def test_a_wrong_link_finds_no_result(guests_quick_check):
    guests_quick_check.token = "another-token"
    assert guests_quick_check.get("result").status_code == 404


def test_a_guest_is_told_how_long_it_is_kept_and_how_to_keep_it(guests_quick_check):
    text = guests_quick_check.text("result")
    assert "30 days" in text
    assert reverse("check-claim", kwargs={"token": "a-guest-token"}) in text


def test_an_open_assessment_leads_back_to_its_questions(client, people):
    client.force_login(people.owner)
    seen = SheetPages(client, factories.assessment(people.service))
    assert seen.get("result").url == seen.url("overview")


def test_a_result_leads_to_the_models_side_by_side(submitted):
    assert 'href="/playbook/models/"' in submitted().text("explore")


def test_nothing_is_scored_again_on_reading(submitted, monkeypatch):
    seen = submitted()

    def scored(*_args, **_kwargs):
        raise AssertionError("scored on reading")

    monkeypatch.setattr("assessments.writes.submission.assess", scored)
    monkeypatch.setattr("assessments.queries.explore.recommend", scored)
    monkeypatch.setattr("assessments.scoring.assess.assess", scored)
    assert seen.get("result").status_code == 200


def test_the_decision_comes_first(submitted):
    text = submitted().text("result")
    ends = ('id="start"', 'id="today"', 'id="flips"')
    order = ["You Build It You Run It</h2>", "Why:", "99.0%", *ends]
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_targets_are_told_in_plain_words(submitted):
    text = submitted().text("result")
    assert "that accepts losing up to £336,000 a week" in text


def test_a_reason_links_to_the_practice_it_rests_on(submitted):
    slug = "select-you-build-it-you-run-it-for-digital-services"
    assert f'class="source" href="/playbook/practice/{slug}/"' in submitted().text("explore")


def test_the_matrix_says_in_words_where_the_targets_lie(submitted):
    text = submitted(BEHIND).text("explore")
    assert "You Build It You Run It; its targets" in text


def test_the_matrix_says_in_words_how_often_it_is_deployed_today(submitted):
    assert "Ops Run It; deployed as often as this today" in submitted(BEHIND).text("explore")


def test_the_matrix_has_four_rows_and_five_columns(submitted):
    text = submitted().text("explore")
    table = text[text.index('<table class="matrix">') : text.index("</table>")]
    assert (table.count('scope="row"'), table.count('scope="col"')) == (4, 5)


def test_a_hybrid_has_two_parts_and_a_boundary(submitted):
    text = submitted(BOTH).text("explore")
    assert "Where the boundary lies" in text
    assert text.count('class="part part--') == 2


def test_a_caution_is_shown_with_its_source(submitted):
    text = submitted(BEHIND).text("risks")
    assert "One thing to look into first" in text
    assert "weaker operability" in text


def test_a_target_that_is_missed_says_so(submitted):
    text = submitted(BEHIND).text("result")
    row = text[text.index("Deployment frequency") :]
    assert "Missed" in row[: row.index("</tr>")]


def test_a_score_without_answers_is_not_a_number(submitted):
    assert (
        submitted(factories.BEDROOM).text("scores").count("No score: nothing is answered yet") == 3
    )


def test_too_few_answers_are_no_score(submitted):
    text = submitted(BEHIND).text("scores")
    assert "No score yet: too few of its questions are answered" in text
    assert "1 of 10 answered" in text


def test_a_score_tells_what_made_it(submitted):
    seen = submitted(BEHIND)
    text = seen.text("scores")
    assert f'href="{seen.url("answers")}#answer-deployment-frequency"' in text
    assert "of 4" in text


def test_every_practice_has_an_anchor(submitted):
    text = submitted(BEHIND).text("plan")
    missing = [slug for slug in playbook().practices if f'id="practice-{slug}"' not in text]
    assert missing == []


def test_a_practice_says_on_how_many_answers_it_rests(submitted):
    assert "on 1 of " in submitted(BEHIND).text("plan")


@pytest.mark.parametrize(
    ("note", "drawn"),
    [
        ("It <b>hums</b>.", "It &lt;b&gt;hums&lt;/b&gt;."),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("It **hums**.", "It <strong>hums</strong>."),
    ],
)
def test_a_note_s_markdown_is_drawn_and_its_html_is_text(submitted, note, drawn):
    noted = {**BEHIND, "telemetry": {"option": "stays", "note": note}}
    assert drawn in submitted(noted).text("answers")


def test_a_long_note_is_folded_under_its_first_words_without_marks(submitted):
    noted = {**BEHIND, "telemetry": {"option": "stays", "note": "**Long** " * 30 + "and on " * 30}}
    assert "Note: Long Long Long" in " ".join(submitted(noted).text("answers").split())


def test_evidence_is_linked_without_a_trace(submitted):
    link = '<a href="https://example.org/board" rel="noopener noreferrer nofollow">'
    assert link in submitted(BEHIND).text("answers")


def test_what_is_no_web_address_is_not_linked(submitted):
    seen = submitted(BEHIND)
    result = seen.assessment.result
    for answer in result.answers:
        if answer["question"] == "telemetry":
            answer["evidence"] = ["javascript:alert(1)"]
    result.save()
    assert "javascript:alert" not in seen.text("answers")


def test_drawbacks_come_with_counter_and_price(submitted):
    answers = {**factories.ECOMMERCE, "out-of-hours-cover": "best-effort"}
    text = submitted(answers).text("risks")
    drawback = text[text.index('id="drawback-slow-restoration"') :]
    assert "What counters it" in drawback
    assert "At what price" in drawback


def test_the_page_says_what_it_was_computed_from(submitted):
    seen = submitted()
    text = seen.text("answers")
    assert seen.assessment.result.inputs_hash in text
    assert playbook().version in text
    assert "CC BY-NC 4.0" in text


def test_the_page_says_who_submitted_it_and_when(submitted):
    assert "2 November 2026, 09:30" in submitted().text("result")


def test_a_quick_check_says_how_little_it_rests_on(guests_quick_check):
    text = guests_quick_check.text("result")
    assert "This was a quick check." in text
    assert guests_quick_check.url("continue") in text


def test_a_full_result_has_nothing_to_continue(submitted):
    seen = submitted()
    assert seen.url("continue") not in seen.text("result")


def test_answers_that_nobody_confirmed_are_counted(submitted):
    carried = {"option": "ops-run-it", "carried_over": True}
    text = submitted(factories.BEDROOM | {"present-model": carried}).text("result")
    assert "1 answer was given before" in text


def test_an_earlier_result_points_to_the_later_one(submitted, people):
    seen = submitted()
    factories.submitted_result(people.service)
    assert "There is a later result" in seen.text("result")


def test_the_score_says_why_an_answer_weighs_as_it_does(submitted):
    reason = html.escape(playbook().scored_questions["telemetry"].weight_reason)
    assert f"Weight 1. {reason}" in submitted(BEHIND).text("scores")


def test_the_page_holds_no_inline_style(submitted):
    assert "style=" not in submitted(BEHIND).text("result")


def test_a_thin_rota_of_operations_is_told_as_a_caution(submitted):
    pages = submitted({**factories.ECOMMERCE, "on-call-rota": "one-or-two-people"})
    text = pages.client.get(pages.url("risks")).content.decode()
    assert "Operations' own out-of-hours rota rests on" in html.unescape(text)
