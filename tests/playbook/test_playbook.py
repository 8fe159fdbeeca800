from assessments.playbook.questions import POINT_KEYS, ProfileQuestion, ScoredQuestion


def test_the_dimensions_are_the_sections_after_the_profile(playbook):
    assert [section.slug for section in playbook.dimensions] == [
        "deployment-throughput",
        "service-reliability",
        "learning-culture",
    ]


def test_profile_and_scored_questions_make_up_all_questions(playbook):
    profile = {slug: playbook.questions[slug] for slug in playbook.sections[0].questions}
    assert {**profile, **playbook.scored_questions} == dict(playbook.questions)


def test_the_profile_questions_are_of_their_sort(playbook):
    sorts = {type(playbook.questions[slug]) for slug in playbook.sections[0].questions}
    assert sorts == {ProfileQuestion}


def test_the_scored_questions_are_of_their_sort(playbook):
    assert {type(question) for question in playbook.scored_questions.values()} == {ScoredQuestion}


def test_a_section_is_found_by_its_slug(playbook):
    assert playbook.section("learning-culture") is playbook.sections[3]


def test_a_section_that_there_is_not_is_none(playbook):
    assert playbook.section("zebra") is None


def test_every_option_comes_with_its_question_in_order(playbook):
    listed = [(question.slug, option.slug) for question, option in playbook.options()]
    assert listed == [
        (question.slug, option.slug)
        for question in playbook.scored_questions.values()
        for option in question.options
    ]


def test_a_page_is_addressed_under_the_source(playbook):
    assert playbook.url("principles#a") == f"{playbook.source.url}/principles#a"


def test_an_option_is_found_by_its_slug(playbook):
    for slug in ("composition", "telemetry"):
        question = playbook.questions[slug]
        assert question.option(question.options[1].slug) is question.options[1]


def test_an_option_that_there_is_not_is_none(playbook):
    for slug in ("composition", "telemetry"):
        assert playbook.questions[slug].option("zebra") is None


def test_every_option_has_points_under_each_key_of_its_question(playbook):
    for question, option in playbook.options():
        assert tuple(option.points) == POINT_KEYS[question.judged_by]
