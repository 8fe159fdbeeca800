from assessments.current import playbook
from assessments.queries.entries import contents, entry_at, entry_page


def page(kind, slug):
    found = entry_page(kind, slug)
    assert found
    return found


def related(kind, slug, heading):
    relations = page(kind, slug).relations
    return [
        ref.slug for relation in relations if relation.title == heading for ref in relation.refs
    ]


def test_an_unknown_entry_has_no_page():
    assert entry_page("practice", "none-such") is None


def test_every_relation_can_be_walked_back():
    everything = [ref for refs in (contents().models, contents().principles) for ref in refs]
    everything += [*contents().pitfalls, *contents().drawbacks]
    everything += [
        ref for groups in contents().phases.values() for group in groups for ref in group.practices
    ]
    pages = {(ref.kind, ref.slug): page(ref.kind, ref.slug) for ref in everything}
    ways = {
        (start, (to.kind, to.slug))
        for start, shown in pages.items()
        for relation in shown.relations
        for to in relation.refs
    }
    assert {(end, start) for start, end in ways} == ways


def test_a_practice_points_at_what_it_guards_against():
    assert related("practice", "automate-change-auditing", "Guards against") == [
        "change-management-treacle"
    ]


def test_a_practice_of_the_build_group_guards_with_its_group():
    heading = "Guards against, together with its group"
    slug = "maximise-discoverability-of-teams-and-services"
    assert related("practice", slug, heading) == ["excessive-bau"]


def test_a_careless_start_is_told_at_both_ends():
    practice = "upskill-application-support-analysts-as-product-team-developers"
    heading = "A careless start on these brings it"
    assert related("pitfall", "embedded-specialists", heading) == [practice]


def test_ops_run_it_knows_its_drawbacks():
    heading = "What can go wrong with it"
    assert related("model", "ops-run-it", heading) == list(playbook().drawbacks)


def test_a_measurement_practice_is_asked_about_by_the_trailing_questions():
    asked = page("practice", "measure-deployment-throughput").asked
    assert [question.text for question in asked] == [
        playbook().questions[slug].text for slug in ("deployment-frequency", "deployment-lead-time")
    ]


def test_a_decisive_answer_is_told_from_a_hint():
    asked = page("pitfall", "limited-on-call-schedule").asked
    says = {str(bearing.says) for question in asked for bearing in question.options}
    assert says == {"sets it off by itself", "a hint of it"}


def test_a_page_of_the_source_leads_to_the_first_entry_on_it():
    address = playbook().url(playbook().drawbacks["slow-restoration"].page)
    first = entry_at(address)
    assert first
    assert first.slug == "slow-acknowledgement"


def test_an_address_of_no_entry_leads_nowhere():
    assert entry_at("https://example.org/") is None


def test_the_pages_are_put_together_once():
    assert entry_page("model", "hybrid") is entry_page("model", "hybrid")
