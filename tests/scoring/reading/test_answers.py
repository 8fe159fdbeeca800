from collections.abc import Callable

import pytest

from assessments.scoring.inputs import Answer, Inputs
from assessments.scoring.reading.answers import is_address

FaultsIn = Callable[..., dict[str, str]]


@pytest.mark.parametrize("option", ["stays", "dont-know"])
def test_an_answer_may_be_a_word(readable: Callable[..., Inputs], option: str) -> None:
    assert readable(answers={"telemetry": option}).answers == {"telemetry": Answer(option)}


def test_does_not_apply_is_an_answer_where_it_can_hold(readable: Callable[..., Inputs]) -> None:
    answers = readable(answers={"review-style": "does-not-apply"}).answers
    assert answers == {"review-style": Answer("does-not-apply")}


@pytest.mark.parametrize("answer", ["does-not-apply", {"option": "does-not-apply"}])
def test_does_not_apply_is_a_fault_anywhere_else(faults_in: FaultsIn, answer: object) -> None:
    [(path, message)] = faults_in(answers={"telemetry": answer}).items()
    assert path.startswith("answers.telemetry")
    assert "is none of stays" in message


def test_an_answer_may_be_an_object(readable: Callable[..., Inputs]) -> None:
    answer = {"option": "stays", "evidence": ["https://example.org/a"], "note": "since May"}
    assert readable(answers={"telemetry": answer}).answers == {
        "telemetry": Answer("stays", ("https://example.org/a",), "since May")
    }


def test_evidence_and_note_may_be_null(readable: Callable[..., Inputs]) -> None:
    answer = {"option": "stays", "evidence": None, "note": None}
    assert readable(answers={"telemetry": answer}).answers == {"telemetry": Answer("stays")}


def test_a_null_answer_is_none(readable: Callable[..., Inputs]) -> None:
    assert readable(answers={"telemetry": None}).answers == {}


def test_an_answer_to_a_question_that_is_not_put_is_read_all_the_same(
    readable: Callable[..., Inputs],
) -> None:
    assert "peak-readiness" in readable(answers={"peak-readiness": "nothing"}).answers


@pytest.mark.parametrize(
    ("answer", "path", "message"),
    [
        ({}, ".option", "is required"),
        ({"option": None}, ".option", "is required"),
        ({"note": "no option"}, ".option", "is required"),
        ({"option": 1}, ".option", "must be a text, not a number"),
        ({"option": "stays", "evidnce": []}, ".evidnce", "is unknown; did you mean 'evidence'?"),
        ({"option": "stays", "note": 1}, ".note", "must be a text, not a number"),
        (
            {"option": "stays", "evidence": "https://example.org"},
            ".evidence",
            "must be a list, not a text",
        ),
        ({"option": "stays", "evidence": [1]}, ".evidence[0]", "must be a text, not a number"),
        (
            {"option": "stays", "evidence": [None]},
            ".evidence[0]",
            "must be an address, not nothing",
        ),
        (1, "", "must be an option, or an object with one, not a number"),
        (True, "", "must be an option, or an object with one, not true or false"),
        (["stays"], "", "must be an option, or an object with one, not a list"),
    ],
)
def test_a_fault_of_an_answer_is_told_where_it_is(
    faults_in: FaultsIn, answer: object, path: str, message: str
) -> None:
    assert faults_in(answers={"telemetry": answer}) == {f"answers.telemetry{path}": message}


@pytest.mark.parametrize("answer", ["stay", {"option": "stay"}])
def test_an_unknown_option_suggests_the_nearest(faults_in: FaultsIn, answer: object) -> None:
    (message,) = faults_in(answers={"telemetry": answer}).values()
    assert message.endswith("; did you mean 'stays'?")


def test_an_option_of_another_question_is_unknown(faults_in: FaultsIn) -> None:
    assert list(faults_in(answers={"telemetry": "weekly"})) == ["answers.telemetry"]


def test_an_unknown_question_suggests_the_nearest(faults_in: FaultsIn) -> None:
    assert faults_in(answers={"telemetri": "stays"}) == {
        "answers.telemetri": "is unknown; did you mean 'telemetry'?"
    }


def test_a_question_of_the_profile_is_no_answer(faults_in: FaultsIn) -> None:
    assert list(faults_in(answers={"composition": "digital"})) == ["answers.composition"]


def test_a_question_that_is_not_put_is_checked_all_the_same(faults_in: FaultsIn) -> None:
    assert list(faults_in(answers={"peak-readiness": "nonsense"})) == ["answers.peak-readiness"]


def test_every_address_is_checked(faults_in: FaultsIn) -> None:
    evidence = ["https://example.org", "ftp://example.org", "nonsense"]
    assert list(faults_in(answers={"telemetry": {"option": "stays", "evidence": evidence}})) == [
        "answers.telemetry.evidence[1]",
        "answers.telemetry.evidence[2]",
    ]


def test_a_key_that_is_no_plain_word_is_quoted_in_its_path(faults_in: FaultsIn) -> None:
    assert list(faults_in(answers={"a.b\n": "stays"})) == [r"answers.'a.b\n'"]


def test_a_long_key_is_cut_and_not_searched_for(faults_in: FaultsIn) -> None:
    ((path, message),) = faults_in(answers={"telemetry" * 1000: "stays"}).items()
    assert len(path) < 100
    assert message == "is unknown"


def test_a_long_option_is_cut(faults_in: FaultsIn) -> None:
    (message,) = faults_in(answers={"telemetry": "x" * 100_000}).values()
    assert len(message) < 300


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org/a?b=c#d",
        "HTTPS://EXAMPLE.ORG",
        "https://user@example.org:8443/path",
        "https://[::1]/",
        "https://beispiel.example/größe",
        "http://localhost",
    ],
)
def test_an_http_address_is_one(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "//example.org",
        "https://",
        "https:///path",
        "http://:80",
        "https:example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "mailto:someone@example.org",
        " https://example.org",
        "https://example.org ",
        "https://exa mple.org",
        "https://example.org/\n",
        "https://example.org/\x00",
        "https://[",
        "https://example.org:port",
        "https://example.org:70000",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_address(text)
