"""Gives each guest's check an organisation of its own, and all that is in it the same."""

import secrets

from django.db import migrations

from assessments.money.currencies import example_bands


def give(apps, _schema_editor):
    """Checks that a process of release 0.3.0 makes later are left to the next release."""
    model = {name.__name__: name for name in apps.get_app_config("assessments").get_models()}
    for check in model["GuestCheck"].objects.filter(organisation=None).iterator():
        low, medium, *_rest = example_bands(check.currency)
        organisation = model["Organisation"].objects.create(
            kind="guest",
            slug=f"_guest-{secrets.token_hex(16)}",
            name="Guest",
            currency=check.currency,
            low_ceiling=low.ceiling,
            medium_ceiling=medium.ceiling,
            created_at=check.created_at,
        )
        assessments = list(check.assessments.values_list("pk", flat=True))
        sheets = list(
            model["Sheet"].objects.filter(assessment__in=assessments).values_list("pk", flat=True)
        )
        results = list(
            model["Result"].objects.filter(assessment__in=assessments).values_list("pk", flat=True)
        )
        for name, among in (
            ("Assessment", {"pk__in": assessments}),
            ("HistoricalAssessment", {"id__in": assessments}),
            ("Sheet", {"pk__in": sheets}),
            ("Answer", {"sheet__in": sheets}),
            ("HistoricalAnswer", {"sheet__in": sheets}),
            ("Result", {"pk__in": results}),
            ("ResultPart", {"result__in": results}),
            ("ReportPdf", {"result__in": results}),
            ("SharedLink", {"result__in": results}),
            ("CoveringNote", {"result__in": results}),
            ("HistoricalCoveringNote", {"result__in": results}),
            ("GuestCheck", {"pk": check.pk}),
        ):
            model[name].objects.filter(**among).update(organisation=organisation)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0024_guests_organisations")]
    operations = [migrations.RunPython(give, migrations.RunPython.noop, elidable=True)]
