"""A document without faults, for a test to put one into."""

from collections.abc import Callable
from typing import Any

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.faults import Fault
from assessments.scoring.inputs import Inputs
from assessments.scoring.reading import read


def profile_of(**different: Any) -> dict[str, Any]:
    return {
        "composition": "digital",
        "exposure": {"amount": 200_000},
        "feature-demand": "very-high",
        "present-model": "you-build-it-you-run-it",
        **{key.replace("_", "-"): value for key, value in different.items()},
    }


@pytest.fixture
def readable(playbook: Playbook) -> Callable[..., Inputs]:
    """What is read of a document with some parts replaced."""

    def inputs(**different: Any) -> Inputs:
        return read(playbook, {"service": "bedroom", "profile": profile_of(), **different})

    return inputs


@pytest.fixture
def faults_in(faults: Callable[[object], tuple[Fault, ...]]) -> Callable[..., dict[str, str]]:
    """The faults of a document with some parts replaced, by path."""

    def found(**different: Any) -> dict[str, str]:
        document = {"service": "bedroom", "profile": profile_of(), **different}
        return {fault.path: fault.message for fault in faults(document)}

    return found
