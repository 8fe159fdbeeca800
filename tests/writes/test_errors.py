import pytest

from assessments.writes.errors import (
    CheckGone,
    NotInTeam,
    ProfileIncomplete,
    Refused,
    ServiceArchived,
    SheetFrozen,
)

ALL = [
    CheckGone(),
    NotInTeam(),
    ProfileIncomplete({"composition": "“What?” is not answered."}),
    ServiceArchived(),
    SheetFrozen(),
]


@pytest.mark.parametrize("error", ALL)
def test_every_refusal_is_one_kind_so_that_a_view_can_show_it(error):
    assert isinstance(error, Refused)


@pytest.mark.parametrize("error", ALL)
def test_every_refusal_says_a_sentence_to_people(error):
    assert str(error)[0].isupper()
    assert str(error).endswith(".")
