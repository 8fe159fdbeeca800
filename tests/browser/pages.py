"""Every page that people look at, by who looks: the addresses are filled in from the world."""

from __future__ import annotations

from assessments.current import playbook
from assessments.playbook.entries import Entry
from tests.browser.shown import (
    Shown,
    answered,
    chosen,
    emptied,
    explained,
    meanwhile,
    pressed,
    saved_too_late,
    typed,
    unfolded,
)


def _longest_entries() -> list[Shown]:
    """The longest of each kind, and of those whose title is."""
    kinds = {
        "principle": playbook().principles,
        "practice": playbook().practices,
        "pitfall": playbook().pitfalls,
        "drawback": playbook().drawbacks,
        "model": playbook().models,
    }

    def text(entry: Entry) -> int:
        return len(repr(entry))

    return [
        Shown("playbook/entry.html", f"/playbook/{kind}/{slug}/")
        for kind, entries in kinds.items()
        for slug in sorted(
            {
                max(entries.values(), key=text).slug,
                max(entries.values(), key=lambda entry: len(entry.title)).slug,
            }
        )
    ]


CHAOS_DAYS = "/playbook/practice/run-regular-chaos-days/"
ON_CALL = "/playbook/practice/craft-a-sustainable-on-call-schedule/"
"""An entry about which the retailer has guidance of its own."""

SELECTED = (
    "composition=both&exposure=amount&amount=810k&feature_demand=very-high"
    "&foundational_demand=medium&peak_exposure=high"
)
"""Both parts and a peak: the most that the selector has to show."""

EXPLORED = "?composition=digital&exposure=low&feature_demand=low"
UNREADABLE = "?composition=digital&exposure=amount&amount=lots&feature_demand=low"


def _result(summary: str) -> list[Shown]:
    """The pages of a result, each with all that it folds away."""
    others = ("plan", "risks", "scores", "answers", "explore")
    return [
        Shown("results/result.html", summary),
        *(Shown(f"results/{name}.html", f"{summary}{name}/", unfolded) for name in others),
    ]


NOBODY = [
    Shown("landing.html", "/"),
    Shown("guests/start.html", "/check/"),
    Shown("guests/start.html", "/check/", emptied, status=422),
    Shown("selector/selector.html", "/selector/"),
    Shown("selector/selector.html", f"/selector/?{SELECTED}"),
    Shown("selector/selector.html", "/selector/?exposure=amount&amount=lots", status=422),
    Shown("playbook/index.html", "/playbook/"),
    Shown("playbook/method.html", "/playbook/method/"),
    Shown("playbook/models.html", "/playbook/models/"),
    *_longest_entries(),
    Shown("playbook/entry.html", CHAOS_DAYS, explained),
    Shown("playbook/models.html", "/playbook/models/", explained),
    Shown("glossary/glossary.html", "/playbook/glossary/"),
    Shown("playbook/versions.html", "/playbook/versions/"),
    Shown("playbook/search.html", "/playbook/search/"),
    Shown("playbook/search.html", "/playbook/search/?q=on+call+pay"),
    Shown("playbook/search.html", "/playbook/search/?q=zebra"),
    Shown("playbook/search.html", f"/playbook/search/?q={'word+' * 30}", status=400),
    Shown("playbook/questions.html", "/playbook/questions/"),
    Shown("onboarding/join.html", "/join/{invitation}/"),
    Shown("onboarding/join_closed.html", "/join/{closed}/", status=410),
    Shown("onboarding/join_unknown.html", "/join/cut-off/", status=404),
    Shown("onboarding/claim_signed_out.html", "/check/quick/claim/"),
    Shown("guests/claimed.html", "/check/claimed/", status=410),
    *_result("/shared/read-only/"),
    Shown("results/shared_closed.html", "/shared/revoked/", status=410),
    Shown("404.html", "/nothing/here/", status=404),
    Shown("429.html", "/refused/429/", status=429),
    Shown("reports/wait.html", "/waiting/{quick}/", status=503),
    Shown("estate/wait.html", "/bare/estate/wait.html/"),
    Shown("400.html", "/refused/400/", status=400),
    Shown("403.html", "/refused/403/", status=403),
    Shown("403_csrf.html", "/forged/", status=403),
    Shown("500.html", "/refused/500/", status=500),
    Shown("503.html", "/refused/503/", status=503),
    Shown("signed_out.html", "/signed-out/", status=403),
    Shown("demo/used.html", "/demo/used/", status=410),
]

