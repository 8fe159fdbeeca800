import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
BODY = b'--X\r\nContent-Disposition: form-data; name="name"\r\n\r\nCaf\xc3\xa9\r\n--X--\r\n'


def sent(client, charset):
    """What a form is answered with that says it is in that encoding, and is in UTF-8."""
    kind = f"multipart/form-data; boundary=X; charset={charset}"
    return client.generic("POST", reverse("check-start"), BODY, content_type=kind)


@pytest.mark.parametrize("charset", ["zlib", "idna", "utf-16", "latin-1"])
def test_a_form_in_another_encoding_is_refused(client, charset):
    assert sent(client, charset).status_code == 400


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", "no-such-encoding"])
def test_a_form_in_utf_8_is_read_and_so_is_one_that_names_no_encoding(client, charset):
    assert "Café" in sent(client, charset).text
