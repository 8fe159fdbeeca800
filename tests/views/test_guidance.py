"""An organisation's own guidance: read by all of it, written by leads and owners."""

import html

import pytest
from django.urls import reverse

from assessments.models import Guidance, Role
from assessments.writes.guidance import MOST_ON_AN_ENTRY
from tests import factories
from tests.newer_playbook import install, newer  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db

LIST = "/o/acme/guidance/"
NEW = f"{LIST}new/"
ENTRY = "/playbook/practice/run-regular-chaos-days/"
GIVEN = {
    "entry": "practice:run-regular-chaos-days",
    "text": "Our **guild** runs them.",
    "links": "https://example.org/guild\nhttps://example.org/calendar",
}


@pytest.fixture
def lead(client, cast):
    person = factories.member(cast.organisation, "lead@example.org", role=Role.LEAD)
    client.force_login(person)
    return client


def text_of(client, path):
    return html.unescape(client.get(path).content.decode())


def fields(response):
    return response.context["form"].errors


def test_what_a_lead_adds_shows_on_the_entry(lead):
    response = lead.post(NEW, GIVEN, follow=True)
    assert response.redirect_chain == [(f"{ENTRY}#own-guidance", 302)]
    text = html.unescape(response.content.decode())
    assert "From Acme, not from the playbook" in text
    assert "Our <strong>guild</strong> runs them." in text
    assert '<a href="https://example.org/calendar"' in text


def test_a_colleague_reads_it_and_changes_nothing(client, cast):
    factories.guidance(cast.organisation)
    client.force_login(cast.colleague)
    text = text_of(client, ENTRY)
    assert "Ask the resilience guild." in text
    assert reverse("guidance-new", args=["acme"]) not in text
    assert "/guidance/" not in text[text.index("own-guidance") : text.index("entry__body")]


@pytest.mark.parametrize("who", ["outsider", None])
def test_nobody_else_reads_it(client, cast, who):
    factories.guidance(cast.organisation)
    if who:
        client.force_login(getattr(cast, who))
    assert "Ask the resilience guild." not in text_of(client, ENTRY)


def test_a_script_in_it_shows_as_text(lead):
    lead.post(NEW, {**GIVEN, "text": "<script>alert(1)</script>"})
    for path in (ENTRY, LIST):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in lead.get(path).content.decode()


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"entry": ""}, "entry", "Choose what it is about."),
        ({"entry": "practice:none-such"}, "entry", "Choose one of the playbook's entries."),
        ({"text": " \x01 "}, "text", "Say something about it"),
        ({"text": "x" * 2_001}, "text", "at most 2000 characters. It has 2001 now"),
        ({"links": "javascript:alert(1)"}, "links", "is not a web address"),
        ({"links": "https://e.org/my board"}, "links", "has a space inside"),
        ({"links": "\n".join(f"https://e.org/{n}" for n in range(11))}, "links", "at most 10"),
    ],
)
def test_what_cannot_be_is_refused_with_its_remedy_and_kept_in_the_form(
    lead, changes, field, message
):
    response = lead.post(NEW, {**GIVEN, **changes})
    assert response.status_code == 422
    assert message in html.unescape(str(fields(response)[field]))
    kept = "text" if field != "text" else "links"
    assert GIVEN[kept].partition("\n")[0] in html.unescape(response.content.decode())
    assert not Guidance.objects.exists()


def test_an_entry_has_room_for_so_many(lead, cast):
    for _ in range(MOST_ON_AN_ENTRY):
        factories.guidance(cast.organisation)
    response = lead.post(NEW, GIVEN)
    assert response.status_code == 422
    assert "10 pieces of guidance on this entry already" in str(fields(response))


def test_guidance_is_not_moved_to_an_entry_that_is_full_and_what_was_written_stays(lead, cast):
    for _ in range(MOST_ON_AN_ENTRY):
        factories.guidance(cast.organisation)
    guidance = factories.guidance(cast.organisation, "pitfall", "excessive-bau")
    path, body = changing(lead, guidance)
    response = lead.post(path, body)
    assert response.status_code == 422
    assert "10 pieces of guidance on this entry already" in str(fields(response))
    assert GIVEN["text"] in response.content.decode()


def test_line_ends_count_once_however_a_browser_sends_them(lead):
    text = "\r\n".join(["x" * 99] * 20)
    assert lead.post(NEW, {**GIVEN, "text": text}).status_code == 302
    assert len(Guidance.objects.get().text) == 1_999


