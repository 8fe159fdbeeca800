"""What cannot be read is refused on a page of ours, with a CSRF cookie and without."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
BODY = b'--X\r\nContent-Disposition: form-data; name="name"\r\n\r\nCaf\xc3\xa9\r\n--X--\r\n'
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def sent(client, charset):
    """What a form is answered with that says it is in that encoding, and is in UTF-8."""
    kind = f"{MULTIPART}; boundary=X; charset={charset}"
    return client.generic("POST", reverse("check-start"), BODY, content_type=kind)


@pytest.mark.parametrize("charset", ["zlib", "idna", "utf-16", "latin-1"])
def test_a_form_in_another_encoding_is_refused(client, charset):
    assert sent(client, charset).status_code == 400


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", "no-such-encoding"])
def test_a_form_in_utf_8_is_read_and_so_is_one_that_names_no_encoding(client, charset):
    assert "Café" in sent(client, charset).text


@pytest.mark.parametrize("charset", ["UTF8", "utf_8", "U8", "utf-8"])
def test_a_plain_form_is_read_however_its_encoding_is_spelt(client, charset):
    kind = f"{FORM}; charset={charset}"
    answered = client.generic("POST", reverse("check-start"), "name=Caf%C3%A9", content_type=kind)
    assert "Café" in answered.text


UNREADABLE = {
    "another charset": (f"{FORM}; charset=iso-8859-1", b"a=b"),
    "another charset, in parts": (f"{MULTIPART}; boundary=X; charset=iso-8859-1", BODY),
    "no boundary": (MULTIPART, BODY),
    "a boundary that is none": (f"{MULTIPART}; boundary=\u00e9".encode().decode("latin-1"), BODY),
    "too many fields": (FORM, b"&".join(b"f%d=" % n for n in range(1_001))),
    "too many parts": (
        f"{MULTIPART}; boundary=X",
        BODY[:-7] * 1_001 + b"--X--\r\n",
    ),
    "two files": (
        f"{MULTIPART}; boundary=X",
        BODY.replace(b'"\r', b'"; filename="a.txt"\r')[:-7] * 2 + b"--X--\r\n",
    ),
    "too large": (FORM, b"a=" + b"b" * 1_100_000),
    "too large, in parts": (
        f"{MULTIPART}; boundary=X",
        BODY.replace(b"Caf", b"b" * 1_100_000),
    ),
}


@pytest.fixture(params=["/check/", "/accounts/login/", "/no/such/page/"])
def path(request):
    return request.param


@pytest.mark.parametrize("with_cookie", [True, False], ids=["cookie", "no cookie"])
@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_refused_on_a_page_of_ours(what, path, with_cookie):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    if with_cookie:
        client.get(reverse("account_login"))
    kind, body = UNREADABLE[what]
    answered = client.generic("POST", path, body, content_type=kind)
    assert answered.status_code == 400
    assert "What was sent could not be read" in answered.text


class CutShort:
    def read(self, *_size):
        raise OSError("Connection reset by peer")

    readline = read


@pytest.mark.parametrize("kind", [FORM, f"{MULTIPART}; boundary=X"])
def test_a_body_cut_short_on_its_way_is_no_error_of_ours(kind):
    client = Client(raise_request_exception=False)
    stream: dict[str, Any] = {"wsgi.input": CutShort()}
    answered = client.generic("POST", reverse("check-start"), BODY, content_type=kind, **stream)
    assert answered.status_code == 400


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "messages"])
@pytest.mark.parametrize("value", ['"\\000aaaaaaaaaaaaaaaa"', '"\\377aaaaaaaaaaaa"', "x" * 4_000])
def test_a_cookie_of_any_bytes_is_no_error_of_ours(name, value):
    client = Client(raise_request_exception=False, headers={"cookie": f"{name}={value}"})
    assert client.get(reverse("account_login")).status_code == 200


@pytest.mark.parametrize("query", ["q=%00", "q=%ff", "next=%00", "a=%u0000", "q=a&q=%ed%a0%80"])
@pytest.mark.parametrize("name", ["search", "selector", "account_login", "landing", "check-start"])
def test_a_query_of_any_bytes_is_no_error_of_ours(client, name, query):
    client.raise_request_exception = False
    assert client.get(f"{reverse(name)}?{query}").status_code < 500


@pytest.mark.parametrize("broken", ["/%00/", "/%ff/", "/check/%00/", "/join/%ff/", "/o/%00/"])
def test_an_address_of_any_bytes_is_no_error_of_ours(client, broken):
    client.raise_request_exception = False
    assert client.get(broken).status_code in (302, 404)
