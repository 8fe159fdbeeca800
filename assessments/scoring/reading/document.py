"""The document as a whole: service, profile, bands and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from assessments.playbook.playbook import Playbook
from assessments.scoring.faults import Fault, FaultList, InputFaults
from assessments.scoring.inputs import Inputs, Profile
from assessments.scoring.reading.answers import read_answers
from assessments.scoring.reading.bands import read_bands
from assessments.scoring.reading.node import Node, described
from assessments.scoring.reading.profile import read_profile


def read(playbook: Playbook, document: object) -> Inputs:
    """The inputs that a document of plain data holds: the shape that `manage.py assess` takes.

    Raises `InputFaults` with every fault there is, each with its path.
    """
    if not isinstance(document, Mapping):
        raise InputFaults((Fault("", f"must be an object, not {described(document)}"),))
    faults = FaultList()
    root = Node(document, "", faults)
    root.has_keys(("service", "profile", "bands", "answers"))
    service = _read_service(root.at("service"))
    bands, on = read_bands(root.at("bands"))
    profile = read_profile(root.at("profile"), on)
    answers = read_answers(root.at("answers"), playbook)
    faults.settle()
    # What could not be read has a fault, so past settling nothing is None.
    return Inputs(cast(str, service), cast(Profile, profile), bands, answers)


def _read_service(node: Node) -> str | None:
    service = node.required().text()
    if service is not None and not service.strip():
        node.complain("is blank")
    return service
