"""releases.toml: versions, what they changed, and what they renamed."""

from datetime import date

import pytest

FILE = "releases.toml"
NEXT = {"version": "2027.03", "released": "2027-03-01", "changes": ["Questions are clearer."]}


def release(content, **fields):
    with content.editing(FILE) as document:
        document["releases"].insert(0, {**NEXT, **fields})
    return content


def fault(content):
    (found,) = content.faults()
    return found


def test_the_newest_release_gives_the_version(content):
    playbook = release(content).load()
    assert playbook.version == "2027.03"
    assert playbook.releases[0].released == date(2027, 3, 1)
    assert playbook.releases[0].changes == ("Questions are clearer.",)


@pytest.mark.parametrize("released", ["1 March", "2027-02-30", "20270301"])
def test_a_day_that_is_none_is_a_fault(content, released):
    assert "expected a day as in '2026-12-01'" in fault(release(content, released=released))


def test_a_release_says_what_it_changed(content):
    assert "changes: expected a list of at least 1 texts" in fault(release(content, changes=[]))


def test_the_newest_stands_first(content):
    assert "put the newest first" in fault(release(content, released="2020-01-01"))


def test_no_version_is_there_twice(content):
    version = content.load().version
    assert f"{version!r} is there twice" in fault(release(content, version=version))


def test_a_renamed_slug_is_followed_to_its_new_name(content):
    renamed = {"practices": {"run-game-days": "run-regular-chaos-days"}}
    playbook = release(content, renamed=renamed).load()
    assert playbook.now_called("practices", "run-game-days") == "run-regular-chaos-days"


def test_an_entry_is_known_by_every_name_it_has_had(content):
    release(content, renamed={"practices": {"run-game-days": "run-failure-days"}})
    later = {"version": "2027.06", "released": "2027-06-01"}
    renamed = {"practices": {"run-failure-days": "run-regular-chaos-days"}}
    playbook = release(content, **later, renamed=renamed).load()
    names = {"run-game-days", "run-failure-days", "run-regular-chaos-days"}
    assert all(playbook.every_name("practices", name) == names for name in names)
    assert playbook.every_name("practices", "measure-learning-culture") == {
        "measure-learning-culture"
    }


def test_a_slug_renamed_twice_is_followed_to_the_end(content):
    release(content, renamed={"practices": {"run-game-days": "run-failure-days"}})
    later = {"version": "2027.06", "released": "2027-06-01"}
    renamed = {"practices": {"run-failure-days": "run-regular-chaos-days"}}
    playbook = release(content, **later, renamed=renamed).load()
    assert playbook.now_called("practices", "run-game-days") == "run-regular-chaos-days"


def test_an_option_is_renamed_with_its_question(content):
    renamed = {"options": {"game-days/never-ever": "chaos-days/never"}}
    playbook = release(content, renamed=renamed).load()
    assert playbook.answer_now_called("game-days", "never-ever") == ("chaos-days", "never")


def test_an_option_follows_its_question_where_only_that_is_renamed(content):
    playbook = release(content, renamed={"questions": {"game-days": "chaos-days"}}).load()
    assert playbook.answer_now_called("game-days", "never") == ("chaos-days", "never")


def test_a_rename_to_nowhere_is_a_fault_with_the_nearest_slug(content):
    renamed = {"practices": {"run-game-days": "run-regular-chaos-day"}}
    assert "did you mean 'run-regular-chaos-days'?" in fault(release(content, renamed=renamed))


def test_a_slug_in_use_cannot_have_been_renamed(content):
    renamed = {"pitfalls": {"excessive-bau": "embedded-specialists"}}
    assert "is still in use" in fault(release(content, renamed=renamed))


def test_only_what_has_slugs_can_be_renamed(content):
    assert "renamed.colours: is a key" in fault(release(content, renamed={"colours": {"a": "b"}}))


def test_an_option_s_new_name_holds_its_question_too(content):
    renamed = {"options": {"chaos-days/hardly": "never"}}
    assert "leads to 'never', which there is not" in fault(release(content, renamed=renamed))


@pytest.mark.parametrize("old", ["never", "/never", "chaos-days/"])
def test_an_option_is_renamed_by_its_question_and_its_own_name(content, old):
    renamed = {"options": {old: "chaos-days/never"}}
    assert "expected 'question/option'" in fault(release(content, renamed=renamed))


def test_a_term_can_be_renamed_like_anything_else(content):
    playbook = release(content, renamed={"terms": {"roster": "rota"}}).load()
    assert playbook.every_name("terms", "rota") == {"roster", "rota"}
