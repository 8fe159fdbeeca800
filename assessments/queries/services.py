"""One service as its page shows it: its results, its draft, and its bands since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from assessments.models import (
    DOCUMENTS,
    Assessment,
    Membership,
    Organisation,
    Result,
    ResultPart,
    Service,
)
from assessments.queries.access import visible_services
from assessments.queries.result_diff import ResultDiff
from assessments.queries.results import results_of, what_moved
from assessments.reports import result_labels
from assessments.scoring.inputs import Band, BandSlug, Exposure
from assessments.scoring.selector import BANDS, band_of


def fetch_service(membership: Membership, pk: int) -> Service | None:
    """A service that the person may see, with its last result but for its long documents."""
    parts = Prefetch("current_result__parts", ResultPart.objects.order_by("part"))
    return (
        visible_services(membership)
        .select_related("organisation", "team__domain", "current_result")
        .defer("current_result__document", "current_result__answers")
        .prefetch_related(parts)
        .filter(pk=pk)
        .first()
    )


def open_assessment(service: Service) -> Assessment | None:
    """The draft under way, with who began it. One query."""
    return service.assessments.filter(submitted_at=None).select_related("started_by").first()


def timeline(service: Service) -> QuerySet[Result]:
    """Its results, the latest first, without their long documents."""
    return results_of(service).defer(*DOCUMENTS)


@dataclass(frozen=True)
class Compared:
    """Two results of a service and what moved between them."""

    before: Result
    after: Result
    movement: ResultDiff


def fetch_compared(service: Service, picked: Sequence[int]) -> Compared | None:
    """The two picked results, the earlier first; None where they are not two of its own."""
    found = list(service.results.filter(pk__in=picked).order_by("submitted_at", "pk"))
    if len(found) != 2:
        return None
    before, after = found
    return Compared(before, after, what_moved(before, after))


@dataclass(frozen=True)
class BandMove:
    """A band whose bounds have changed, in words."""

    title: str
    was: str
    now: str


@dataclass(frozen=True)
class ExposureMove:
    """Where an exposure stood on the day and where it would stand now; `now` is empty where
    its band is off, and `counted_anew` where it is an amount in another currency. `stays` is true
    where both are one."""

    title: str
    exposure: str
    was: str
    now: str
    counted_anew: bool = False

    @property
    def stays(self) -> bool:
        return self.was == self.now


@dataclass(frozen=True)
class BandsSince:
    """The organisation's bands have changed since a result; the result stays as it was."""

    bands: tuple[BandMove, ...]
    exposures: tuple[ExposureMove, ...]

    @property
    def counted_anew(self) -> bool:
        """Whether an exposure is an amount in another currency than the bands are in now."""
        return any(exposure.counted_anew for exposure in self.exposures)

    @property
    def matters(self) -> bool:
        """Whether an exposure would stand in another band now."""
        return any(not exposure.stays for exposure in self.exposures)


def bands_since(result: Result | None, organisation: Organisation) -> BandsSince | None:
    """How the bands frozen with a result differ from those in force; None where they do not."""
    if result is None:
        return None
    then = tuple(Band(band["band"], band.get("ceiling")) for band in result.inputs["bands"])
    was = _bounds(then, result.currency)
    now = _bounds(organisation.bands, organisation.currency)
    if was == now:
        return None
    off = _("off")
    return BandsSince(
        tuple(
            BandMove(result_labels.BANDS[slug], was.get(slug, off), now.get(slug, off))
            for slug in BANDS
            if was.get(slug) != now.get(slug)
        ),
        tuple(_exposures(result, then, organisation)),
    )


def _bounds(bands: Sequence[Band], currency: str) -> dict[BandSlug, str]:
    """Each band's bounds in words; the last one is open, whatever ceiling it has."""
    said: dict[BandSlug, str] = {}
    below = 0
    for band in bands[:-1]:
        below = band.ceiling or 0
        said[band.band] = _("up to %s") % result_labels.money(below, currency)
    return said | {bands[-1].band: _("above %s") % result_labels.money(below, currency)}


def _exposures(
    result: Result, then: Sequence[Band], organisation: Organisation
) -> Iterator[ExposureMove]:
    titles = {
        "exposure": _("Financial exposure"),
        "foundational-exposure": _("Exposure of the foundational part"),
        "peak-exposure": _("Peak exposure"),
    }
    for question, title in titles.items():
        given = result.inputs["profile"].get(question)
        if given is None:
            continue
        exposure = Exposure(given.get("amount"), given.get("band"))
        counted_anew = exposure.amount is not None and result.currency != organisation.currency
        band = band_of(exposure, organisation.bands)
        is_on = band in {each.band for each in organisation.bands} and not counted_anew
        yield ExposureMove(
            title,
            _("picked as a band")
            if exposure.amount is None
            else _("%s an hour") % result_labels.money(exposure.amount, result.currency),
            result_labels.BANDS[band_of(exposure, then)],
            result_labels.BANDS[band] if is_on else "",
            counted_anew,
        )
