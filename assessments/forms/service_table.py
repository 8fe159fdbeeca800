"""The form of a table of services: pasted, or from a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.service_table.reading import read, text_of
from assessments.service_table.table import LONGEST_TABLE, NotATable

LARGEST_FILE = 1_000_000
"""Bytes."""


class ServiceTableForm(forms.Form):
    """A table as text, or in a file, whose text stands in the place of the other from then on."""

    text = forms.CharField(
        label=gettext_lazy("Table with headings, or a catalogue"),
        required=False,
        max_length=LONGEST_TABLE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Copied from a spreadsheet or as CSV, with the columns Service and Team; Domain, "
            "Description and Contact if you have them, in any order. Or Backstage\u2019s "
            "catalog-info.yaml: Components, and the Groups, Systems and Domains that they name."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt,.yaml,.yml"}),
        help_text=gettext_lazy("A workbook (.xlsx), CSV, or catalog-info.yaml, of 1 MB at most."),
        error_messages={"empty": gettext_lazy("The file is empty. Choose another one.")},
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile] | None = None,
    ) -> None:
        super().__init__(data, files)

    def clean_file(self) -> str:
        """Its text; "" without one."""
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is None:
            return ""
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 1 MB. Choose a smaller one."))
        try:
            return text_of(file.read())
        except NotATable as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if from_file := cleaned["file"]:
            self._show(from_file)
        text = from_file or cleaned["text"]
        if not text.strip():
            self.add_error("text", _("Paste a table, or choose a file of 1 MB at most."))
            return cleaned
        try:
            cleaned["table"], cleaned["text"] = read(text), text
        except NotATable as fault:
            self.add_error("text", str(fault))
        return cleaned

    def _show(self, text: str) -> None:
        """It is text from now on, to be mended and sent again."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["text"] = text
        self.data = data
