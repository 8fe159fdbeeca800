import pytest

from assessments import current
from assessments.playbook.faults import Fault, PlaybookFaults
from assessments.playbook.loading import load


@pytest.fixture(autouse=True)
def unread():
    """No playbook from before, and none left behind."""
    current.playbook.cache_clear()
    yield
    current.playbook.cache_clear()


def test_the_current_playbook_is_that_of_the_content():
    assert current.playbook() == load()


def test_the_content_is_read_once_a_process():
    assert current.playbook() is current.playbook()


def test_faulty_content_is_read_again_at_the_next_call(monkeypatch):
    faults = PlaybookFaults((Fault("playbook.toml", "", "is not TOML"),))

    def refuse():
        raise faults

    with monkeypatch.context() as patch:
        patch.setattr(current, "load", refuse)
        with pytest.raises(PlaybookFaults):
            current.playbook()
    assert current.playbook() == load()
