import pytest
from django.core.checks import Error, registry, run_checks

from assessments import checks
from assessments.playbook.faults import Fault, PlaybookFaults

FAULTS = (
    Fault("playbook.toml", "version", "is missing: expected a text"),
    Fault("questions/telemetry.toml", "", "is not TOML"),
)


@pytest.fixture
def faulty(monkeypatch):
    def refuse():
        raise PlaybookFaults(FAULTS)

    monkeypatch.setattr(checks, "playbook", refuse)


def test_content_without_faults_passes():
    assert checks.check_playbook(app_configs=None) == []


def test_each_fault_is_an_error_of_its_own(faulty):
    assert [error.msg for error in checks.check_playbook()] == list(map(str, FAULTS))


def test_each_error_stops_the_start(faulty):
    assert all(type(error) is Error for error in checks.check_playbook())


def test_each_error_names_the_file_to_correct_and_the_command(faulty):
    assert [error.hint for error in checks.check_playbook()] == [
        "Correct assessments/playbook/content/playbook.toml; "
        "manage.py check_playbook lists all faults again.",
        "Correct assessments/playbook/content/questions/telemetry.toml; "
        "manage.py check_playbook lists all faults again.",
    ]


def test_all_errors_can_be_silenced_or_searched_by_one_id(faulty):
    assert {error.id for error in checks.check_playbook()} == {"playbook.E001"}


def test_the_check_can_be_run_by_its_tag_alone(faulty):
    assert [error.msg for error in run_checks(tags=["playbook"])] == list(map(str, FAULTS))


def test_the_tag_is_known():
    assert registry.registry.tag_exists("playbook")
