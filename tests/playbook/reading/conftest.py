import pytest

from assessments.playbook.faults import FaultList, PlaybookFaults
from assessments.playbook.reading.table import Table

FILE = "questions/telemetry.toml"


class Read:
    """A table about to be read, and the faults that come of it."""

    def __init__(self, **values: object) -> None:
        self.list = FaultList()
        self.table = Table(values, FILE, self.list)

    def faults(self) -> list[str]:
        try:
            self.list.settle()
        except PlaybookFaults as error:
            return [str(fault).removeprefix(f"{FILE}: ") for fault in error.faults]
        return []


@pytest.fixture(scope="session")
def reading() -> type[Read]:
    return Read
