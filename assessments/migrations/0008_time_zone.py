from django.db import migrations, models

import assessments.models.time_zones


class Migration(migrations.Migration):
    dependencies = [("assessments", "0007_sent_forms")]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="time_zone",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Leave empty to take the site's.",
                max_length=50,
                validators=[assessments.models.time_zones.validate_time_zone],
                verbose_name="time zone",
            ),
        ),
    ]
