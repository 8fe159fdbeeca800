"""The watch itself: what it would say if a page misbehaved."""

from __future__ import annotations

import pytest


@pytest.fixture
def faults(page, watch):
    """What is said about the page, taken from the watch so that it does not fail the test."""
    page.goto("/")

    def taken() -> str:
        page.goto("about:blank")
        said = "\n".join(watch.faults)
        watch.faults.clear()
        return said

    return taken


def test_a_page_is_quiet(faults):
    assert faults() == ""


def test_a_request_that_leaves_the_machine_is_told(page, faults):
    page.route("https://elsewhere.example/**", lambda route: route.fulfill(body="there"))
    page.goto("https://elsewhere.example/")
    assert "left the machine: https://elsewhere.example/" in faults()


def test_what_the_policy_stops_is_told(page, faults):
    page.evaluate(
        """() => new Promise((done) => {
          const image = new Image();
          image.onerror = done;
          image.src = "https://elsewhere.example/pixel.png";
        })"""
    )
    assert "policy: img-src stopped https://elsewhere.example/pixel.png" in faults()


def test_a_style_in_the_page_is_stopped_and_told(page, faults):
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
    assert "Content Security Policy" in faults()


def test_a_file_that_is_missing_is_told(page, faults):
    page.evaluate(
        """() => new Promise((done) => {
          const image = new Image();
          image.onerror = done;
          image.src = "/static/missing.png";
        })"""
    )
    assert "answered 404: " in faults()


def test_a_script_that_throws_is_told(page, faults):
    page.evaluate("setTimeout(() => { throw new Error('broken'); })")
    page.wait_for_function("true")
    assert "script: " in faults()
