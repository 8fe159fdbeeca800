"""What changes hands, on the page of a result."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

UNDER_OPS = {**factories.BEDROOM, "present-model": "ops-run-it"}


def test_a_result_says_who_deploys_today_and_who_is_to(submitted):
    text = submitted({**UNDER_OPS, "deployment-ownership": "operations-in-turn"}).text("plan")
    section = text[text.index('id="changes-hands"') :]
    row = section[section.index("Who deploys") :]
    row = row[: row.index("</tr>")]
    assert "An operations analyst or release team started at least half" in row
    assert "The product team" in row


def test_what_is_only_usual_is_marked_so(submitted):
    assert "usual in Ops Run It" in submitted(UNDER_OPS).text("plan")


def test_a_service_under_the_recommended_model_has_nothing_to_hand_over(submitted):
    seen = submitted({**factories.BEDROOM, "present-model": "you-build-it-you-run-it"})
    assert "What changes hands" not in seen.text("plan")
