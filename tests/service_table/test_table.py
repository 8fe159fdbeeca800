"""A table of services, read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.service_table.table import NotATable, TableRow, read_table

ROW = TableRow(2, "Basket", "Checkout", "Buy", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Service\tTeam\tDomain\nBasket\tCheckout\tBuy",
        "service;TEAM;domain\r\nBasket;Checkout;Buy\r\n",
        "Domain,Component,Owning team\nBuy,Basket,Checkout\n",
        '"Service","Team","Domain"\n"Basket","Checkout","Buy"',
        "\ufeffService,Team,Tier,Domain\nBasket, Checkout ,1,Buy",
    ],
)
def test_columns_are_found_in_any_order_and_spelling(text):
    assert read_table(text).rows == (ROW,)


def test_what_each_column_was_taken_for_is_told():
    table = read_table("Name,Squad,Tier\nBasket,Checkout,1")
    assert table.columns == (("Name", "service"), ("Squad", "team"), ("Tier", ""))


def test_blank_lines_are_left_out_and_lines_keep_their_numbers():
    table = read_table("Service,Team\n,\n\nBasket,Checkout")
    assert [(row.line, row.service) for row in table.rows] == [(4, "Basket")]


def test_a_short_row_has_empty_cells():
    assert read_table("Service,Team,Domain\nBasket").rows[0].team == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The table is empty"),
        ("Service,Team", "headings and no rows"),
        ("Basket,Checkout\nSearch,Home", "No column is headed"),
        ("Service,Name,Team\na,b,c", "Two columns have the same heading"),
        ('Service,Team\n"Basket,Checkout', "A quotation mark is open"),
        ("Service,Team\n" + "Basket,Checkout\n" * 5_001, "That is 5001 rows"),
    ],
)
def test_what_is_no_table_says_what_to_do(text, said):
    with pytest.raises(NotATable, match=said):
        read_table(text)


@given(st.text())
def test_whatever_is_pasted_is_read_or_refused_in_words(text):
    try:
        said = str(read_table(text).rows)
    except NotATable as fault:
        said = str(fault)
    assert said
