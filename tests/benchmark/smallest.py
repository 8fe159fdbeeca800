"""The smallest Django pages of each kind: they read a session, its user and rows, and ask for no
rights, keep no history and have nothing of the site's looks."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from typing import Any

import typst
from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.urls import path

from assessments.models import Answer, Service
from assessments.reports import pdf_fonts
from playbook_site import urls

LINE = "What takes up a hundred characters of a page says as little as any line of words can say. "
PARAGRAPHS = 420
QUESTIONS, OPTIONS, HELP = 16, 7, 16
ROWS = 1_000
COLUMNS = ("pk", "name", "team__name", "current_result__model", "current_result__submitted_at")

PAGE = """<!doctype html><title>Page</title><h1>{{ user }}: {{ row }}</h1>
{% for line in lines %}<p>{{ line }}</p>{% endfor %}"""
FORM = """<!doctype html><title>Form</title><h1>{{ user }}</h1>
<form method="post">{% csrf_token %}{% for name, answer in questions %}
<fieldset><legend>{{ name }}</legend>{% for value in options %}
<input type="radio" name="{{ name }}" id="{{ name }}-{{ value }}" value="{{ value }}">
<label for="{{ name }}-{{ value }}">{{ line }}</label>{% endfor %}
{% for line in help %}<p>{{ line }}</p>{% endfor %}
<textarea name="{{ name }}-note">{{ answer.note }}</textarea>
<textarea name="{{ name }}-links">{{ answer.evidence }}</textarea></fieldset>
{% endfor %}<button>Save</button></form>"""
LIST = """<!doctype html><title>List</title><h1>{{ user }}</h1><table>{% for row in rows %}
<tr>{% for value in row %}<td>{{ value }}</td>{% endfor %}</tr>{% endfor %}</table>"""


@cache
def _template(text: str) -> Any:
    return engines["django"].from_string(text)


@login_required
def row(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<p>{Service.objects.first()}</p>")


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """40 KB."""
    context = {"row": Service.objects.first(), "lines": [LINE] * PARAGRAPHS}
    return HttpResponse(_template(PAGE).render(context, request))


@login_required
def form(request: HttpRequest) -> HttpResponse:
    """50 KB: as many questions and options as a section has, and two texts with each."""
    answers = [(each.question, each) for each in Answer.objects.all()[:QUESTIONS]]
    context = {"questions": answers, "options": range(OPTIONS), "line": LINE}
    context["help"] = [LINE] * HELP
    return HttpResponse(_template(FORM).render(context, request))


@login_required
def save(request: HttpRequest) -> HttpResponse:
    """A form that changes one row."""
    asked = forms.CharField().clean(request.POST.get("note"))
    answer = Answer.objects.all()[0]
    answer.note = asked
    answer.save(update_fields=["note"])
    return HttpResponse(f"<p>{answer}: saved</p>")


def _rows(slug: str) -> Any:
    services = Service.objects.filter(organisation__slug=slug)
    return services.order_by("name").values_list(*COLUMNS)


@login_required
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """Every service of an organisation."""
    return HttpResponse(_template(LIST).render({"rows": _rows(slug)}, request))


class _Echo:
    """What the csv writer writes to: each line goes straight on."""

    def write(self, line: str) -> str:
        return line


@login_required
def as_csv(_request: HttpRequest, slug: str) -> StreamingHttpResponse:
    writer = csv.writer(_Echo())
    lines: Iterator[str] = (writer.writerow(row) for row in _rows(slug))
    return StreamingHttpResponse(lines, content_type="text/csv")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=pdf_fonts.folders(),
    )


@login_required
def as_pdf(request: HttpRequest, words: int) -> HttpResponse:
    """That many words on plain paper, no two times the same."""
    text = " ".join([request.GET["changing"], *(LINE.split() * words)[:words]])
    compiler = typst.Compiler(
        input=f'#set text(font: "{pdf_fonts.families(text)[0]}")\n{text}'.encode(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )
    return HttpResponse(compiler.compile(format="pdf"), content_type="application/pdf")


urlpatterns = [
    path("smallest/row/", row),
    path("smallest/page/", page),
    path("smallest/form/", form),
    path("smallest/save/", save),
    path("smallest/list/<slug:slug>/", listed),
    path("smallest/list/<slug:slug>.csv", as_csv),
    path("smallest/pdf/<int:words>/", as_pdf),
    *urls.urlpatterns,
]
