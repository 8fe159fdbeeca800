import pytest

INDEX = "playbook.toml"
BOTH = ("you-build-it-you-run-it", "ops-run-it")
FILES = {
    "principles": "principles/operating-models-are-powered-by-feedback.toml",
    "practices": "practices/run-regular-chaos-days.toml",
    "pitfalls": "pitfalls/excessive-bau.toml",
    "drawbacks": "drawbacks/slow-deployments.toml",
    "models": "models/hybrid.toml",
}
TEXTS = {
    "principles": ("changes", "example"),
    "practices": ("why", "in_place", "next", "measure", "goes_wrong", "who"),
    "pitfalls": ("recognise", "causes", "costs"),
    "drawbacks": ("recognise", "causes", "costs"),
    "models": ("suits", "deploys", "protects", "restores", "learns"),
}
every_text = pytest.mark.parametrize(
    ("kind", "key"), [(kind, key) for kind, keys in TEXTS.items() for key in keys]
)
# Long enough for any entry, short enough beside its other texts.
WRAPPED = "One.\n\n\n" + "word\n" * 100
FLAT = "One.\n\n" + " ".join(["word"] * 100)
a_file_of_each_kind = pytest.mark.parametrize("file", FILES.values(), ids=FILES)


def slug_of(file):
    return file.partition("/")[2].removesuffix(".toml")


@pytest.mark.parametrize("kind", FILES)
def test_an_entry_is_called_after_its_file(content, kind):
    slug = slug_of(FILES[kind])
    assert getattr(content.load(), kind)[slug].slug == slug


@pytest.mark.parametrize("kind", FILES)
def test_an_entry_says_what_its_file_says(content, kind):
    with content.editing(FILES[kind]) as document:
        document |= {"title": "A title", "summary": "A\nsummary.", "page": "a/page#part"}
    entry = getattr(content.load(), kind)[slug_of(FILES[kind])]
    assert (entry.title, entry.summary, entry.page) == ("A title", "A summary.", "a/page#part")


@every_text
def test_a_longer_text_is_read_in_paragraphs(content, kind, key):
    with content.editing(FILES[kind]) as document:
        document[key] = WRAPPED
    entry = getattr(content.load(), kind)[slug_of(FILES[kind])]
    assert getattr(entry, key) == FLAT


@every_text
def test_every_longer_text_of_its_kind_must_be_there(content, kind, key):
    with content.editing(FILES[kind]) as document:
        del document[key]
    assert content.faults() == [f"{FILES[kind]}: {key}: is missing: expected a text"]


@every_text
def test_a_longer_text_may_not_be_empty(content, kind, key):
    with content.editing(FILES[kind]) as document:
        document[key] = "\n \n"
    assert content.faults() == [f"{FILES[kind]}: {key}: is empty: expected a text"]


@every_text
def test_a_longer_text_is_no_list(content, kind, key):
    with content.editing(FILES[kind]) as document:
        document[key] = ["One.", "Two."]
    assert content.faults() == [f"{FILES[kind]}: {key}: expected a text, found a list"]


@pytest.mark.parametrize("kind", FILES)
def test_a_body_is_no_longer_read_where_texts_have_headings(content, kind):
    with content.editing(FILES[kind]) as document:
        document["body"] = "One."
    (fault,) = content.faults()
    assert fault.startswith(f"{FILES[kind]}: body: is a key that nothing reads")


@a_file_of_each_kind
@pytest.mark.parametrize("key", ["title", "summary", "page"])
def test_an_entry_says_all_it_must(content, file, key):
    with content.editing(file) as document:
        del document[key]
    assert content.faults() == [f"{file}: {key}: is missing: expected a text"]


@a_file_of_each_kind
def test_an_empty_text_of_an_entry_is_a_fault(content, file):
    with content.editing(file) as document:
        document["summary"] = "  "
    assert content.faults() == [f"{file}: summary: is empty: expected a text"]


