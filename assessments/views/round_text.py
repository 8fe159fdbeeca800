"""A round in a text to paste: what is done, and what each team has still to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.models import Round, RoundService
from assessments.moments import DAY
from assessments.names import sort_key
from assessments.queries.rounds import Progress

MOST_TEAMS = 100
"""What a chat takes in one message; the page has the others."""


def round_text(of: Round, asked: Iterable[RoundService], address: str) -> str:
    """Plain text; `asked` has its progress, and `address` leads to where teams begin."""
    rows = list(asked)
    waiting = [each for each in rows if _progress(each) != Progress.DONE]
    said = ngettext(
        "“%(name)s”, until %(day)s: %(done)s of %(total)s service is done.",
        "“%(name)s”, until %(day)s: %(done)s of %(total)s services are done.",
        len(rows),
    )
    lines = [
        said
        % {
            "name": of.name,
            "day": date_format(of.ends_on, DAY),
            "done": len(rows) - len(waiting),
            "total": len(rows),
        }
    ]
    if waiting:
        lines += ["", _("Still to do, by team:"), *_by_team(waiting), ""]
        lines.append(_("Begin under My services: %s") % address)
    return "\n".join(lines) + "\n"


def _by_team(waiting: Iterable[RoundService]) -> Iterator[str]:
    def team(asked: RoundService) -> tuple[bytes, int]:
        return sort_key(asked.service.team.name), asked.service.team_id

    teams = [list(found) for _key, found in groupby(sorted(waiting, key=team), key=team)]
    for services in teams[:MOST_TEAMS]:
        yield f"- {services[0].service.team.name}: {', '.join(map(_service, services))}"
    if (more := len(teams) - MOST_TEAMS) > 0:
        yield _("- and %(more)s more teams") % {"more": more}


def _service(asked: RoundService) -> str:
    name = asked.service.name
    return _("%s (draft)") % name if _progress(asked) == Progress.DRAFT else name


def _progress(asked: RoundService) -> str:
    return asked.progress  # type: ignore[attr-defined,no-any-return]  # annotated
