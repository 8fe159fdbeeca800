import pytest

from assessments.scoring.faults import Fault, FaultList, InputFaults


def test_a_fault_is_said_with_its_path() -> None:
    assert str(Fault("profile.exposure", "is required")) == "profile.exposure: is required"


def test_a_fault_of_the_whole_document_is_said_without_one() -> None:
    assert str(Fault("", "must be an object")) == "must be an object"


def test_faults_are_said_one_a_line() -> None:
    faults = InputFaults((Fault("a", "is wrong"), Fault("b", "too")))
    assert str(faults) == "a: is wrong\nb: too"


def test_a_list_without_faults_settles_quietly() -> None:
    FaultList().settle()


def test_a_list_settles_with_all_its_faults_in_the_order_found() -> None:
    faults = FaultList()
    faults.add("b", "first")
    faults.add("a", "second")
    with pytest.raises(InputFaults) as raised:
        faults.settle()
    assert raised.value.faults == (Fault("b", "first"), Fault("a", "second"))
