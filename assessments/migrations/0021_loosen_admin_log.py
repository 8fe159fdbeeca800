"""Let go of the people in the log of Django's admin, which is no longer installed.

Nothing deletes its rows with a person any more, so its foreign key would refuse to have anyone
deleted who had used it. The table stays for the processes of the release before.
"""

from django.conf import settings
from django.db import migrations, models
from django.db.models import deletion

TABLE = "django_admin_log"


def log_of(apps) -> type[models.Model]:
    """The table as the admin makes it, the columns in its order."""
    fields = {
        "action_time": models.DateTimeField(),
        "user": models.ForeignKey(apps.get_model(settings.AUTH_USER_MODEL), deletion.CASCADE),
        "content_type": models.ForeignKey(
            apps.get_model("contenttypes.ContentType"), deletion.SET_NULL, blank=True, null=True
        ),
        "object_id": models.TextField(blank=True, null=True),
        "object_repr": models.CharField(max_length=200),
        "action_flag": models.PositiveSmallIntegerField(),
        "change_message": models.TextField(blank=True),
        "id": models.AutoField(primary_key=True),
    }
    meta = type("Meta", (), {"apps": apps, "app_label": "admin", "db_table": TABLE})
    return type("LogEntry", (models.Model,), {**fields, "Meta": meta, "__module__": __name__})


def let_go(apps, schema_editor):
    if TABLE not in schema_editor.connection.introspection.table_names():
        return  # installed after the admin went
    log = log_of(apps)
    held = log._meta.get_field("user")
    loose = models.ForeignKey(held.related_model, deletion.CASCADE, db_constraint=False)
    loose.set_attributes_from_name("user")
    loose.model = log
    schema_editor.alter_field(log, held, loose)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0020_covering_notes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(let_go, migrations.RunPython.noop)]
