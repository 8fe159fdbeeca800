from django.db import migrations, models
from django.db.models.functions import Lower

ORDERING = (
    models.OrderBy(models.F("sort_key"), nulls_last=True),
    models.OrderBy(Lower("name")),
    models.OrderBy(models.F("pk")),
)


class Migration(migrations.Migration):
    """May be empty: the previous release writes none."""

    dependencies = [("assessments", "0012_deleted_organisations")]

    operations = [
        *(
            migrations.AddField(
                model, "search_key", models.CharField(editable=False, max_length=300, null=True)
            )
            for model in ("domain", "team", "service")
        ),
        *(
            migrations.AddField(model, "sort_key", models.BinaryField(max_length=1000, null=True))
            for model in ("organisation", "domain", "team", "service", "user")
        ),
        *(
            migrations.AlterModelOptions(model, options={"ordering": ORDERING})
            for model in ("domain", "team", "service")
        ),
    ]
