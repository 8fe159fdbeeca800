import pytest

pytestmark = pytest.mark.django_db

EXPLORED = {
    "composition": "digital",
    "exposure": "amount",
    "amount": "810k",
    "feature_demand": "low",
}


def explore(pages, *, live=False, **changes):
    headers = {"HX-Request": "true"} if live else {}
    return pages.client.get(pages.url("explore"), {**EXPLORED, **changes}, headers=headers)


def test_an_exploration_costs_no_more_queries(submitted, django_assert_max_num_queries):
    seen = submitted()
    with django_assert_max_num_queries(7):
        explore(seen)


@pytest.mark.parametrize("live", [True, False])
def test_an_address_of_when_it_stood_on_the_summary_leads_on(submitted, live):
    seen = submitted()
    headers = {"HX-Request": "true"} if live else {}
    response = seen.client.get(seen.url("result"), EXPLORED, headers=headers)
    asked = "composition=digital&exposure=amount&amount=810k&feature_demand=low"
    assert response.url == f"{seen.url('explore')}?{asked}"


def test_another_query_stays_on_the_summary(submitted):
    seen = submitted()
    assert seen.get("result", "?from=mail").status_code == 200


def test_exploring_says_that_nothing_is_saved(submitted):
    text = explore(submitted()).content.decode()
    assert "Exploring: nothing is saved." in text
    assert "Back to the result" in text


def test_exploring_draws_the_other_model(submitted):
    text = explore(submitted()).content.decode()
    assert '<h2 id="recommendation" class="verdict__model">Ops Run It</h2>' in text


def test_exploring_says_what_nights_without_cover_can_lose(submitted):
    text = explore(submitted(), amount="6k").content.decode()
    assert "A plain night with nobody called can lose £90,000" in text


def test_exploring_does_not_change_the_result(submitted):
    seen = submitted()
    before = seen.assessment.result.document
    explore(seen)
    seen.assessment.result.refresh_from_db()
    assert seen.assessment.result.document == before


def test_exploring_live_draws_only_the_decision(submitted):
    text = explore(submitted(), live=True).content.decode()
    assert 'id="decision"' in text
    assert "<html" not in text
    assert "result-nav" not in text


def test_going_back_in_history_draws_the_whole_page(submitted):
    seen = submitted()
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    text = seen.client.get(seen.url("explore"), EXPLORED, headers=headers).content.decode()
    assert "<html" in text


def test_a_live_answer_is_not_taken_for_the_whole_page(submitted):
    assert "HX-Request" in explore(submitted()).headers["Vary"]


@pytest.mark.parametrize("live", [True, False])
def test_what_cannot_be_read_is_told_with_its_remedy(submitted, live):
    response = explore(submitted(), live=live, amount="lots")
    assert response.status_code == 422
    assert "Type an amount in figures" in response.content.decode()


def test_what_cannot_be_read_leaves_the_submitted_result(submitted):
    text = explore(submitted(), feature_demand="huge").content.decode()
    assert '<h2 id="recommendation" class="verdict__model">You Build It You Run It</h2>' in text


def test_a_guest_explores_too(guests_quick_check):
    assert "Exploring" in explore(guests_quick_check).content.decode()


def test_an_outsider_does_not_explore(submitted, people):
    seen = submitted()
    seen.client.force_login(people.outsider)
    assert explore(seen).status_code == 404
