"""The lock holds on the day it is installed, not only on the day it was compiled."""

import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = {
    name: [
        Requirement(line)
        for line in re.findall(
            r"(?m)^([a-z][^\\]+?) \\$", (ROOT / name).read_text(encoding="utf-8")
        )
    ]
    for name in ("requirements.txt", "requirements-dev.txt")
}


def asked_for(pins):
    """What the pinned packages ask for with an extra, on this machine, and who asks."""
    for pin in pins:
        if pin.marker is None or pin.marker.evaluate():
            for need in map(Requirement, requires(pin.name) or []):
                if need.extras and (need.marker is None or need.marker.evaluate({"extra": ""})):
                    yield pin.name, need


@pytest.mark.parametrize("lock", LOCKS)
def test_a_package_asked_for_with_an_extra_is_pinned_with_it(lock):
    """Otherwise pip takes `coverage[toml]` for another package than a pinned `coverage`: as soon
    as a newer release is out it tries that one, and ends for want of a hash."""
    pinned = {canonicalize_name(pin.name): pin.extras for pin in LOCKS[lock]}
    assert len(pinned) > 20
    lacking = [
        (by, str(need))
        for by, need in asked_for(LOCKS[lock])
        if not need.extras <= pinned[canonicalize_name(need.name)]
    ]
    assert lacking == []
