"""`assessments/README.md` names what there is: packages, modules, classes and functions."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import assessments

TEXT = (Path(assessments.__file__).parent / "README.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(assessments(?:\.\w+)+)`", TEXT)))
PACKAGES = sorted(
    module.name
    for module in pkgutil.iter_modules(assessments.__path__, "assessments.")
    if module.ispkg and module.name != "assessments.migrations"
)


ORDER = re.findall(r"^\| `assessments\.(\w+)` \|", TEXT, re.MULTILINE)


def resolve(name: str) -> object:
    """A module, or what a module holds."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        return getattr(importlib.import_module(module), attribute)


@pytest.mark.parametrize("name", NAMED)
def test_what_the_map_names_is_there(name):
    assert resolve(name)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_is_on_the_map(package):
    assert f"| `{package}` |" in TEXT


def test_no_word_of_the_vocabulary_is_explained_twice():
    rows = re.findall(r"^\| ([^|`]+?) \|", TEXT.partition("## Vocabulary")[2], re.MULTILINE)
    words = [word for word in rows if word not in ("word", "---")]
    assert len(words) == len(set(words)) > 40


def imported_by(package):
    """The packages that the modules of a package import from."""
    for module in (Path(assessments.__file__).parent / package).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                first, _, rest = node.module.partition(".")
                if first == "assessments" and rest:
                    yield rest.partition(".")[0]


def test_no_package_imports_from_one_below_it_on_the_map():
    arrows = {
        (package, other)
        for place, package in enumerate(ORDER)
        for other in imported_by(package)
        if other in ORDER[place + 1 :]
    }
    assert not arrows
