"""A whole result in words: what `assess` found, joined with the answers and the playbook.

One pass over the result; nothing is scored here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.playbook.text_snapshot import Wording, word
from assessments.reports import result_labels
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.reports.decision import tell_recommendation
from assessments.reports.first_steps import (
    tell_first_steps,
    tell_no_first_step,
    tell_unexplained,
)
from assessments.reports.handover import changes_of_hands
from assessments.reports.own_guidance import NO_GUIDANCE, OwnGuidance
from assessments.reports.plan import Plan
from assessments.reports.report import (
    AnswerSection,
    AnswerTold,
    Cause,
    Contribution,
    DrawbackTold,
    MisfitTold,
    ModelTold,
    NotCounted,
    PitfallTold,
    PrincipleTold,
    Report,
    ScoreTold,
    TargetToday,
)
from assessments.reports.wording_lookup import WordingLookup
from assessments.scoring import result as scoring
from assessments.scoring.result import Chosen, FiredRule, LackingPractice, Result, Score

_THIN_ROTAS = ("goodwill", "one-or-two-people")

_NEAREST_FIRST = ("high", "some", "unknown", "none", "does-not-apply")


def build_report(
    playbook: Playbook,
    result: Result,
    answers: Sequence[AnswerSnapshot],
    *,
    currency: str,
    bands_on: Sequence[str] = tuple(result_labels.BANDS),
    wording: Wording | None = None,
    own: OwnGuidance = NO_GUIDANCE,
) -> Report:
    """The report of a result. `answers` are those frozen with it; `currency` is an ISO 4217
    code; `bands_on` the bands of exposure that were switched on; `wording` the words of its day,
    without which it is told in the playbook's present ones; `own` the guidance of whose service
    it is."""
    told_in = wording or word(playbook)
    voices = WordingLookup(told_in, answers, currency, own)
    plan = Plan(result, voices)
    return Report(
        service=result.service,
        rules=result.rules,
        playbook_version=result.playbook_version,
        inputs_hash=result.inputs_hash,
        recommendation=tell_recommendation(
            result.recommendation,
            currency=currency,
            bands_on=bands_on,
            deployed_today=voices.option("deployment-frequency"),
            run_today=voices.option("present-model"),
        ),
        against_targets=_against_targets(result, voices),
        scores=tuple(
            _score(told_in, dimension, score, voices)
            for dimension, score in _in_order(result.scores, tuple(told_in.sections))
        ),
        misfit=_misfit(result, voices),
        changes_hands=changes_of_hands(result, answers),
        plan=plan.phases(),
        pitfalls=_pitfalls(result, voices),
        drawbacks=_drawbacks(result, voices),
        principles=tuple(
            PrincipleTold(
                voices.link("principle", principle.slug),
                voices.entry("principle", principle.slug).summary,
                voices.causes(principle.because),
                voices.guidance("principle", principle.slug),
            )
            for principle in result.principles
        ),
        answers=_sections(told_in, answers, voices),
        first_steps=tell_first_steps(result, plan, voices),
        no_first_step=tell_no_first_step(result),
        unexplained=tell_unexplained(result),
        carried_over=sum(answer.carried_over for answer in answers),
        basis=_basis(result.scores.values()),
        advice=_advice(result, voices),
        models=_models(result, voices),
        guidance_from=own.whose,
    )


def _in_order(scores: Mapping[str, Score], sections: Sequence[str]) -> list[tuple[str, Score]]:
    """Scores as the sections come: a stored result may hold them in any order."""
    return sorted(
        scores.items(), key=lambda s: sections.index(s[0]) if s[0] in sections else len(sections)
    )


def _basis(scores: Iterable[Score]) -> str:
    counted = tuple(scores)
    answered, asked = sum(s.answered for s in counted), sum(s.asked for s in counted)
    return f"{answered} of {asked} scored questions answered"


def _against_targets(result: Result, voices: WordingLookup) -> tuple[TargetToday, ...]:
    judged = result.recommendation.judged
    found = (
        ("Deployment frequency", "deployment-frequency", result.against_targets.deployment),
        ("Availability", "availability-attained", result.against_targets.availability),
        ("Time to restore", "time-to-restore", result.against_targets.restore),
    )
    wanted = {
        "deployment-frequency": result_labels.DEPLOYMENTS[judged.deployment],
        "availability-attained": result_labels.availability(judged.availability),
        "time-to-restore": result_labels.RESTORED[judged.availability],
    }
    return tuple(
        TargetToday(
            label, wanted[slug], voices.said(slug), status, result_labels.TARGET_STATUSES[status]
        )
        for label, slug, status in found
    )


def _score(wording: Wording, dimension: str, score: Score, voices: WordingLookup) -> ScoreTold:
    return ScoreTold(
        slug=dimension,
        title=wording.sections.get(dimension) or result_labels.title_from_slug(dimension),
        score=score.score,
        no_score="" if score.basis == "enough" else result_labels.NO_SCORE[score.basis],
        basis=_answered(score),
        is_thin=score.answered * 2 < score.asked,
        contributions=tuple(
            Contribution(
                voices.answer(Chosen(c.question, c.option)),
                c.points,
                c.of,
                c.weight,
                voices.weight_reason(c.question, c.weight),
            )
            for c in score.contributions
        ),
        not_counted=tuple(
            NotCounted(n.question, voices.question(n.question), result_labels.NOT_COUNTED[n.reason])
            for n in score.not_counted
        ),
    )


def _answered(score: Score) -> str:
    said = f"{score.answered} of {score.asked} answered"
    return f"{said}, {score.does_not_apply} do not apply" if score.does_not_apply else said


def _misfit(result: Result, voices: WordingLookup) -> MisfitTold:
    recommended = result_labels.MODELS[result.recommendation.model]
    today = result_labels.MODELS[voices.option("present-model") or "not-live"]
    verdict = {
        None: f"It is not live yet: start it under {recommended}.",
        True: f"Today it is run under {today}; it is better run under {recommended}.",
        False: f"It is already run under the recommended model, {recommended}.",
    }[result.misfit.model]
    by_model: dict[str, list[AnswerTold]] = {}
    for answer in result.misfit.answers:
        told = voices.answer(Chosen(answer.question, answer.option))
        by_model.setdefault(result_labels.MODELS[answer.typical_of], []).append(told)
    return MisfitTold(
        result.misfit.model, verdict, {model: tuple(told) for model, told in by_model.items()}
    )


def _pitfalls(result: Result, voices: WordingLookup) -> tuple[PitfallTold, ...]:
    """The pitfalls, the nearest first."""
    return tuple(
        PitfallTold(
            voices.link("pitfall", pitfall.slug),
            voices.entry("pitfall", pitfall.slug).summary,
            pitfall.risk,
            result_labels.RISKS[pitfall.risk],
            pitfall.when,
            result_labels.WHEN[pitfall.when] if pitfall.when else "",
            tuple(_cause(cause, voices, result.rules) for cause in pitfall.because),
            voices.guidance("pitfall", pitfall.slug),
        )
        for pitfall in sorted(result.pitfalls, key=lambda p: _NEAREST_FIRST.index(p.risk))
    )


def _cause(cause: scoring.Cause, voices: WordingLookup, rules: int) -> Cause:
    if isinstance(cause, Chosen):
        return voices.cause(cause)
    if isinstance(cause, LackingPractice):
        title = voices.link("practice", cause.practice).title
        # By rules 1 a practice partly in place was a cause as well.
        lacking = "Missing" if rules > 1 else "Not wholly in place"
        return Cause(f"{lacking}: {title}", practice=cause.practice)
    if isinstance(cause, FiredRule):
        return Cause(result_labels.RULES[cause.rule])
    return Cause("A rota beyond what the exposure calls for")


def _models(result: Result, voices: WordingLookup) -> tuple[ModelTold, ...]:
    """The recommended models that the organisation has something to say about."""
    decided = result.recommendation
    models = dict.fromkeys((decided.model, *(part.model for part in decided.parts)))
    told = (ModelTold(voices.link("model", m), voices.guidance("model", m)) for m in models)
    return tuple(each for each in told if each.guidance)


def _advice(result: Result, voices: WordingLookup) -> tuple[str, ...]:
    """That operations' own rota is thin, which rules 1 had no caution for."""
    is_judged = any(pitfall.risk != "does-not-apply" for pitfall in result.pitfalls)
    is_thin = voices.option("on-call-rota") in _THIN_ROTAS
    return (result_labels.THIN_ROTA,) if result.rules == 1 and is_thin and not is_judged else ()


def _drawbacks(result: Result, voices: WordingLookup) -> tuple[DrawbackTold, ...]:
    found = ((drawback, voices.entry("drawback", drawback.slug)) for drawback in result.drawbacks)
    return tuple(
        DrawbackTold(
            voices.link("drawback", drawback.slug),
            entry.summary,
            entry.counter,
            entry.price,
            voices.causes(drawback.because),
            voices.guidance("drawback", drawback.slug),
        )
        for drawback, entry in found
    )


def _sections(
    wording: Wording, answers: Sequence[AnswerSnapshot], voices: WordingLookup
) -> tuple[AnswerSection, ...]:
    return tuple(
        AnswerSection(slug, title, tuple(voices.recorded(a) for a in answers if a.section == slug))
        for slug, title in wording.sections.items()
    )
