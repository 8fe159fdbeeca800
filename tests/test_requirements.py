"""The lock holds on the day it is installed, not only on the day it was compiled."""

import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

LOCK = (Path(__file__).parents[1] / "requirements-dev.txt").read_text(encoding="utf-8")
PINS = [Requirement(line) for line in re.findall(r"(?m)^([a-z][^\\]+?) \\$", LOCK)]
NEEDS = [
    (pin.name, need)
    for pin in PINS
    if pin.marker is None or pin.marker.evaluate()
    for need in map(Requirement, requires(pin.name) or [])
    if need.extras and (need.marker is None or need.marker.evaluate({"extra": ""}))
]


@pytest.mark.parametrize(("by", "need"), NEEDS, ids=[f"{by}: {need.name}" for by, need in NEEDS])
def test_a_package_asked_for_with_an_extra_is_pinned_with_it(by, need):
    """Pip takes `coverage[toml]` for another package than a pinned `coverage`: as soon as a newer
    release is out it tries that one, and ends for want of a hash."""
    assert [pin for pin in PINS if pin.name == need.name and pin.extras >= need.extras]
