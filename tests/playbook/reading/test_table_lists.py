import pytest


def test_a_list_of_words_keeps_its_order(reading):
    assert reading(authors=["b", "a"]).table.words("authors") == ("b", "a")


def test_a_list_left_out_is_empty(reading):
    read = reading()
    assert read.table.words("shows") == ()
    assert read.faults() == []


def test_a_list_that_must_be_there_is_a_fault_when_left_out(reading):
    read = reading()
    read.table.words("authors", required=True)
    assert read.faults() == ["authors: is missing: expected a list of texts"]


def test_a_list_that_must_be_there_may_not_be_empty(reading):
    read = reading(authors=[])
    read.table.words("authors", required=True)
    assert read.faults() == ["authors: is empty: name at least one"]


def test_a_single_text_is_no_list(reading):
    read = reading(shows="monthly")
    assert read.table.words("shows") == ()
    assert read.faults() == ["shows: expected a list of texts, found the text 'monthly'"]


@pytest.mark.parametrize(
    ("word", "found"), [(1, "the number 1"), (" ", "the text ' '"), (["a"], "a list")]
)
def test_what_is_no_text_in_a_list_is_told_by_its_position(reading, word, found):
    read = reading(shows=["a", word, "b"])
    assert read.table.words("shows") == ("a", "b")
    assert read.faults() == [f"shows.2: expected a text, found {found}"]


def test_a_word_named_twice_is_a_fault(reading):
    read = reading(shows=["a", "b", "a"])
    assert read.table.words("shows") == ("a", "b")
    assert read.faults() == ["shows: names 'a' twice: remove one"]


def test_known_slugs_are_read(reading):
    assert reading(at_stake=["b", "a"]).table.slugs("at_stake", ["a", "b"]) == ("b", "a")


def test_an_unknown_slug_is_a_fault_that_suggests_the_nearest(reading):
    read = reading(sets_off=["excesive-bau"])
    assert read.table.slugs("sets_off", ["excessive-bau", "linear-run-costs"]) == ()
    assert read.faults() == [
        "sets_off: names 'excesive-bau', which there is not; did you mean 'excessive-bau'?"
    ]


def test_an_unknown_slug_like_no_other_is_a_fault_with_another_remedy(reading):
    read = reading(sets_off=["zebra"])
    read.table.slugs("sets_off", ["excessive-bau"])
    assert read.faults() == [
        "sets_off: names 'zebra', which there is not: correct the slug or add its file"
    ]


def test_a_table_within_is_read_under_its_own_path(reading):
    read = reading(source={"title": 3})
    read.table.table("source").text("title")
    assert read.faults() == ["source.title: expected a text, found the number 3"]


def test_a_table_left_out_is_one_fault(reading):
    read = reading()
    assert read.table.table("source") is None
    assert read.faults() == ["source: is missing: expected a table"]


def test_tables_in_a_list_are_called_after_their_slugs(reading):
    read = reading(options=[{"slug": "monthly"}])
    (option,) = read.table.tables("options")
    assert option.at("text") == "options.monthly.text"


@pytest.mark.parametrize("slug", ["Not a slug", "", 7, "two\nlines"])
def test_tables_in_a_list_without_a_proper_slug_are_called_after_their_position(reading, slug):
    read = reading(options=[{"slug": "monthly"}, {"slug": slug}])
    _, option = read.table.tables("options")
    assert option.at("text") == "options.2.text"


def test_what_is_no_table_in_a_list_is_told_by_its_position(reading):
    read = reading(options=[{"slug": "monthly"}, "weekly"])
    assert len(read.table.tables("options")) == 1
    assert read.faults() == ["options.2: expected a table, found the text 'weekly'"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "is missing: expected a list of tables"),
        ({"options": []}, "is empty: add at least one"),
        ({"options": {}}, "expected a list of tables, found a table"),
    ],
)
def test_a_list_without_tables_is_a_fault(reading, values, message):
    read = reading(**values)
    assert read.table.tables("options") == ()
    assert read.faults() == [f"options: {message}"]


def test_a_table_read_to_its_end_closes_in_silence(reading):
    read = reading(why="It matters.")
    read.table.text("why")
    read.table.close()
    assert read.faults() == []


def test_a_misspelt_key_is_a_fault_that_suggests_the_nearest(reading):
    read = reading(why="It matters.", evidense="The log.")
    read.table.text("why")
    read.table.text("evidence", required=False)
    read.table.close()
    assert read.faults() == [
        "evidense: is a key that nothing reads: rename or remove it; did you mean 'evidence'?"
    ]


def test_a_key_like_no_other_is_a_fault_that_names_the_known_ones(reading):
    read = reading(zebra=1)
    read.table.text("why", required=False)
    read.table.skip("help")
    read.table.close()
    assert read.faults() == [
        "zebra: is a key that nothing reads: rename or remove it; expected help, why"
    ]


def test_a_key_over_two_lines_is_told_on_one(reading):
    read = reading(**{"two\nlines": 1})
    read.table.close()
    (fault,) = read.faults()
    assert fault.startswith(r"'two\nlines': is a key that nothing reads")


def test_a_key_that_is_skipped_may_hold_anything(reading):
    read = reading(points="oops")
    read.table.skip("points")
    read.table.close()
    assert read.faults() == []


def test_words_of_a_few_are_read_in_their_order(reading):
    read = reading(spending=["operating", "capital"])
    assert read.table.choices("spending", ("capital", "operating")) == ("capital", "operating")
    assert read.faults() == []


def test_a_word_beyond_the_few_is_a_fault(reading):
    read = reading(spending=["capital", "capitol"])
    assert read.table.choices("spending", ("capital", "operating")) == ("capital",)
    assert read.faults() == [
        "spending: expected capital, operating; found 'capitol'; did you mean 'capital'?"
    ]


def test_one_of_the_few_words_must_be_there(reading):
    read = reading(spending=[])
    assert read.table.choices("spending", ("capital", "operating")) == ()
    assert read.faults() == ["spending: is empty: name at least one"]
