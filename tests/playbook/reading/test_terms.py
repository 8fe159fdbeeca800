"""Files of terms/: what is refused, and how an author is told."""

import pytest

FILE = "terms/runbook.toml"


def changed(content, **fields):
    """The one fault that comes of changing a term."""
    with content.editing(FILE) as document:
        document.update(fields)
    (fault,) = content.faults()
    return fault.removeprefix(f"{FILE}: ")


@pytest.mark.parametrize(("count", "remedy"), [(9, "tell more"), (61, "shorten it")])
def test_a_meaning_of_too_few_or_too_many_words_is_a_fault(content, count, remedy):
    found = changed(content, meaning=" ".join(["word"] * count))
    assert found == f"meaning: expected 10 to 60 words, found {count}: {remedy}"


@pytest.mark.parametrize("count", [10, 60])
def test_a_meaning_of_10_to_60_words_is_taken(content, count):
    with content.editing(FILE) as document:
        document["meaning"] = " ".join(["word"] * count)
    assert content.faults() == []


def test_a_pointer_to_nothing_is_a_fault(content):
    found = changed(content, see=["practice:run-regular-chaos-day"])
    assert "did you mean 'run-regular-chaos-days'?" in found


@pytest.mark.parametrize("see", ["chaos-days", "practise:run-regular-chaos-days", ":", ""])
def test_a_pointer_that_is_no_kind_and_slug_is_a_fault(content, see):
    assert changed(content, see=[see]).startswith("see")


def test_a_form_that_two_terms_claim_is_a_fault(content):
    with content.editing(FILE) as document:
        document["also"] = [*document.get("also", []), "Chaos  day"]
    assert content.faults() == [f"{FILE}: has 'Chaos  day' like terms/chaos-day.toml: remove one"]


@pytest.mark.parametrize("form", ["RUNBOOK", "Runbook"])
def test_a_form_that_a_term_has_twice_is_a_fault(content, form):
    with content.editing(FILE) as document:
        document["also"] = [*document.get("also", []), form]
    assert content.faults() == [f"{FILE}: has {form!r} like itself: remove one"]


def test_a_form_without_a_word_is_a_fault(content):
    assert changed(content, title="?!") == "title: expected words, found '?!': correct it"


def test_a_new_file_is_a_new_term(content):
    (content.path / "terms/zebra.toml").write_text(
        'title = "Zebra"\nmeaning = "A striped animal that no text of the playbook has ever named."'
    )
    assert list(content.load().terms)[-1] == "zebra"
