"""The report's download page, and the PDF itself."""

import io
import re
from datetime import UTC, datetime

import pypdf
import pytest
from django.urls import reverse

from assessments.current import playbook
from assessments.models import ReportChoice, Role
from assessments.reports import pdf, pdf_fonts
from tests import factories

pytestmark = pytest.mark.django_db

MOST_QUERIES = 13


@pytest.fixture
def result(cast):
    return factories.submitted_result(cast.service)


def address(result, name):
    assessment = result.assessment
    return reverse(f"sheet:{name}", args=[assessment.organisation.slug, assessment.pk])


def guests_address(result, name, token="a-guest-token"):
    return reverse(f"guest:{name}", args=[token, result.assessment.pk])


def download(client, result, **chosen):
    return client.get(address(result, "report-pdf"), chosen)


@pytest.fixture(params=["report", "report-pdf", "report-markdown"])
def name(request):
    return request.param


# Who may read it


def test_someone_of_the_team_gets_it(owner, result, name):
    assert owner.get(address(result, name)).status_code == 200


@pytest.mark.parametrize("role", [Role.LEAD, Role.COACH])
def test_who_reads_the_whole_organisation_gets_it(client, cast, result, name, role):
    client.force_login(factories.member(cast.organisation, "reader@example.org", role=role))
    assert client.get(address(result, name)).status_code == 200


def test_it_does_not_exist_for_a_colleague_of_another_team(client, cast, result, name):
    client.force_login(cast.colleague)
    assert client.get(address(result, name)).status_code == 404


def test_it_does_not_exist_for_another_organisation_s_owner(client, cast, result, name):
    client.force_login(cast.outsider)
    assert client.get(address(result, name)).status_code == 404


def test_who_is_signed_out_is_asked_to_sign_in(client, result, name):
    assert client.get(address(result, name)).status_code == 302


def test_a_guest_gets_it_under_the_private_link(client, name):
    result = factories.submitted_result(factories.guest_check())
    assert client.get(guests_address(result, name)).status_code == 200


def test_it_does_not_exist_under_another_guest_s_link(client, name):
    result = factories.submitted_result(factories.guest_check())
    factories.guest_check("Other", token="another-token")
    path = guests_address(result, name, token="another-token")
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["report-pdf", "report-markdown"])
def test_nothing_is_written_through_a_file(owner, result, name):
    assert owner.post(address(result, name)).status_code == 405


# Before there is a result


def test_before_submitting_it_leads_back_to_the_questions(owner, cast, name):
    opened = factories.assessment(cast.service)
    path = reverse(f"sheet:{name}", args=["acme", opened.pk])
    response = owner.get(path)
    assert response.url == reverse("sheet:overview", args=["acme", opened.pk])


def test_before_submitting_it_says_what_is_lacking(owner, cast, name):
    opened = factories.assessment(cast.service)
    response = owner.get(reverse(f"sheet:{name}", args=["acme", opened.pk]), follow=True)
    assert "once the answers are submitted" in response.text


# The PDF


def test_it_is_a_pdf(owner, result):
    response = download(owner, result)
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


def test_it_is_kept_on_disk_under_the_service_s_name_and_the_day(owner, result):
    assert download(owner, result)["Content-Disposition"] == (
        'attachment; filename="bedroom-operating-model-2026-11-02.pdf"'
    )


def test_a_file_s_name_beyond_ascii_is_encoded(owner, cast):
    service = factories.service(cast.team, "Café für alle")
    response = download(owner, factories.submitted_result(service))
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''caf%C3%A9-f%C3%BCr-alle-operating-model-2026-11-02.pdf"
    )


@pytest.mark.parametrize("service", ["../../etc/passwd", 'a"; b=c', "a\r\nSet-Cookie: b", "a\\b/c"])
def test_a_file_s_name_can_do_no_harm(owner, cast, service):
    named = factories.service(cast.team, service)
    held = download(owner, factories.submitted_result(named))["Content-Disposition"]
    plain = held.removeprefix('attachment; filename="').removesuffix('"')
    assert set(plain) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")


def test_a_service_of_signs_only_has_a_file_s_name_too(owner, cast):
    service = factories.service(cast.team, "???")
    held = download(owner, factories.submitted_result(service))["Content-Disposition"]
    assert 'filename="operating-model-2026-11-02.pdf"' in held


def test_a_long_name_is_cut_in_the_file_s_name(owner, cast):
    service = factories.service(cast.team, "a" * 100)
    held = download(owner, factories.submitted_result(service))["Content-Disposition"]
    assert held.count("a" * 61) == 0


