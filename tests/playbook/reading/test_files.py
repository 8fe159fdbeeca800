import os
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.playbook.faults import FaultList, PlaybookFaults
from assessments.playbook.reading.files import KINDS, SLUG, read_files

FILE = "pitfalls/excessive-bau.toml"


@pytest.fixture
def directory(tmp_path):
    """The folders without files, and an index and releases with nothing in them."""
    (tmp_path / "playbook.toml").touch()
    (tmp_path / "releases.toml").touch()
    for kind in KINDS:
        (tmp_path / kind).mkdir()
    return tmp_path


def faults_of(directory) -> list[str]:
    faults = FaultList()
    try:
        read_files(directory, faults)
        faults.settle()
    except PlaybookFaults as error:
        return [str(fault) for fault in error.faults]
    return []


def test_the_index_is_read(directory):
    (directory / "playbook.toml").write_text('version = "1"')
    assert read_files(directory, FaultList()).index == {"version": "1"}


def test_the_releases_are_read(directory):
    (directory / "releases.toml").write_text("releases = []")
    assert read_files(directory, FaultList()).releases == {"releases": []}


def test_a_file_is_read_under_its_slug(directory):
    (directory / FILE).write_text('title = "Excessive BAU"')
    files = read_files(directory, FaultList())
    assert files.folders["pitfalls"] == {"excessive-bau": {"title": "Excessive BAU"}}


def test_a_dot_within_a_number_belongs_to_the_slug(directory):
    (directory / "practices" / "select-it-for-99.99-availability.toml").touch()
    files = read_files(directory, FaultList())
    assert files.slugs("practices") == ("select-it-for-99.99-availability",)


def test_files_come_in_the_order_of_their_names(directory):
    for slug in ("b", "c", "a"):
        (directory / "models" / f"{slug}.toml").touch()
    assert read_files(directory, FaultList()).slugs("models") == ("a", "b", "c")


def test_text_beyond_ascii_is_read_as_utf_8(directory):
    (directory / FILE).write_bytes('title = "Überlast: 99.9 % …"'.encode())
    files = read_files(directory, FaultList())
    assert files.folders["pitfalls"] == {"excessive-bau": {"title": "Überlast: 99.9 % …"}}


def test_a_byte_order_mark_is_no_fault(directory):
    (directory / FILE).write_text('title = "Excessive BAU"', encoding="utf-8-sig")
    assert faults_of(directory) == []


def test_the_hidden_files_of_editors_are_passed_over(directory):
    (directory / ".DS_Store").touch()
    (directory / "questions" / ".telemetry.toml.swp").touch()
    assert faults_of(directory) == []


def test_broken_toml_is_told_with_its_line(directory):
    (directory / FILE).write_text('title = "Excessive BAU"\nsummary = oops\n')
    assert faults_of(directory) == [
        f"{FILE}: is not TOML, correct the syntax: Invalid value (at line 2, column 11)"
    ]


def test_a_key_given_twice_is_broken_toml(directory):
    (directory / FILE).write_text("step = 1\nstep = 2\n")
    assert faults_of(directory) == [
        f"{FILE}: is not TOML, correct the syntax: Cannot overwrite a value (at line 2, column 9)"
    ]


def test_a_file_that_cannot_be_read_still_counts_as_there(directory):
    (directory / FILE).write_text("oops")
    assert read_files(directory, FaultList()).slugs("pitfalls") == ("excessive-bau",)


def test_an_index_that_cannot_be_read_is_none(directory):
    (directory / "playbook.toml").write_text("oops")
    assert read_files(directory, FaultList()).index is None


def test_another_encoding_is_told_with_its_line(directory):
    (directory / FILE).write_bytes('title = "x"\nsummary = "Überlast"'.encode("latin-1"))
    assert faults_of(directory) == [
        f"{FILE}: line 2 is not UTF-8: save the file in the encoding UTF-8"
    ]


def test_toml_nested_past_all_sense_is_a_fault_and_no_crash(directory):
    (directory / FILE).write_text("title = " + "[" * 100_000)
    assert faults_of(directory) == [
        f"{FILE}: nests too deeply: expected plain keys, lists and tables"
    ]


