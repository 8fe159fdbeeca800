"""The organisation's bands of exposure, and an exposure that falls into one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assessments.scoring.inputs import DEFAULT_BANDS, Band, BandSlug, Exposure
from assessments.scoring.reading.node import Node
from assessments.scoring.selector import BANDS

ALWAYS_ON: tuple[BandSlug, ...] = ("low", "medium", "high")
"""The bands no list may leave out; very high is the organisation's choice."""


def read_bands(node: Node) -> tuple[tuple[Band, ...], Collection[BandSlug]]:
    """The bands that are on, the default ones where none are given, and the names that an
    exposure may pick. Where a name cannot be read every band passes for on, so that one
    slip is not reported twice.
    """
    if node.absent:
        return DEFAULT_BANDS, ALWAYS_ON
    items = node.items()
    names = [_read_name(item) for item in items]
    ceilings = [_read_ceiling(item, last=item is items[-1]) for item in items]
    legible = [name for name in names if name is not None]
    _check_order(items, names)
    _check_ceilings(items, ceilings)
    is_list = isinstance(node.value, list | tuple)
    for band in ALWAYS_ON:
        if is_list and band not in legible:
            node.complain(f"has no {band} band")
    on = legible if is_list and len(legible) == len(items) else BANDS
    return tuple(map(Band, legible, ceilings)), on


def _read_name(item: Node) -> BandSlug | None:
    if item.absent:
        item.expected("an object with a band")
        return None
    if not item.has_keys(("band", "ceiling"), "an object with a band"):
        return None
    return item.at("band").required().choice(BANDS)


def _read_ceiling(item: Node, *, last: bool) -> int | None:
    ceiling = item.at("ceiling")
    if ceiling.absent and not last and item.holds_object:
        ceiling.complain("is required before the last band")
    return ceiling.amount()


def _check_order(items: Sequence[Node], names: Sequence[BandSlug | None]) -> None:
    highest = -1
    for place, (item, name) in enumerate(zip(items, names, strict=True)):
        if name is None:
            continue
        rank = BANDS.index(name)
        if name in names[:place]:
            item.at("band").complain(f"{name} is there more than once")
        elif rank < highest:
            item.at("band").complain(f"{name} must come before {BANDS[highest]}")
        highest = max(rank, highest)


def _check_ceilings(items: Sequence[Node], ceilings: Sequence[int | None]) -> None:
    """Each ceiling must be above the last one given before it.

    That of the last band changes nothing, but one that falls is a slip all the same.
    """
    reached: int | None = None
    for item, ceiling in zip(items, ceilings, strict=True):
        if ceiling is None:
            continue
        if reached is not None and ceiling <= reached:
            item.at("ceiling").complain(f"must be more than the {reached:,} before it")
        reached = ceiling


def read_exposure(node: Node, on: Collection[BandSlug]) -> Exposure | None:
    """An exposure as an amount or as one of the bands that are on."""
    if node.absent or not node.has_keys(("amount", "band"), "an object with an amount or a band"):
        return None
    amount, band = node.at("amount"), node.at("band")
    if amount.absent == band.absent:
        node.complain(f"needs an amount or a band, not {'neither' if band.absent else 'both'}")
    picked = band.choice(BANDS)
    if picked is not None and picked not in on:
        band.complain(f"{picked} is off: it is not among the bands")
    return Exposure(amount.amount(), picked)
