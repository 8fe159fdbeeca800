import django.db.models.deletion
from django.db import migrations, models


def _edition(**options):
    return models.ForeignKey(
        blank=True, db_column="edition_id", null=True, related_name="+", **options
    )


class Migration(migrations.Migration):
    """Names only: the tables and columns stay as the previous release knows them."""

    dependencies = [("assessments", "0003_guidance")]

    operations = [
        migrations.AlterModelTable(name="edition", table="assessments_edition"),
        migrations.RenameModel("Edition", "ContentVersion"),
        *(
            operation
            for model, options in (
                ("assessment", {"on_delete": django.db.models.deletion.PROTECT}),
                (
                    "historicalassessment",
                    {
                        "on_delete": django.db.models.deletion.DO_NOTHING,
                        "db_constraint": False,
                    },
                ),
                ("result", {"on_delete": django.db.models.deletion.PROTECT}),
            )
            for operation in (
                migrations.AlterField(
                    model,
                    "edition",
                    _edition(to="assessments.contentversion", **options),
                ),
                migrations.RenameField(model, "edition", "content_version"),
            )
        ),
    ]
