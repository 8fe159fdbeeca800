"""An error of a command, on a deployed site, is logged as any other: without its words."""

import logging
import sys

import pytest

import manage

SECRET = "our secret"


@pytest.fixture
def failing(monkeypatch):
    def fail(_arguments):
        raise ValueError(SECRET)

    monkeypatch.setattr(manage, "execute_from_command_line", fail)
    monkeypatch.setattr(sys, "argv", ["manage.py", "daily"])


def test_a_deployed_site_s_command_logs_its_error_and_fails(failing, settings, caplog):
    settings.DEPLOYED = True
    with pytest.raises(SystemExit) as ended, caplog.at_level(logging.ERROR):
        manage.main()
    assert ended.value.code == 1
    (record,) = caplog.records
    assert record.getMessage() == "manage.py daily failed"
    assert record.exc_info


def test_a_local_command_shows_its_error(failing, settings):
    settings.DEPLOYED = False
    with pytest.raises(ValueError, match=SECRET):
        manage.main()
