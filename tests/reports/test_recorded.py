"""Stored answers, read back."""

from assessments.reports.recorded import Recorded, recall

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
        Recorded(
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
