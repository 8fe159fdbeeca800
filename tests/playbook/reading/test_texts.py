"""Links in the texts of the content lead to the web, or they are not drawn as links."""

import pytest


@pytest.mark.parametrize("address", ["/playbook/practice/x/", "playbook", "javascript:a()"])
def test_a_link_to_nowhere_on_the_web_is_a_fault(content, address):
    with content.editing("practices/run-regular-chaos-days.toml") as practice:
        practice["why"] += f" See [this]({address})."
    (found,) = content.faults()
    assert "why: has a link that is no https:// address" in found


def test_a_link_to_the_web_is_none(content):
    with content.editing("practices/run-regular-chaos-days.toml") as practice:
        practice["why"] += " See [this](https://example.org/)."
    assert content.faults() == []
