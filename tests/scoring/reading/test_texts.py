import json
from typing import Any

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.faults import InputFaults
from assessments.scoring.inputs import Answer
from assessments.scoring.reading import read, read_json, read_toml
from tests.scoring.reading.conftest import profile_of

DOCUMENT: dict[str, Any] = {
    "service": "Schlafzimmer 寝室",
    "profile": profile_of(),
    "answers": {"telemetry": {"option": "stays", "note": "größer"}},
}
TOML = """
service = "Schlafzimmer 寝室"

[profile]
composition = "digital"
exposure = {amount = 200_000}
feature-demand = "very-high"
present-model = "you-build-it-you-run-it"

[answers]
telemetry = {option = "stays", note = "größer"}
"""


def messages(playbook: Playbook, text: bytes | str, reader: Any = read_json) -> list[str]:
    with pytest.raises(InputFaults) as raised:
        reader(playbook, text)
    return [str(fault) for fault in raised.value.faults]


def test_json_is_read(playbook: Playbook) -> None:
    assert read_json(playbook, json.dumps(DOCUMENT)) == read(playbook, DOCUMENT)


def test_json_is_read_from_utf_8(playbook: Playbook) -> None:
    text = json.dumps(DOCUMENT, ensure_ascii=False).encode()
    assert read_json(playbook, text).answers == {"telemetry": Answer("stays", note="größer")}


def test_a_byte_order_mark_is_no_fault(playbook: Playbook) -> None:
    text = json.dumps(DOCUMENT).encode("utf-8-sig")
    assert read_json(playbook, text) == read(playbook, DOCUMENT)


@pytest.mark.parametrize("text", [TOML, TOML.encode(), TOML.encode("utf-8-sig")])
def test_toml_is_read(playbook: Playbook, text: bytes | str) -> None:
    assert read_toml(playbook, text) == read(playbook, DOCUMENT)


def test_another_encoding_is_a_fault(playbook: Playbook) -> None:
    text = json.dumps(DOCUMENT, ensure_ascii=False).encode("utf-16")
    assert messages(playbook, text) == ["is not UTF-8 text: byte 1 cannot be read"]


@pytest.mark.parametrize("text", ["", "{", "{'service': 1}", "{} {}", '{"service": "x",}'])
def test_what_is_no_json_is_one_fault(playbook: Playbook, text: str) -> None:
    (message,) = messages(playbook, text)
    assert message.startswith("cannot be read: ")


@pytest.mark.parametrize("text", ["service", "service = 1\nservice = 2", "[profile]\n[profile]"])
def test_what_is_no_toml_is_one_fault(playbook: Playbook, text: str) -> None:
    (message,) = messages(playbook, text, read_toml)
    assert message.startswith("cannot be read: ")


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("[" * 100_000, read_json),
        ('{"a":' * 100_000, read_json),
        ("a = " + "[" * 100_000, read_toml),
    ],
)
def test_deep_nesting_is_a_fault(playbook: Playbook, text: str, reader: Any) -> None:
    assert messages(playbook, text, reader) == ["is nested too deeply"]


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_of_thousands_of_digits_is_one_fault_among_others(
    playbook: Playbook, sign: str
) -> None:
    text = f'{{"profile": {{"exposure": {{"amount": {sign}{"1" * 5000}}}}}, "y": 1}}'
    with pytest.raises(InputFaults) as caught:
        read_json(playbook, text)
    paths = [fault.path for fault in caught.value.faults]
    assert "profile.exposure.amount" in paths
    assert "y" in paths


def test_a_number_of_thousands_of_digits_in_toml_is_a_fault(playbook: Playbook) -> None:
    (message,) = messages(playbook, f"service = {'1' * 5000}", read_toml)
    assert message.startswith("cannot be read: ")


def test_keys_given_twice_are_faults_with_their_paths(playbook: Playbook) -> None:
    text = """{
        "service": "x", "service": "x",
        "profile": {"composition": "digital", "exposure": {"amount": 1, "amount": 1},
                    "feature-demand": "low", "feature-demand": "low", "present-model": "not-live"},
        "bands": [{"band": "low", "ceiling": 1, "ceiling": 1},
                  {"band": "medium", "ceiling": 2}, {"band": "high"}],
        "answers": {"telemetry": "stays", "telemetry": "stays",
                    "incident-loss": {"option": "never", "option": "never"}}
    }"""
    assert messages(playbook, text) == [
        "service: is there more than once",
        "bands[0].ceiling: is there more than once",
        "profile.feature-demand: is there more than once",
        "profile.exposure.amount: is there more than once",
        "answers.telemetry: is there more than once",
        "answers.incident-loss.option: is there more than once",
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("NaN", "NaN"),
        ("Infinity", "an infinity"),
        ("-Infinity", "an infinity"),
        ("1e999", "an infinity"),
        ("200000.0", "a number with a fraction"),
        ("2e5", "a number with a fraction"),
        ("true", "true or false"),
    ],
)
def test_an_amount_that_is_no_json_integer_is_a_fault(
    playbook: Playbook, number: str, said: str
) -> None:
    text = json.dumps({**DOCUMENT, "profile": profile_of(exposure={"amount": 0})})
    assert messages(playbook, text.replace('"amount": 0', f'"amount": {number}')) == [
        f"profile.exposure.amount: must be a whole number, not {said}"
    ]


def test_a_lone_surrogate_is_no_text(playbook: Playbook) -> None:
    text = json.dumps({**DOCUMENT, "service": "\ud800"})
    assert messages(playbook, text) == [
        "service: holds half of a character (a lone surrogate), which is no text"
    ]


def test_a_date_is_no_service(playbook: Playbook) -> None:
    (message, *_) = messages(playbook, "service = 2026-11-02", read_toml)
    assert message == "service: must be a text, not a date"
