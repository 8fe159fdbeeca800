"""Stored answers, read back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook
from assessments.reports.answer_snapshot import AnswerSnapshot, recall, record
from assessments.scoring.reading import read

STORED = {
    "question": "telemetry",
    "section": "service-reliability",
    "text": "Who changes an alert?",
    "option": "team",
    "option_text": "The team",
    "note": "Since June",
    "evidence": ["https://example.org/alerts"],
    "carried_over": True,
}


def test_a_stored_answer_comes_back_as_it_was():
    assert recall([STORED]) == (
        AnswerSnapshot(
            question="telemetry",
            section="service-reliability",
            text="Who changes an alert?",
            option="team",
            option_text="The team",
            amount=None,
            note="Since June",
            evidence=("https://example.org/alerts",),
            carried_over=True,
        ),
    )


def test_answers_keep_their_order():
    slugs = ["b", "a", "c"]
    assert [r.question for r in recall({**STORED, "question": slug} for slug in slugs)] == slugs


def test_nothing_stored_is_nothing_recalled():
    assert recall([]) == ()


def test_an_amount_is_recalled():
    assert recall([{**STORED, "option": "", "amount": 200_000}])[0].amount == 200_000


def test_an_option_answers():
    assert recall([STORED])[0].answered


def test_not_knowing_answers():
    assert recall([{**STORED, "option": "dont-know"}])[0].answered


def test_an_amount_of_nothing_answers():
    assert recall([{**STORED, "option": "", "amount": 0}])[0].answered


def test_a_note_alone_does_not_answer():
    assert not recall([{**STORED, "option": ""}])[0].answered


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load()


def taken(
    playbook: Playbook, profile: dict[str, object], **answers: object
) -> dict[str, AnswerSnapshot]:
    given = {
        "composition": "digital",
        "exposure": {"amount": 0},
        "feature-demand": "low",
        "present-model": "ops-run-it",
    }
    document = {"service": "bedroom", "profile": {**given, **profile}, "answers": answers}
    return {r.question: r for r in record(playbook, read(playbook, document))}


def test_every_question_is_recorded_in_the_playbooks_words(playbook):
    recorded = taken(playbook, {})
    assert {slug: one.text for slug, one in recorded.items()} == {
        slug: question.text for slug, question in playbook.questions.items()
    }


def test_an_exposure_is_recorded_as_given(playbook):
    recorded = taken(playbook, {"exposure": {"amount": 0}, "peak-exposure": {"band": "high"}})
    assert (recorded["exposure"].amount, recorded["exposure"].option) == (0, "")
    assert (recorded["peak-exposure"].amount, recorded["peak-exposure"].option) == (None, "high")


def test_a_choice_is_recorded_with_its_words(playbook):
    chosen = taken(playbook, {})["present-model"]
    assert chosen.option_text == playbook.questions["present-model"].option("ops-run-it").text


def test_what_was_not_asked_for_is_not_answered(playbook):
    recorded = taken(playbook, {})
    assert not recorded["foundational-demand"].answered
    assert not recorded["telemetry"].answered


def test_an_answer_keeps_its_note_and_links(playbook):
    links = ["https://example.org/alerts"]
    given = {"telemetry": {"option": "stays", "note": "Since June", "evidence": links}}
    answer = taken(playbook, {}, **given)["telemetry"]
    assert (answer.option, answer.note, answer.evidence) == ("stays", "Since June", tuple(links))


def test_not_knowing_has_no_words_of_its_own(playbook):
    answer = taken(playbook, {}, telemetry="dont-know")["telemetry"]
    assert (answer.option, answer.option_text) == ("dont-know", "")


TEXTS = st.text(max_size=20)


@given(
    st.builds(
        AnswerSnapshot,
        question=TEXTS,
        section=TEXTS,
        text=TEXTS,
        option=TEXTS,
        option_text=TEXTS,
        amount=st.none() | st.integers(min_value=0),
        note=TEXTS,
        evidence=st.lists(TEXTS, max_size=3).map(tuple),
        carried_over=st.booleans(),
    )
)
def test_what_is_stored_comes_back_by_way_of_json(snapshot):
    assert recall([json.loads(json.dumps(snapshot.entry))]) == (snapshot,)
