"""Forms for people: inviting them, and what they may do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import Invitation, Membership, Organisation, Role, SharedLink, Team
from assessments.moments import moment

DAYS = ((1, gettext_lazy("1 day")), (7, gettext_lazy("7 days")), (30, gettext_lazy("30 days")))


class InvitationForm(forms.Form):
    """Who may join by a link, into which team, and until when."""

    role = forms.TypedChoiceField(
        label=gettext_lazy("Role"),
        choices=Role.choices,
        coerce=Role,
        initial=Role.MEMBER,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "A link for members lets in everyone who has it. A link for any other role works once."
        ),
    )
    team = forms.ModelChoiceField(
        Team.objects.none(),
        label=gettext_lazy("Team"),
        required=False,
        empty_label=gettext_lazy("No team"),
        help_text=gettext_lazy(
            "A member needs one. Whatever the role, people answer for their own teams only."
        ),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("The link works for"), choices=DAYS, coerce=int, initial=7
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = organisation.teams.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("role") == Role.MEMBER and "team" in cleaned and cleaned["team"] is None:
            self.add_error(
                "team", _("Choose a team: a member sees the services of their teams only.")
            )
        return cleaned


class PersonForm(forms.Form):
    """What a person may do, and the teams they are in."""

    role = forms.TypedChoiceField(
        label=gettext_lazy("Role"), choices=Role.choices, coerce=Role, widget=forms.RadioSelect
    )
    teams = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Teams"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("They answer and submit for the services of these teams."),
    )

    def __init__(self, *args: Any, person: Membership, **kwargs: Any) -> None:
        initial = {
            "role": person.role,
            # In texts, as the choices are: the boxes are ticked by comparing the two.
            "teams": [str(place.team_id) for place in person.team_members.all()],
        }
        super().__init__(*args, **{**kwargs, "initial": initial})
        teams = {str(team.pk): team for team in person.organisation.teams.all()}
        field = self.fields["teams"]
        # Held against the list, so that no number is too large for the database to look up.
        field.choices = list(teams.items())  # type: ignore[attr-defined]
        field.coerce = teams.get  # type: ignore[attr-defined]


class OpenLinksField(forms.TypedMultipleChoiceField):
    """Links to close, all ticked until one is unticked. One closed meanwhile is no fault."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, _value: Any) -> bool:
        return True

    def clean(self, value: Any) -> Any:
        return [each for each in super().clean(value) if each is not None]


class RemovalForm(forms.Form):
    """What is closed with a person's leaving: the open invitations they made or joined by, and
    the read-only links they made."""

    invitations = OpenLinksField(
        label=gettext_lazy("Withdraw these invitations"),
        required=False,
        help_text=gettext_lazy(
            "They made them or joined by them, so they may have the link still and could come back."
        ),
    )

    links = OpenLinksField(
        label=gettext_lazy("Revoke these read-only links"),
        required=False,
        help_text=gettext_lazy("They made them: whoever has one reads the result that it shows."),
    )

    def __init__(
        self,
        *args: Any,
        invitations: Iterable[Invitation],
        links: Iterable[SharedLink],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("invitations", {each: _invited(each) for each in invitations})
        self._offer("links", {each: _shared(each) for each in links})

    def _offer(self, name: str, words: dict[Any, str]) -> None:
        field = self.fields[name]
        field.choices = [(str(each.pk), said) for each, said in words.items()]  # type: ignore[attr-defined]
        field.coerce = {str(each.pk): each for each in words}.get  # type: ignore[attr-defined]
        field.initial = [str(each.pk) for each in words]
        if not words:
            del self.fields[name]


def _shared(link: SharedLink) -> str:
    words = {"name": link, "service": link.result.service, "until": moment(link.expires_at)}
    return _("%(name)s: %(service)s, until %(until)s") % words


def _invited(invitation: Invitation) -> str:
    until = moment(invitation.expires_at)
    words = {"role": _ROLES[Role(invitation.role)], "team": invitation.team, "until": until}
    if invitation.team is None:
        return _("%(role)s, until %(until)s") % words
    return _("%(role)s in %(team)s, until %(until)s") % words


_ROLES = {
    Role.MEMBER: gettext_lazy("Member"),
    Role.LEAD: gettext_lazy("Lead"),
    Role.COACH: gettext_lazy("Coach"),
    Role.OWNER: gettext_lazy("Owner"),
}
"""Shorter than what each may do."""
