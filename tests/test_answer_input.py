import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from assessments.answer_input import (
    FIELDS,
    NOTHING_SHOWN,
    AnswerInput,
    changed_fields,
    faults_of,
    fingerprints,
    merge,
    tidy,
)
from assessments.current import playbook
from assessments.models import Answer
from assessments.scoring.inputs import Band

BANDS = (Band("low", 7_000), Band("medium", 250_000), Band("high"))
WITH_VERY_HIGH = (*BANDS[:2], Band("high", 500_000), Band("very-high"))

givens = st.builds(
    AnswerInput,
    option=st.sampled_from(["", "weekly", "monthly", "dont-know"]),
    amount=st.none() | st.integers(0, 10**12),
    note=st.text(max_size=5),
    evidence=st.lists(st.sampled_from(["https://a.org", "https://b.org"]), max_size=2).map(tuple),
)


def faults(question: str, bands=BANDS, **fields) -> tuple[str, ...]:
    found = faults_of(playbook().questions[question], tidy(AnswerInput(**fields)), bands)
    return tuple(fault for of_field in found.values() for fault in of_field)


# --- Tidying


def test_control_characters_go_since_postgresql_refuses_a_nul():
    assert tidy(AnswerInput(note="a\x00b\x07c")).note == "abc"


def test_half_a_character_goes_since_no_database_can_encode_it():
    assert tidy(AnswerInput(note="a\ud800b")).note == "ab"


def test_lines_and_tabs_of_a_note_stay():
    assert tidy(AnswerInput(note="one\ttwo\nthree")).note == "one\ttwo\nthree"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_are_the_same_whatever_browser_sent_them(ending):
    assert tidy(AnswerInput(note=f"one{ending}two")).note == "one\ntwo"


def test_blank_and_repeated_links_go():
    links = (" https://a.org ", "", "https://b.org", "https://a.org")
    assert tidy(AnswerInput(evidence=links)).evidence == ("https://a.org", "https://b.org")


def test_fields_that_a_form_does_not_have_stay_away():
    absent = AnswerInput(option=None, note=None, evidence=None)
    assert tidy(absent) == absent


@for_all(givens)
def test_what_is_tidy_stays_as_it_is(given):
    assert tidy(tidy(given)) == tidy(given)


# --- Faults


@pytest.mark.parametrize("option", ["weekly", "dont-know", ""])
def test_a_scored_question_takes_its_options_and_that_nobody_knows(option):
    assert faults("deployment-frequency", option=option) == ()


def test_does_not_apply_is_an_answer_where_it_can_hold():
    assert faults("review-style", option="does-not-apply") == ()
    assert faults("telemetry", option="does-not-apply") == ("Pick one of the options.",)


def test_an_option_of_another_question_is_a_fault():
    assert faults("deployment-frequency", option="under-95") == ("Pick one of the options.",)


@pytest.mark.parametrize("option", ["dont-know", "does-not-apply"])
@pytest.mark.parametrize("question", ["composition", "exposure"])
def test_a_profile_question_takes_no_reserved_option(question, option):
    assert faults(question, option=option) == ("Pick one of the options.",)


@pytest.mark.parametrize("amount", [0, 1, 10**12])
def test_an_exposure_takes_an_amount(amount):
    assert faults("exposure", amount=amount) == ()


@pytest.mark.parametrize("amount", [-1, 10**12 + 1])
def test_an_amount_out_of_range_is_a_fault(amount):
    assert len(faults("exposure", amount=amount)) == 1


@pytest.mark.parametrize("question", ["composition", "deployment-frequency"])
def test_an_amount_for_anything_but_an_exposure_is_a_fault(question):
    assert faults(question, amount=5) == ("This question takes no amount.",)


def test_an_amount_and_a_band_together_are_a_fault():
    assert faults("exposure", option="low", amount=5) == (
        "Give an amount or pick a band, not both.",
    )


def test_a_band_that_is_off_is_a_fault():
    assert "switched off" in faults("peak-exposure", option="very-high")[0]


@pytest.mark.parametrize("question", ["peak-exposure", "foundational-exposure"])
def test_that_there_is_no_such_exposure_can_be_said(question):
    assert faults(question, option="none") == ()


@pytest.mark.parametrize("question", ["exposure", "composition", "telemetry"])
def test_what_must_be_answered_cannot_be_none(question):
    assert faults(question, option="none")


def test_a_band_that_is_on_is_none():
    assert faults("peak-exposure", WITH_VERY_HIGH, option="very-high") == ()


def test_a_band_s_name_as_a_demand_has_nothing_to_do_with_the_bands():
    assert faults("feature-demand", option="very-high") == ()


def test_a_note_has_4000_characters_at_most():
    assert faults("composition", note="é" * 4_000) == ()
    assert len(faults("composition", note="é" * 4_001)) == 1