GUEST = [
    Shown("guests/check.html", "/check/{open}/"),
    Shown("guests/check.html", "/check/quick/"),
    Shown("guests/check.html", "/check/empty/"),
    Shown("sheet/section.html", "/check/{opened}/section/profile/"),
    Shown("sheet/section.html", "/check/{opened}/section/profile/?open=1", unfolded),
    Shown("sheet/section.html", "/check/{new}/section/profile/", answered),
    Shown("sheet/section.html", "/check/{both}/section/profile/", unfolded),
    Shown("sheet/section.html", "/check/{both}/section/service-reliability/", unfolded),
    Shown("sheet/section.html", "/check/{both}/section/deployment-throughput/", explained),
    Shown("sheet/section.html", "/check/{both}/section/learning-culture/?open=1"),
    Shown("sheet/review.html", "/check/{opened}/review/"),
    Shown(
        "sheet/review.html",
        "/check/{opened}/review/",
        pressed("Submit and see the result"),
        status=422,
    ),
    Shown("sheet/review.html", "/check/{both}/review/", unfolded),
    Shown("results/discard.html", "/check/{opened}/discard/"),
    *_result("/check/{quick}/result/"),
    Shown("results/result.html", "/check/{earlier}/result/?today=1"),
    Shown("results/explore.html", "/check/{quick}/result/explore/" + EXPLORED),
    Shown("results/explore.html", "/check/{quick}/result/explore/" + UNREADABLE, status=422),
    Shown("reports/report.html", "/check/{quick}/result/report/"),
    Shown("reports/report.html", "/check/{quick}/result/report.pdf?kind=novel", status=422),
    Shown("covering_notes/note.html", "/check/{quick}/result/report/note/", unfolded),
    Shown("results/share.html", "/check/{quick}/result/links/"),
    Shown(
        "results/share.html",
        "/check/{quick}/result/links/",
        typed("Make the link", name=" "),
        status=422,
    ),
    Shown(
        "results/share.html",
        "/check/{quick}/result/links/",
        typed("Make the link", name="The board"),
    ),
    Shown("sheet/frozen.html", "/check/{both}/section/profile/", saved_too_late, status=409),
]

_SHOP = "/o/oak-and-ember"

MEMBER = [
    Shown("home/organisation.html", f"{_SHOP}/"),
    Shown("home/organisation.html", f"{_SHOP}/?state=never"),
    Shown("service/service.html", f"{_SHOP}/services/{{bedroom}}/", unfolded),
    Shown("service/service.html", f"{_SHOP}/services/{{search}}/"),
    Shown("service/service.html", f"{_SHOP}/services/{{wishlist}}/"),
    Shown("service/service.html", f"{_SHOP}/services/{{catalogue}}/"),
    Shown("sheet/section.html", f"{_SHOP}/assessments/{{draft}}/section/service-reliability/"),
    Shown("sheet/review.html", f"{_SHOP}/assessments/{{draft}}/review/"),
    *_result(f"{_SHOP}/assessments/{{bedroom_result}}/result/"),
    *_result(f"{_SHOP}/assessments/{{kitchen_planner_result}}/result/"),
    Shown("reports/report.html", f"{_SHOP}/assessments/{{bedroom_result}}/result/report/"),
    Shown(
        "covering_notes/note.html",
        f"{_SHOP}/assessments/{{bedroom_result}}/result/report/note/",
        unfolded,
    ),
    Shown(
        "covering_notes/note.html",
        f"{_SHOP}/assessments/{{bedroom_result}}/result/report/note/",
        typed("Save as a draft", covering="A line\n" * 30),
        status=422,
    ),
    Shown("sheet/read_only.html", f"{_SHOP}/assessments/{{bedroom_result}}/section/profile/"),
    Shown("sheet/review.html", f"{_SHOP}/assessments/{{bedroom_result}}/review/"),
    Shown("services/new.html", f"{_SHOP}/services/new/"),
    Shown("services/new.html", f"{_SHOP}/services/new/", emptied, status=422),
    Shown("services/paste.html", f"{_SHOP}/services/paste/"),
    Shown("services/paste.html", f"{_SHOP}/services/paste/", emptied, status=422),
    Shown("services/edit.html", f"{_SHOP}/services/{{bedroom}}/edit/"),
    Shown("services/archive.html", f"{_SHOP}/services/{{bedroom}}/archive/"),
    Shown("organisations/people.html", f"{_SHOP}/people/"),
    Shown("organisations/teams.html", f"{_SHOP}/teams/"),
    Shown("organisations/domains.html", f"{_SHOP}/domains/"),
    Shown("organisations/bands.html", f"{_SHOP}/bands/"),
    Shown("guidance/guidance.html", f"{_SHOP}/guidance/"),
    Shown("playbook/entry.html", ON_CALL),
    Shown("compare/compare.html", f"{_SHOP}/compare/?model=ops-run-it"),
    Shown("account/email.html", "/accounts/email/"),
    Shown("account/email.html", "/accounts/email/", emptied),
    Shown("account/password_set.html", "/accounts/password/set/"),
    Shown("account/password_set.html", "/accounts/password/set/", emptied),
    Shown("account/logout.html", "/accounts/logout/"),
]

