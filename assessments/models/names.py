"""Names in the tables: tidied wherever they are written."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, OrderBy, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from assessments.names import (
    LONGEST_NAME,
    LONGEST_SEARCH_KEY,
    LONGEST_SORT_KEY,
    fold,
    search_key,
    sort_key,
    tidy_name,
)


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


class SearchKeyField(AsBuiltIn, models.CharField):
    """A row's name folded: by it a name is found, and told from others. The previous release
    writes none, so it may be missing until `refresh_names` has run."""

    built_in = "CharField"

    def __init__(self, *args: Any, **options: Any) -> None:
        given = {"max_length": LONGEST_SEARCH_KEY, "null": True, "editable": False, **options}
        super().__init__(*args, **given)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002 - Django's
        key = search_key(str(model_instance))
        setattr(model_instance, self.attname, key)
        return key


class SortKeyField(AsBuiltIn, models.BinaryField):
    """Where a row stands in a list by name: in bytes, which every database puts in one order.
    Missing as the other is; such rows come last."""

    built_in = "BinaryField"

    def __init__(self, *args: Any, **options: Any) -> None:
        given = {"max_length": LONGEST_SORT_KEY, "null": True, "editable": False, **options}
        super().__init__(*args, **given)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002 - Django's
        key = sort_key(str(model_instance))
        setattr(model_instance, self.attname, key)
        return key


class Sorted(models.Model):
    """A model whose rows are listed by what they are called: by `NAMED_BY`, its text's fields."""

    NAMED_BY: ClassVar[tuple[str, ...]] = ("name",)

    sort_key = SortKeyField()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Saves the keys whenever what they are made of is saved."""
        fields = options.get("update_fields")
        if fields is not None and not set(fields).isdisjoint(self.NAMED_BY):
            keys = {each.name for each in self._meta.fields if isinstance(each, KEYS)}
            options["update_fields"] = keys.union(fields)
        super().save(*args, **options)


KEYS = (SearchKeyField, SortKeyField)


class Named(Sorted):
    """A model whose rows are found by name too, and bear each name once in their organisation."""

    name = NameField(_("name"))
    search_key = SearchKeyField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def by_name(of: str = "") -> tuple[OrderBy, ...]:
    """The order of a list by name; `of` leads to what bears it, such as "team__". Rows without a
    key come last, by name too."""
    return (
        F(f"{of}sort_key").asc(nulls_last=True),
        Lower(f"{of}name").asc(),
        F(f"{of}pk").asc(),
    )


def name_contains(text: str) -> Q:
    """The rows whose name holds a text, as it stands in no pattern."""
    key = fold(text)
    return Q(search_key__contains=key) | Q(search_key=None, name__icontains=tidy_name(text))