def test_the_form_begins_with_the_entry_one_comes_from(lead):
    text = text_of(lead, f"{NEW}?entry=pitfall:excessive-bau")
    assert '<option value="pitfall:excessive-bau" selected>' in text


def test_the_entry_leads_to_the_form(lead):
    assert f"{NEW}?entry=practice:run-regular-chaos-days" in text_of(lead, ENTRY)


def changing(client, guidance, **changes):
    """A change as the form sends it."""
    path = f"{LIST}{guidance.pk}/"
    shown = client.get(path).context["form"]["shown"].value()
    return path, {**GIVEN, "shown": shown, **changes}


def test_guidance_is_changed_and_moved_to_another_entry(lead, cast):
    path, body = changing(lead, factories.guidance(cast.organisation), entry="model:hybrid")
    assert lead.post(path, body).url == "/playbook/model/hybrid/#own-guidance"
    (guidance,) = Guidance.objects.all()
    assert (guidance.about, guidance.text) == (("model", "hybrid"), GIVEN["text"])
    assert str(guidance.written_by) == "Lead"


def test_what_someone_else_changed_meanwhile_is_shown_beside_one_s_own(lead, cast):
    guidance = factories.guidance(cast.organisation)
    path, body = changing(lead, guidance)
    Guidance.objects.update(text="Theirs, written meanwhile.", written_by=cast.owner)
    response = lead.post(path, body)
    text = html.unescape(response.content.decode())
    assert response.status_code == 409
    assert "This guidance has been changed in another window meanwhile." in text
    assert "Theirs, written meanwhile." in text
    assert GIVEN["text"] in text
    kept = response.context["form"]
    again = {name: kept[name].value() for name in ("shown", "entry", "text", "links")}
    assert lead.post(path, again).status_code == 302
    assert Guidance.objects.get().text == GIVEN["text"]
    assert lead.post(path, again).status_code == 302  # pressed twice


def test_what_was_written_for_guidance_deleted_meanwhile_can_be_added_anew(lead, cast):
    guidance = factories.guidance(cast.organisation)
    path, body = changing(lead, guidance)
    guidance.delete()
    response = lead.post(path, body)
    text = html.unescape(response.content.decode())
    assert response.status_code == 409
    assert "Someone has deleted this guidance meanwhile" in text
    assert f'action="{NEW}"' in text
    assert GIVEN["text"] in text
    faulty = lead.post(path, {**body, "links": "ftp://example.org"})
    assert faulty.status_code == 409
    assert GIVEN["text"] in html.unescape(faulty.content.decode())


def test_guidance_is_deleted_after_being_asked(lead, cast):
    guidance = factories.guidance(cast.organisation)
    path = f"{LIST}{guidance.pk}/delete/"
    assert "Ask the resilience guild." in text_of(lead, path)
    assert Guidance.objects.exists()
    shown = lead.get(path).context["shown"]
    assert lead.post(path, {"shown": shown}).url == LIST
    assert not Guidance.objects.exists()


def test_guidance_changed_meanwhile_is_shown_again_before_it_is_deleted(lead, cast):
    guidance = factories.guidance(cast.organisation)
    path = f"{LIST}{guidance.pk}/delete/"
    shown = lead.get(path).context["shown"]
    Guidance.objects.update(text="Theirs, written meanwhile.")
    response = lead.post(path, {"shown": shown})
    assert response.status_code == 409
    assert "Theirs, written meanwhile." in response.content.decode()
    assert lead.post(path, {"shown": response.context["shown"]}).status_code == 302


def test_the_form_names_a_renamed_entry_as_it_is_called_now(lead, cast, install):  # noqa: F811
    guidance = factories.guidance(cast.organisation, entry="run-game-days")
    install(practices={"run-game-days": "run-regular-chaos-days"})
    text = text_of(lead, f"{LIST}{guidance.pk}/")
    assert '<option value="practice:run-regular-chaos-days" selected>' in text
    assert "run-game-days" not in text
    path, body = changing(lead, guidance)
    assert lead.post(path, body).url == f"{ENTRY}#own-guidance"


def test_no_cache_between_keeps_what_one_person_reads(lead):
    for path in (ENTRY, LIST, reverse("search")):
        assert "private" in lead.get(path)["Cache-Control"]


