"""A deployed site does not start without its styles and scripts."""

import json

import pytest

from playbook_site.env import CANNOT_START
from playbook_site.static_files import require_static_files


@pytest.fixture
def deployed(settings, tmp_path):
    settings.DEPLOYED = True
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = [source := tmp_path / "source"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    source.mkdir()
    (source / "a.css").touch()
    return tmp_path


def gather(folder):
    (folder / "a.1.css").touch()
    (folder / "staticfiles.json").write_text(json.dumps({"paths": {"a.css": "a.1.css"}}))


def test_a_site_that_gathered_nothing_says_what_to_run(deployed, capsys):
    with pytest.raises(SystemExit) as ended:
        require_static_files()
    assert ended.value.code == CANNOT_START
    assert "manage.py collectstatic --noinput" in capsys.readouterr().err


def test_a_site_that_gathered_everything_starts(deployed):
    gather(deployed)
    require_static_files()


def test_a_release_with_a_new_file_says_so(deployed):
    gather(deployed)
    (deployed / "source/new.css").touch()
    with pytest.raises(SystemExit):
        require_static_files()


def test_a_local_site_gathers_nothing(deployed, settings):
    settings.DEPLOYED = False
    require_static_files()