def test_a_number_too_long_for_python_is_a_fault_and_no_crash(directory):
    (directory / FILE).write_text("step = " + "9" * 5000)
    (fault,) = faults_of(directory)
    assert fault.startswith(f"{FILE}: is not TOML, correct the syntax: Exceeds the limit")


def test_a_folder_with_the_name_of_a_file_is_a_fault(directory):
    (directory / FILE).mkdir()
    assert faults_of(directory) == [
        f"{FILE}: cannot be read (Is a directory): expected a TOML file"
    ]


def test_a_link_that_leads_nowhere_is_a_fault(directory):
    (directory / FILE).symlink_to(directory / "gone.toml")
    assert faults_of(directory) == [
        f"{FILE}: cannot be read (No such file or directory): expected a TOML file"
    ]


def test_a_missing_index_is_a_fault(directory):
    (directory / "playbook.toml").unlink()
    assert faults_of(directory) == [
        "playbook.toml: cannot be read (No such file or directory): expected a TOML file"
    ]


def test_a_missing_folder_is_one_fault(directory):
    shutil.rmtree(directory / "drawbacks")
    assert faults_of(directory) == [
        "drawbacks: expected a folder with a TOML file an entry (No such file or directory)"
    ]


def test_a_missing_folder_holds_no_slugs(directory):
    shutil.rmtree(directory / "drawbacks")
    assert read_files(directory, FaultList()).slugs("drawbacks") == ()


def test_a_file_in_place_of_a_folder_is_a_fault(directory):
    (directory / "drawbacks").rmdir()
    (directory / "drawbacks").touch()
    assert faults_of(directory) == [
        "drawbacks: expected a folder with a TOML file an entry (Not a directory)"
    ]


def test_a_missing_content_directory_is_the_only_fault(tmp_path):
    missing = tmp_path / "nowhere"
    assert faults_of(missing) == [
        f".: expected the content directory {missing} (No such file or directory)"
    ]


def test_a_misnamed_folder_is_told_the_name_it_might_have_meant(directory):
    (directory / "practises").mkdir()
    assert faults_of(directory) == [
        "practises: is no part of the playbook: move it away; did you mean 'practices'?"
    ]


def test_a_stray_file_beside_the_index_is_a_fault(directory):
    (directory / "zebra").touch()
    assert faults_of(directory) == ["zebra: is no part of the playbook: move it away"]


def test_a_file_with_another_ending_is_a_fault(directory):
    (directory / "pitfalls" / "excessive-bau.yaml").touch()
    assert faults_of(directory) == [
        "pitfalls/excessive-bau.yaml: expected a name that ends in .toml: rename it or move it away"
    ]


@pytest.mark.parametrize("stem", ["Excessive-BAU", "excessive_bau", "excessive bau", "two--dashes"])
def test_a_file_name_that_is_no_slug_is_a_fault(directory, stem):
    (directory / "pitfalls" / f"{stem}.toml").touch()
    assert faults_of(directory) == [
        f"pitfalls/{stem}.toml: expected a slug of small letters, digits and single hyphens, "
        f"as in 'on-call-pay': rename the file '{stem}.toml'"
    ]


def test_a_file_name_over_two_lines_is_told_on_one(directory):
    (directory / "pitfalls" / "two\nlines.txt").touch()
    (fault,) = faults_of(directory)
    assert "\n" not in fault


def test_a_file_name_that_no_terminal_can_show_is_told_all_the_same(directory):
    os.close(os.open(os.fsencode(directory) + b"/\xff", os.O_CREAT))
    (fault,) = faults_of(directory)
    assert fault.encode() == rb"'\udcff': is no part of the playbook: move it away"


@pytest.mark.parametrize("word", ["a", "on-call-pay", "95-to-99", "99.99", "for-99.99-or-more"])
def test_words_in_kebab_case_are_slugs(word):
    assert SLUG.fullmatch(word)


@pytest.mark.parametrize(
    "word", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "a.b", ".5", "9.", "9.-9", "é", "a\n"]
)
def test_other_words_are_no_slugs(word):
    assert not SLUG.fullmatch(word)


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_in_a_file_bring_anything_but_faults(directory, data):
    (directory / FILE).write_bytes(data)
    assert all(fault.startswith(FILE) for fault in faults_of(directory))
