"""What an organisation adds of its own: told with an entry, apart from the playbook's words."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessments.playbook.entries import EntryKind
from assessments.reports.document.blocks import Own, Span, parts_of
from assessments.reports.own_guidance import GuidanceTold, OwnGuidance
from assessments.reports.pdf import draw
from assessments.reports.pdf_data import texts_drawn, to_pdf_data
from tests.reports.samples import BOTH, ECOMMERCE, document, options, pdf_input, report

SAID = GuidanceTold(
    "Use **our** template.\n\n<script>alert(1)</script>", ("https://example.org/our-template",)
)
ON: dict[tuple[EntryKind, str], tuple[GuidanceTold, ...]] = {
    ("practice", "automate-a-telemetry-toolchain"): (SAID,),
    ("pitfall", "excessive-bau"): (SAID, replace(SAID, text="Ask the platform team.")),
    ("principle", "operating-models-are-powered-by-feedback"): (SAID,),
    ("drawback", "uninformative-telemetry"): (SAID,),
    ("model", "you-build-it-you-run-it"): (SAID,),
    ("model", "hybrid"): (SAID,),
}
OWN = OwnGuidance("Oak & Ember", ON)


@pytest.fixture(scope="module")
def told():
    return report(answers=options(0), own=OWN)


def by_slug(entries):
    return {entry.link.slug: entry.guidance for entry in entries if entry.guidance}


def test_it_stands_with_the_entry_that_it_is_about(told):
    practices = [p for phase in told.plan for p in (*phase.adopt, *phase.settle, *phase.keep)]
    assert by_slug(practices) == {"automate-a-telemetry-toolchain": (SAID,)}
    assert by_slug(told.pitfalls) == {"excessive-bau": ON["pitfall", "excessive-bau"]}
    assert by_slug(told.drawbacks) == {"uninformative-telemetry": (SAID,)}
    assert by_slug(told.principles) == {"operating-models-are-powered-by-feedback": (SAID,)}


def test_its_author_is_named(told):
    assert told.guidance_from == "Oak & Ember"


@pytest.mark.parametrize(
    ("profile", "models"),
    [
        (ECOMMERCE, []),
        (BOTH, ["hybrid", "you-build-it-you-run-it"]),
    ],
)
def test_it_is_told_about_the_models_that_are_recommended(profile, models):
    found = report(profile, options(0), own=OWN)
    assert [model.link.slug for model in found.models] == models


def test_without_any_nothing_is_told():
    found = report(answers=options(0))
    assert (found.models, found.guidance_from) == ((), "")
    assert by_slug(found.pitfalls) == {}


def test_it_is_never_among_the_playbook_s_words(told):
    """Without it the report is the same to the letter."""

    def bare(entries):
        return tuple(replace(entry, guidance=()) for entry in entries)

    without = report(answers=options(0))
    assert (
        replace(
            told,
            plan=tuple(
                replace(
                    phase,
                    adopt=bare(phase.adopt),
                    settle=bare(phase.settle),
                    keep=bare(phase.keep),
                    aside=bare(phase.aside),
                )
                for phase in told.plan
            ),
            first_steps=tuple(
                replace(step, practice=replace(step.practice, guidance=()))
                for step in told.first_steps
            ),
            pitfalls=bare(told.pitfalls),
            drawbacks=bare(told.drawbacks),
            principles=bare(told.principles),
            models=(),
            guidance_from="",
        )
        == without
    )


def own_blocks(told):
    return [part for part in parts_of(document(told).blocks) if isinstance(part, Own)]


def test_it_stands_in_the_document_under_its_author_s_name(told):
    whose = {one.whose for one in own_blocks(told)}
    assert whose == {"Guidance from Oak & Ember, not from the playbook"}


def test_its_links_stand_with_it(told):
    pages = {part.page for part in parts_of(own_blocks(told)) if isinstance(part, Span)}
    assert "https://example.org/our-template" in pages


def test_the_pdf_tells_it_with_its_author_and_shows_a_script_as_text(told):
    pdf = draw(pdf_input(told))
    assert pdf.universal_access
    reader = PdfReader(BytesIO(pdf.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    # On a page of its own for each, and again where it runs on to the next one.
    assert text.count("Guidance from Oak & Ember, not from the playbook") >= 5
    assert "Ask the platform team." in text
    assert "<script>alert(1)</script>" in text


def test_an_address_that_is_not_of_the_web_is_no_link():
    own = OwnGuidance(
        "X", {("pitfall", "excessive-bau"): (GuidanceTold("a", ("javascript:a()",)),)}
    )
    pages = to_pdf_data(document(report(answers=options(0), own=own)))
    assert "javascript:a()" in set(texts_drawn(pages))
    assert '"page": "javascript' not in json.dumps(pages)


def test_where_it_goes_on_to_another_page_its_author_is_named_again():
    long = GuidanceTold("\n\n".join(["So be it. " * 100] * 2), ())
    own = OwnGuidance("Oak & Ember", {("pitfall", "excessive-bau"): (long,) * 4})
    pdf = draw(pdf_input(report(answers=options(0), own=own)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages]
    holding = [page for page in pages if "So be it." in page]
    assert len(holding) > 1
    assert all("Guidance from Oak" in page for page in holding)
