"""The dependency rule: content, scoring and the words of a report know nothing of Django."""

import subprocess
import sys

import pytest
from django.conf import settings

PURE = [
    "assessments.cover",
    "assessments.money",
    "assessments.playbook",
    "assessments.prose",
    "assessments.reports",
    "assessments.scoring",
]

# In an interpreter of its own, since this one has Django loaded already.
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(sorted(name for name in sys.modules if name.partition(".")[0] == "django"))
"""


@pytest.mark.parametrize("package", PURE)
def test_a_pure_package_imports_no_django(package):
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, package],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr


@pytest.mark.parametrize("package", PURE)
def test_no_folder_of_a_pure_package_is_passed_over(package):
    folder = settings.BASE_DIR.joinpath(*package.split("."))
    folders = {path.parent for path in folder.rglob("*.py")}
    assert all((inner / "__init__.py").exists() for inner in folders)
