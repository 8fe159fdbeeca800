"""Which files there are, and what TOML stands in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assessments.playbook.faults import FaultList, did_you_mean, quoted

INDEX = "playbook.toml"
RELEASES = "releases.toml"
KINDS = ("questions", "principles", "practices", "pitfalls", "drawbacks", "models", "terms")
"""The folders, one a kind of entry; a file in them is called after its slug."""

SLUG = re.compile(r"(?:[a-z0-9]|(?<=[a-z0-9])-(?=[a-z0-9])|(?<=[0-9])\.(?=[0-9]))+")
"""Words in kebab-case; a dot only within a number, as in 99.99."""

NOT_A_SLUG = "expected a slug of small letters, digits and single hyphens, as in 'on-call-pay'"

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Files:
    """What was found: the index, the releases, and for each kind slug to document.

    None stands for what could not be read, which is a fault already.
    """

    index: Document | None
    releases: Document | None
    folders: Mapping[str, Mapping[str, Document | None] | None]

    def slugs(self, kind: str) -> tuple[str, ...]:
        """The slugs of all files of a kind, readable or not."""
        return tuple(self.folders[kind] or ())


def read_files(directory: Path, faults: FaultList) -> Files:
    """All content files under the directory; without the directory there is but that fault."""
    try:
        paths = _visible(directory)
    except OSError as error:
        faults.add(".", "", f"expected the content directory {directory} ({error.strerror})")
        faults.settle()
    for path in paths:
        if path.name not in (INDEX, RELEASES, *KINDS):
            hint = did_you_mean(path.name, (INDEX, RELEASES, *KINDS))
            faults.add(_shown(path.name), "", f"is no part of the playbook: move it away{hint}")
    return Files(
        index=_document(directory / INDEX, INDEX, faults),
        releases=_document(directory / RELEASES, RELEASES, faults),
        folders={kind: _folder(directory / kind, kind, faults) for kind in KINDS},
    )


def _folder(folder: Path, kind: str, faults: FaultList) -> Mapping[str, Document | None] | None:
    try:
        paths = _visible(folder)
    except OSError as error:
        faults.add(kind, "", f"expected a folder with a TOML file an entry ({error.strerror})")
        return None
    documents: dict[str, Document | None] = {}
    for path in paths:
        file = f"{kind}/{_shown(path.name)}"
        if path.suffix != ".toml":
            faults.add(file, "", "expected a name that ends in .toml: rename it or move it away")
        elif not SLUG.fullmatch(path.stem):
            faults.add(file, "", f"{NOT_A_SLUG}: rename the file {quoted(path.name)}")
        else:
            documents[path.stem] = _document(path, file, faults)
    return documents


def _visible(folder: Path) -> list[Path]:
    # Editors and file managers leave hidden files; those are nobody's content.
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _shown(name: str) -> str:
    # A file may be called anything; a fault stays on one line and prints everywhere.
    return name if name.isprintable() else ascii(name)


def _document(path: Path, file: str, faults: FaultList) -> Document | None:
    try:
        # "-sig", because some editors begin a UTF-8 file with a byte order mark.
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        message = f"cannot be read ({error.strerror}): expected a TOML file"
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = f"line {line} is not UTF-8: save the file in the encoding UTF-8"
    except RecursionError:
        message = "nests too deeply: expected plain keys, lists and tables"
    except ValueError as error:
        # Not only TOMLDecodeError: Python refuses numbers of thousands of digits by itself.
        message = f"is not TOML, correct the syntax: {error}"
    faults.add(file, "", message)
    return None
