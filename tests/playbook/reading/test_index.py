import pytest

INDEX = "playbook.toml"
MODELS = ("you-build-it-you-run-it", "ops-run-it")


def section(document, slug):
    return next(section for section in document["sections"] if section["slug"] == slug)


def group(document, slug):
    return next(group for group in document["groups"] if group["slug"] == slug)


def test_the_source_is_the_files_own(content):
    with content.editing(INDEX) as index:
        index["source"]["authors"] = ["Ada", "Grace"]
    playbook = content.load()
    assert playbook.source.authors == ("Ada", "Grace")


@pytest.mark.parametrize("kind", ["principles", "pitfalls", "drawbacks", "models"])
def test_entries_come_in_the_order_of_their_list(content, kind):
    with content.editing(INDEX) as index:
        index[kind].reverse()
        reversed_slugs = index[kind]
    assert list(getattr(content.load(), kind)) == reversed_slugs


def test_questions_come_section_by_section_in_the_order_listed(content):
    with content.editing(INDEX) as index:
        index["blocks"] = [{"slug": "any", "introduction": "One.", "questions": ["telemetry"]}]
        for part in index["sections"]:
            part["questions"].reverse()
        listed = [slug for part in index["sections"] for slug in part["questions"]]
    assert list(content.load().questions) == listed


def test_practices_come_group_by_group(content):
    with content.editing(INDEX) as index:
        listed = [slug for part in index["groups"] for slug in part["practices"]]
    assert list(content.load().practices) == listed


@pytest.mark.parametrize("key", ["source", "quick_check", "principles", "sections"])
def test_a_key_left_out_of_the_index_is_a_fault(content, key):
    with content.editing(INDEX) as index:
        del index[key]
    assert any(fault.startswith(f"{INDEX}: {key}: is missing") for fault in content.faults())


def test_a_misspelt_key_of_the_index_is_a_fault(content):
    with content.editing(INDEX) as index:
        index["sorce"] = "2"
    assert content.faults() == [
        f"{INDEX}: sorce: is a key that nothing reads: rename or remove it; did you mean 'source'?"
    ]


@pytest.mark.parametrize("key", ["title", "publisher", "authors", "url", "licence", "licence_url"])
def test_the_source_is_credited_in_full(content, key):
    with content.editing(INDEX) as index:
        del index["source"][key]
    expected = "a list of texts" if key == "authors" else "a text"
    assert content.faults() == [f"{INDEX}: source.{key}: is missing: expected {expected}"]


@pytest.mark.parametrize(
    "address", ["http://example.org/a", "example.org", "https://a b", "https:"]
)
def test_the_licence_is_linked_by_a_whole_address(content, address):
    with content.editing(INDEX) as index:
        index["source"]["licence_url"] = address
    assert content.faults() == [
        f"{INDEX}: source.licence_url: expected an https:// address, found {address!r}"
    ]


def test_the_licences_address_may_end_in_a_slash(content):
    with content.editing(INDEX) as index:
        index["source"]["licence_url"] = "https://creativecommons.org/licenses/by-nc/4.0/"
    assert content.faults() == []


def test_the_sources_address_may_not_end_in_a_slash(content):
    with content.editing(INDEX) as index:
        index["source"]["url"] = "https://example.org/playbook/"
    assert content.faults() == [
        f"{INDEX}: source.url: expected an https:// address that does not end in a slash, "
        "found 'https://example.org/playbook/'"
    ]


@pytest.mark.parametrize("kind", ["principles", "pitfalls", "drawbacks", "models"])
def test_an_entry_listed_without_a_file_is_a_fault(content, kind):
    with content.editing(INDEX) as index:
        index[kind].append("zebra")
    assert content.faults() == [
        f"{INDEX}: {kind}: names 'zebra', for which {kind}/ has no file: "
        "add the file or remove the slug"
    ]


