"""What someone adds to a result under their own name: written, looked over, shared."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.forms.covering_notes import CoveringNoteForm
from assessments.forms.refusals import refusals_on
from assessments.models import CoveringNote, Result, User
from assessments.places import Place
from assessments.policy import Verb
from assessments.queries.covering_notes import versions_of
from assessments.views.access import person, sheet_view
from assessments.views.form_requests import form_page, posted, sent
from assessments.writes import covering_notes as writes
from assessments.writes.errors import Refused


@sheet_view(Verb.ADD_WORDS)
def note(request: HttpRequest, place: Place) -> HttpResponse:
    """The form of the note; once it is shared, what it says."""
    result = _result(place)
    if result is None:
        return redirect(place.url("overview"))
    found = _found(result)
    form = CoveringNoteForm(sent(request), of=found)
    if form.is_valid() and "preview" not in request.POST:
        shown, by, at = form.cleaned_data["shown"], _by(request, place), timezone.now()
        try:
            with refusals_on(form):
                writes.write(result=result, shown=shown, text=form.text, by=by, at=at)
                messages.success(request, _("Saved as a draft: share it once it says all."))
                return redirect(place.url("note"))
        except writes.NoteChanged as meanwhile:
            return _changed(request, place, form, meanwhile)
    context = _context(place, form, found) | {"previewed": "preview" in request.POST}
    return form_page(request, "covering_notes/note.html", context)


@require_POST
@sheet_view(Verb.ADD_WORDS)
def share(request: HttpRequest, place: Place) -> HttpResponse:
    result = _result(place)
    if result is None:
        return redirect(place.url("overview"))
    shown = posted(request).get("shown", "")
    try:
        writes.share(result=result, shown=shown, by=_by(request, place), at=timezone.now())
        messages.success(
            request, _("The covering note is shared: everyone who sees the result can read it now.")
        )
    except Refused as refused:
        messages.error(request, str(refused))
    except writes.NoteChanged:
        messages.error(
            request,
            _("The covering note has been changed meanwhile. Look it over before you share it."),
        )
    return redirect(place.url("note"))


def _result(place: Place) -> Result | None:
    return Result.objects.filter(assessment=place.assessment).first()


def _found(result: Result) -> CoveringNote | None:
    notes = CoveringNote.objects.select_related("written_by", "shared_by")
    return notes.filter(result=result).first()


def _by(request: HttpRequest, place: Place) -> User | None:
    return person(request) if place.membership else None


def _changed(
    request: HttpRequest, place: Place, form: CoveringNoteForm, meanwhile: writes.NoteChanged
) -> HttpResponse:
    """One's own is still in the form, with what it has become above it."""
    form.show(meanwhile.now)
    form.add_error(None, str(meanwhile))
    context = _context(place, form, meanwhile.now) | {"now": meanwhile.now}
    return render(request, "covering_notes/note.html", context, status=HTTPStatus.CONFLICT)


def _context(place: Place, form: CoveringNoteForm, found: CoveringNote | None) -> dict[str, Any]:
    return {
        "place": place,
        "form": form,
        "note": found,
        "shown": writes.shown_as(writes.text_of(found)),
        "versions": versions_of(found) if found and found.pk else [],
        "subject": place.assessment.subject,
    }
