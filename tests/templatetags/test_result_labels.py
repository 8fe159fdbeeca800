from assessments.templatetags.result_labels import money, said, titled, tolerable


def test_a_slug_is_said_in_words():
    assert said("daily", "deployment") == "Daily or more"


def test_a_slug_that_is_not_known_is_made_readable():
    assert said("twice-a-day", "deployment") == "Twice a day"


def test_a_dimension_a_practice_and_a_pitfall_have_titles():
    assert titled("learning-culture", "dimension") == "Learning culture"
    assert titled("run-regular-chaos-days", "practice") == "Run regular Chaos Days"
    assert titled("excessive-bau", "pitfall") == "Excessive BAU"


def test_an_entry_that_the_playbook_dropped_is_made_readable():
    assert titled("keep-pigeons", "practice") == "Keep pigeons"


def test_an_amount_has_its_currency():
    assert money(7_000, "GBP") == "£7,000"


def test_what_a_target_leaves_of_a_week_is_told():
    assert tolerable("99.9") == "10 minutes"
