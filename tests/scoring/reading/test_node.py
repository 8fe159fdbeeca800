import pytest

from assessments.scoring.faults import FaultList, InputFaults
from assessments.scoring.reading.node import JsonObject, Node, described, join, suggestion


def messages(faults: FaultList) -> list[str]:
    try:
        faults.settle()
    except InputFaults as raised:
        return [str(fault) for fault in raised.faults]
    return []


def test_what_is_under_a_key_knows_its_path() -> None:
    node = Node({"profile": {"exposure": 1}}, "", FaultList())
    assert node.at("profile").at("exposure").path == "profile.exposure"


def test_nothing_is_under_a_key_of_what_is_no_object() -> None:
    assert Node(1, "a", FaultList()).at("b").absent


def test_the_items_of_a_list_know_their_places() -> None:
    assert [it.path for it in Node([1, 2], "bands", FaultList()).items()] == [
        "bands[0]",
        "bands[1]",
    ]


def test_nothing_has_no_items_and_no_fault() -> None:
    faults = FaultList()
    assert (Node(None, "bands", faults).items(), messages(faults)) == ((), [])


def test_nothing_has_no_text_no_choice_and_no_amount_and_no_fault() -> None:
    faults = FaultList()
    node = Node(None, "a", faults)
    assert [node.text(), node.choice(["x"]), node.amount(), messages(faults)] == [
        None,
        None,
        None,
        [],
    ]


def test_nothing_can_be_read_on_as_an_object_without_keys() -> None:
    assert Node(None, "a", FaultList()).has_keys(["b"])


def test_a_number_cannot_be_read_on_as_an_object() -> None:
    faults = FaultList()
    assert not Node(1, "a", faults).has_keys(["b"])
    assert messages(faults) == ["a: must be an object, not a number"]


def test_a_key_given_twice_is_remembered() -> None:
    it = JsonObject([("a", 1), ("b", 2), ("a", 3)])
    assert (dict(it), it.repeated) == ({"a": 3, "b": 2}, ("a",))


def test_a_key_given_twice_is_a_fault() -> None:
    faults = FaultList()
    Node(JsonObject([("a", 1), ("a", 1)]), "x", faults).has_keys(["a"])
    assert messages(faults) == ["x.a: is there more than once"]


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("feature-demand", "profile.feature-demand"),
        ("a b", "profile.'a b'"),
        ("", "profile.''"),
        ("größe", "profile.'größe'"),
        ("\ud800", r"profile.'\ud800'"),
    ],
)
def test_a_key_is_quoted_in_a_path_unless_it_is_a_plain_word(key: str, path: str) -> None:
    assert join("profile", key) == path


def test_a_path_begins_without_a_dot() -> None:
    assert join("", "service") == "service"


@pytest.mark.parametrize(
    ("word", "said"), [("servise", "; did you mean 'service'?"), ("zzz", ""), ("s" * 81, "")]
)
def test_a_near_word_is_suggested(word: str, said: str) -> None:
    assert suggestion(word, ["service"]) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"),
        (True, "true or false"),
        (1, "a number"),
        pytest.param(10**5000, "a number", id="very long"),
        (1.5, "a number with a fraction"),
        (float("nan"), "NaN"),
        (float("-inf"), "an infinity"),
        ("x", "a text"),
        ([], "a list"),
        ({}, "an object"),
        (JsonObject([]), "an object"),
        ({1}, "a set"),
    ],
)
def test_a_value_is_described_in_a_word(value: object, said: str) -> None:
    assert described(value) == said
