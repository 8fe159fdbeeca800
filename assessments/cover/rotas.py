"""Which rotas services need, today and as recommended. A rota belongs to a team, to a domain or to
operations, never to a service.

Source: the playbook's practices on out-of-hours schedules and its pitfall of linear run costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["team", "domain", "operations"]


@dataclass(frozen=True, slots=True)
class Covered:
    """A service as cover sees it. `today` is who answers out of hours by its answers: "team",
    "domain", "operations", "" where it is not known, anything else where nobody is on a rota.
    `needed` are the covers that its parts call for, `team_runs` says whether a part is
    recommended to be run by its team. `rota_people` and `sibling_teams` are what was answered of
    who could take turns and which teams could share them, "" where nobody said."""

    service: str
    team: int
    team_name: str
    domain: int | None
    domain_name: str
    today: str
    needed: frozenset[str]
    team_runs: bool
    rota_people: str = ""
    sibling_teams: str = ""


@dataclass(frozen=True, slots=True)
class Rota:
    """One rota, whose it is, and the services it covers. `within_reach` says whether the people
    are there by the answers of its services; None where nobody said."""

    kind: Kind
    owner: str
    domain: str
    services: tuple[str, ...]
    within_reach: bool | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """All rotas of one way to arrange cover; `unknown` services have a cover that is not known."""

    rotas: tuple[Rota, ...]
    unknown: int = 0

    def of(self, kind: Kind) -> int:
        """How many there are of a kind."""
        return sum(rota.kind == kind for rota in self.rotas)

    @property
    def standby(self) -> int:
        """Rotas of teams and domains, which take people of theirs."""
        return self.of("team") + self.of("domain")


def today(services: Sequence[Covered]) -> Picture:
    """One rota a team with cover of its own, one a domain with a shared one, and operations'.

    A team without a domain that says it shares one has a rota with somebody: it counts as the
    team's.
    """
    own = [each for each in services if each.today == "team" or _shares_alone(each)]
    shared = [each for each in services if each.today == "domain" and not _shares_alone(each)]
    rotas = (
        *_a_rota_each(own, "team", _team),
        *_a_rota_each(shared, "domain", _domain),
        *_of_operations(each for each in services if each.today == "operations"),
    )
    return Picture(rotas, unknown=sum(not each.today for each in services))


def recommended(services: Sequence[Covered]) -> Picture:
    """One rota a team that needs its own, covering all its services that need one; one a domain
    for its other teams that need a shared one, or the team's own where it is alone in that or in no
    domain; and one for all that operations runs."""
    with_own = {each.team for each in services if "team" in each.needed}
    on_own = [
        each for each in services if each.team in with_own and each.needed & {"team", "domain"}
    ]
    others = [each for each in services if each.team not in with_own and "domain" in each.needed]
    teams_of: dict[int | None, set[int]] = {}
    for each in others:
        teams_of.setdefault(each.domain, set()).add(each.team)
    sharing = {domain for domain, teams in teams_of.items() if len(teams) > 1} - {None}
    alone = [each for each in others if each.domain not in sharing]
    shared = [each for each in others if each.domain in sharing]
    rotas = (
        *_a_rota_each([*on_own, *alone], "team", _team),
        *_a_rota_each(shared, "domain", _domain),
        *_of_operations(each for each in services if "operations" in each.needed),
    )
    return Picture(rotas)


def a_rota_each(services: Sequence[Covered]) -> Picture:
    """A rota for every team that runs a service of its own: what the linear run costs pitfall
    comes to, whatever the targets call for."""
    runs = [each for each in services if each.team_runs]
    operated = (each for each in services if "operations" in each.needed)
    return Picture((*_a_rota_each(runs, "team", _team), *_of_operations(operated)))


def _shares_alone(service: Covered) -> bool:
    return service.today == "domain" and service.domain is None


def _team(service: Covered) -> tuple[int | None, str]:
    return service.team, service.team_name


def _domain(service: Covered) -> tuple[int | None, str]:
    return service.domain, service.domain_name


def _a_rota_each(
    services: Iterable[Covered], kind: Kind, owner: Callable[[Covered], tuple[int | None, str]]
) -> tuple[Rota, ...]:
    groups: dict[tuple[int | None, str], list[Covered]] = {}
    for each in services:
        groups.setdefault(owner(each), []).append(each)
    return tuple(
        Rota(
            kind,
            name,
            covered[0].domain_name,
            tuple(each.service for each in covered),
            _within_reach(kind, covered),
        )
        for (_key, name), covered in groups.items()
    )


def _of_operations(services: Iterable[Covered]) -> tuple[Rota, ...]:
    covered = tuple(each.service for each in services)
    return (Rota("operations", "", "", covered),) if covered else ()


def _within_reach(kind: Kind, covered: Sequence[Covered]) -> bool | None:
    """Whether three people are there: of one team alone or, where a shared rota will do, with those
    of sibling teams, unless all who said have none. As the caution of too few for the rota has it;
    None where no answer tells of people."""
    people = {each.rota_people for each in covered} - {""}
    if not people:
        return None
    if people & {"three-to-five", "six-or-more"}:
        return True
    siblings = {each.sibling_teams for each in covered} - {""}
    may_share = kind == "domain" or all("team" not in each.needed for each in covered)
    return people != {"none"} and may_share and siblings != {"none"}
