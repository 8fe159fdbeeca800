"""A file of models/: every model is told under the same heads, and none of them may be missing."""

import pytest

from assessments.playbook.operating_models import AREAS, COST_KINDS, DUTIES

HYBRID = "models/hybrid.toml"
OPS = "models/ops-run-it.toml"
FIGURES = (
    "frequency",
    "lead_time",
    "incentive",
    "availability",
    "restoration_time",
    "insight_time",
    "improvement_time",
)


@pytest.mark.parametrize("key", [*FIGURES, "auditing"])
def test_a_model_says_every_figure(content, key):
    with content.editing(HYBRID) as document:
        del document[key]
    assert content.faults() == [f"{HYBRID}: {key}: is missing: expected a text"]


@pytest.mark.parametrize("key", ["benefits", "seldom"])
def test_one_benefit_alone_is_no_list(content, key):
    with content.editing(HYBRID) as document:
        document[key] = ["Only this. " + "word " * 60]
    assert content.faults() == [
        f"{HYBRID}: {key}: expected a list of at least 2 texts, found 1: add what is missing"
    ]


def test_a_model_names_a_standard(content):
    with content.editing(HYBRID) as document:
        document["standards"] = []
    assert content.faults() == [f"{HYBRID}: standards: is empty: name at least one"]


@pytest.mark.parametrize(("key", "all_of"), [("costs", COST_KINDS), ("governance", DUTIES)])
def test_a_row_left_out_is_a_fault(content, key, all_of):
    with content.editing(HYBRID) as document:
        del document[key][0]
    assert content.faults() == [
        f"{HYBRID}: {key}: expected a table each for {', '.join(all_of)}, in this order; "
        f"found {', '.join(all_of[1:])}: put the rows right"
    ]


@pytest.mark.parametrize("key", ["costs", "governance"])
def test_rows_out_of_order_are_a_fault(content, key):
    with content.editing(HYBRID) as document:
        document[key].reverse()
    (fault,) = content.faults()
    assert "in this order" in fault


@pytest.mark.parametrize(
    ("key", "field", "nearest"),
    [
        ("costs", "kind", "set-up"),
        ("costs", "weight", "equal"),
        ("governance", "what", "reviews"),
        ("drawbacks", "area", "people"),
    ],
)
def test_a_word_of_a_row_that_there_is_not_is_the_only_fault(content, key, field, nearest):
    with content.editing(HYBRID) as document:
        document[key][-1][field] = f"{nearest}x"
    (fault,) = content.faults()
    position = {"costs": 5, "governance": 4, "drawbacks": 5}[key]
    assert fault.startswith(f"{HYBRID}: {key}.{position}.{field}: expected one of ")
    assert fault.endswith(f"found '{nearest}x'; did you mean '{nearest}'?")


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("costs", "why"),
        ("costs", "spending"),
        ("governance", "responsible"),
        ("governance", "accountable"),
        ("governance", "informed"),
        ("drawbacks", "title"),
        ("drawbacks", "says"),
        ("drawbacks", "counter"),
        ("drawbacks", "price"),
    ],
)
def test_a_row_says_all_it_must(content, key, field):
    with content.editing(HYBRID) as document:
        del document[key][0][field]
    (fault,) = content.faults()
    assert fault.startswith(f"{HYBRID}: {key}.1.{field}: is missing")


@pytest.mark.parametrize("key", ["costs", "governance", "drawbacks"])
def test_a_misspelt_key_of_a_row_is_a_fault(content, key):
    with content.editing(HYBRID) as document:
        document[key][0]["oops"] = "A text."
    (fault,) = content.faults()
    assert fault.startswith(f"{HYBRID}: {key}.1.oops: is a key that nothing reads")


def test_a_cost_is_booked_in_a_known_way(content):
    with content.editing(HYBRID) as document:
        document["costs"][0]["spending"] = ["capitol"]
    assert content.faults() == [
        f"{HYBRID}: costs.1.spending: expected capital, operating, lost-revenue; "
        "found 'capitol'; did you mean 'capital'?"
    ]


def test_a_share_is_of_a_dimension_and_of_a_known_size(content):
    with content.editing(OPS) as document:
        document["costs"][0]["share"] = {"learning-cultur": "low", "service-reliability": "huge"}
    shares = f"{OPS}: costs.1.share"
    faults = content.faults()
    assert faults[0].startswith(f"{shares}.service-reliability: expected one of low, ")
    assert faults[1].startswith(f"{shares}.learning-cultur: is a key that nothing reads")


def test_a_share_that_the_source_does_not_estimate_is_left_out(content):
    costs = {cost.kind: cost for cost in content.load().models["ops-run-it"].costs}
    assert dict(costs["incident"].share) == {"service-reliability": "medium-to-high"}


def test_an_area_without_a_drawback_is_a_fault(content):
    with content.editing(HYBRID) as document:
        document["drawbacks"] = [d for d in document["drawbacks"] if d["area"] != "learning"]
    assert content.faults() == [
        f"{HYBRID}: drawbacks: says nothing on learning: "
        "name an entry under entries or add a drawback"
    ]


def test_a_drawback_with_a_page_of_its_own_is_enough_for_an_area(content):
    model = content.load().models["ops-run-it"]
    told = {*model.entries, *(drawback.area for drawback in model.drawbacks)}
    assert told == set(AREAS)
    assert "learning" not in {drawback.area for drawback in model.drawbacks}


@pytest.mark.parametrize(
    ("file", "slug"),
    [
        (OPS, "excessive-bau"),
        ("models/you-build-it-you-run-it.toml", "slow-deployments"),
    ],
)
def test_a_model_lists_entries_of_its_own_kind(content, file, slug):
    with content.editing(file) as document:
        document["entries"]["learning"] = [slug]
    (fault,) = content.faults()
    assert fault.startswith(f"{file}: entries.learning: names '{slug}', which there is not")


def test_a_model_lists_entries_by_known_areas(content):
    with content.editing(OPS) as document:
        document["entries"]["deploying"] = ["slow-deployments"]
    assert content.faults() == [
        f"{OPS}: entries.deploying: is a key that nothing reads: rename or remove it; "
        "did you mean 'deployment'?"
    ]


def test_all_faults_of_a_model_come_together(content):
    with content.editing(HYBRID) as document:
        del document["suits"]
        document["costs"][1]["weight"] = "heavy"
        document["governance"][2]["informed"] = ""
    assert [fault.split(": ")[1] for fault in content.faults()] == [
        "suits",
        "costs.2.weight",
        "governance.3.informed",
    ]