@a_file_of_each_kind
def test_a_misspelt_key_of_an_entry_is_a_fault(content, file):
    with content.editing(file) as document:
        document["sumary"] = "A summary."
    assert content.faults() == [
        f"{file}: sumary: is a key that nothing reads: rename or remove it; did you mean 'summary'?"
    ]


@pytest.mark.parametrize(
    "page",
    ["https://example.org/a", "javascript:alert(1)", "/practices", "//example.org", "two words"],
)
def test_a_page_is_a_path_under_the_sources_address(content, page):
    with content.editing(FILES["pitfalls"]) as document:
        document["page"] = page
    assert content.faults() == [
        f"{FILES['pitfalls']}: page: expected a path under the source's url, "
        f"without scheme or leading slash; found {page!r}"
    ]


@pytest.mark.parametrize("key", ["counter", "price"])
def test_a_drawback_says_what_counters_it_and_at_what_price(content, key):
    with content.editing(FILES["drawbacks"]) as document:
        del document[key]
    assert content.faults() == [f"{FILES['drawbacks']}: {key}: is missing: expected a text"]


def test_a_drawbacks_counter_and_price_are_read(content):
    with content.editing(FILES["drawbacks"]) as document:
        document |= {"counter": "A counter.", "price": "A price."}
    drawback = content.load().drawbacks["slow-deployments"]
    assert (drawback.counter, drawback.price) == ("A counter.", "A price.")


def test_how_to_start_is_told_on_one_line(content):
    with content.editing(FILES["practices"]) as document:
        document["start"] = "Meet\non Monday.\n\nBring figures.\n"
    practice = content.load().practices["run-regular-chaos-days"]
    assert practice.start == "Meet on Monday. Bring figures."


@pytest.mark.parametrize(
    ("start", "fault"),
    [
        ("", "is empty: expected a text"),
        (["Meet."], "expected a text, found a list"),
        (None, "is missing: expected a text"),
    ],
)
def test_a_practice_says_how_to_start(content, start, fault):
    with content.editing(FILES["practices"]) as document:
        document["start"] = start
        if start is None:
            del document["start"]
    assert content.faults() == [f"{FILES['practices']}: start: {fault}"]


def test_the_way_out_is_read_step_by_step(content):
    with content.editing(FILES["pitfalls"]) as document:
        document["way_out"] = ["Meet\nfirst.", "Act then."]
    assert content.load().pitfalls["excessive-bau"].way_out == ("Meet first.", "Act then.")


@pytest.mark.parametrize(
    ("way_out", "fault"),
    [
        ([], "way_out: expected a list of at least 2 texts, found 0: add what is missing"),
        (["Meet."], "way_out: expected a list of at least 2 texts, found 1: add what is missing"),
        ("Meet.", "way_out: expected a list of at least 2 texts, found the text 'Meet.'"),
        (["Meet.", 3], "way_out.2: expected a text, found the number 3"),
        (["Meet.", " "], "way_out.2: expected a text, found the text ' '"),
        (["Meet.", "Meet."], "way_out: names 'Meet.' twice: remove one"),
    ],
)
def test_a_way_out_is_a_list_of_two_steps_or_more(content, way_out, fault):
    with content.editing(FILES["pitfalls"]) as document:
        document["way_out"] = way_out
    assert content.faults() == [f"{FILES['pitfalls']}: {fault}"]


def test_a_pitfall_without_a_way_out_is_a_fault(content):
    with content.editing(FILES["pitfalls"]) as document:
        del document["way_out"]
    assert content.faults() == [
        f"{FILES['pitfalls']}: way_out: is missing: expected a list of at least 2 texts"
    ]


@pytest.mark.parametrize("step", [0, 4])
def test_a_practices_step_is_one_of_three(content, step):
    with content.editing(FILES["practices"]) as document:
        document["step"] = step
    assert content.faults() == [
        f"{FILES['practices']}: step: expected a whole number from 1 to 3, found the number {step}"
    ]


