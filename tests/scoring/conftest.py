"""The playbook, and short ways to the result of a inputs_of."""

from collections.abc import Callable
from typing import Any

import pytest

from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.faults import Fault, InputFaults
from assessments.scoring.inputs import Inputs
from assessments.scoring.reading import read
from assessments.scoring.result import Result
from tests.scoring.golden_cases import document_of


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load()


@pytest.fixture
def inputs_of(playbook: Playbook) -> Callable[..., Inputs]:
    """The inputs of a base of golden/bases.toml, with what is to be different."""

    def inputs(based_on: str = "bare", **different: Any) -> Inputs:
        return read(playbook, document_of({"based_on": based_on, **different}))

    return inputs


@pytest.fixture
def outcome(playbook: Playbook, inputs_of: Callable[..., Inputs]) -> Callable[..., Result]:
    """The result of a base, with what is to be different."""

    def result(based_on: str = "bare", **different: Any) -> Result:
        return assess(playbook, inputs_of(based_on, **different))

    return result


@pytest.fixture
def assessed(playbook: Playbook) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The output document of an input document."""
    return lambda document: to_document(assess(playbook, read(playbook, document)))


@pytest.fixture
def faults(playbook: Playbook) -> Callable[[object], tuple[Fault, ...]]:
    """The faults of an input document; it must have some."""

    def found(document: object) -> tuple[Fault, ...]:
        with pytest.raises(InputFaults) as raised:
            read(playbook, document)
        return raised.value.faults

    return found
