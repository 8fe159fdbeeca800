"""What answers point at beside practices and pitfalls: drawbacks and principles.

Source: what-is-ops-run-it/drawbacks and principles.
"""

from __future__ import annotations

from assessments.playbook.playbook import Playbook
from assessments.scoring.context import Context
from assessments.scoring.result import Chosen, ObservedDrawback, PrincipleInPlay


def observe_drawbacks(playbook: Playbook, context: Context) -> tuple[ObservedDrawback, ...]:
    """The drawbacks of Ops Run It that answers point at, in the playbook's order.

    None unless Ops Run It is what the judged part needs or what it has today.
    """
    if "ops-run-it" not in (context.judged.model, context.profile.present_model):
        return ()
    return tuple(
        ObservedDrawback(slug, because)
        for slug in playbook.drawbacks
        if (
            because := tuple(
                Chosen(question, option.slug)
                for question, option in context.chosen.items()
                if slug in option.points_at
            )
        )
    )


def find_principles(playbook: Playbook, context: Context) -> tuple[PrincipleInPlay, ...]:
    """The principles at stake in some answer, each with those answers, in the playbook's order."""
    return tuple(
        PrincipleInPlay(slug, because)
        for slug in playbook.principles
        if (
            because := tuple(
                Chosen(question, option.slug)
                for question, option in context.chosen.items()
                if slug in option.at_stake
            )
        )
    )
