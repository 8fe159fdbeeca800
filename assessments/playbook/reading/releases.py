"""releases.toml: the versions of the content, the newest first."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import get_args

from assessments.playbook.faults import FaultList, did_you_mean, quoted
from assessments.playbook.reading.files import RELEASES, Files
from assessments.playbook.reading.table import Table
from assessments.playbook.releases import Release, Renamed, follow, follow_answer

OPTION = re.compile(r"[^/]+/[^/]+")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
KINDS: tuple[Renamed, ...] = get_args(Renamed)


def read_releases(files: Files, faults: FaultList) -> tuple[Release, ...]:
    """Every version with what it changed, the newest first: the content's own."""
    if files.releases is None:
        return ()
    table = Table(files.releases, RELEASES, faults)
    releases: list[Release] = []
    for part in table.tables("releases"):
        release = _release(part)
        if release.version in {newer.version for newer in releases}:
            part.fault("version", f"{quoted(release.version)} is there twice: remove one")
        if releases and release.released > releases[-1].released > date.min:
            part.fault("released", "is later than the version above it: put the newest first")
        releases.append(release)
    table.close()
    return tuple(releases)


def check_renames(
    releases: tuple[Release, ...], known: Mapping[Renamed, Collection[str]], faults: FaultList
) -> None:
    """Note each rename that leads nowhere, or away from a slug that is still in use.

    `known` are the slugs that there are now; of options, `question/option`.
    """
    for place, release in enumerate(releases):
        for kind, pairs in release.renamed.items():
            for old, new in pairs.items():
                where = f"releases.{release.version}.renamed.{kind}.{old}"
                if kind == "options" and not OPTION.fullmatch(old):
                    message = f"expected 'question/option', found {quoted(old)}: name both"
                    faults.add(RELEASES, where, message)
                elif old in known[kind]:
                    faults.add(RELEASES, where, "is still in use: a slug is never given twice")
                elif _now(releases[:place], kind, new) not in known[kind]:
                    remedy = did_you_mean(new, known[kind]) or ": correct the new slug"
                    message = f"leads to {quoted(new)}, which there is not{remedy}"
                    faults.add(RELEASES, where, message)


def _now(later: tuple[Release, ...], kind: Renamed, slug: str) -> str:
    if kind != "options" or "/" not in slug:
        return follow(later, kind, slug)
    return "/".join(follow_answer(later, *slug.split("/", 1)))


def _release(part: Table) -> Release:
    release = Release(
        version=part.text("version"),
        released=_date(part),
        changes=part.steps("changes", 1),
        renamed=_renamed(part),
    )
    part.close()
    return release


def _date(part: Table) -> date:
    text = part.text("released")
    try:
        return date.fromisoformat(text if DATE.fullmatch(text) else "")
    except ValueError:
        if text:
            part.fault("released", f"expected a day as in '2026-12-01', found {quoted(text)}")
        return date.min


def _renamed(part: Table) -> Mapping[Renamed, Mapping[str, str]]:
    table = part.table("renamed", "a table of kinds, each a table of old = new", required=False)
    if table is None:
        return {}
    found: dict[Renamed, Mapping[str, str]] = {}
    for kind in KINDS:
        pairs = table.table(kind, "a table of old = new", required=False)
        if pairs is not None:
            found[kind] = {old: pairs.text(old) for old in pairs.values}
            pairs.close()
    table.close()
    return found
