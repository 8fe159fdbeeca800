"""What each answer led to: the way back from all that names it."""

from assessments.reports.consequences import Consequence, consequences
from tests.reports.samples import BEDROOM, options, report

OURS = {**BEDROOM, "present-model": "you-build-it-you-run-it"}


def told(profile=OURS, position=0):
    return report(profile, options(position))


def test_an_answer_leads_to_its_points():
    found = consequences(told())["telemetry"]
    assert found[0].how.endswith("of 4 points")
    assert (found[0].title, found[0].link) == ("Service reliability", None)


def test_an_answer_that_calls_for_a_practice_leads_to_it():
    hows = {(one.how, one.link.slug) for one in consequences(told())["telemetry"] if one.link}
    assert ("Calls for the practice", "automate-a-telemetry-toolchain") in hows


def test_every_cause_has_its_way_back():
    whole = told()
    found = consequences(whole)
    for entry in (*whole.pitfalls, *whole.drawbacks, *whole.principles):
        for cause in entry.because:
            if cause.answer:
                links = [one.link for one in found[cause.answer.question]]
                assert entry.link in links


def test_every_answer_on_a_side_of_a_practice_has_its_way_back():
    whole = told(position=2)
    found = consequences(whole)
    for phase in whole.plan:
        for practice in (*phase.adopt, *phase.settle, *phase.keep, *phase.aside):
            for answer in (*practice.shown_by, *practice.called_for_by):
                assert practice.link in [one.link for one in found[answer.question]]


def test_full_marks_lead_to_no_pitfall():
    for each in consequences(told(position=9)).values():
        hows = [one.how for one in each]
        assert not {"4 of 4 points", "Brings the pitfall nearer"} <= set(hows)


def test_an_answer_usual_elsewhere_says_under_which_model():
    assert Consequence("Usual under", "Ops Run It") in [
        one for each in consequences(told()).values() for one in each
    ]
