"""How answers are told, and what of the playbook they are tied to."""

from dataclasses import replace

import pytest

from assessments.playbook.text_snapshot import word
from assessments.reports.wording_lookup import WordingLookup
from assessments.scoring.result import Chosen
from tests.reports.samples import BEDROOM, options, playbook, recorded


def voices(answers=None, *, currency="GBP", profile=BEDROOM, **changes):
    return WordingLookup(word(playbook()), recorded(profile, answers, **changes), currency)


def test_an_option_is_told_in_its_own_words():
    said = voices({"time-to-restore": "under-10-minutes"}).said("time-to-restore")
    assert said == "1 minute or more, less than 10 minutes"


def test_words_that_the_playbook_has_changed_since_are_told_as_they_were():
    heard = voices({"telemetry": "team"}, telemetry={"option_text": "Whoever sees it"})
    assert heard.said("telemetry") == "Whoever sees it"


def test_an_amount_is_told_as_money_an_hour():
    assert voices().said("exposure") == "£200,000 an hour"


def test_an_amount_is_told_in_the_organisation_s_currency():
    assert voices(currency="CHF").said("exposure") == "CHF 200,000 an hour"


def test_not_knowing_is_told():
    assert voices({"telemetry": "dont-know"}).said("telemetry") == "Don't know"


def test_not_applying_is_told():
    assert voices({"telemetry": "does-not-apply"}).said("telemetry") == "Does not apply"


def test_an_open_question_is_told_as_not_answered():
    assert voices().said("telemetry") == "Not answered"


def test_a_question_that_was_not_put_is_told_as_not_answered():
    assert WordingLookup(word(playbook()), (), "GBP").said("telemetry") == "Not answered"


def test_the_option_chosen_is_known_by_its_slug():
    assert voices({"chaos-days": "yearly"}).option("chaos-days") == "yearly"


def test_no_option_is_chosen_where_nothing_is_answered():
    assert voices().option("chaos-days") is None


def test_no_option_is_chosen_where_nothing_was_put():
    assert WordingLookup(word(playbook()), (), "GBP").option("chaos-days") is None


def test_a_question_is_told_as_it_was_put():
    heard = voices({"telemetry": "team"}, telemetry={"text": "Who mends alerts?"})
    assert heard.question("telemetry") == "Who mends alerts?"


def test_a_question_that_was_not_put_is_told_as_it_stands():
    heard = WordingLookup(word(playbook()), (), "GBP")
    assert heard.question("telemetry") == playbook().questions["telemetry"].text


def test_a_question_that_is_gone_is_named_by_its_slug():
    assert voices().question("carrier-pigeons") == "Carrier pigeons"


def test_an_answer_keeps_its_note_and_its_evidence():
    given = {
        "telemetry": {
            "option": playbook().scored_questions["telemetry"].options[0].slug,
            "note": "Since June",
            "evidence": ["https://example.org"],
        }
    }
    told = voices(given).answer(Chosen("telemetry", "any"))
    assert (told.note, told.evidence) == ("Since June", ("https://example.org",))


def test_an_answer_says_that_it_is_carried_over():
    heard = voices({"telemetry": "team"}, telemetry={"carried_over": True})
    assert heard.answer(Chosen("telemetry", "team")).carried_over


def test_an_answer_keeps_its_slugs():
    heard = voices({"chaos-days": "yearly"})
    told = heard.answer(Chosen("chaos-days", "yearly"))
    assert (told.question, told.option) == ("chaos-days", "yearly")


def test_a_cause_is_a_question_and_its_answer():
    heard = voices({"telemetry": "dont-know"})
    cause = heard.cause(Chosen("telemetry", "dont-know"))
    assert cause.text == f"{playbook().questions['telemetry'].text} Don't know"


def test_a_cause_holds_its_answer():
    heard = voices({"telemetry": "dont-know"})
    assert heard.cause(Chosen("telemetry", "dont-know")).answer.question == "telemetry"


def test_causes_keep_their_order():
    chosen = [Chosen(slug, "any") for slug in ("telemetry", "chaos-days")]
    heard = voices({"telemetry": "dont-know", "chaos-days": "dont-know"})
    assert [c.answer.question for c in heard.causes(chosen)] == ["telemetry", "chaos-days"]


@pytest.mark.parametrize("position", range(5))
def test_an_answer_is_tied_to_all_that_its_option_bears_on(position):
    chosen = options(position)
    heard = voices(chosen)
    for slug, question in playbook().scored_questions.items():
        option = question.options[min(position, len(question.options) - 1)]
        tied = {(link.kind, link.slug) for link in heard.answer(Chosen(slug, "any")).links}
        assert tied == {
            *(("practice", practice) for practice in (*option.shows, *option.calls_for)),
            *(("pitfall", trigger.pitfall) for trigger in option.sets_off),
            *(("principle", principle) for principle in option.at_stake),
            *(("drawback", drawback) for drawback in option.points_at),
        }


def test_what_an_answer_both_shows_and_calls_for_is_named_once():
    heard = voices({"on-call-rota": "less-than-half"})
    slugs = [link.slug for link in heard.answer(Chosen("on-call-rota", "any")).links]
    assert slugs.count("craft-a-sustainable-on-call-schedule") == 1


@pytest.mark.parametrize("option", ["dont-know", "does-not-apply", "no-longer-an-option"])
def test_an_answer_without_an_option_is_tied_to_nothing(option):
    assert voices({"telemetry": option}).answer(Chosen("telemetry", option)).links == ()


def test_an_answer_to_the_profile_is_tied_to_nothing():
    assert voices().answer(Chosen("composition", "digital")).links == ()


def test_a_link_has_the_entry_s_title_and_page():
    link = voices().link("pitfall", "excessive-bau")
    entry = playbook().pitfalls["excessive-bau"]
    assert (link.title, link.page) == (entry.title, playbook().url(entry.page))


@pytest.mark.parametrize(
    ("kind", "slug"),
    [
        ("practice", "run-regular-chaos-days"),
        ("drawback", "slow-restoration"),
        ("model", "hybrid"),
        ("principle", "operating-models-are-powered-by-feedback"),
    ],
)
def test_every_kind_of_entry_can_be_linked(kind, slug):
    assert voices().link(kind, slug).page.startswith(playbook().source.url)


def test_an_entry_that_is_gone_links_to_the_playbook_itself():
    link = voices().link("practice", "send-pigeons")
    assert (link.title, link.page) == ("Send pigeons", playbook().source.url)


def test_a_question_that_is_gone_keeps_its_answer():
    gone = replace(recorded()[-1], question="carrier-pigeons", option="two", option_text="Two")
    assert WordingLookup(word(playbook()), (gone,), "GBP").recorded(gone).option_text == "Two"


def test_today_s_reason_is_not_told_of_another_weight():
    weight = playbook().scored_questions["telemetry"].weight
    assert voices().weight_reason("telemetry", weight) != ""
    assert voices().weight_reason("telemetry", weight + 1) == ""


def test_a_question_that_is_gone_has_no_reason_for_its_weight():
    assert voices().weight_reason("carrier-pigeons", 1) == ""
