"""Texts are sent compressed to whoever takes that, and nothing is compressed twice."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.urls import reverse

from playbook_site.compression import Compression
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = "What one would want to read. " * 100


def answered(response, method="get", accepts="gzip"):
    request = getattr(RequestFactory(), method)("/", headers={"accept-encoding": accepts})
    return Compression(lambda _request: response)(request)


@pytest.mark.parametrize(
    ("name", "times"),
    [("landing", 2), ("account_login", 2), ("search", 2), ("playbook", 3), ("questions", 4)],
)
def test_a_page_is_sent_in_a_part_of_its_size(client, name, times):
    whole = client.get(reverse(name))
    sent = client.get(reverse(name), headers={"accept-encoding": "gzip"})
    assert sent.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in sent.headers["Vary"]
    assert int(sent.headers["Content-Length"]) == len(sent.content) < len(whole.content) / times
    assert b"</html>" in gzip.decompress(sent.content)


def test_the_csv_is_compressed_while_it_is_sent(client):
    cast = factories.cast()
    client.force_login(cast.owner)
    path = reverse("compare-csv", args=[cast.organisation.slug])
    sent = client.get(path, headers={"accept-encoding": "gzip"})
    assert sent.headers["Content-Encoding"] == "gzip"
    assert "Content-Length" not in sent.headers
    whole = gzip.decompress(sent.getvalue())
    assert whole == client.get(path).getvalue()


def test_a_style_sheet_is_compressed_where_files_are_not_gathered(client):
    sent = client.get("/static/css/base.css", headers={"accept-encoding": "gzip"})
    body = gzip.decompress(sent.getvalue())
    sent.close()
    assert body == Path(finders.find("css/base.css") or "").read_bytes()


def test_a_page_is_sent_as_it_is_to_whoever_takes_nothing_else():
    sent = answered(HttpResponse(TEXT), accepts="identity")
    assert "Content-Encoding" not in sent.headers
    assert sent.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "font/woff2"])
def test_what_is_compressed_already_is_left_alone(kind):
    sent = answered(HttpResponse(TEXT, content_type=kind))
    assert "Content-Encoding" not in sent.headers
    assert sent.content == TEXT.encode()


def test_what_was_gathered_compressed_is_left_alone():
    gathered = HttpResponse(TEXT, headers={"Content-Encoding": "gzip"})
    assert answered(gathered).content == TEXT.encode()


def test_a_part_of_a_file_is_left_alone():
    part = HttpResponse(TEXT, status=206, headers={"Content-Range": "bytes 0-99/2900"})
    assert answered(part).content == TEXT.encode()


def test_the_head_of_a_page_is_left_alone():
    sent = answered(HttpResponse(TEXT), method="head")
    assert "Content-Encoding" not in sent.headers
    assert sent.headers["Vary"] == "Accept-Encoding"


def test_a_tag_of_the_page_becomes_a_weak_one():
    assert answered(HttpResponse(TEXT, headers={"ETag": '"a"'})).headers["ETag"] == 'W/"a"'


def test_two_answers_of_one_text_differ_in_length():
    lengths = {len(answered(HttpResponse(TEXT)).content) for _ in range(30)}
    assert len(lengths) > 3


def test_a_stream_is_compressed_as_a_whole_and_not_a_line_at_a_time():
    lines = (f"{number},{TEXT}\n".encode() for number in range(50))
    assert len(answered(StreamingHttpResponse(lines, content_type="text/csv")).getvalue()) < 2_000


def test_a_file_to_download_is_closed(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    file = (tmp_path / "a.txt").open("rb")
    sent = answered(FileResponse(file, content_type="text/plain"))
    assert gzip.decompress(sent.getvalue()).decode() == TEXT
    sent.close()
    assert file.closed
