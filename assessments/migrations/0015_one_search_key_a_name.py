from django.db import migrations, models


class Migration(migrations.Migration):
    """Beside the constraints on small letters, by which the previous release goes."""

    dependencies = [("assessments", "0014_tidy_names")]

    operations = [
        *(
            migrations.AddConstraint(
                model,
                models.UniqueConstraint(
                    fields=("organisation", "search_key"),
                    name=f"one_{model}_a_search_key",
                    **condition,
                ),
            )
            for model, condition in (
                ("domain", {}),
                ("team", {}),
                ("service", {"condition": models.Q(archived_at__isnull=True)}),
            )
        ),
        *(
            migrations.AddIndex(
                model,
                models.Index(fields=["organisation", "sort_key"], name=f"{model}s_by_name"),
            )
            for model in ("domain", "team", "service")
        ),
    ]