def test_a_misspelt_slug_in_a_list_is_told_the_nearest_file(content):
    with content.editing(INDEX) as index:
        index["pitfalls"].append("excessive-bua")
    assert content.faults() == [
        f"{INDEX}: pitfalls: names 'excessive-bua', for which pitfalls/ has no file; "
        "did you mean 'excessive-bau'?"
    ]


def test_a_question_listed_without_a_file_is_a_fault_of_its_section(content):
    with content.editing(INDEX) as index:
        section(index, "learning-culture")["questions"].append("zebra")
    assert content.faults() == [
        f"{INDEX}: sections.learning-culture.questions: names 'zebra', for which questions/ "
        "has no file: add the file or remove the slug"
    ]


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        ("questions", "a section's questions"),
        ("practices", "a group's practices"),
        ("principles", "principles"),
        ("pitfalls", "pitfalls"),
        ("drawbacks", "drawbacks"),
        ("models", "models"),
    ],
)
def test_a_file_that_is_not_listed_is_a_fault(content, kind, remedy):
    first = sorted((content.path / kind).iterdir())[0]
    (content.path / kind / "zebra.toml").write_bytes(first.read_bytes())
    assert f"{INDEX}: does not list {kind}/zebra.toml: add it to {remedy}" in content.faults()


def test_an_entry_listed_twice_is_a_fault(content):
    with content.editing(INDEX) as index:
        index["models"].append("hybrid")
    assert content.faults() == [f"{INDEX}: models: names 'hybrid' twice: remove one"]


def test_a_question_listed_in_two_sections_is_a_fault(content):
    with content.editing(INDEX) as index:
        section(index, "learning-culture")["questions"].append("telemetry")
    assert content.faults() == [
        f"{INDEX}: sections.learning-culture.questions: names 'telemetry' again, after "
        "sections.service-reliability.questions: remove one"
    ]


def test_a_practice_listed_in_two_groups_is_a_fault(content):
    with content.editing(INDEX) as index:
        group(index, "scale")["practices"].append("run-regular-chaos-days")
    assert (
        f"{INDEX}: groups.scale.practices: names 'run-regular-chaos-days' again, after "
        + ("groups.incident-response.practices: remove one")
        in content.faults()
    )


def test_the_sections_stand_in_their_fixed_order(content):
    with content.editing(INDEX) as index:
        index["sections"].reverse()
    assert content.faults() == [
        f"{INDEX}: sections: expected the sections profile, deployment-throughput, "
        "service-reliability, learning-culture in this order; found 'learning-culture', "
        "'service-reliability', 'deployment-throughput', 'profile'"
    ]


def test_a_misnamed_section_is_one_fault(content):
    with content.editing(INDEX) as index:
        section(index, "learning-culture")["slug"] = "learning"
    (fault,) = content.faults()
    assert fault.endswith("'service-reliability', 'learning'")


@pytest.mark.parametrize("key", ["slug", "title", "introduction", "questions"])
def test_a_section_says_all_it_must(content, key):
    with content.editing(INDEX) as index:
        del index["sections"][2][key]
    assert any(f".{key}: is missing" in fault for fault in content.faults())


@pytest.mark.parametrize("key", ["slug", "title", "phase", "principles", "practices"])
def test_a_group_says_all_it_must(content, key):
    with content.editing(INDEX) as index:
        del index["groups"][2][key]
    assert any(f".{key}: is missing" in fault for fault in content.faults())


@pytest.mark.parametrize(("list_", "position"), [("sections", 1), ("groups", 0)])
def test_an_unknown_key_of_a_section_or_a_group_is_a_fault(content, list_, position):
    with content.editing(INDEX) as index:
        index[list_][position]["zebra"] = 1
        slug = index[list_][position]["slug"]
    (fault,) = content.faults()
    assert fault.startswith(f"{INDEX}: {list_}.{slug}.zebra: is a key that nothing reads")


