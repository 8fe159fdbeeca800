from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0010_kept_forms")]

    operations = [
        migrations.AddField(
            model_name="guestcheck",
            name="currency",
            field=models.CharField(
                db_default="GBP", default="GBP", max_length=3, verbose_name="currency"
            ),
        ),
    ]