def test_guidance_on_an_entry_that_is_gone_can_be_kept_and_moved(lead, cast):
    guidance = factories.guidance(cast.organisation, entry="gone-for-good")
    assert "No longer in the playbook" in text_of(lead, LIST)
    path, body = changing(lead, guidance, entry="practice:gone-for-good")
    assert lead.post(path, body).url == LIST
    path, body = changing(lead, guidance)
    assert lead.post(path, body).url == f"{ENTRY}#own-guidance"


def test_a_member_reads_the_whole_list_and_writes_nothing(client, cast):
    guidance = factories.guidance(cast.organisation)
    client.force_login(cast.colleague)
    text = text_of(client, LIST)
    assert "Ask the resilience guild." in text
    assert f"{LIST}{guidance.pk}/" not in text
    assert NEW not in text


def test_an_empty_list_says_what_to_do(client, cast):
    client.force_login(cast.owner)
    assert "Open an entry of the playbook" in text_of(client, LIST)
    client.force_login(cast.colleague)
    assert "Leads and owners can add it." in text_of(client, LIST)


def test_a_long_list_comes_a_page_at_a_time_in_the_same_number_of_queries(
    lead, cast, django_assert_max_num_queries
):
    for number in range(1_000):
        factories.guidance(cast.organisation, entry=f"gone-{number}", written_by=cast.owner)
    with django_assert_max_num_queries(5):
        text = text_of(lead, LIST)
    assert text.count("own__piece") == 25
    assert "Page 1 of 40" in text


def test_an_entry_with_guidance_stays_within_its_queries(lead, cast, django_assert_max_num_queries):
    for number in range(MOST_ON_AN_ENTRY):
        factories.guidance(cast.organisation, text=f"Number {number}", written_by=cast.owner)
    with django_assert_max_num_queries(7):
        lead.get(ENTRY)


def test_a_result_tells_it_with_the_entries(submitted, people):
    factories.guidance(people.organisation, links=["https://example.org/guild"])
    factories.guidance(people.organisation, "model", "you-build-it-you-run-it", "Ask Ola first.")
    text = submitted({**factories.BEDROOM, "chaos-days": "never"}).text("plan")
    assert "What Acme adds about the model" in text
    assert "Ask Ola first." in text
    practice = text[text.index('id="practice-run-regular-chaos-days"') :]
    practice = practice[: practice.index("</article>")]
    assert "Guidance from Acme, not from the playbook" in practice
    assert "Ask the resilience guild." in practice
    assert '<a href="https://example.org/guild"' in practice


def test_another_organisation_s_guidance_is_in_no_result(submitted):
    factories.guidance(factories.organisation("Other"), text="Not for Acme.")
    seen = submitted({**factories.BEDROOM, "chaos-days": "never"})
    text = "".join(seen.text(page) for page in ("result", "plan", "risks"))
    assert "Not for Acme." not in text
    assert "Guidance from" not in text


def test_deleting_the_organisation_says_that_its_guidance_goes_too(client, cast):
    factories.guidance(cast.organisation)
    client.force_login(cast.owner)
    assert "1 piece of guidance" in text_of(client, "/o/acme/delete/")


# Preview


def test_a_preview_shows_the_text_as_it_will_be_read_and_adds_nothing(lead):
    response = lead.post(NEW, {**GIVEN, "preview": "text"})
    assert "Our <strong>guild</strong> runs them." in response.text
    assert "Our **guild** runs them.</textarea>" in response.text
    assert not Guidance.objects.exists()


def test_a_preview_is_there_for_a_text_without_marks_too(lead):
    text = lead.post(NEW, {**GIVEN, "text": "2*3*4", "preview": "text"}).text
    assert "<p>2*3*4</p>" in text


def test_a_preview_of_a_change_changes_nothing(lead, cast):
    guidance = factories.guidance(cast.organisation)
    path = reverse("guidance-change", args=["acme", guidance.pk])
    shown = lead.get(path).context["form"]["shown"].value()
    response = lead.post(path, {**GIVEN, "shown": shown, "preview": "text"})
    assert "Our <strong>guild</strong> runs them." in response.text
    guidance.refresh_from_db()
    assert guidance.text == "Ask the resilience guild."


def test_a_form_of_marked_guidance_opens_with_its_preview(lead, cast):
    guidance = factories.guidance(cast.organisation, text="- one\n- two")
    assert "<li>one</li>" in lead.get(reverse("guidance-change", args=["acme", guidance.pk])).text
