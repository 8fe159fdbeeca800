"""Rotas over small estates, as a coach would count them by hand."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.cover.prices import Prices, people, price, share
from assessments.cover.rotas import Covered, a_rota_each, recommended, today

TEAMS = {"Rooms": 1, "Basket": 2, "Vans": 3, "Depots": 4}
DOMAINS = {"Buy": 10, "Deliver": 20}


def service(
    name, team="Rooms", domain="Buy", *, now="", needs=(), runs=False, people="", siblings=""
):
    return Covered(
        service=name,
        team=TEAMS[team],
        team_name=team,
        domain=DOMAINS.get(domain),
        domain_name=domain,
        today=now,
        needed=frozenset(needs),
        team_runs=runs,
        rota_people=people,
        sibling_teams=siblings,
    )


def told(picture):
    return sorted((rota.kind, rota.owner, rota.services) for rota in picture.rotas)


# --- Today


def test_a_team_has_one_rota_for_all_services_that_it_answers_for():
    picture = today([service("A", now="team"), service("B", now="team")])
    assert told(picture) == [("team", "Rooms", ("A", "B"))]


def test_a_domain_shares_one():
    picture = today([service("A", now="domain"), service("B", "Basket", now="domain")])
    assert told(picture) == [("domain", "Buy", ("A", "B"))]


def test_operations_have_one_for_everything():
    picture = today([service("A", now="operations"), service("B", "Vans", now="operations")])
    assert told(picture) == [("operations", "", ("A", "B"))]


def test_nobody_and_best_effort_are_no_rota_and_the_unknown_are_counted():
    picture = today([service("A", now="none"), service("B", now="best-effort"), service("C")])
    assert (picture.rotas, picture.unknown) == ((), 1)


def test_a_team_in_no_domain_that_shares_one_counts_as_the_team_s():
    picture = today([service("A", domain="", now="domain"), service("B", domain="", now="team")])
    assert told(picture) == [("team", "Rooms", ("A", "B"))]


# --- As recommended


def test_a_team_that_needs_its_own_covers_its_other_services_by_it():
    picture = recommended([service("A", needs=["team"]), service("B", needs=["domain"])])
    assert told(picture) == [("team", "Rooms", ("A", "B"))]


def test_the_domain_s_other_teams_share_one():
    picture = recommended(
        [
            service("A", needs=["team"]),
            service("B", "Basket", needs=["domain"]),
            service("C", "Vans", needs=["domain"]),
        ]
    )
    assert told(picture) == [("domain", "Buy", ("B", "C")), ("team", "Rooms", ("A",))]


def test_a_team_alone_in_needing_a_shared_one_has_its_own():
    picture = recommended([service("A", needs=["domain"]), service("B", needs=["domain"])])
    assert told(picture) == [("team", "Rooms", ("A", "B"))]


def test_teams_in_no_domain_share_nothing():
    picture = recommended(
        [
            service("A", domain="", needs=["domain"]),
            service("B", "Basket", domain="", needs=["domain"]),
        ]
    )
    assert told(picture) == [("team", "Basket", ("B",)), ("team", "Rooms", ("A",))]


def test_where_alerts_can_wait_no_rota_is_needed():
    assert recommended([service("A", needs=["none"], runs=True)]).rotas == ()


def test_a_service_of_two_parts_takes_its_share_of_both_rotas():
    picture = recommended([service("A", needs=["team", "operations"])])
    assert told(picture) == [("operations", "", ("A",)), ("team", "Rooms", ("A",))]


# --- A rota each


def test_a_rota_each_is_one_for_every_team_that_runs_a_service():
    picture = a_rota_each(
        [
            service("A", needs=["none"], runs=True),
            service("B", "Basket", needs=["domain"], runs=True),
            service("C", "Basket", needs=["domain"], runs=True),
            service("D", "Vans", needs=["operations"]),
        ]
    )
    assert told(picture) == [
        ("operations", "", ("D",)),
        ("team", "Basket", ("B", "C")),
        ("team", "Rooms", ("A",)),
    ]


# --- Within reach


def reach(*services):
    return [rota.within_reach for rota in recommended(list(services)).rotas]


def test_three_or_more_of_a_team_are_enough():
    assert reach(service("A", needs=["team"], people="three-to-five")) == [True]
    assert reach(service("A", needs=["team"], people="one-or-two")) == [False]


def test_of_several_teams_that_share_some_are_enough():
    shared = [service("A", needs=["domain"], people="one-or-two")]
    shared.append(service("B", "Basket", needs=["domain"], people="one-or-two"))
    assert reach(*shared) == [True]


def test_of_teams_without_siblings_to_share_with_one_or_two_are_not_enough():
    alone = {"needs": ["domain"], "people": "one-or-two", "siblings": "none"}
    assert reach(service("A", **alone), service("B", "Basket", **alone)) == [False]


def test_one_or_two_are_enough_where_a_shared_rota_will_do_and_there_are_siblings():
    said = {"people": "one-or-two", "siblings": "three-or-more"}
    assert reach(service("A", needs=["domain"], **said)) == [True]
    assert reach(service("A", needs=["team"], **said)) == [False]


def test_where_nobody_would_nobody_is_there():
    shared = [service("A", needs=["domain"], people="none")]
    shared.append(service("B", "Basket", needs=["domain"], people="none"))
    assert reach(*shared) == [False]


def test_where_nobody_said_it_is_not_known():
    assert reach(service("A", needs=["team"])) == [None]


# --- Prices

PRICES = Prices(standby=60_000, operations=200_000, people=4)


def test_a_picture_is_priced_by_its_rotas():
    picture = recommended(
        [
            service("A", needs=["team"]),
            service("B", "Vans", "Deliver", needs=["domain"]),
            service("C", "Depots", "Deliver", needs=["domain"]),
            service("D", needs=["operations"]),
        ]
    )
    assert (people(picture, PRICES), price(picture, PRICES)) == (8, 320_000)


def test_what_is_not_entered_is_not_priced():
    picture = recommended([service("A", needs=["team"]), service("D", needs=["operations"])])
    assert price(picture, Prices(60_000, None, 3)) is None
    assert price(picture, Prices(None, 200_000, 3)) is None


def test_a_price_that_nothing_needs_may_be_missing():
    picture = recommended([service("A", needs=["team"])])
    assert price(picture, Prices(60_000, None, 3)) == 60_000


def test_a_service_s_share_is_the_price_over_the_services_covered():
    picture = recommended([service("A", needs=["team"]), service("B", needs=["domain"])])
    (rota,) = picture.rotas
    assert share(rota, PRICES) == 30_000
    assert share(rota, Prices(None, None, 3)) is None


# --- Whatever the estate

estates = st.lists(
    st.builds(
        service,
        st.text("abcdef", min_size=1, max_size=3),
        st.sampled_from(sorted(TEAMS)),
        st.sampled_from(["Buy", "Deliver", ""]),
        now=st.sampled_from(["", "none", "best-effort", "operations", "domain", "team"]),
        needs=st.sets(st.sampled_from(["none", "domain", "team", "operations"]), max_size=2),
        runs=st.booleans(),
    ),
    max_size=12,
)


@given(estates)
def test_every_service_that_needs_a_rota_is_covered_by_one(services):
    covered = {name for rota in recommended(services).rotas for name in rota.services}
    assert {each.service for each in services if each.needed - {"none"}} <= covered


@given(estates)
def test_sharing_never_takes_more_rotas_than_teams(services):
    needing = {(each.team, each.domain) for each in services if each.needed & {"team", "domain"}}
    assert recommended(services).standby <= len(needing)


@given(estates)
def test_the_order_of_services_changes_no_number(services):
    for arrange in (today, recommended, a_rota_each):
        forward, backward = arrange(services), arrange(services[::-1])
        assert len(forward.rotas) == len(backward.rotas)
        assert forward.unknown == backward.unknown
