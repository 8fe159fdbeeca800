"""What rotas come to in people and money. What is not entered is not priced."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.cover.rotas import Kind, Picture, Rota


@dataclass(frozen=True, slots=True)
class Prices:
    """Money a year for one standby rota of a team or a domain, and for operations' on-call; None
    where it is not known. `people` are those that one rota needs, at least three."""

    standby: int | None
    operations: int | None
    people: int


def people(picture: Picture, prices: Prices) -> int:
    """Those that the rotas of teams and domains need; operations' own are not counted."""
    return picture.standby * prices.people


def price(picture: Picture, prices: Prices) -> int | None:
    """Money a year; None where a price that it needs is not entered."""
    needed = [prices.standby] * picture.standby + [prices.operations] * picture.of("operations")
    if any(each is None for each in needed):
        return None
    return sum(each for each in needed if each is not None)


def price_of(kind: Kind, prices: Prices) -> int | None:
    """Money a year for one rota of that kind; None where it is not entered."""
    return prices.operations if kind == "operations" else prices.standby


def share(rota: Rota, prices: Prices) -> int | None:
    """One covered service's share of its rota, money a year, rounded down; None where the price is
    not entered."""
    whole = price_of(rota.kind, prices)
    return None if whole is None else whole // len(rota.services)
