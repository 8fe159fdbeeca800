"""A table of services is looked at first, and imported by a second press: all of it or nothing."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from assessments.models import Domain, Service, Team
from tests import factories

pytestmark = pytest.mark.django_db

IMPORT = "/o/acme/services/import/"
TABLE = """Service,Team,Domain,Description,Contact
Basket,Checkout,Buy,Holds what is bought,#checkout
Search,Checkout,Buy,,
Wishlist,Rooms,,,
"""


def sent(client, text=TABLE, **more):
    return client.post(IMPORT, {"text": text, **more})


def fates(page):
    return [(each.row.service, each.fate, each.why) for each in page.context["preview"].rows]


def estate():
    return set(Service.objects.values_list("name", "team__name", "team__domain__name"))


def test_a_look_changes_nothing_and_tells_what_would_be_made(owner, cast):
    before = estate()
    page = sent(owner)
    assert [fate for _name, fate, _why in fates(page)] == ["new"] * 3
    assert "New domains: Buy." in page.text
    assert "New teams: Checkout (Buy)." in page.text
    assert estate() == before


def test_a_second_press_makes_domains_teams_and_services(owner, cast):
    assert sent(owner, confirmed="1").status_code == 302
    assert estate() == {
        ("Bedroom", "Rooms", None),
        ("Basket", "Checkout", "Buy"),
        ("Search", "Checkout", "Buy"),
        ("Wishlist", "Rooms", None),
    }
    checkout = Team.objects.get(name="Checkout")
    assert checkout.contact == "#checkout"
    assert checkout.history.get().history_user == cast.owner
    basket = Service.objects.get(name="Basket")
    assert basket.description == "Holds what is bought"
    assert basket.history.get().history_user == cast.owner


def test_the_same_table_twice_changes_nothing(owner):
    sent(owner, confirmed="1")
    before = estate(), Team.history.count(), Domain.history.count()
    page = sent(owner, confirmed="1")
    assert page.status_code == 422
    assert {fate for _name, fate, _why in fates(page)} == {"known"}
    assert (estate(), Team.history.count(), Domain.history.count()) == before


def test_a_faulty_row_stops_all(owner):
    before = estate()
    page = sent(owner, f"{TABLE},Nobody,,,\n", confirmed="1")
    assert page.status_code == 422
    assert fates(page)[0] == ("", "faulty", "It names no service.")
    assert "Nothing has been imported" in page.text
    assert estate() == before


@pytest.mark.parametrize(
    ("row", "fate", "why"),
    [
        ("Bedroom,Payments,,,", "doubtful", "Belongs to team Rooms already, and stays there."),
        ("BEDROOM,rooms,,,", "known", ""),
        ("Basket,,,,", "faulty", "It names no team."),
        (f"{'n' * 101},Rooms,,,", "faulty", "A name is longer than 100 characters."),
        (f"Basket,Rooms,,{'n' * 301},", "faulty", "The description is longer"),
        ("Basket,Rooms,Buy,,", "new", "New; its team is in no domain, and stays there."),
    ],
)
def test_each_row_is_told_what_becomes_of_it(owner, row, fate, why):
    ((_name, found, said),) = fates(sent(owner, f"Service,Team,Domain,Description,Contact\n{row}"))
    assert found == fate
    assert said.startswith(why)


def test_a_service_twice_in_the_table_is_doubtful_or_faulty(owner):
    rows = "Service,Team\nBasket,Rooms\nbasket,Rooms\nBasket,Payments"
    assert [(fate, why) for _name, fate, why in fates(sent(owner, rows))] == [
        ("faulty", "Stands in line 2 already."),
        ("doubtful", "Stands in line 2 already."),
        ("new", ""),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Paste a table, or choose a file"),
        ("no,table", "No column is headed"),
        ("x" * 300_001, "at most 300000 characters"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(owner, text, said):
    page = sent(owner, text)
    assert page.status_code == 422
    assert said in page.text


def test_only_an_owner_imports(client, cast):
    client.force_login(cast.colleague)
    assert client.get(IMPORT).status_code == 404
    assert sent(client, confirmed="1").status_code == 404


def test_an_archived_service_s_name_is_free(owner, cast):
    cast.service.archived_at = factories.AT
    cast.service.save()
    assert fates(sent(owner, "Service,Team\nBedroom,Rooms"))[0][1] == "new"


@pytest.mark.parametrize("number", [5, 500])
def test_a_look_costs_the_same_however_many_rows(owner, number, django_assert_max_num_queries):
    rows = "".join(f"Service {each},Team {each % 20}\n" for each in range(number))
    with django_assert_max_num_queries(14):
        assert len(fates(sent(owner, f"Service,Team\n{rows}"))) == number


@pytest.mark.parametrize("number", [5, 500])
def test_an_import_costs_the_same_however_many_teams(owner, number, django_assert_max_num_queries):
    rows = "".join(f"Service {each},Team {each},Domain {each}\n" for each in range(number))
    with django_assert_max_num_queries(50):
        sent(owner, f"Service,Team,Domain\n{rows}", confirmed="1")
    assert Team.objects.filter(domain__name__startswith="Domain").count() == number


# --- From a file


def from_file(client, content, name="table.xlsx", **more):
    return client.post(IMPORT, {"text": "", "file": SimpleUploadedFile(name, content), **more})


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_workbook_is_looked_at_and_imported_as_what_is_pasted(owner):
    page = from_file(owner, workbook(["Service", "Team"], ["Basket", "Rooms"]))
    assert fates(page) == [("Basket", "new", "")]
    shown = page.context["shown_again"]
    assert shown == "Service\tTeam\nBasket\tRooms\n"
    assert page.context["form"]["text"].value() == shown
    assert sent(owner, shown, confirmed="1").status_code == 302
    assert Service.objects.filter(name="Basket").exists()


def test_the_same_workbook_twice_changes_nothing(owner):
    content = workbook(["Service", "Team"], ["Basket", "Rooms"])
    from_file(owner, content, confirmed="1")
    before = estate()
    assert {fate for _name, fate, _why in fates(from_file(owner, content))} == {"known"}
    assert estate() == before


CATALOGUE = b"""apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: basket}
spec: {owner: group:rooms, system: buying}
"""


def test_a_catalogue_is_looked_at_and_imported_and_twice_changes_nothing(owner):
    page = from_file(owner, CATALOGUE, "catalog-info.yaml")
    assert fates(page) == [("basket", "new", "")]
    assert "Component (1)" in page.text
    sent(owner, page.context["shown_again"], confirmed="1")
    before = estate()
    assert ("basket", "Rooms", None) in before
    assert {fate for _name, fate, _why in fates(sent(owner, CATALOGUE.decode()))} == {"known"}
    assert estate() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK nothing", "Save it anew as .xlsx"),
        (b"\xff\xfe", "text in UTF-8"),
        (b"a" * 1_000_001, "larger than 1 MB"),
        (b"", "The file is empty."),
    ],
    ids=["broken", "no text", "large", "empty"],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(owner, content, said):
    before = estate()
    page = from_file(owner, content)
    assert page.status_code == 422
    assert said in page.text
    assert estate() == before


def test_a_form_with_a_file_that_was_sent_signed_out_keeps_its_text(client, cast):
    from_file(client, b"PK", text=TABLE)
    client.force_login(cast.owner)
    assert "Wishlist" in client.get(IMPORT).context["form"]["text"].value()
