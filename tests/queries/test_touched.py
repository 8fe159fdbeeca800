from assessments.current import playbook
from assessments.playbook.rule_slugs import COVER_PRACTICES
from assessments.queries.entries import touched_by


def slugs(question, kind):
    return {each.slug for each in touched_by(question) if each.kind == kind}


def test_every_question_touches_a_practice():
    assert all(slugs(question, "practice") for question in playbook().questions)


def test_every_question_touches_a_principle():
    assert all(slugs(question, "principle") for question in playbook().questions)


def test_a_questions_pitfalls_are_those_its_options_set_off():
    assert slugs("on-call-pay", "pitfall") == {"limited-on-call-schedule"}


def test_a_questions_practices_are_those_its_options_bear_on():
    assert slugs("telemetry", "practice") == {"automate-a-telemetry-toolchain"}


def test_a_trailing_question_touches_the_measurement_of_its_dimension():
    assert "measure-service-reliability" in slugs("time-to-restore", "practice")


def test_the_cover_out_of_hours_touches_every_schedule():
    assert set(COVER_PRACTICES) <= slugs("out-of-hours-cover", "practice")


def test_a_rota_beyond_the_exposure_touches_linear_run_costs():
    assert "linear-run-costs" in slugs("out-of-hours-cover", "pitfall")
