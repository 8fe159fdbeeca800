from assessments.queries.search.documents import Document, Part
from assessments.queries.search.hits import EXTRACT, hit_of
from assessments.queries.search.index import index_of

FILLING = "Nothing to see. " * 30


def hit(words, **fields):
    fields = {"title": "A note", "summary": "Of use.", "parts": (), **fields}
    document = Document("note", "one", "/one/", **fields)
    index = index_of([document])
    matches = [index.matches(word, unfinished=False) for word in words.split()]
    return hit_of(document, [each["note:one"].places for each in matches if each])


def shown(pieces):
    return "".join(f"[{each.text}]" if each.marked else each.text for each in pieces)


def test_the_words_are_marked_in_title_and_summary():
    found = hit("pay call", title="Paying for calls", summary="Whoever calls, pays.")
    assert shown(found.title) == "[Paying] for [calls]"
    assert shown(found.summary) == "Whoever [calls], [pays]."


def test_who_shows_all_words_above_needs_no_extract():
    found = hit("note", parts=(Part("", ("A note on notes.",)),))
    assert found.extract is None


def test_an_extract_shows_a_word_that_stands_only_in_the_text():
    found = hit("note standby", parts=(Part("Pay", ("Standby is paid in this note.",)),))
    assert found.extract.title == "Pay"
    assert shown(found.extract.pieces) == "[Standby] is paid in this [note]."


def test_an_extract_is_short_and_says_where_it_was_cut():
    found = hit("standby", parts=(Part("", (f"{FILLING}Paid standby. {FILLING}",)),)).extract
    assert (found.cut_before, found.cut_after) == (True, True)
    assert len("".join(each.text for each in found.pieces)) <= EXTRACT
    assert "Paid [standby]." in shown(found.pieces)


def test_a_paragraph_that_fits_is_shown_whole():
    found = hit("standby", parts=(Part("", (FILLING, "Is standby paid?", FILLING)),)).extract
    assert (found.cut_before, found.cut_after) == (False, False)
    assert shown(found.pieces) == "Is [standby] paid?"


def test_an_extract_is_taken_where_most_of_the_words_are():
    parts = (Part("First", ("Standby.",)), Part("Second", ("Pay for standby.",)))
    assert hit("pay standby", parts=parts).extract.title == "Second"


def test_a_text_without_a_space_is_cut_all_the_same():
    found = hit("standby", parts=(Part("", (f"{'x' * 300}-standby-{'y' * 300}",)),)).extract
    assert "[standby]" in shown(found.pieces)


def test_another_name_is_shown_where_nothing_else_shows_the_word():
    found = hit("cab", also="red tape, CAB")
    assert [shown(name) for name in found.also] == ["[CAB]"]


def test_another_name_is_not_shown_where_the_title_has_the_word():
    assert hit("note", also="notes").also == ()
