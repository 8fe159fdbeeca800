"""An organisation's logo."""

from __future__ import annotations

from assessments.models import Organisation, OrganisationLogo


def fetch_logo(organisation: Organisation) -> OrganisationLogo | None:
    """One query."""
    return OrganisationLogo.objects.filter(organisation=organisation).first()


def drawn_logo(logo: OrganisationLogo | None) -> bytes | None:
    """As reports draw it."""
    return bytes(logo.content) if logo else None
