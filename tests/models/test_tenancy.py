import pytest
from django.apps import apps
from django.db.models import CASCADE, RestrictedError

from assessments.models import (
    Answer,
    Assessment,
    ContentVersion,
    CoveringNote,
    Domain,
    GuestCheck,
    KeptForm,
    MailedDay,
    MailTurnedOff,
    Organisation,
    RateLimit,
    ReportPdf,
    Result,
    ResultPart,
    SentForm,
    Service,
    SharedLink,
    Sheet,
    User,
)
from tests import factories

MODELS = list(apps.get_app_config("assessments").get_models())
OF_ITSELF = Organisation.history.model
HISTORY = [model for model in MODELS if hasattr(model, "history_type") and model is not OF_ITSELF]
OF_NO_TENANT = {Organisation, User, ContentVersion, RateLimit, SentForm, KeptForm}
OF_NO_TENANT |= {MailedDay, MailTurnedOff}  # a person's, whatever organisations they are in
A_GUEST_S_TOO = {Assessment, Sheet, Answer, Result, ResultPart, ReportPdf, SharedLink}
A_GUEST_S_TOO |= {CoveringNote, GuestCheck}
TENANT_ROWS = [model for model in MODELS if model not in {*OF_NO_TENANT, *HISTORY, OF_ITSELF}]


@pytest.mark.parametrize("model", [*TENANT_ROWS, *HISTORY])
def test_every_tenant_s_row_names_its_organisation(model):
    assert model._meta.get_field("organisation").related_model is Organisation


@pytest.mark.parametrize("model", TENANT_ROWS)
def test_only_what_a_guest_may_own_can_be_without_an_organisation(model):
    assert model._meta.get_field("organisation").null == (model in A_GUEST_S_TOO)


@pytest.mark.parametrize("model", TENANT_ROWS)
def test_every_tenant_s_row_goes_with_its_organisation(model):
    assert model._meta.get_field("organisation").remote_field.on_delete is CASCADE


@pytest.mark.django_db
def test_an_organisation_can_be_deleted_with_all_it_holds():
    cast = factories.cast()
    Domain.objects.create(organisation=cast.organisation, name="Sleep")
    result = factories.submitted_result(cast.service)
    kept = {"organisation": cast.organisation, "result": result}
    ReportPdf.objects.create(**kept, digest="a", content=b"", size=0, drawn_at=factories.AT)
    pk = cast.organisation.pk
    cast.organisation.delete()
    assert not any(model._default_manager.filter(organisation=pk).exists() for model in TENANT_ROWS)


@pytest.mark.django_db
def test_a_team_with_services_cannot_be_deleted_under_them():
    cast = factories.cast()
    with pytest.raises(RestrictedError):
        cast.team.delete()
    assert Service.objects.exists()
