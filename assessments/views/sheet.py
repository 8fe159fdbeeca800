"""The questionnaire: a section a page, each answer saved when it is given, then a review."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessments.current import playbook
from assessments.forms.changes import Pressed
from assessments.forms.questions import QuestionForm
from assessments.places import Place
from assessments.policy import Verb
from assessments.queries.sheets import Item, SectionState, SheetState, compute_sheet, fetch_sheet
from assessments.views.access import person, sheet_view
from assessments.views.form_requests import posted
from assessments.views.login_draft import take_unsent
from assessments.views.question_cards import (
    Slot,
    arrangement,
    card_of,
    introductions_of,
    rearranged,
    slots,
)
from assessments.views.review_page import review_context
from assessments.views.saving import Outcome, save
from assessments.views.section_page import after, is_open, progress_context, section_context
from assessments.writes.errors import ProfileIncomplete, SheetFrozen
from assessments.writes.submission import submit

KEEP_THE_LINK = gettext_noop(
    "Your first answers are saved. Keep your private link, which stands beside the questions: it "
    "is the only way back to them."
)


@sheet_view()
def overview(_request: HttpRequest, place: Place) -> HttpResponse:
    """Goes on where one left off, or to the result."""
    if not place.assessment.is_open:
        return redirect(place.url("result"))
    left_off = fetch_sheet(place.sheet).resume_at
    if left_off is None:
        return redirect(place.url("review"))
    first = next(item.question.slug for item in left_off.put if is_open(item))
    anchor = "" if first == left_off.put[0].question.slug else f"#q-{first}"
    return redirect(place.url("section", section=left_off.section.slug) + anchor)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sheet_view(post=Verb.EDIT_SHEET)
def section(request: HttpRequest, place: Place, section: str) -> HttpResponse:
    if request.method == "POST":
        return _save_section(request, place, section)
    state = fetch_sheet(place.sheet)
    asked, only_open = _found(state, section), "open" in request.GET
    unsent = _unsent(request, place, asked)
    context = section_context(place, state, asked, only_open=only_open, outcome=unsent)
    template = "section" if place.can_edit and place.assessment.is_open else "read_only"
    return render(request, f"sheet/{template}.html", context)


def _unsent(request: HttpRequest, place: Place, asked: SectionState) -> Outcome | None:
    data = take_unsent(request)
    if data is None:
        return None
    forms = [QuestionForm(item, place.assessment, data) for item in asked.put]
    here = {form.item.question.slug: form for form in forms if form.is_in_the_body}
    return Outcome(answers={}, forms=here, unsent=True)


def _save_section(request: HttpRequest, place: Place, slug: str) -> HttpResponse:
    """Without JavaScript: all questions of the page at once."""
    data, only_open = posted(request), "open" in request.GET
    asked = _found(fetch_sheet(place.sheet), slug)
    questions = asked.section.questions
    forms = [QuestionForm(_blank(question), place.assessment, data) for question in questions]
    reworded = frozenset(item.question.slug for item in asked.put if item.has_changed)
    had_nothing = not place.has_something_to_come_back_to
    try:
        outcome = save(request, place, forms, Pressed.of(data, apart=reworded))
    except SheetFrozen:
        return _frozen(request, place)
    state = compute_sheet(place.sheet, outcome.answers)
    if had_nothing and place.has_something_to_come_back_to:
        messages.info(request, _(KEEP_THE_LINK))
    if outcome.is_clean:
        return _go_on(request, place, state, slug)
    context = section_context(
        place, state, _found(state, slug), only_open=only_open, outcome=outcome
    )
    return render(request, "sheet/section.html", context, status=outcome.status)


def _go_on(request: HttpRequest, place: Place, state: SheetState, slug: str) -> HttpResponse:
    only_open = "open" in request.GET
    if request.POST.get("go") == "next":
        return redirect(after(place, state, slug, only_open=only_open).url)
    messages.success(request, _("Saved."))
    pressed = Pressed.of(request.POST)
    question = pressed.question or pressed.confirm
    anchor = f"#q-{question}" if question in playbook().questions else ""
    rest = "?open=1" if only_open else ""
    return redirect(place.url("section", section=slug) + rest + anchor)


@require_POST
@sheet_view(Verb.EDIT_SHEET)
def answer(request: HttpRequest, place: Place, question: str) -> HttpResponse:
    """With JavaScript: one question, as soon as it changes."""
    data, item = posted(request), _blank(question)
    form, pressed = QuestionForm(item, place.assessment, data), Pressed.of(data)
    had_nothing = not place.has_something_to_come_back_to
    try:
        outcome = save(request, place, [form], pressed)
    except SheetFrozen:
        context = {"place": place, "slug": question}
        return _partly(render(request, "sheet/_frozen.html", context, status=409))
    state = compute_sheet(place.sheet, outcome.answers)
    context = _changed(place, state, item, outcome, pressed, data.get("arrangement", ""))
    only_open, section = "open" in request.GET, item.question.section
    context["offers_link_at"] = (
        question if had_nothing and place.has_something_to_come_back_to else ""
    )
    context |= progress_context(place, state, section, only_open=only_open)
    return _partly(render(request, "sheet/_answered.html", context, status=outcome.status))


def _changed(
    place: Place, state: SheetState, item: Item, outcome: Outcome, pressed: Pressed, before: str
) -> dict[str, object]:
    """What of the page is to be drawn again."""
    shown, slug = _found(state, item.question.section), item.question.slug
    now = arrangement(shown, state.standing)
    moved = rearranged(before, now) if before else set()
    introduced = introductions_of(moved)
    moved |= {pressed.question} & {slug} if pressed.field not in outcome.unsaved(slug) else set()
    moved |= {slug} if outcome.differs(slug) else set()
    moved |= {each for each, form in outcome.forms.items() if form.reads_otherwise}
    cards = {
        asked: card_of(place, state, each, outcome) if asked in moved | {slug} else None
        for each in shown.put
        for asked in [each.question.slug]
    }
    drawn: list[Slot] = [
        slot
        for apart in (False, True)
        for slot in slots(shown, cards, apart=apart)
        if slot.id.partition("-")[2] in moved | introduced
    ]
    return {
        "card": None if slug in moved else cards.get(slug),
        "drawn": drawn,
        "arrangement": now,
        "section": shown,
    }


def _partly(response: HttpResponse) -> HttpResponse:
    """Marks parts of a page, so that the script can tell them from an error page or a log-in."""
    # The name that htmx has for it: pages that were opened before a deployment look for that.
    response.headers["HX-Trigger"] = "questionnaire:answered"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sheet_view(post=Verb.EDIT_SHEET)
def review(request: HttpRequest, place: Place) -> HttpResponse:
    """Everything on one page, and the way to the result."""
    faults: dict[str, str] = {}
    if request.method == "POST":
        try:
            submit(assessment=place.assessment, by=person(request), at=timezone.now())
        except SheetFrozen:
            return _frozen(request, place)
        except ProfileIncomplete as refused:
            faults = dict(refused.faults)
        else:
            return redirect(place.url("result"))
    context = review_context(place, fetch_sheet(place.sheet), refused=bool(faults))
    return render(request, "sheet/review.html", context, status=422 if faults else 200)


def _frozen(request: HttpRequest, place: Place) -> HttpResponse:
    return render(request, "sheet/frozen.html", {"place": place}, status=409)


def _found(state: SheetState, slug: str) -> SectionState:
    found = state.section(slug)
    if found is None:
        raise Http404
    return found


def _blank(slug: str) -> Item:
    question = playbook().questions.get(slug)
    if question is None:
        raise Http404
    return Item(question)
