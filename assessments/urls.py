"""The app's addresses. A sheet's pages stand under an organisation's and under a guest's link."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from assessments.views import (
    bands,
    compare,
    cover,
    covering_notes,
    decisions,
    demo,
    discard,
    downloads,
    estate,
    guests,
    guidance,
    home,
    landing,
    mails,
    models_page,
    onboarding,
    organisation,
    patterns,
    people,
    playbook,
    playbook_search,
    reports,
    results,
    rounds,
    scenarios,
    selector,
    service,
    services,
    shared,
    sharing,
    sheet,
    summaries,
    teams,
)

# Under both "o/<organisation>/assessments/<assessment>/" and "check/<token>/a/<assessment>/".
SHEET: list[URLPattern] = [
    path("", sheet.overview, name="overview"),
    path("section/<slug:section>/", sheet.section, name="section"),
    path("answer/<slug:question>/", sheet.answer, name="answer"),
    path("review/", sheet.review, name="review"),
    path("result/", results.page, {"tab": "result"}, name="result"),
    path("result/plan/", results.page, {"tab": "plan"}, name="plan"),
    path("result/risks/", results.page, {"tab": "risks"}, name="risks"),
    path("result/scores/", results.page, {"tab": "scores"}, name="scores"),
    path("result/answers/", results.page, {"tab": "answers"}, name="answers"),
    path("result/explore/", results.page, {"tab": "explore"}, name="explore"),
    path("result/report/", reports.report, name="report"),
    path("result/report/note/", covering_notes.note, name="note"),
    path("result/report/note/share/", covering_notes.share, name="note-share"),
    path("result/report.pdf", reports.report_pdf, name="report-pdf"),
    path("result/report.md", reports.report_markdown, name="report-markdown"),
    path("result/summary.txt", summaries.summary_text, name="summary-text"),
    path("result/summary.md", summaries.summary_markdown, name="summary-markdown"),
    path("result/links/", sharing.share, name="share"),
    path("result/links/<int:link>/revoke/", sharing.revoke, name="share-revoke"),
    path("continue/", results.continue_assessment, name="continue"),
    path("discard/", discard.discard, name="discard"),
]

# Under a read-only link: "shared/<token>/".
SHARED: list[URLPattern] = [
    path("", shared.page, {"tab": "result"}, name="result"),
    path("plan/", shared.page, {"tab": "plan"}, name="plan"),
    path("risks/", shared.page, {"tab": "risks"}, name="risks"),
    path("scores/", shared.page, {"tab": "scores"}, name="scores"),
    path("answers/", shared.page, {"tab": "answers"}, name="answers"),
    path("explore/", shared.page, {"tab": "explore"}, name="explore"),
    path("report.pdf", shared.report_pdf, name="report-pdf"),
    path("summary.txt", shared.summary_text, name="summary-text"),
    path("summary.md", shared.summary_markdown, name="summary-markdown"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", landing.landing, name="landing"),
    path("check/", guests.check_start, name="check-start"),
    path("check/<str:token>/", guests.check, name="check"),
    path(
        "check/<str:token>/a/<int:assessment>/", include((SHEET, "assessments"), namespace="guest")
    ),
    path("shared/<str:token>/", include((SHARED, "assessments"), namespace="shared")),
    path(
        "o/<slug:organisation>/assessments/<int:assessment>/",
        include((SHEET, "assessments"), namespace="sheet"),
    ),
]

# Of members alone: a guest's check is nobody's to decide on before it is claimed.
OF_A_RESULT = "o/<slug:organisation>/assessments/<int:assessment>/result"
urlpatterns += [
    path(f"{OF_A_RESULT}/decision/", decisions.decision, name="decision"),
    path(f"{OF_A_RESULT}/decision.md", decisions.decision_markdown, name="decision-markdown"),
]

urlpatterns += [
    path("start/", onboarding.start_organisation, name="start"),
    path("join/<str:token>/", onboarding.join, name="join"),
    path("check/<str:token>/claim/", onboarding.claim, name="check-claim"),
]

# Under "o/<organisation>/".
MANAGEMENT = [
    path("services/new/", services.service_new, name="service-new"),
    path("services/import/", services.services_import, name="services-import"),
    path("services/move/", services.services_move, name="services-move"),
    path("services/paste/", services.service_paste, name="service-paste"),
    path("services/<int:service>/edit/", services.service_edit, name="service-edit"),
    path("services/<int:service>/archive/", services.service_archive, name="service-archive"),
    path("services/<int:service>/restore/", services.service_restore, name="service-restore"),
    path("services/<int:service>/delete/", services.service_delete, name="service-delete"),
    path("services/<int:service>/assess/", services.service_assess, name="service-assess"),
    path("people/", people.people, name="people"),
    path("people/joined/", people.invitation_uses, name="invitation-uses"),
    path("people/<int:person>/", people.person, name="person"),
    path("people/<int:person>/remove/", people.person_remove, name="person-remove"),
    path("invitations/", people.invitations, name="invitations"),
    path(
        "invitations/<int:invitation>/withdraw/",
        people.invitation_withdraw,
        name="invitation-withdraw",
    ),
    path("links/", sharing.links, name="shared-links"),
    path("links/<int:link>/revoke/", sharing.link_revoke, name="shared-link-revoke"),
    path("teams/", teams.teams, name="teams"),
    path("teams/<int:team>/", teams.team, name="team"),
    path("teams/<int:team>/delete/", teams.team_delete, name="team-delete"),
    path("domains/", teams.domains, name="domains"),
    path("domains/<int:domain>/", teams.domain, name="domain"),
    path("domains/<int:domain>/delete/", teams.domain_delete, name="domain-delete"),
    path("bands/", bands.bands, name="bands"),
    path("guidance/", guidance.guidance, name="guidance"),
    path("guidance/new/", guidance.guidance_new, name="guidance-new"),
    path("guidance/<int:guidance>/", guidance.guidance_change, name="guidance-change"),
    path("guidance/<int:guidance>/delete/", guidance.guidance_delete, name="guidance-delete"),
    path("edit/", organisation.organisation_edit, name="organisation-edit"),
    path("logo/", organisation.organisation_logo, name="organisation-logo"),
    path("logo.png", organisation.organisation_logo_png, name="logo-png"),
    path("logo/remove/", organisation.organisation_logo_remove, name="logo-remove"),
    path("delete/", organisation.organisation_delete, name="organisation-delete"),
]
urlpatterns.append(path("o/<slug:organisation>/", include(MANAGEMENT)))

# Under "o/<organisation>/" too: what leads read.
OVERVIEWS = [
    path("", home.organisation, name="organisation"),
    path("services/<int:service>/", service.service, name="service"),
    path("compare/", compare.compare, name="compare"),
    path("compare/side-by-side/", compare.compare_side_by_side, name="compare-side-by-side"),
    path("answers.csv", compare.answers_csv, name="answers-csv"),
    path("compare.csv", compare.compare_csv, name="compare-csv"),
    path("compare/move-first/", compare.move_first, name="move-first"),
    path("estate.pdf", estate.estate_pdf, name="estate-pdf"),
    path("estate.md", estate.estate_markdown, name="estate-markdown"),
    path("downloads/", downloads.downloads, name="downloads"),
    path("downloads/reports/", downloads.reports_new, name="downloads-reports"),
    path("downloads/estate/", downloads.estate_new, name="downloads-estate"),
    path("downloads/workbook/", downloads.workbook_new, name="downloads-workbook"),
    path("downloads/<int:download>/file/", downloads.download_file, name="download-file"),
    path("downloads/<int:download>/delete/", downloads.download_delete, name="download-delete"),
    path("cover/", cover.cover, name="cover"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/new/", rounds.round_new, name="round-new"),
    path("rounds/<int:round>/", rounds.round_page, name="round"),
    path("rounds/<int:round>/text/", rounds.round_summary, name="round-text"),
    path("rounds/<int:round>/delete/", rounds.round_delete, name="round-delete"),
    path("scenarios/", scenarios.scenarios, name="scenarios"),
    path("scenarios/new/", scenarios.scenario_new, name="scenario-new"),
    path("scenarios/<int:scenario>/", scenarios.scenario_page, name="scenario"),
    path("scenarios/<int:scenario>/edit/", scenarios.scenario_edit, name="scenario-edit"),
    path("scenarios/<int:scenario>/delete/", scenarios.scenario_delete, name="scenario-delete"),
    path("changes/", patterns.changes, name="changes"),
    path(
        "changes/<slug:of>/<str:changed>/<slug:way>/",
        patterns.changed_services,
        name="changed-services",
    ),
    path("patterns/", patterns.patterns, name="patterns"),
    path(
        "patterns/practice/<str:practice>/<slug:status>/",
        patterns.practice_services,
        name="practice-services",
    ),
    path(
        "patterns/pitfall/<str:pitfall>/<slug:near>/",
        patterns.pitfall_services,
        name="pitfall-services",
    ),
    path("selector/", selector.organisation_selector, name="organisation-selector"),
]
urlpatterns += [
    path("home/", home.home, name="home"),
    path("mails/", mails.mails, name="mails"),
    path("mails/<str:token>/", mails.mails_by_link, name="mails-by-link"),
    path("o/<slug:organisation>/", include(OVERVIEWS)),
]

urlpatterns += [
    path("selector/", selector.selector, name="selector"),
    path("playbook/", playbook.index, name="playbook"),
    path("playbook/search/", playbook_search.search, name="search"),
    path("playbook/questions/", playbook.questions, name="questions"),
    path("playbook/method/", playbook.method, name="method"),
    path("playbook/models/", models_page.models, name="models"),
    path("playbook/glossary/", playbook.glossary, name="glossary"),
    path("playbook/versions/", playbook.versions, name="versions"),
    path("playbook/<str:kind>/<str:slug>/", playbook.entry, name="playbook-entry"),
]

if settings.DEMO:
    urlpatterns.append(path("demo/<str:token>/", demo.demo_login, name="demo-login"))
