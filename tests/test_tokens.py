from assessments.tokens import digest, new_token, sealed


def test_a_token_is_kept_as_its_hash():
    token, kept = new_token()
    assert digest(token) == kept


def test_what_is_sealed_is_read_with_the_same_key():
    assert sealed(sealed(b"/check/a-token/", "key"), "key") == b"/check/a-token/"


def test_what_is_sealed_is_not_read_with_another_key():
    assert sealed(sealed(b"/check/a-token/", "key"), "other") != b"/check/a-token/"


def test_what_is_sealed_does_not_show_the_text():
    assert b"a-token" not in sealed(b"/check/a-token/", "key")
