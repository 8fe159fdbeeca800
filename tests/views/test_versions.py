"""The playbook's versions as people meet them."""

import html
import re

import pytest
from django.urls import reverse

from assessments import current
from assessments.current import playbook
from assessments.models import Scope
from assessments.playbook.loading import load
from assessments.queries import entries
from assessments.writes.assessments import start_assessment
from tests import factories
from tests.newer_playbook import forget, install, newer  # noqa: F401 - fixtures
from tests.views.sheets import SheetPages, members

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast):
    started = start_assessment(service=cast.service, scope=Scope.FULL, by=None, at=factories.AT)
    note = {"option": "never", "note": "Too busy."}
    factories.answer_row(started.sheets.get(), "chaos-days", note).save()
    return started


def page(client, cast, draft, section="learning-culture"):
    client.force_login(cast.owner)
    return client.get(
        reverse("sheet:section", args=[cast.organisation.slug, draft.pk, section])
    ).content.decode()


def test_the_versions_are_told_to_everyone(client):
    assert "2026.12" in client.get(reverse("versions")).content.decode()


def test_a_renamed_entry_is_found_under_its_old_address(client, install):  # noqa: F811
    install(practices={"run-game-days": "run-regular-chaos-days"})
    entries._pages.cache_clear()
    answer = client.get("/playbook/practice/run-game-days/")
    assert answer.status_code == 301
    assert answer.url == "/playbook/practice/run-regular-chaos-days/"


def test_an_entry_that_never_was_is_not_found(client):
    assert client.get("/playbook/practice/run-game-days/").status_code == 404


def test_a_draft_says_nothing_of_versions_while_it_has_not_moved(client, cast, draft):
    assert "have moved from version" not in page(client, cast, draft)


def test_a_draft_that_moves_says_what_changed(client, cast, draft, newer, install):  # noqa: F811
    with newer.editing("questions/chaos-days.toml") as question:
        question["text"] = "How often do you rehearse failure?"
    install()
    shown = page(client, cast, draft)
    assert (
        f"These answers have moved from version {load().version} of the questionnaire to 2027.03."
        in shown
    )
    assert "Chaos Days read better." in shown
    assert "This question has changed since it was answered." in shown


@pytest.fixture
def unknown(draft):
    type(draft).objects.update(content_version=None)
    draft.sheets.update(content_version=None)
    return draft


def test_a_draft_in_unknown_words_asks_to_confirm_its_answers(client, cast, unknown):
    shown = page(client, cast, unknown)
    assert "Each waits to be confirmed." in shown
    assert "This question may have changed since it was answered." in shown
    assert "It was “”" not in shown


def test_answers_in_unknown_words_can_be_confirmed_all_at_once(client, cast, unknown):
    assert 'name="confirm" value="all"' in page(client, cast, unknown)
    opened = SheetPages(client, unknown)
    opened.save("learning-culture", opened.body("chaos-days"), confirm="all")
    assert not unknown.sheets.get().answers.filter(carried_over=True).exists()


def test_an_option_of_unknown_words_that_is_gone_is_said(
    client,
    cast,
    unknown,
    newer,  # noqa: F811
    install,  # noqa: F811
):
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    shown = page(client, cast, unknown)
    assert "Your answer is no longer among the options." in shown


def test_an_option_that_is_gone_is_said_at_its_question(
    client,
    cast,
    draft,
    newer,  # noqa: F811
    install,  # noqa: F811
):
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    assert "is no longer among the options." in page(client, cast, draft)


def test_a_draft_moves_but_once(
    client,
    cast,
    draft,
    newer,  # noqa: F811
    install,  # noqa: F811
    django_assert_max_num_queries,
):
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    page(client, cast, draft)
    with django_assert_max_num_queries(12):
        page(client, cast, draft)


# --- A page that was opened before the words changed


@pytest.fixture
def opened(client, newer, install):  # noqa: F811
    """A page of a draft, opened before one of its questions was reworded; `typed` is what it
    holds of the words it showed."""
    pages = members(client, {"chaos-days": "never", "review-style": "who-erred"})
    page = pages.text("section", section="learning-culture")
    pages.typed = dict(re.findall(r'name="([\w-]+-words)" value="(\w+)"', page))
    with newer.editing("questions/chaos-days.toml") as question:
        question["text"] = "How often do you rehearse failure?"
    install()
    return pages


