"""The first screen of a result as a text to paste."""

import pytest

from assessments.reports.summary import summarise, to_markdown, to_text
from tests.reports.samples import BEDROOM, BOTH, options, playbook, report

ABOUT = "Full questionnaire, submitted on 2 November 2026."
SINCE = ("Since the result of 1 May 2026: the model stays.", "No score has changed.")
BURNING = {"out-of-hours-cover": "none", "deployment-frequency": "monthly"}


def summary(profile=BEDROOM, answers=None, *, since=(), **rest):
    told = report(profile, answers, **rest)
    return summarise(told, about=ABOUT, source=playbook().source, since_last=since)


def headings(profile=BEDROOM, answers=None, **rest):
    return [section.heading for section in summary(profile, answers, **rest).sections]


def lines(heading, *args, **rest):
    found = {section.heading: section.lines for section in summary(*args, **rest).sections}
    return found[heading]


def test_the_sections_come_in_the_order_of_the_first_screen():
    assert headings(BEDROOM, BURNING, since=SINCE) == [
        "",
        "Why",
        "Targets",
        "Today",
        "What to start with",
        "Not explained yet",
        "What would change the verdict",
        "Look into this first",
        "Since last time",
        "About",
    ]


def test_what_there_is_nothing_to_say_of_is_left_out():
    assert {"Look into this first", "Since last time"}.isdisjoint(headings())


def test_the_title_is_the_service_and_its_model():
    assert summary().title == "Bedroom: You Build It You Run It"


def test_only_the_deciding_reason_is_told():
    assert len(lines("Why")) == 1


def test_of_two_parts_each_reason_names_its_own():
    assert [line.partition(":")[0] for line in lines("Why", BOTH)] == [
        "Digital part",
        "Foundational part",
    ]


def test_a_hybrid_says_where_the_boundary_lies():
    decided = report(BOTH).recommendation
    assert lines("", BOTH) == (decided.headline, decided.boundary)


def test_targets_say_the_accepted_loss():
    assert any("accepts losing up to £336,000 a week" in line for line in lines("Targets"))


def test_targets_say_what_can_be_lost_unattended():
    told = lines("Targets", {**BEDROOM, "exposure": {"amount": 6_000}})
    assert any("Unattended: A plain night with nobody called can lose £90,000" in t for t in told)


def test_today_stands_beside_the_targets():
    told = lines("Today", BEDROOM, BURNING)
    assert told[0].startswith("Today it is run under Ops Run It")
    assert "Deployment frequency: missed. Target: Daily or more. Today: " in told[1]


def test_steps_say_how_to_start_and_why():
    told = report(BEDROOM, BURNING)
    step = told.first_steps[0]
    line = lines("What to start with", BEDROOM, BURNING)[0]
    assert line.startswith(f"{step.practice.link.title}. {step.practice.start} Why: ")
    assert all(reason in line for reason in step.because)


def test_where_nothing_burns_that_is_said():
    told = report(BEDROOM)
    assert told.no_first_step
    assert lines("What to start with")[-1] == told.no_first_step


def test_only_the_gravest_caution_is_told():
    told = report(BEDROOM, BURNING).recommendation
    assert lines("Look into this first", BEDROOM, BURNING) == (told.gravest.text,)


def test_a_caution_of_a_part_names_it():
    profile = {**BOTH, "foundational-exposure": {"amount": 810_000}}
    told = lines("Look into this first", profile)
    assert told[0].startswith("Foundational part: 99.9% leaves ten minutes a week")


def test_plain_text_lists_under_headings():
    text = to_text(summary(since=SINCE))
    assert text.startswith("Bedroom: You Build It You Run It\n\nThe product team")
    assert f"\n\nSince last time\n- {SINCE[0]}\n- {SINCE[1]}\n" in text


def test_steps_are_numbered():
    assert "\nWhat to start with\n1. " in to_text(summary(BEDROOM, BURNING))


def test_that_nothing_burns_is_no_step():
    assert "\nWhat to start with\n- Not" in to_text(summary())


def test_markdown_has_headings_of_its_own():
    text = to_markdown(summary(since=SINCE))
    assert text.startswith("# Bedroom: You Build It You Run It\n\nThe product team")
    assert "\n\n## Since last time\n\n- Since the result" in text


def test_a_name_is_no_markdown():
    text = to_markdown(summary(service="[Pay](https://example.org) <b>*now*"))
    assert text.startswith(r"# \[Pay\](https\://example.org) \<b\>\*now\*: You Build It")


def test_a_name_is_as_typed_in_plain_text():
    assert to_text(summary(service="<b>*now*")).startswith("<b>*now*: ")


@pytest.mark.parametrize("position", [0, 2, 9])
@pytest.mark.parametrize("profile", [BEDROOM, BOTH])
def test_both_say_the_same(profile, position):
    told = summary(profile, options(position), since=SINCE)
    bare = to_markdown(told).replace("\\", "").replace("# ", "").replace("#", "")
    assert bare.split() == to_text(told).split()


def test_the_source_is_credited():
    assert playbook().source.licence in lines("About")[1]
