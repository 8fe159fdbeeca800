from django.urls import reverse


def test_every_page_forbids_inline_code_and_other_origins(client, db):
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
