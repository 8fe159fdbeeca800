"""The report of many services: its first page stands alone, whatever the numbers."""

import io

import pypdf
import pytest

from assessments.reports.document.estate import (
    Counted,
    DomainRow,
    Estate,
    Mover,
    Way,
    compose_estate,
)
from assessments.reports.markdown import to_markdown
from assessments.reports.pdf import draw, prepare
from tests import factories

LONG = "Longname " * 10


def mover(number=0, name="Basket"):
    return Mover(
        service=f"{name} {number}",
        team="Checkout",
        change="Ops Run It to You Build It You Run It",
        exposure="£200,000",
        missed="deployment frequency, availability, time to restore",
        reasons=("Demand for features is very high.",),
        flips=("If the demand for features were low, the model would be Ops Run It.",),
    )


def estate(**changes):
    told = {
        "organisation": "Acme",
        "date": "27 November 2026",
        "narrowed": "",
        "total": 300,
        "assessed": 280,
        "quick": 4,
        "stale": 30,
        "models": (Counted("Ops Run It", 120), Counted("Hybrid", 0)),
        "directions": (Counted("Fits", 200),),
        "demands": ("Low", "Medium", "Between medium and high", "High", "Very high"),
        "selector": (("High (99.9%)", (1, 2, 0, 4, 5)),),
        "movers": (mover(),),
        "to_move": 12,
        "practices": (("Run regular Chaos Days", 80, 200),),
        "pitfalls": (("Excessive BAU", 1),),
        "ways": (Way("Today", 12, 1, 36, "£920,000"), Way("As recommended", 6, 1, 18, "£560,000")),
        "cover": "As recommended, cover costs £360,000 a year less than today.",
        "domains": (DomainRow("Buy", 40, 38, 9, 20),),
    }
    return Estate(**{**told, **changes})


def pages(told):
    drawn = draw(prepare(compose_estate(told), factories.AT))
    assert drawn.universal_access
    return [
        " ".join(page.extract_text().split())
        for page in pypdf.PdfReader(io.BytesIO(drawn.content)).pages
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Operating models of Acme",
        "Of 300 services 280 are assessed, 4 of them by a quick check only, 30 by a result",
        "Ops Run It: 120; Fits: 200.",
        "Basket 0 Checkout",
        "The first 1 of 12.",
        "Run regular Chaos Days: missing at 80 of 200 services",
        "Excessive BAU: near today at 1 service",
        "£560,000",
        "As recommended, cover costs £360,000 a year less than today.",
    ],
)
def test_the_first_page_says_what_a_cto_needs(said):
    assert said in pages(estate())[0]


def test_reasons_and_domains_follow():
    _first, *rest = pages(estate())
    text = " ".join(rest)
    assert "Demand for features is very high." in text
    assert "the model would be Ops Run It" in text
    assert "Buy 40 38 9 20" in text


def test_the_markdown_says_the_same():
    said = to_markdown(compose_estate(estate(narrowed="Team: Checkout")))
    assert "Narrowed down: Team: Checkout." in said
    assert "| **Today** | 12 | 1 | 36 | £920,000 |" in said


def test_the_first_page_is_one_page_whatever_the_names():
    many = tuple(mover(number, LONG.strip()) for number in range(10))
    found = pages(estate(organisation=LONG, movers=many, to_move=10))
    assert "Why these move first" not in found[0]
    assert "exposures are never added up" in found[0]


def test_an_estate_of_which_nothing_is_known_says_so():
    told = estate(
        assessed=0,
        models=(),
        directions=(),
        movers=(),
        to_move=0,
        practices=(),
        pitfalls=(),
        domains=(),
    )
    (page,) = pages(told)
    assert "Nothing is assessed yet." in page
    assert "None: no misfit" in page
    assert "Nothing is known of practices and pitfalls yet." in page