OWNER = [
    Shown("home/choose.html", "/home/?choose=1"),
    Shown("onboarding/start.html", "/start/"),
    Shown("onboarding/start.html", "/start/", emptied, status=422),
    Shown("compare/compare.html", f"{_SHOP}/compare/"),
    Shown("compare/compare.html", f"{_SHOP}/compare/?band=medium&demand=high&sort=-availability"),
    Shown("compare/compare.html", f"{_SHOP}/compare/?team={{empty_team}}"),
    Shown("patterns/patterns.html", f"{_SHOP}/patterns/?by=team"),
    Shown("services/import.html", f"{_SHOP}/services/import/"),
    Shown("services/move.html", f"{_SHOP}/services/move/?pick={{bedroom}}.{{payments}}"),
    Shown("decisions/decision.html", f"{_SHOP}/assessments/{{bedroom_result}}/result/decision/"),
    Shown(
        "decisions/decision.html",
        f"{_SHOP}/assessments/{{payments_result}}/result/decision/",
        emptied,
        status=422,
    ),
    Shown("downloads/downloads.html", f"{_SHOP}/downloads/"),
    Shown("downloads/reports.html", f"{_SHOP}/downloads/reports/?pick={{bedroom}}.{{payments}}"),
    Shown("downloads/reports.html", f"{_SHOP}/downloads/reports/?q=nothing"),
    Shown("downloads/workbook.html", f"{_SHOP}/downloads/workbook/", emptied, status=422),
    Shown("downloads/workbook.html", f"{_SHOP}/downloads/workbook/"),
    Shown("scenarios/scenarios.html", f"{_SHOP}/scenarios/"),
    Shown("scenarios/new.html", f"{_SHOP}/scenarios/new/?pick={{bedroom}}.{{payments}}"),
    Shown("scenarios/new.html", f"{_SHOP}/scenarios/new/"),
    Shown("scenarios/scenario.html", f"{_SHOP}/scenarios/{{scenario}}/?rota_people=3"),
    Shown("scenarios/edit.html", f"{_SHOP}/scenarios/{{scenario}}/edit/"),
    Shown("scenarios/delete.html", f"{_SHOP}/scenarios/{{scenario}}/delete/"),
    Shown("rounds/rounds.html", f"{_SHOP}/rounds/"),
    Shown("rounds/round.html", f"{_SHOP}/rounds/{{round}}/"),
    Shown("rounds/new.html", f"{_SHOP}/rounds/new/?domain={{domain}}"),
    Shown("rounds/new.html", f"{_SHOP}/rounds/new/", emptied, status=422),
    Shown("rounds/delete.html", f"{_SHOP}/rounds/{{round}}/delete/"),
    Shown("mails/mails.html", "/mails/"),
    Shown("patterns/changes.html", f"{_SHOP}/changes/?since=2026-01-01"),
    Shown("patterns/changed.html", f"{_SHOP}/changes/target/restore_met/met/"),
    Shown("cover/cover.html", f"{_SHOP}/cover/?standby_price=60k&rota_people=4"),
    Shown("compare/move_first.html", f"{_SHOP}/compare/move-first/"),
    Shown(
        "patterns/services.html", f"{_SHOP}/patterns/practice/architect-for-adaptability/partly/"
    ),
    Shown("compare/cannot_filter.html", f"{_SHOP}/compare/?model=none", status=400),
    Shown("compare/cannot_pick.html", f"{_SHOP}/compare/side-by-side/", status=400),
    Shown(
        "compare/side_by_side.html",
        f"{_SHOP}/compare/side-by-side/?service={{bedroom}}&service={{payments}}"
        "&service={kitchen_planner}&service={wishlist}&service={loyalty}&service={basket}",
    ),
    Shown("organisations/people.html", f"{_SHOP}/people/"),
    Shown("organisations/invitation_uses.html", f"{_SHOP}/people/joined/"),
    Shown("organisations/shared_links.html", f"{_SHOP}/links/"),
    Shown("organisations/person.html", f"{_SHOP}/people/{{person}}/"),
    Shown("organisations/person.html", f"{_SHOP}/people/{{person}}/", emptied, status=422),
    Shown("organisations/person_remove.html", f"{_SHOP}/people/{{person}}/remove/"),
    Shown("organisations/person_remove.html", f"{_SHOP}/people/{{joined}}/remove/"),
    Shown("organisations/invitations.html", f"{_SHOP}/invitations/"),
    Shown(
        "organisations/invitations.html", f"{_SHOP}/invitations/", chosen("Make the link", team=1)
    ),
    Shown("organisations/teams.html", f"{_SHOP}/teams/", emptied, status=422),
    Shown("organisations/team.html", f"{_SHOP}/teams/{{team}}/"),
    Shown("organisations/team_delete.html", f"{_SHOP}/teams/{{team}}/delete/"),
    Shown("organisations/team_delete.html", f"{_SHOP}/teams/{{empty_team}}/delete/"),
    Shown("organisations/domains.html", f"{_SHOP}/domains/"),
    Shown("organisations/domain.html", f"{_SHOP}/domains/{{domain}}/"),
    Shown("organisations/domain_delete.html", f"{_SHOP}/domains/{{domain}}/delete/"),
    Shown("organisations/bands.html", f"{_SHOP}/bands/"),
    Shown("organisations/bands.html", f"{_SHOP}/bands/", emptied, status=422),
    Shown("guidance/guidance.html", f"{_SHOP}/guidance/"),
    Shown("guidance/new.html", f"{_SHOP}/guidance/new/?entry=pitfall:excessive-bau"),
    Shown("guidance/new.html", f"{_SHOP}/guidance/new/", emptied, status=422),
    Shown("guidance/change.html", f"{_SHOP}/guidance/{{guidance}}/"),
    Shown("guidance/change.html", f"{_SHOP}/guidance/{{guidance}}/", meanwhile, status=409),
    Shown("guidance/delete.html", f"{_SHOP}/guidance/{{guidance}}/delete/"),
    Shown("playbook/entry.html", ON_CALL),
    Shown("playbook/entry.html", CHAOS_DAYS),
    Shown("organisations/logo.html", f"{_SHOP}/logo/"),
    Shown("organisations/organisation.html", f"{_SHOP}/edit/"),
    Shown("organisations/organisation.html", f"{_SHOP}/edit/", emptied, status=422),
    Shown("organisations/organisation_delete.html", f"{_SHOP}/delete/"),
    Shown("organisations/organisation_delete.html", f"{_SHOP}/delete/", emptied, status=422),
    Shown("services/delete.html", f"{_SHOP}/services/{{bedroom}}/delete/"),
    Shown("services/delete.html", f"{_SHOP}/services/{{bedroom}}/delete/", emptied, status=422),
    *_result(f"{_SHOP}/assessments/{{payments_result}}/result/"),
    Shown("sheet/read_only.html", f"{_SHOP}/assessments/{{draft}}/section/learning-culture/"),
]

