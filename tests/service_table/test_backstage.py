"""Backstage's catalogue as a table: what teams have in their repositories."""

import pytest

from assessments.service_table import backstage
from assessments.service_table.reading import read
from assessments.service_table.table import NotATable

CATALOGUE = """\
# of the shop
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: basket
  title: Basket
  description: |
    Holds what
    is bought
spec:
  type: service
  owner: group:default/checkout
  system: buying
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: {name: buying}
spec: {owner: checkout, domain: buy}
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata: {name: buy, title: Buy}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: checkout
  annotations: {acme.example/slack-channel: "#checkout"}
spec:
  type: team
  profile: {displayName: Checkout}
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: prices}
"""


def component(name="basket", **spec):
    said = "".join(f"  {key}: {value}\n" for key, value in spec.items())
    head = "apiVersion: v1\nkind: Component\n"
    return f"{head}metadata:\n  name: {name}\nspec:\n  type: service\n{said}"


def row(text):
    (only,) = read(text).rows
    return only


def test_a_component_is_a_service_with_its_group_system_and_domain():
    found = row(CATALOGUE)
    assert (found.service, found.team, found.domain) == ("Basket", "Checkout", "Buy")
    assert (found.description, found.contact) == ("Holds what is bought", "#checkout")
    assert found.line == 2


def test_what_each_kind_is_taken_for_is_told_with_how_many_there_are():
    assert read(CATALOGUE).columns == (
        ("Component (1)", "service"),
        ("System (1)", "domain"),
        ("Domain (1)", "domain"),
        ("Group (1)", "team"),
        ("Api (1)", ""),
    )


def test_what_is_named_and_not_there_goes_by_its_name():
    found = row(component(owner="platform/Vans", system="routes"))
    assert (found.team, found.domain) == ("Vans", "")


@pytest.mark.parametrize("owner", ["user:default/ann", "User:ann"])
def test_a_person_is_no_team(owner):
    assert row(component(owner=owner)).team == ""


def test_a_group_s_address_comes_before_where_it_chats():
    text = CATALOGUE.replace("displayName: Checkout", "displayName: X, email: c@example.org")
    assert row(text).contact == "c@example.org"


def test_names_are_found_in_any_case():
    assert row(CATALOGUE.replace("default/checkout", "default/CheckOut")).team == "Checkout"


def test_several_components_come_in_their_order_with_their_lines():
    rows = read(component("b") + "---\n" + component("a")).rows
    assert [(each.service, each.line) for each in rows] == [("b", 1), ("a", 7)]


@pytest.mark.parametrize("value", ["[1, 2]", "{a: b}", "null", "true"])
def test_a_value_that_is_no_plain_one_says_nothing(value):
    assert row(component(owner=value)).team in ("", "True")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("apiVersion: v1\nkind: Group\n", "no document of kind Component"),
        ("apiVersion: v1\nkind: [\n", "no YAML that can be read: line"),
        ("apiVersion: v1\nkind: !!python/object:os.system x\n", "no YAML that can be read"),
        ("apiVersion: &a [x]\nkind: *a\n", "Line 2 repeats a part by its name"),
        ("apiVersion: v1\nkind: " + "[" * 20_000, "no YAML that can be read"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_do(text, said):
    with pytest.raises(NotATable, match=said):
        read(text)


def test_more_components_than_may_be_imported_are_refused(monkeypatch):
    monkeypatch.setattr(backstage, "MOST_ROWS", 1)
    with pytest.raises(NotATable, match="That is 2 components"):
        read(component("a") + "---\n" + component("b"))


@pytest.mark.parametrize("text", ["Service,Team\nkind: x,y", "Service\tTeam\na\tb"])
def test_a_table_is_no_catalogue(text):
    assert not backstage.is_catalogue(text)


def test_documents_that_are_none_are_passed_over():
    assert row("--- just text\n---\n" + component()).service == "basket"