def test_the_day_is_that_of_the_site_s_own_zone(owner, cast, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    late = datetime(2026, 11, 2, 23, 0, tzinfo=UTC)
    result = factories.submitted_result(cast.service, at=late)
    assert "2026-11-03" in download(owner, result)["Content-Disposition"]


def test_no_browser_guesses_what_it_is(owner, result):
    assert download(owner, result)["X-Content-Type-Options"] == "nosniff"


def test_it_is_stored_nowhere_on_the_way(owner, result):
    said = download(owner, result)["Cache-Control"].split(", ")
    assert {"private", "no-store"} <= set(said)


def test_the_same_result_gives_the_same_bytes(owner, result):
    assert download(owner, result).content == download(owner, result).content


def test_reading_it_takes_few_queries(owner, result, name, django_assert_max_num_queries):
    path = address(result, name)
    with django_assert_max_num_queries(MOST_QUERIES):
        owner.get(path)


def test_a_guest_s_takes_few_queries(client, name, django_assert_max_num_queries):
    path = guests_address(factories.submitted_result(factories.guest_check()), name)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(path)


# The page


def page(client, result):
    return client.get(address(result, "report")).text


def test_the_page_s_form_leads_to_the_pdf(owner, result):
    chosen = {"kind": "decision", "notes": "on"}
    taken = owner.post(address(result, "report"), chosen)
    assert taken.url == f"{address(result, 'report-pdf')}?kind=decision&notes=on"


def test_the_page_s_form_leads_to_the_markdown(owner, result):
    taken = owner.post(address(result, "report"), {"kind": "sheet", "markdown": "on"})
    assert taken.url == f"{address(result, 'report-markdown')}?kind=sheet"


def test_a_form_without_a_kind_is_refused_with_the_choice(owner, result):
    refused = owner.post(address(result, "report"), {"kind": "novel"})
    assert refused.status_code == 422
    assert "Choose one of the kinds of report." in refused.text


def test_the_decision_sheet_is_one_press_away(owner, result):
    assert f'href="{address(result, "report-pdf")}" download' in page(owner, result)


def test_what_the_address_says_is_chosen(owner, result):
    shown = owner.get(address(result, "report"), {"kind": "everything", "notes": "on"}).text
    assert re.search(r'<input[^>]*value="everything"[^>]*checked', shown, re.DOTALL)


def test_a_guest_s_page_leads_to_the_guest_s_pdf(client):
    result = factories.submitted_result(factories.guest_check())
    taken = client.post(guests_address(result, "report"), {"kind": "sheet"})
    assert taken.url == f"{guests_address(result, 'report-pdf')}?kind=sheet"


def test_the_page_leads_back_to_the_result(owner, result):
    assert f'href="{address(result, "result")}"' in page(owner, result)


def test_the_page_names_the_file(owner, result):
    assert "bedroom-operating-model-2026-11-02.pdf" in page(owner, result)


def test_the_page_says_that_the_standard_is_kept(owner, result):
    assert "keeps the accessibility standard PDF/UA-1" in page(owner, result)


def noted(cast, note):
    """A result with a note."""
    telemetry = playbook().scored_questions["telemetry"].options[-1].slug
    answers = factories.full_answers({"telemetry": {"option": telemetry, "note": note}})
    return factories.submitted_result(cast.service, answers)


@pytest.fixture
def foreign(cast):
    """A result with a note that the fonts have no glyphs for."""
    return noted(cast, "\ue000\ue001")


def test_the_page_says_that_the_standard_is_not_kept(owner, foreign):
    assert "does not keep the standard PDF/UA-1" in page(owner, foreign)


def test_the_page_names_the_characters_that_cost_the_standard(owner, foreign):
    assert "<bdi>\ue000</bdi> <bdi>\ue001</bdi>" in page(owner, foreign)


def test_without_the_standard_there_is_a_pdf_all_the_same(owner, foreign):
    assert download(owner, foreign).content.startswith(b"%PDF-")


def test_the_page_shows_some_characters_and_counts_the_rest(owner, cast):
    shown = page(owner, noted(cast, "".join(map(chr, range(0xE000, 0xE000 + 100)))))
    assert shown.count("<bdi>") == 40
    assert "and 60 more" in shown


def test_the_page_says_which_font_the_site_lacks(owner, cast, monkeypatch):
    monkeypatch.setattr(pdf_fonts, "east_asian_font", lambda: None)
    shown = page(owner, noted(cast, "你好"))
    assert "<bdi>你</bdi> <bdi>好</bdi>" in shown
    assert "fonts-noto-cjk" in shown


def test_the_page_asks_for_no_font_that_would_not_help(owner, foreign, monkeypatch):
    monkeypatch.setattr(pdf_fonts, "east_asian_font", lambda: None)
    assert "fonts-noto-cjk" not in page(owner, foreign)


def test_the_page_draws_nothing(owner, result, monkeypatch):
    monkeypatch.setattr(pdf, "_compile", None)
    assert "Download the PDF" in page(owner, result)


# Kept, and one at a time


def test_a_second_download_draws_nothing(owner, result, monkeypatch):
    first = download(owner, result).content
    monkeypatch.setattr(pdf, "_compile", None)
    assert download(owner, result).content == first


def test_while_another_is_drawn_a_page_asks_again_by_itself(owner, result):
    with pdf._drawing:
        response = download(owner, result)
    assert response.status_code == 503
    assert response["Retry-After"] == response["Refresh"] == "5"
    assert "This page asks again every few seconds" in response.text


def test_what_is_kept_is_there_while_another_is_drawn(owner, result):
    download(owner, result)
    with pdf._drawing:
        assert download(owner, result).status_code == 200


def test_while_one_waits_the_choice_is_kept(owner, result):
    with pdf._drawing:
        response = download(owner, result, kind="everything")
    assert f'{address(result, "report-pdf")}?kind=everything"' in response.text
    assert f'{address(result, "report")}?kind=everything"' in response.text


# What was chosen


def titles(response):
    reader = pypdf.PdfReader(io.BytesIO(response.content))
    return [item.title for item in reader.outline if not isinstance(item, list)]


def test_without_a_choice_it_is_the_decision_sheet(owner, result):
    assert titles(download(owner, result)) == ["Decision sheet: Bedroom"]


def test_the_decision_adds_what_it_rests_on(owner, result):
    assert "The recommendation and its reasons" in titles(download(owner, result, kind="decision"))


def test_everything_adds_the_answers(owner, result):
    assert "All answers" in titles(download(owner, result, kind="everything"))


@pytest.mark.parametrize("name", ["report-pdf", "report-markdown"])
def test_a_kind_that_there_is_not_is_refused_with_the_choice(owner, result, name):
    response = owner.get(address(result, name), {"kind": "novel"})
    assert response.status_code == 422
    assert "Choose one of the kinds of report." in response.text


# The Markdown


def test_the_markdown_is_markdown(owner, result):
    response = owner.get(address(result, "report-markdown"))
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response.text.startswith("# Decision sheet: Bedroom\n")


def test_the_markdown_s_file_is_named_like_the_pdf(owner, result):
    held = owner.get(address(result, "report-markdown"))["Content-Disposition"]
    assert held == 'attachment; filename="bedroom-operating-model-2026-11-02.md"'


@pytest.mark.parametrize(("chosen", "held"), [({}, False), ({"notes": "on"}, True)])
def test_notes_are_in_it_where_they_were_chosen(owner, cast, chosen, held):
    result = noted(cast, "Since June")
    response = owner.get(address(result, "report-markdown"), {"kind": "everything", **chosen})
    assert ("Since June" in response.text) is held


# The choice, kept


def chosen(client, result):
    """What the page proposes."""
    shown = client.get(address(result, "report")).text
    return re.findall(r'<input[^>]*value="(\w+)"[^>]*checked', shown)


def test_at_first_the_decision_is_proposed(owner, result):
    assert chosen(owner, result) == ["decision"]


def test_what_was_chosen_is_proposed_the_next_time(owner, result):
    owner.post(address(result, "report"), {"kind": "everything"})
    owner.post(address(result, "report"), {"kind": "sheet"})
    assert chosen(owner, result) == ["sheet"]


def test_an_address_that_was_sent_on_is_nobody_s_choice(owner, result):
    owner.get(address(result, "report-markdown"), {"kind": "sheet"})
    assert chosen(owner, result) == ["decision"]


def test_what_a_colleague_chose_is_not_proposed(owner, client, cast, result):
    owner.post(address(result, "report"), {"kind": "sheet"})
    client.force_login(factories.member(cast.organisation, "r@example.org", role=Role.LEAD))
    assert chosen(client, result) == ["decision"]


def test_a_guest_s_choice_is_kept_nowhere(client):
    result = factories.submitted_result(factories.guest_check())
    client.post(guests_address(result, "report"), {"kind": "sheet"})
    assert not ReportChoice.objects.exists()
