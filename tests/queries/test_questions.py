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
