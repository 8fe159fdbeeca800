"""The form of an organisation's logo."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from assessments.logos import LARGEST_FILE, Logo, NotALogo, redraw


class LogoForm(forms.Form):
    """A PNG file."""

    logo = forms.FileField(
        label=_("Logo"),
        widget=forms.FileInput(attrs={"accept": "image/png"}),
        help_text=_(
            "A PNG of 500 kB at most. It is drawn anew at most 480 pixels wide and 192 high."
        ),
        error_messages={
            "required": _("Choose a PNG file."),
            "empty": _("The file is empty. Choose another one."),
        },
    )

    def clean_logo(self) -> Logo:
        """The logo as it is kept."""
        file: UploadedFile = self.cleaned_data["logo"]
        try:
            return redraw(file.read(LARGEST_FILE + 1))
        except NotALogo as fault:
            raise forms.ValidationError(str(fault)) from fault
