"""Names in the tables: tidied wherever they are written."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from assessments.names import LONGEST_NAME, tidy_name


class AsBuiltIn:
    """A field that migrations know as Django's own of that name, since its column is just that."""

    built_in: ClassVar[str]

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _path, args, options = super().deconstruct()  # type: ignore[misc]
        return name, f"django.db.models.{self.built_in}", args, options


class NameField(AsBuiltIn, models.CharField):
    """A name, stored tidied."""

    built_in = "CharField"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": LONGEST_NAME, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        name = tidy_name(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, name)
        return name
