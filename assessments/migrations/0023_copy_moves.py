"""Gives the team's sheets what was kept beside their assessments, and answers their origin."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def copy(apps, _schema_editor):
    assessments = apps.get_model("assessments", "Assessment").objects.filter(
        pk=OuterRef("assessment_id")
    )
    apps.get_model("assessments", "Sheet").objects.filter(kind="team").update(
        content_version_id=Subquery(assessments.values("content_version_id")[:1]),
        moves=Subquery(assessments.values("moves")[:1]),
    )
    for name in ("Answer", "HistoricalAnswer"):
        answers = apps.get_model("assessments", name).objects
        answers.filter(carried_over=True).update(origin="carried-over")


class Migration(migrations.Migration):
    dependencies = [("assessments", "0022_sheet_moves")]
    operations = [migrations.RunPython(copy, migrations.RunPython.noop, elidable=True)]
