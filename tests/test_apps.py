import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.conf import settings

import assessments
from assessments.apps import AssessmentsConfig
from assessments.playbook.loading import CONTENT

ROOT = settings.BASE_DIR


def test_the_app_is_configured_by_its_own_class():
    assert isinstance(apps.get_app_config("assessments"), AssessmentsConfig)


def test_new_models_have_big_keys():
    config = apps.get_app_config("assessments")
    assert config.default_auto_field == "django.db.models.BigAutoField"


def test_the_app_has_a_name_for_people():
    assert apps.get_app_config("assessments").verbose_name == "Assessments"


def test_with_faulty_content_the_app_starts_and_the_check_reports(tmp_path):
    """In a copy of the code whose content is broken: importing and setting up must not fail."""
    package = Path(assessments.__file__).parent
    copy = tmp_path / package.name
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "playbook_site", tmp_path / "playbook_site")
    (copy / CONTENT.relative_to(package) / "playbook.toml").write_text("oops")
    code = (
        "import django; django.setup(); "
        "from django.core.checks import run_checks; "
        "print([error.id for error in run_checks(tags=['playbook'])])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "playbook_site.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("['playbook.E001']\n", 0), done.stderr
