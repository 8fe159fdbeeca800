"""From one version's words to the next: which answers still stand, and what became of the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import DOES_NOT_APPLY, RESERVED, Question
from assessments.playbook.text_snapshot import QuestionWords, Wording

Fate = Literal["same", "reworded", "words-unknown", "option-gone", "question-gone"]
"""What has become of an answer: the question and its options read as they did; some of them read
otherwise, so that another option may fit better; nobody knows how they read; the option is no
longer there; the question is no longer asked."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An answer under the present playbook. `question` and `option` are what their slugs are
    called now; where something is gone, they are what they were."""

    question: str
    option: str
    fate: Fate


def move(question: str, option: str, before: Wording | None, playbook: Playbook) -> Moved:
    """What becomes of an answer given to the words of `before`; `option` is empty where none was
    chosen, `before` None where nobody knows these words."""
    slug, chosen = playbook.answer_now_called(question, option)
    now, words = playbook.questions.get(slug), before and before.questions.get(question)
    if now is None:
        return Moved(question, option, "question-gone")
    # An option that was none of the question's is one of those that stand beside them.
    was_its_own = option in words.options if words else option not in ("", *RESERVED)
    if was_its_own and now.option(chosen) is None:
        return Moved(slug, chosen, "option-gone")
    if option == DOES_NOT_APPLY and not getattr(now, "does_not_apply", ""):
        return Moved(slug, option, "option-gone")
    if before is None:
        return Moved(slug, chosen, "words-unknown")
    return Moved(slug, chosen, "same" if words and _same(words, now) else "reworded")


def _same(words: QuestionWords, now: Question) -> bool:
    offered = {option.text for option in now.options}
    return words.text == now.text and offered == {o.text for o in words.options.values()}
