"""The table of links, read back as an author reads it."""

from dataclasses import replace

import pytest

from assessments.playbook.links import _PAIRS, WIDTH, slugs, table

START = 20  # the column at which what is linked begins


def read(text):
    """Heading to label to what stands beside it, a wrapped line joined to the one before."""
    blocks: dict[str, dict[str, list[str]]] = {}
    for block in text.split("\n\n"):
        heading, *lines = block.split("\n")
        labels = blocks[heading] = {}
        label = ""
        for line in lines:
            label = line[:START].strip() or label
            said = labels.setdefault(label, [])
            if line[START] == " ":
                said[-1] += f" {line.strip()}"
            else:
                said.append(line[START:])
    return blocks


@pytest.fixture(scope="module")
def blocks(playbook):
    return read(table(playbook))


def test_every_entry_question_and_term_has_its_links(playbook, blocks):
    counts = [len(getattr(playbook, f"{kind}s")) for kind in ("model", "principle", "practice")]
    counts += [len(playbook.pitfalls), len(playbook.drawbacks), len(playbook.questions)]
    counts.append(len(playbook.terms))
    assert len(blocks) == len(slugs(playbook)) == sum(counts)


def test_no_line_is_wider_than_it_may_be(playbook):
    assert max(map(len, table(playbook).splitlines())) <= WIDTH


def test_a_question_names_what_it_touches_and_by_which_options(blocks):
    practice = "ensure-fair-remuneration-for-on-call-developers"
    insurance = "operating-models-are-insurance-for-business-outcomes"
    assert blocks["question on-call-pay"] == {
        "shows": [f"{practice}: standby-for-all"],
        "shows in part": [f"{practice}: standby-for-some"],
        "calls for": [f"{practice}: unpaid, callout-only"],
        "sets off": ["limited-on-call-schedule: unpaid, callout-only"],
        "puts at stake": [f"{insurance}: unpaid, callout-only"],
        "explained by": ["standby-and-callout"],
    }


def test_an_entry_names_the_questions_and_the_entries_it_is_tied_to(blocks):
    assert blocks["practice ensure-fair-remuneration-for-on-call-developers"] == {
        "shown by": ["on-call-pay: standby-for-all"],
        "shown in part by": ["on-call-pay: standby-for-some"],
        "called for by": ["out-of-hours-cover: best-effort", "on-call-pay: unpaid, callout-only"],
        "puts to work": [
            "operating-models-are-insurance-for-business-outcomes",
            "operating-models-are-powered-by-feedback",
        ],
        "guards against": ["limited-on-call-schedule"],
        "serves": ["you-build-it-you-run-it"],
        "a rule reads": ["out-of-hours-cover"],
        "explained by": ["rest-after-night-calls", "standby-and-callout", "works-council"],
    }


def test_a_rule_that_reads_an_answer_is_told(blocks):
    assert blocks["practice measure-learning-culture"]["a rule reads"] == [
        "improvement-lead-time",
        "improvement-frequency",
    ]


def test_every_link_can_be_read_from_both_ends(blocks):
    back = dict(_PAIRS)
    seen = {
        (heading.split()[1], label, link.partition(":")[0])
        for heading, labels in blocks.items()
        for label, links in labels.items()
        for link in links
    }
    forward = {(here, back[label], there) for here, label, there in seen if label in back}
    backward = {(there, label, here) for here, label, there in seen if label not in back}
    assert forward == backward


def test_a_term_names_where_it_is_told_of_and_is_named_there(blocks):
    assert "craft-a-sustainable-on-call-schedule" in blocks["term rota"]["read on in"]
    practice = blocks["practice craft-a-sustainable-on-call-schedule"]
    assert "rota" in practice["explained by"]


def test_a_slug_is_told_alone(playbook):
    assert list(read(table(playbook, "excessive-bau"))) == ["pitfall excessive-bau"]


def test_a_slug_that_there_is_not_has_no_links(playbook):
    assert table(playbook, "zebra") == ""


def test_what_nothing_leads_to_is_told_so(playbook):
    idle = replace(playbook, questions={}, practices={}, pitfalls={}, terms={})
    assert table(idle, "operating-models-are-powered-by-feedback").endswith(
        "\n  nothing is linked to it"
    )
