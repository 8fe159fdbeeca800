import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.assess import assess
from assessments.scoring.inputs import Inputs
from assessments.scoring.result import Result


def test_a_result_names_the_service(outcome: Callable[..., Result]) -> None:
    assert outcome("bare").service == "bare"


def test_a_result_names_the_playbook_s_version(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    assert outcome().playbook_version == playbook.version


def test_the_same_inputs_give_the_same_result(
    playbook: Playbook, inputs_of: Callable[..., Inputs]
) -> None:
    inputs = inputs_of("exemplary")
    assert assess(playbook, inputs) == assess(playbook, inputs)


def test_an_answer_to_a_question_that_is_not_put_changes_nothing(
    outcome: Callable[..., Result],
) -> None:
    assert outcome(answers={"peak-readiness": "nothing"}) == outcome()


@pytest.mark.parametrize(
    "answer", [{"time-to-restore": "longer"}, {"deployment-frequency": "monthly"}]
)
def test_a_trailing_answer_changes_nothing_before_it_is_live(
    outcome: Callable[..., Result], answer: dict[str, str]
) -> None:
    profile = {"present-model": "not-live"}
    assert outcome(profile=profile, answers=answer) == outcome(profile=profile)


def test_a_foundational_part_s_profile_changes_nothing_without_one(
    outcome: Callable[..., Result],
) -> None:
    profile = {"foundational-exposure": {"band": "high"}, "foundational-demand": "high"}
    assert outcome(profile=profile) == outcome()


def test_an_assessment_takes_no_time_to_speak_of(
    playbook: Playbook, inputs_of: Callable[..., Inputs]
) -> None:
    inputs = inputs_of("exemplary")
    started = time.perf_counter()
    for _ in range(10):
        assess(playbook, inputs)
    # A millisecond each on a quiet machine; the rest is for a busy one.
    assert (time.perf_counter() - started) / 10 < 0.05


def test_the_core_does_without_the_framework() -> None:
    modules = ["assess", "document", "reading", "recommendation"]
    imports = "; ".join(f"import assessments.scoring.{name}" for name in modules)
    code = f"import sys; {imports}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
