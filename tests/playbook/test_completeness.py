"""Advice that no answer leads to is a fault of the content, and so is one too short or long."""

import pytest

IDLE = {
    "pitfalls": ("sets_off", "embedded-specialists"),
    "drawbacks": ("points_at", "slow-deployments"),
    "principles": ("at_stake", "operating-models-are-powered-by-feedback"),
}
LONGEST = {
    "practices/run-regular-chaos-days.toml": "why",
    "pitfalls/excessive-bau.toml": "causes",
    "principles/operating-models-are-powered-by-feedback.toml": "changes",
    "drawbacks/slow-deployments.toml": "causes",
    "models/hybrid.toml": "restores",
}
HEAD = {"title", "summary", "page", "step", "serves", "guards", "risks", "start_known"}
LISTS = {"way_out", "benefits", "seldom"}
PROSE = {"suits", "deploys", "protects", "restores", "learns", "benefits", "seldom"}
PRACTICE = "run-regular-chaos-days"
FILE = f"practices/{PRACTICE}.toml"


def leave_out(content, key, slug):
    """Take a slug out of every option that names it under the key."""
    for path in (content.path / "questions").iterdir():
        with content.editing(f"questions/{path.name}") as question:
            for option in question["options"]:
                named = option.get(key, [])
                if slug in named and isinstance(named, dict):
                    del named[slug]
                elif slug in named:
                    named.remove(slug)


@pytest.mark.parametrize("kind", IDLE)
def test_an_entry_that_no_answer_leads_to_is_a_fault(content, kind):
    key, slug = IDLE[kind]
    leave_out(content, key, slug)
    assert content.faults() == [
        f"{kind}/{slug}.toml: no answer leads to it: name it under {key} of an option"
    ]


def test_a_practice_that_no_answer_shows_is_a_fault(content):
    leave_out(content, "shows", PRACTICE)
    assert content.faults() == [f"{FILE}: no answer shows it: name it under shows of an option"]


def test_a_practice_that_no_answer_calls_for_is_a_fault(content):
    leave_out(content, "calls_for", PRACTICE)
    assert content.faults() == [
        f"{FILE}: no answer calls for it: name it under calls_for of an option"
    ]


def test_a_practice_that_is_never_more_than_partly_in_place_is_a_fault(content):
    leave_out(content, "shows", PRACTICE)
    leave_out(content, "calls_for", PRACTICE)
    with content.editing_option("chaos-days") as option:
        option["shows"] = option["calls_for"] = [PRACTICE]
    assert content.faults() == [
        f"{FILE}: every option that shows it calls for it too, so that it is never in place: "
        "add one that shows it alone"
    ]


def test_a_practice_may_be_shown_and_called_for_by_two_options_of_one_question(content):
    leave_out(content, "shows", PRACTICE)
    leave_out(content, "calls_for", PRACTICE)
    with content.editing("questions/chaos-days.toml") as question:
        question["options"][0]["calls_for"] = [PRACTICE]
        question["options"][-1]["shows"] = [PRACTICE]
    assert content.faults() == []


def test_a_practice_that_a_rule_judges_needs_no_option(playbook):
    named = {
        slug for _, option in playbook.options() for slug in (*option.shows, *option.calls_for)
    }
    assert "measure-learning-culture" in playbook.practices
    assert "measure-learning-culture" not in named


def test_a_missing_question_makes_nothing_seem_idle(content):
    leave_out(content, "shows", PRACTICE)
    (content.path / "questions" / "telemetry.toml").unlink()
    assert content.faults() == [
        "playbook.toml: sections.service-reliability.questions: names 'telemetry', for which "
        "questions/ has no file: add the file or remove the slug"
    ]


def test_a_question_at_fault_makes_nothing_seem_idle(content):
    leave_out(content, "shows", PRACTICE)
    path = content.path / "questions" / "telemetry.toml"
    path.write_text(path.read_text() + "oops")
    (fault,) = content.faults()
    assert fault.startswith("questions/telemetry.toml: is not TOML")


def test_a_fault_beside_the_questions_hides_no_idle_entry(content):
    leave_out(content, "shows", PRACTICE)
    with content.editing("models/hybrid.toml") as model:
        del model["title"]
    assert content.faults() == [
        "models/hybrid.toml: title: is missing: expected a text",
        f"{FILE}: no answer shows it: name it under shows of an option",
    ]


def make_long(content, file, count):
    """Leave an entry's texts with that many words, most of them in one place."""
    with content.editing(file) as entry:
        texts = set(entry) & PROSE if file.startswith("models") else set(entry) - HEAD
        for key in texts:
            entry[key] = ["One.", "Two."] if key in LISTS else "word"
        others = len(texts) - 1 + len(texts & LISTS)
        entry[LONGEST[file]] = "\n\n".join(["word"] * (count - others))


@pytest.mark.parametrize("count", [150, 400])
@pytest.mark.parametrize("file", LONGEST)
def test_an_entry_of_150_to_400_words_is_worth_a_page(content, file, count):
    make_long(content, file, count)
    assert content.faults() == []


@pytest.mark.parametrize(("count", "remedy"), [(149, "tell more"), (401, "shorten it")])
@pytest.mark.parametrize("file", LONGEST)
def test_an_entry_too_short_or_too_long_is_a_fault(content, file, count, remedy):
    make_long(content, file, count)
    assert content.faults() == [
        f"{file}: expected 150 to 400 words over its texts, title and summary aside, "
        f"found {count}: {remedy}"
    ]


@pytest.mark.parametrize("file", LONGEST)
def test_an_entry_at_fault_is_not_counted(content, file):
    make_long(content, file, 149)
    with content.editing(file) as entry:
        del entry[LONGEST[file]]
    assert content.faults() == [f"{file}: {LONGEST[file]}: is missing: expected a text"]


def test_a_missing_question_hides_no_entry_too_short(content):
    make_long(content, FILE, 149)
    (content.path / "questions" / "telemetry.toml").unlink()
    assert len(content.faults()) == 2