NEWCOMER = [
    Shown("onboarding/join.html", "/join/{invitation}/"),
    Shown("onboarding/claim.html", "/check/quick/claim/"),
    Shown("onboarding/claim.html", "/check/quick/claim/", emptied, status=422),
    Shown(
        "onboarding/claim_confirm.html",
        "/check/quick/claim/",
        typed("Go on", organisation_name="Acme", team_name="Rooms"),
    ),
    Shown("account/password_change.html", "/accounts/password/change/"),
    Shown("account/password_change.html", "/accounts/password/change/", emptied),
    Shown("account/reauthenticate.html", "/accounts/reauthenticate/"),
    Shown("account/reauthenticate.html", "/accounts/reauthenticate/", emptied),
]

_WIDE = "/o/wide"

LONGEST = [
    Shown("home/organisation.html", f"{_WIDE}/"),
    Shown("service/service.html", f"{_WIDE}/services/{{service}}/", unfolded),
    Shown("services/edit.html", f"{_WIDE}/services/{{service}}/edit/"),
    Shown("services/delete.html", f"{_WIDE}/services/{{service}}/delete/"),
    Shown(
        "sheet/section.html",
        f"{_WIDE}/assessments/{{draft}}/section/deployment-throughput/",
        unfolded,
    ),
    Shown("sheet/section.html", f"{_WIDE}/assessments/{{draft}}/section/profile/", unfolded),
    Shown("sheet/review.html", f"{_WIDE}/assessments/{{draft}}/review/", unfolded),
    *_result(f"{_WIDE}/assessments/{{result}}/result/"),
    Shown("results/discard.html", f"{_WIDE}/assessments/{{draft}}/discard/"),
    Shown("decisions/decision.html", f"{_WIDE}/assessments/{{result}}/result/decision/"),
    Shown("reports/report.html", f"{_WIDE}/assessments/{{result}}/result/report/"),
    Shown("compare/compare.html", f"{_WIDE}/compare/"),
    Shown("patterns/patterns.html", f"{_WIDE}/patterns/"),
    Shown("rounds/rounds.html", f"{_WIDE}/rounds/"),
    Shown("rounds/round.html", f"{_WIDE}/rounds/{{round}}/"),
    Shown("scenarios/scenarios.html", f"{_WIDE}/scenarios/"),
    Shown("scenarios/scenario.html", f"{_WIDE}/scenarios/{{scenario}}/"),
    Shown(
        "compare/side_by_side.html",
        f"{_WIDE}/compare/side-by-side/?service={{service}}&service={{other}}",
    ),
    Shown("organisations/shared_links.html", f"{_WIDE}/links/"),
    Shown("results/share.html", f"{_WIDE}/assessments/{{result}}/result/links/"),
    Shown("organisations/people.html", f"{_WIDE}/people/"),
    Shown("organisations/person.html", f"{_WIDE}/people/{{person}}/"),
    Shown("organisations/invitations.html", f"{_WIDE}/invitations/"),
    Shown("organisations/teams.html", f"{_WIDE}/teams/"),
    Shown("organisations/team_delete.html", f"{_WIDE}/teams/{{team}}/delete/"),
    Shown("organisations/domains.html", f"{_WIDE}/domains/"),
    Shown("organisations/domain.html", f"{_WIDE}/domains/{{domain}}/"),
    Shown("organisations/bands.html", f"{_WIDE}/bands/"),
    Shown("guidance/guidance.html", f"{_WIDE}/guidance/"),
    Shown("guidance/change.html", f"{_WIDE}/guidance/{{guidance}}/"),
    Shown("playbook/entry.html", CHAOS_DAYS),
    Shown("selector/selector.html", f"{_WIDE}/selector/?{SELECTED}"),
    Shown("organisations/organisation.html", f"{_WIDE}/edit/"),
    Shown("organisations/organisation_delete.html", f"{_WIDE}/delete/"),
    Shown("account/email.html", "/accounts/email/"),
]
