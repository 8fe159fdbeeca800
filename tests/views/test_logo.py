"""An organisation's logo: set by its owner, seen by its people, shown in its reports."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader

from assessments.models import OrganisationLogo, ReportPdf
from tests import factories

pytestmark = pytest.mark.django_db

MM = 72 / 25.4
"""A millimetre in points."""

LOGO = "/o/acme/logo/"
PNG = "/o/acme/logo.png"


def png(colour="blue"):
    written = io.BytesIO()
    Image.new("RGBA", (120, 60), colour).save(written, "PNG")
    return written.getvalue()


def sent(client, content, name="logo.png"):
    return client.post(LOGO, {"logo": SimpleUploadedFile(name, content)})


def pictures(response):
    page = PdfReader(io.BytesIO(response.content)).pages[0]
    return len(page.images)


def test_an_owner_sets_a_logo_that_people_of_the_organisation_see(owner, client, cast):
    assert sent(owner, png()).status_code == 302
    assert 'alt="Acme"' in owner.get(LOGO).text
    client.force_login(cast.colleague)
    response = client.get(PNG)
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert Image.open(io.BytesIO(response.content)).size == (120, 60)


def test_another_takes_the_place_of_the_first(owner, cast):
    sent(owner, png())
    before = OrganisationLogo.objects.get()
    sent(owner, png("red"))
    after = OrganisationLogo.objects.get()
    assert (before.pk, before.digest) != (after.pk, after.digest)
    assert after.set_by == cast.owner


@pytest.mark.parametrize(("content", "said"), [(b"GIF89a", "no PNG"), (b"", "The file is empty")])
def test_what_is_no_logo_is_refused_and_the_one_before_stays(owner, content, said):
    sent(owner, png())
    response = sent(owner, content)
    assert response.status_code == 422
    assert said in response.text
    assert OrganisationLogo.objects.exists()


def test_without_a_file_one_is_asked_for(owner):
    response = owner.post(LOGO, {})
    assert response.status_code == 422
    assert "Choose a PNG file." in response.text


def test_an_owner_removes_it(owner, cast):
    factories.logo(cast.organisation)
    owner.post(f"{LOGO}remove/")
    assert not OrganisationLogo.objects.exists()
    assert owner.get(PNG).status_code == 404
    assert "There is none yet" in owner.get(LOGO).text


def test_it_stands_on_the_page_and_at_its_right_margin(owner, cast):
    result = factories.submitted_result(cast.service)
    factories.logo(cast.organisation)
    path = f"/o/acme/assessments/{result.assessment_id}/result/report.pdf?kind=sheet"
    page = PdfReader(io.BytesIO(owner.get(path).content)).pages[0]
    drawn = []

    def seen(operator, _operands, at, _text):
        if operator == b"Do":
            drawn.append(at)

    page.extract_text(visitor_operand_before=seen)
    (at,) = drawn
    width, height, left, bottom = abs(at[0]), abs(at[3]), at[4], at[5]
    low, high = sorted((bottom, bottom - height if at[3] < 0 else bottom + height))
    assert page.mediabox.height - 24 * MM < low < high < page.mediabox.height
    assert left + width == pytest.approx(float(page.mediabox.width) - 20 * MM, abs=1)


@pytest.mark.parametrize("kind", ["sheet", "everything"])
def test_a_report_shows_it_in_the_head_of_its_first_page(owner, cast, kind):
    result = factories.submitted_result(cast.service)
    path = f"/o/acme/assessments/{result.assessment_id}/result/report.pdf?kind={kind}"
    before = pictures(owner.get(path))
    factories.logo(cast.organisation)
    assert pictures(owner.get(path)) == before + 1
    assert ReportPdf.objects.count() == 2  # it is another report now


def test_a_report_keeps_its_pages_with_a_logo(owner, cast):
    result = factories.submitted_result(cast.service)
    path = f"/o/acme/assessments/{result.assessment_id}/result/report.pdf?kind=sheet"
    before = len(PdfReader(io.BytesIO(owner.get(path).content)).pages)
    factories.logo(cast.organisation)
    assert len(PdfReader(io.BytesIO(owner.get(path).content)).pages) == before


def test_who_has_a_read_only_link_gets_it_too(client, cast):
    result = factories.submitted_result(cast.service)
    factories.shared_link(result, token="shared")
    factories.logo(cast.organisation)
    assert pictures(client.get("/shared/shared/report.pdf")) == 1


def test_the_report_of_many_services_shows_it(owner, cast):
    before = pictures(owner.get("/o/acme/estate.pdf"))
    factories.logo(cast.organisation)
    assert pictures(owner.get("/o/acme/estate.pdf")) == before + 1
