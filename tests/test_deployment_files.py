"""README, settings, compose and the image have one list of variables."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from playbook_site.env import VARIABLES

PROJECT = Path(__file__).parents[1]
SETTINGS = (PROJECT / "playbook_site/settings.py").read_text(encoding="utf-8")
README = (PROJECT / "README.md").read_text(encoding="utf-8")
DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((PROJECT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]

ON_A_SERVER = VARIABLES.keys() - {"DEBUG"}


def test_the_settings_read_every_variable_and_no_other():
    read = re.findall(r'env\.(?:read|required|is_set)\(\s*"(\w+)"', SETTINGS)
    assert set(read) == VARIABLES.keys()


def test_the_readme_s_table_has_every_variable_and_no_other():
    assert set(re.findall(r"(?m)^\| `(\w+)` \|", README)) == VARIABLES.keys()


@pytest.mark.parametrize("service", ["app", "migrate", "worker"])
def test_compose_passes_every_variable_on(service):
    environment = SERVICES[service]["environment"]
    assert environment.keys() == ON_A_SERVER
    for name, given in environment.items():
        assert given.startswith(f"${{{name}:")


def test_compose_sets_no_value_of_its_own_but_the_number_of_processes():
    defaults = {
        name: given.partition(":-")[2].rstrip("}")
        for name, given in SERVICES["app"]["environment"].items()
    }
    assert {name: text for name, text in defaults.items() if text} == {"WEB_CONCURRENCY": "2"}


def test_the_tables_are_made_once_and_before_the_site_starts():
    assert "migrate" in SERVICES["migrate"]["command"]
    assert SERVICES["migrate"]["restart"] == "no"
    waits_for = SERVICES["app"]["depends_on"]["migrate"]["condition"]
    assert waits_for == "service_completed_successfully"
    assert "command" not in SERVICES["app"]


def test_the_readme_says_that_it_was_never_run():
    assert "never run" in README
    assert "Never run" in (PROJECT / "compose.yaml").read_text(encoding="utf-8")


def test_the_image_s_step_that_gathers_files_works_with_its_values(tmp_path):
    (step,) = re.findall(r"RUN (ALLOWED_HOSTS=.*?collectstatic --noinput)", DOCKERFILE, re.DOTALL)
    done = subprocess.run(
        ["sh", "-c", f"{step} --dry-run"],
        cwd=PROJECT,
        env={"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
