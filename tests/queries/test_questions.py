from assessments.current import playbook
from assessments.queries.entries import touched_by
from assessments.queries.questions import asked_questions, asked_sections


def test_every_question_is_asked_once_in_the_questionnaires_order():
    order = [slug for section in playbook().sections for slug in section.questions]
    assert [asked.question.slug for asked in asked_questions()] == order


def test_a_section_holds_its_own_questions():
    for each in asked_sections():
        assert {asked.question.section for asked in each.questions} == {each.section.slug}


def test_a_profile_options_help_stands_beside_it():
    asked = next(each for each in asked_questions() if each.question.slug == "exposure")
    option = playbook().questions["exposure"].options[0]
    assert asked.options[0] == (option.text, option.help)


def test_a_question_knows_what_its_answers_touch():
    asked = next(each for each in asked_questions() if each.question.slug == "telemetry")
    assert asked.touches == touched_by("telemetry")


def asked(slug):
    return next(each for each in asked_questions() if each.question.slug == slug)


def test_a_blocks_introduction_stands_above_its_first_question_only():
    for block in playbook().blocks:
        told = {slug: asked(slug).introduction for slug in block.questions}
        assert told == dict.fromkeys(block.questions, "") | {block.questions[0]: block.introduction}


def test_a_question_says_when_it_does_not_apply():
    assert asked("time-to-restore").may_not_apply
    assert not asked("telemetry").may_not_apply


def test_only_what_the_profile_can_do_without_is_optional():
    assert asked("out-of-hours-loss").is_optional
    assert not asked("composition").is_optional
    assert not asked("telemetry").is_optional