def test_there_are_ten_links_at_most():
    assert faults("composition", evidence=tuple(f"https://a.org/{n}" for n in range(10))) == ()
    assert len(faults("composition", evidence=tuple(f"https://a/{n}" for n in range(11)))) == 1


def test_a_link_has_500_characters_at_most():
    longest = "https://a.org/".ljust(500, "x")
    assert faults("composition", evidence=(longest,)) == ()
    assert "500" in faults("composition", evidence=(longest + "x",))[0]


@pytest.mark.parametrize(
    "link",
    [
        "http://[",
        "javascript:alert(1)",
        "ftp://a.org",
        "//a.org",
        "https://",
        "https://a.org:port",
        "see the wiki",
    ],
)
def test_what_is_no_web_address_is_a_fault_and_no_crash(link):
    assert "is not a web address" in faults("composition", evidence=(link,))[0]


@pytest.mark.parametrize("link", ["https://a b.org", "https://a.org/my board", "https://a.org x"])
def test_a_space_inside_an_address_is_named(link):
    assert f"“{link}” has a space inside" in faults("composition", evidence=(link,))[0]


def test_an_address_without_a_site_is_named():
    assert "name of the site is missing" in faults("composition", evidence=("https://",))[0]


@for_all(st.text())
def test_no_link_makes_it_crash(link):
    faults("composition", evidence=(link,))


def test_all_faults_are_told_together():
    assert len(faults("exposure", option="x", amount=1, note="n" * 5_000, evidence=("x",))) == 4


def test_only_the_fields_asked_about_are_checked():
    question = playbook().questions["composition"]
    given = AnswerInput(option="nonsense", note="fine")
    assert faults_of(question, given, BANDS, ("note",)) == {}


def test_a_fault_is_told_of_its_field():
    given = AnswerInput(option="digital", note="n" * 5_000, evidence=("x",))
    assert faults_of(playbook().questions["composition"], given, BANDS).keys() == {
        "note",
        "evidence",
    }


# --- Fingerprints


def test_no_answer_and_an_empty_one_look_the_same():
    assert fingerprints(None) == fingerprints(Answer(question="composition")) == NOTHING_SHOWN


@for_all(givens)
def test_a_stored_answer_and_what_was_given_have_the_same_fingerprints(given):
    stored = Answer(
        option=given.option, amount=given.amount, note=given.note, evidence=list(given.evidence)
    )
    assert fingerprints(stored) == fingerprints(given)


@for_all(givens, givens)
def test_fingerprints_differ_where_and_only_where_a_field_does(one, other):
    pairs = zip(fingerprints(one).split("."), fingerprints(other).split("."), strict=True)
    assert [a == b for a, b in pairs] == [
        getattr(one, field) == getattr(other, field) for field in FIELDS
    ]


# --- Merging


def test_a_choice_is_an_option_and_an_amount_together():
    shown = fingerprints(AnswerInput(amount=5))
    assert changed_fields(shown=shown, given=AnswerInput(option="low")) == ("choice",)


@for_all(givens)
def test_a_form_sent_as_it_was_shown_touches_nothing(given):
    assert changed_fields(shown=fingerprints(given), given=given) == ()


def test_a_field_that_the_form_does_not_have_is_never_touched():
    shown = fingerprints(AnswerInput(note="kept", evidence=("https://a.org",)))
    assert changed_fields(shown=shown, given=AnswerInput(note=None, evidence=None)) == ()


@pytest.mark.parametrize("shown", ["", "nonsense", "a.b", "a.b.c.d"])
def test_a_form_without_fingerprints_showed_an_empty_question(shown):
    assert changed_fields(shown=shown, given=AnswerInput()) == ()
    assert changed_fields(shown=shown, given=AnswerInput(option="weekly")) == ("choice",)


@for_all(givens, givens)
def test_without_anyone_else_all_that_was_touched_is_written(shown, given):
    free, clashes = merge(stored=shown, shown=fingerprints(shown), given=given)
    assert (free, clashes) == (changed_fields(shown=fingerprints(shown), given=given), ())


@for_all(givens, givens, givens)
def test_a_field_is_never_both_written_and_in_conflict(stored, shown, given):
    free, clashes = merge(stored=stored, shown=fingerprints(shown), given=given)
    assert not set(free) & set(clashes)


@for_all(givens, givens, givens)
def test_nothing_that_someone_else_has_changed_is_written(stored, shown, given):
    free, _clashes = merge(stored=stored, shown=fingerprints(shown), given=given)
    assert all(getattr(stored, field) == getattr(shown, field) for field in free)


@for_all(givens, givens)
def test_two_people_who_say_the_same_are_not_in_conflict(shown, given):
    assert merge(stored=given, shown=fingerprints(shown), given=given) == ((), ())


@for_all(givens, givens, givens)
def test_every_conflict_has_two_sides_that_differ(stored, shown, given):
    _free, clashes = merge(stored=stored, shown=fingerprints(shown), given=given)
    assert all(getattr(stored, field) != getattr(given, field) for field in clashes)
