"""What to start with, in words."""

from tests.reports.samples import BEDROOM, options, report


def test_missed_targets_are_named_together():
    told = report(BEDROOM, options(0)).first_steps
    steps = {step.practice.link.title: step.because for step in told}
    assert steps["Architect for adaptability"][-1] == (
        "serves missed targets: the deployment target and the availability target"
    )
