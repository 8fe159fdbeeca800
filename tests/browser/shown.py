"""A page in one of its states, and the ways into states that no address alone leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Shown:
    """The template is what draws the page; `then` is done on it before one looks."""

    template: str
    path: str
    then: Callable[[Page], object] | None = None
    status: int = 200

    def __str__(self) -> str:
        done = f", {getattr(self.then, '__name__', 'then')}" if self.then else ""
        return f"{self.template} at {self.path}{done}"


def emptied(page: Page) -> None:
    """The page's last form sent with nothing in it, past what the browser itself would stop."""
    with page.expect_navigation():
        page.evaluate(
            """() => {
              const form = [...document.querySelectorAll("main form[method=post]")].at(-1);
              form.noValidate = true;
              for (const field of form.elements) {
                if (field.type === "hidden") continue;
                if (field.matches("[type=radio], [type=checkbox]")) field.checked = false;
                else if (field.matches("input, textarea, select")) field.value = "";
              }
              form.requestSubmit(form.querySelector("button"));
            }"""
        )


def unfolded(page: Page) -> None:
    """All that the page folds away is open."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")


def explained(page: Page) -> None:
    """The note of the first word that the page explains is open."""
    page.locator("main .term").first.click()


def answered(page: Page) -> None:
    """The first question is answered, so that a guest's private link is offered."""
    page.locator(".question [type=radio]").first.check()
    page.locator(".steps__link").wait_for()


def pressed(name: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role("button", name=name).first.click()

    press.__name__ = f"pressed “{name}”"
    return press


def typed(name: str, /, **fields: str) -> Callable[[Page], None]:
    """Those fields, by their names, and then that button."""

    def type_in(page: Page) -> None:
        for field, value in fields.items():
            page.fill(f"main [name='{field}']", value)
        pressed(name)(page)

    type_in.__name__ = f"typed {', '.join(fields.values())}"
    return type_in


def saved_too_late(page: Page) -> None:
    """The answers are submitted elsewhere before this page is saved."""
    elsewhere = page.context.new_page()
    elsewhere.goto(f"{page.url}/../../../review/")
    pressed("Submit and see the result")(elsewhere)
    elsewhere.close()
    pressed("Save this page")(page)


def meanwhile(page: Page) -> None:
    """The page's form is sent after somebody else has changed the same thing."""
    elsewhere = page.context.new_page()
    elsewhere.goto(page.url)
    typed("Save", text="Theirs, which comes first.")(elsewhere)
    elsewhere.close()
    typed("Save", text="Mine, which comes second.")(page)


def chosen(name: str, **fields: int) -> Callable[[Page], None]:
    """The option at that position of those fields, and then that button."""

    def choose(page: Page) -> None:
        for field, position in fields.items():
            page.select_option(f"main [name='{field}']", index=position)
        pressed(name)(page)

    return choose
