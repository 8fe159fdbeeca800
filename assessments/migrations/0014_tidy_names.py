from django.db import migrations

from assessments.writes.stored_names import MODELS, refresh_names


def tidy(apps, _schema_editor):
    _written, renamed = refresh_names(apps.get_model("assessments", model) for model in MODELS)
    for each in renamed:
        print(f"\n  {each}", end="")


class Migration(migrations.Migration):
    dependencies = [("assessments", "0013_name_keys")]

    # An organisation or a batch at a time, each for good: a run that was broken off goes on.
    atomic = False

    # Names stay tidy when this is taken back: how they were written is not kept.
    operations = [migrations.RunPython(tidy, migrations.RunPython.noop)]
