"""Loading as a whole: what comes out, and all faults at once where nothing does."""

import shutil
import tomllib
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.playbook.entries import Drawback, Pitfall, Practice, Principle
from assessments.playbook.faults import PlaybookFaults
from assessments.playbook.loading import CONTENT, load
from assessments.playbook.operating_models import ModelPage

MAPPINGS = ("questions", "principles", "groups", "practices", "pitfalls", "drawbacks", "models")


def test_the_content_of_the_project_has_no_faults():
    assert load() == load(CONTENT)


def test_two_loads_of_the_same_content_are_equal(content):
    assert content.load() == load()


@pytest.mark.parametrize("name", MAPPINGS)
def test_the_entries_are_kept_under_their_slugs(playbook, name):
    assert all(entry.slug == slug for slug, entry in getattr(playbook, name).items())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("principles", Principle),
        ("practices", Practice),
        ("pitfalls", Pitfall),
        ("drawbacks", Drawback),
        ("models", ModelPage),
    ],
)
def test_each_folder_gives_its_own_kind_of_entry(playbook, name, kind):
    assert {type(entry) for entry in getattr(playbook, name).values()} == {kind}


@pytest.mark.parametrize("name", MAPPINGS)
def test_no_entry_can_be_exchanged(playbook, name):
    with pytest.raises(TypeError):
        getattr(playbook, name)["zebra"] = None


def test_no_field_can_be_exchanged(playbook):
    with pytest.raises(FrozenInstanceError):
        playbook.version = "2"


def test_no_points_can_be_changed(playbook):
    with pytest.raises(TypeError):
        playbook.questions["telemetry"].options[0].points["always"] = 4


def test_the_faults_of_several_files_are_reported_together(content):
    with content.editing("playbook.toml") as index:
        del index["quick_check"]
    with content.editing("questions/telemetry.toml") as question:
        question["kind"] = "lagging"
        del question["help"]
    (content.path / "models" / "hybrid.toml").write_text("oops")
    (content.path / "practises").mkdir()
    assert [fault.partition(":")[0] for fault in content.faults()] == [
        "models/hybrid.toml",
        "playbook.toml",
        "practises",
        "questions/telemetry.toml",
        "questions/telemetry.toml",
    ]


def test_the_faults_of_an_option_do_not_hide_those_of_the_next(content):
    with content.editing("questions/telemetry.toml") as question:
        for option in question["options"]:
            del option["text"]
    assert len(content.faults()) == 5


@pytest.mark.parametrize(
    "file",
    [
        "questions/telemetry.toml",
        "practices/run-regular-chaos-days.toml",
        "pitfalls/excessive-bau.toml",
    ],
)
def test_a_file_that_is_no_toml_is_the_only_fault(content, file):
    (content.path / file).write_text("oops")
    (fault,) = content.faults()
    assert fault.startswith(f"{file}: is not TOML, correct the syntax: ")


def test_an_index_that_is_no_toml_is_the_only_fault(content):
    (content.path / "playbook.toml").write_text("oops")
    (fault,) = content.faults()
    assert fault.startswith("playbook.toml: is not TOML, correct the syntax: ")


def test_faults_are_found_in_the_files_even_without_an_index(content):
    (content.path / "playbook.toml").unlink()
    with content.editing("practices/run-regular-chaos-days.toml") as practice:
        practice["guards"] = ["excesive-bau"]
    assert [fault.partition(":")[0] for fault in content.faults()] == [
        "playbook.toml",
        "practices/run-regular-chaos-days.toml",
    ]


@pytest.mark.parametrize(
    "kind", ["questions", "principles", "practices", "pitfalls", "drawbacks", "models", "terms"]
)
def test_a_missing_folder_is_the_only_fault(content, kind):
    shutil.rmtree(content.path / kind)
    assert content.faults() == [
        f"{kind}: expected a folder with a TOML file an entry (No such file or directory)"
    ]


def test_an_empty_directory_lacks_the_index_and_every_folder(tmp_path):
    with pytest.raises(PlaybookFaults) as raised:
        load(tmp_path)
    assert [fault.file for fault in raised.value.faults] == [
        "drawbacks",
        "models",
        "pitfalls",
        "playbook.toml",
        "practices",
        "principles",
        "questions",
        "releases.toml",
        "terms",
    ]


def test_a_missing_directory_is_a_fault_and_no_crash(tmp_path):
    with pytest.raises(PlaybookFaults, match="expected the content directory"):
        load(tmp_path / "nowhere")


FILES = [
    "playbook.toml",
    "questions/composition.toml",
    "questions/telemetry.toml",
    "questions/deployment-frequency.toml",
    "practices/architect-for-adaptability.toml",
    "drawbacks/slow-deployments.toml",
    "models/ops-run-it.toml",
]

# Whatever TOML can hold, and words that mean something in one place or another.
values = st.recursive(
    st.text(max_size=20)
    | st.sampled_from(["ladder", "profile", "excessive-bau", "always", "dont-know", "telemetry"])
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value, path=()):
    """The path of every value in a document, lists and tables included."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in inner:
        yield (*path, key)
        if isinstance(below, dict | list):
            yield from places(below, (*path, key))


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_value_in_any_place_loads_or_brings_faults_of_one_line_each(shared_content, data):
    path = shared_content.path / data.draw(st.sampled_from(FILES))
    before = path.read_text(encoding="utf-8")
    document = tomllib.loads(before)
    *way, last = data.draw(st.sampled_from(list(places(document))))
    try:
        with shared_content.editing(path.relative_to(shared_content.path)) as document:
            parent = document
            for key in way:
                parent = parent[key]
            parent[last] = data.draw(values)
        faults = shared_content.faults()
    finally:
        path.write_text(before, encoding="utf-8")
    assert all(fault.isprintable() for fault in faults)


@given(text=st.text(max_size=40), file=st.sampled_from(FILES))
@settings(max_examples=30, deadline=None)
def test_any_text_in_place_of_a_file_brings_faults(shared_content, text, file):
    path = shared_content.path / file
    before = path.read_bytes()
    try:
        path.write_text(text, encoding="utf-8")
        faults = shared_content.faults()
    finally:
        path.write_bytes(before)
    assert any(fault.startswith(f"{file}: ") for fault in faults)
