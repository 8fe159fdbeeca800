"""What answers point at beside practices and pitfalls: drawbacks and principles.

Source: what-is-ops-run-it/drawbacks and principles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Option
from assessments.scoring.context import Context
from assessments.scoring.result import Chosen, ObservedDrawback, PrincipleInPlay, chosen


def observe_drawbacks(playbook: Playbook, context: Context) -> tuple[ObservedDrawback, ...]:
    """The drawbacks of Ops Run It that answers point at, in the playbook's order.

    None unless Ops Run It is what the judged part needs or what it has today.
    """
    if "ops-run-it" not in (context.judged.model, context.profile.present_model):
        return ()
    speaking = _speaking(playbook, context)
    found = _named((slug, option, option.points_at) for slug, option in speaking)
    return tuple(
        ObservedDrawback(slug, tuple(found[slug])) for slug in playbook.drawbacks if slug in found
    )


def find_principles(playbook: Playbook, context: Context) -> tuple[PrincipleInPlay, ...]:
    """The principles at stake in some answer, each with those answers, in the playbook's order."""
    speaking = _speaking(playbook, context)
    found = _named((slug, option, option.at_stake) for slug, option in speaking)
    return tuple(
        PrincipleInPlay(slug, tuple(found[slug])) for slug in playbook.principles if slug in found
    )


def _speaking(playbook: Playbook, context: Context) -> Iterator[tuple[str, Option]]:
    """The options that may say something against the service, without those that are about a
    team running it where operations should."""
    of_a_team = () if context.team_runs_it else playbook.of_a_team
    return ((slug, option) for slug, option in context.speaking.items() if slug not in of_a_team)


def _named(
    options: Iterable[tuple[str, Option, tuple[str, ...]]],
) -> Mapping[str, list[Chosen]]:
    found: defaultdict[str, list[Chosen]] = defaultdict(list)
    for question, option, named in options:
        for slug in named:
            found[slug].append(chosen(question, option.slug))
    return found