def test_an_answer_to_words_that_have_changed_is_not_taken_for_one_to_the_new(opened):
    chosen = {"option": "two-or-three-in-a-year", "note": "Hm."}
    response = opened.answer("chaos-days", opened.typed, **chosen)
    text = response.content.decode()
    assert response.status_code == 422
    assert "This question has been changed since the page was opened." in text
    assert "How often do you rehearse failure?" in text
    assert "Hm." in text
    assert opened.stored("chaos-days").option == "never"


def test_once_the_new_words_are_shown_the_answer_is_saved(opened):
    first = opened.answer("chaos-days", opened.typed, option="two-or-three-in-a-year")
    now = re.search(r'name="chaos-days-words" value="(\w+)"', first.content.decode())
    assert now
    again = {"chaos-days-words": now[1]}
    assert opened.answer("chaos-days", again, option="two-or-three-in-a-year").status_code == 200
    assert opened.stored("chaos-days").option == "two-or-three-in-a-year"
    assert not opened.stored("chaos-days").carried_over


def test_an_answer_in_words_that_have_changed_is_not_confirmed(opened):
    response = opened.answer("chaos-days", {**opened.typed, "confirm": "chaos-days"})
    assert response.status_code == 422
    opened.get("section", section="learning-culture")
    assert opened.stored("chaos-days").carried_over


def test_without_scripts_the_rest_of_the_page_is_saved(opened):
    bodies = (
        opened.body("chaos-days", option="two-or-three-in-a-year"),
        opened.body("review-style", option="one-root-cause"),
    )
    response = opened.save("learning-culture", *bodies, opened.typed)
    assert response.status_code == 422
    assert opened.stored("review-style").option == "one-root-cause"
    assert opened.stored("chaos-days").option == "never"


def test_a_note_to_a_question_with_new_words_is_saved(opened):
    assert opened.answer("chaos-days", opened.typed, note="Soon.").status_code == 200
    assert opened.stored("chaos-days").note == "Soon."


def test_what_has_changed_is_a_link_to_the_question_as_it_reads_now(opened):
    text = opened.text("section", section="profile")
    assert "section/learning-culture/#q-chaos-days" in text
    assert "How often do you rehearse failure?" in text


def test_the_review_tells_a_changed_question_from_what_was_carried_over(opened):
    text = opened.text("review")
    assert "Question changed, not confirmed" in text
    assert "Carried over, not confirmed" not in text


def test_the_review_tells_of_an_answer_that_is_no_longer_offered(client, newer, install):  # noqa: F811
    pages = members(client, {"chaos-days": "never"})
    before = playbook().questions["chaos-days"].option("never").text
    with newer.editing_option("chaos-days") as option:
        option["slug"] = "not-once"
    install()
    text = html.unescape(pages.text("review"))
    assert "Your answer is no longer offered" in text
    assert f"answered “{before}”" in text


def test_words_mended_within_a_version_are_told_as_such(client, newer, monkeypatch):  # noqa: F811
    pages = members(client, {"chaos-days": "never"})
    with newer.editing("questions/chaos-days.toml") as question:
        question["text"] = "How often do you rehearse failure?"
    monkeypatch.setattr(current, "load", newer.load)
    forget()
    try:
        assert "has been reworded since these answers were given" in pages.text("review")
    finally:
        monkeypatch.undo()
        forget()


def test_what_was_picked_in_old_words_is_ticked_no_more_so_that_it_can_be_picked_again(opened):
    response = opened.answer("chaos-days", opened.typed, option="two-or-three-in-a-year")
    ticked = re.findall(r'value="([\w-]+)"[^>]* checked', response.content.decode())
    assert ticked == ["never"]


def test_still_true_then_confirms_what_is_stored(opened):
    first = opened.answer("chaos-days", opened.typed, option="two-or-three-in-a-year")
    text = first.content.decode()
    kept = dict(re.findall(r'name="(chaos-days-(?:words|shown))" [^>]*value="([\w.]+)"', text))
    assert opened.answer("chaos-days", {**kept, "confirm": "chaos-days"}).status_code == 200
    assert opened.stored("chaos-days").option == "never"
    assert not opened.stored("chaos-days").carried_over


def test_confirming_all_leaves_changed_questions_to_be_confirmed_each(opened):
    opened.get("section", section="learning-culture")
    bodies = [opened.body("chaos-days"), opened.body("review-style")]
    opened.save("learning-culture", *bodies, confirm="all")
    assert opened.stored("chaos-days").carried_over


def test_a_note_saved_from_an_old_page_brings_the_question_as_it_reads_now(opened):
    response = opened.answer("chaos-days", opened.typed, note="Soon.")
    assert "How often do you rehearse failure?" in response.content.decode()