def test_a_groups_slug_is_in_kebab_case(content):
    with content.editing(INDEX) as index:
        group(index, "scale")["slug"] = "Scale up"
    assert content.faults() == [
        f"{INDEX}: groups.7.slug: expected a slug of small letters, digits and single hyphens, "
        "as in 'on-call-pay': correct 'Scale up'"
    ]


def test_two_groups_may_not_share_a_slug(content):
    with content.editing(INDEX) as index:
        group(index, "scale")["slug"] = "measurement"
    assert content.faults() == [
        f"{INDEX}: groups.measurement.slug: 'measurement' is the slug of an earlier group: "
        "rename one"
    ]


@pytest.mark.parametrize("slug", ["governance", "build"])
def test_the_groups_that_a_rule_counts_are_there(content, slug):
    with content.editing(INDEX) as index:
        group(index, slug)["slug"] = "renamed"
    assert content.faults() == [
        f"{INDEX}: groups: lacks {slug!r}, which a scoring rule names: add the group"
    ]


@pytest.mark.parametrize("phase", [0, 4])
def test_a_phase_is_one_of_three(content, phase):
    with content.editing(INDEX) as index:
        group(index, "scale")["phase"] = phase
    (fault,) = (fault for fault in content.faults() if "groups.scale.phase: expected" in fault)
    assert fault.endswith(f"expected a whole number from 1 to 3, found the number {phase}")


def test_groups_stand_in_the_order_of_their_phases(content):
    with content.editing(INDEX) as index:
        group(index, "scale")["phase"] = 1
    assert content.faults() == [
        f"{INDEX}: groups.scale.phase: comes after a group of a later phase: "
        "put the groups in order"
    ]


@pytest.mark.parametrize("key", ["principles", "guards"])
def test_a_group_names_only_what_there_is(content, key):
    with content.editing(INDEX) as index:
        group(index, "scale")[key] = ["zebra"]
    assert content.faults() == [
        f"{INDEX}: groups.scale.{key}: names 'zebra', which there is not: "
        "correct the slug or add its file"
    ]


def test_a_quick_check_question_that_there_is_not_is_a_fault(content):
    with content.editing(INDEX) as index:
        index["quick_check"].append("deployment-frequenzy")
    assert content.faults() == [
        f"{INDEX}: quick_check: names 'deployment-frequenzy', which there is not; "
        "did you mean 'deployment-frequency'?"
    ]


def test_a_profile_question_has_no_place_in_the_quick_check(content):
    with content.editing(INDEX) as index:
        index["quick_check"].append("composition")
    assert content.faults() == [
        f"{INDEX}: quick_check: names 'composition', but the profile is always put: remove it"
    ]


def test_without_sections_the_quick_check_is_not_judged(content):
    with content.editing(INDEX) as index:
        index["sections"] = []
    assert not any("quick_check" in fault for fault in content.faults())


def test_without_groups_the_lack_of_them_is_one_fault(content):
    with content.editing(INDEX) as index:
        index["groups"] = []
    faults = [fault for fault in content.faults() if ": groups" in fault]
    assert faults == [f"{INDEX}: groups: is empty: add at least one"]


# --- Blocks


def test_a_block_says_once_what_several_questions_share(playbook):
    block = next(block for block in playbook.blocks if block.slug == "on-call")
    assert block.questions == ("on-call-rota", "on-call-pay", "on-call-funding")
    assert block.introduction.startswith("“On call out of hours” means")


@pytest.mark.parametrize(
    "questions", [["telemetry", "on-call-rota"], ["on-call-pay", "on-call-rota"], ["no-such"]]
)
def test_the_questions_of_a_block_stand_one_after_the_other(content, questions):
    with content.editing(INDEX) as index:
        index["blocks"][0]["questions"] = questions
    assert content.faults() == [
        f"{INDEX}: blocks.rota.questions: do not stand one after the other in a section: "
        "order them so"
    ]


def test_how_to_answer_is_said_once(playbook):
    assert playbook.how_to_answer.startswith("Answer for this service, by what happened")