def test_a_practice_without_a_step_is_a_fault(content):
    with content.editing(FILES["practices"]) as document:
        del document["step"]
    assert content.faults() == [
        f"{FILES['practices']}: step: is missing: expected a whole number from 1 to 3"
    ]


@pytest.mark.parametrize("key", ["guards", "risks"])
def test_a_practice_guards_and_risks_only_pitfalls_that_there_are(content, key):
    with content.editing(FILES["practices"]) as document:
        document[key] = ["excesive-bau"]
    assert content.faults() == [
        f"{FILES['practices']}: {key}: names 'excesive-bau', which there is not; "
        "did you mean 'excessive-bau'?"
    ]


def test_a_practice_serves_only_models_that_there_are(content):
    with content.editing(FILES["practices"]) as document:
        document["serves"] = ["hybrid"]
    (fault,) = content.faults()
    assert fault.startswith(f"{FILES['practices']}: serves: names 'hybrid', which there is not")


def test_a_practice_has_its_groups_slug_phase_and_principles(content):
    playbook = content.load()
    practice = playbook.practices["run-regular-chaos-days"]
    group = playbook.groups["incident-response"]
    assert (practice.group, practice.phase) == (group.slug, group.phase)
    assert practice.principles == group.principles


def test_a_practice_serves_the_models_that_it_names(content):
    with content.editing(FILES["practices"]) as document:
        document["serves"] = ["ops-run-it"]
    assert content.load().practices["run-regular-chaos-days"].serves == ("ops-run-it",)


def test_a_practice_that_names_no_model_serves_those_of_its_group(content):
    with content.editing(INDEX) as index:
        index["groups"][4]["serves"] = ["ops-run-it"]
    with content.editing(FILES["practices"]) as document:
        document.pop("serves", None)
    assert content.load().practices["run-regular-chaos-days"].serves == ("ops-run-it",)


def test_a_practice_serves_both_models_where_nothing_is_said(content):
    with content.editing(INDEX) as index:
        index["groups"][4].pop("serves", None)
    with content.editing(FILES["practices"]) as document:
        document.pop("serves", None)
    assert content.load().practices["run-regular-chaos-days"].serves == BOTH


def test_the_models_served_come_in_one_order(content):
    with content.editing(FILES["practices"]) as document:
        document["serves"] = list(reversed(BOTH))
    assert content.load().practices["run-regular-chaos-days"].serves == BOTH


def test_a_practice_guards_only_what_it_names_itself(content):
    with content.editing(INDEX) as index:
        index["groups"][4]["guards"] = ["excessive-bau", "linear-run-costs"]
    with content.editing(FILES["practices"]) as document:
        document["guards"] = ["linear-run-costs", "embedded-specialists"]
    assert content.load().practices["run-regular-chaos-days"].guards == (
        "linear-run-costs",
        "embedded-specialists",
    )


def test_a_build_practice_guards_only_what_it_names_itself(content):
    file = "practices/architect-for-adaptability.toml"
    with content.editing(INDEX) as index:
        index["groups"][2]["guards"] = ["excessive-bau"]
    with content.editing(file) as document:
        document["guards"] = ["limited-on-call-schedule"]
    practice = content.load().practices["architect-for-adaptability"]
    assert practice.guards == ("limited-on-call-schedule",)


def test_the_risks_of_a_practice_are_its_own(content):
    with content.editing(FILES["practices"]) as document:
        document["risks"] = ["embedded-specialists"]
    assert content.load().practices["run-regular-chaos-days"].risks == ("embedded-specialists",)


def test_a_practice_of_no_group_is_still_read_for_its_other_faults(content):
    with content.editing(INDEX) as index:
        index["groups"][4]["practices"].remove("run-regular-chaos-days")
    with content.editing(FILES["practices"]) as document:
        del document["title"]
    assert content.faults() == [
        "playbook.toml: does not list practices/run-regular-chaos-days.toml: "
        "add it to a group's practices",
        f"{FILES['practices']}: title: is missing: expected a text",
    ]
