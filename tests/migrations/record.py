"""Records what a release says to its database while it is used, for newer schemas to be held to.

    python tests/migrations/record.py <a checkout of the release> <file.sql>

It runs that checkout's code, not this one's, on the database of DATABASE_URL, and knows the
release by its pages alone: it sends the forms as they stand, filled in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

END = ";\n\n"
LONGEST = 400
PASSWORD = "grey-otter-7!"  # noqa: S105 - of a database that is thrown away
O = "/o/acme/"  # noqa: E741 - the organisation's addresses


class Forms(HTMLParser):
    """The forms of a page that are posted, as they would be sent untouched: of radio buttons and
    lists the first choice, and some money where an amount is asked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, Any]]] = []
        self._inside = self._list = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        name, value = given.get("name") or "", given.get("value")
        if tag == "form" and given.get("method") == "post":
            self.forms.append((given.get("action") or "", {}))
            self._inside = "yes"
        if not self._inside:
            return
        fields = self.forms[-1][1]
        if tag == "select":
            self._list = name
        elif tag == "option" and value and ("selected" in given or self._list not in fields):
            fields[self._list] = value
        elif tag == "textarea" and name:
            fields[name] = ""
        elif tag == "input" and name:
            self._input(fields, name, given)

    def _input(self, fields: dict[str, Any], name: str, given: dict[str, str | None]) -> None:
        kind, value = given.get("type"), given.get("value")
        if kind in ("radio", "checkbox"):
            if "checked" in given or (kind == "radio" and name not in fields):
                fields[name] = "on" if value is None else value
        elif kind != "submit":
            fields[name] = value or ("200000" if name == "exposure-amount" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = ""


class Person:
    """Somebody at a browser."""

    def __init__(self) -> None:
        from django.test import Client

        self.client = Client()

    def send(self, path: str, *, at: str = "", **fields: Any) -> Any:
        """Open the page, fill in its form, or that whose address ends so, and send it."""
        page = self.client.get(path, follow=True)
        assert page.status_code == 200, (path, page.status_code)
        forms = [
            (action, known)
            for action, known in Forms(page.text).forms
            if (action.endswith(at) if at else path.startswith(action))
        ]
        assert forms, f"{path} has no form for {at!r}"
        action, known = forms[-1]
        here = page.redirect_chain[-1][0] if page.redirect_chain else path
        answered = self.client.post(action or here, known | fields, follow=True)
        assert answered.status_code == 200, (path, answered.status_code)
        return answered

    def answer_all(self, assessment: str) -> None:
        from assessments.current import playbook

        for section in playbook().sections:
            self.send(f"{assessment}section/{section.slug}/", go="next")

    def sign_up(self, name: str) -> None:
        passwords = {"password1": PASSWORD, "password2": PASSWORD}
        self.send("/accounts/signup/", name=name, email=f"{name}@example.org", **passwords)


def use_it() -> None:
    """A walk through everything that stores something."""
    owner = Person()
    owner.sign_up("owner")
    owner.send("/start/", organisation_name="Acme", team_name="Rooms", service_name="Bedroom")
    _arrange(owner)
    _assess(owner)
    _invite(owner)
    _be_a_guest(owner)
    _tidy_up(owner)


def _arrange(owner: Person) -> None:
    owner.send(f"{O}domains/", name="Home")
    owner.send(f"{O}domains/1/", name="At home")
    owner.send(f"{O}teams/", name="Garden")
    owner.send(f"{O}teams/", name="Shed")
    owner.send(f"{O}teams/1/", name="Rooms and halls")
    owner.send(f"{O}services/new/", name="Kitchen", description="Where one cooks.")
    owner.send(f"{O}services/paste/", names="Hall\nStairs")
    owner.send(f"{O}services/2/edit/", name="The kitchen")
    owner.send(f"{O}bands/", medium_ceiling="300,000")
    owner.send(f"{O}edit/", name="Acme & Sons")
    entry = f"{O}guidance/new/?kind=practice&entry=run-regular-chaos-days"
    owner.send(entry, text="Ask Pat.", links="https://example.org/chaos")
    owner.send(f"{O}guidance/1/", text="Ask Sam.")


def _assess(owner: Person) -> None:
    first, full, again = (f"{O}assessments/{number}/" for number in (1, 2, 3))
    owner.send(f"{O}services/1/", at="assess/", scope="quick")
    owner.answer_all(first)
    owner.send(f"{first}section/profile/", **{"feature-demand-note": "Two a week."})
    owner.send(f"{first}review/")
    owner.send(f"{first}result/", at="continue/")
    owner.answer_all(full)
    owner.send(f"{full}review/")
    owner.send(f"{O}services/1/", at="assess/", scope="full")
    owner.send(f"{again}section/profile/", confirm="all")
    owner.send(f"{again}section/profile/", clear="feature-demand")
    owner.send(f"{again}discard/")


def _invite(owner: Person) -> None:
    colleague = Person()
    colleague.sign_up("colleague")
    shown = owner.send(f"{O}invitations/", role="member", team="1")
    link = shown.text.partition("http://testserver/join/")[2].partition("/")[0]
    colleague.send(f"/join/{link}/")
    owner.send(f"{O}people/2/", role="lead", teams=["1", "2"])
    owner.send(f"{O}invitations/", role="owner")
    owner.send(f"{O}invitations/", at="withdraw/")
    owner.send(f"{O}people/2/remove/")


def _be_a_guest(owner: Person) -> None:
    for name in ("Shop", "Till"):
        guest = Person()
        begun = guest.send("/check/", name=name, scope="quick")
        assessment = begun.redirect_chain[-1][0].partition("section/")[0]
        link = assessment.rpartition("a/")[0]
        guest.answer_all(assessment)
        guest.send(f"{assessment}review/")
        if name == "Shop":
            owner.send(f"{link}claim/")


def _tidy_up(owner: Person) -> None:
    owner.send(f"{O}services/2/archive/")
    owner.send(f"{O}services/2/", at="restore/")
    owner.send(f"{O}services/2/delete/", name="The kitchen")
    owner.send(f"{O}guidance/1/delete/")
    owner.send(f"{O}teams/3/delete/")
    owner.send(f"{O}domains/1/delete/")
    owner.send(f"{O}delete/", name="Acme & Sons")


def recorded(act: Callable[[], None]) -> list[str]:
    """Every statement that writes, and one of each kind that reads, with its values in it."""
    from django.db import connection

    kept: list[str] = []
    reads: set[str] = set()

    def keep(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        short = None if values is None else tuple(map(_shortened, values))
        answered = execute(sql, values, many, context)
        verb = sql.split(maxsplit=1)[0]
        if verb == "SELECT" and sql in reads:
            return answered
        if verb in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            reads.add(sql)
            kept.append(_with_values(context["cursor"], sql, short).strip())
        return answered

    with connection.execute_wrapper(keep):
        act()
    return kept


def _with_values(cursor: Any, sql: str, values: Any) -> str:
    operations = cursor.db.ops
    if cursor.db.vendor == "postgresql":
        return operations.compose_sql(sql, values)
    return operations.last_executed_query(cursor.cursor, sql, values)


def _shortened(value: Any) -> Any:
    """Kept words, results and the like fill pages, and any document will do."""
    if isinstance(value, list):
        # A column of several rows, as PostgreSQL takes them.
        return list(map(_shortened, value))
    document = getattr(value, "obj", value)
    length = len(document) if isinstance(document, str) else len(str(document))
    if length <= LONGEST:
        return value
    return "{}" if isinstance(value, str) else type(value)({})


def statements(record: Path) -> Iterator[str]:
    """What was recorded, in its order."""
    yield from record.read_text(encoding="utf-8").removesuffix(END).split(END)


def main(checkout: str, record: str) -> None:
    """Use the release in that checkout, and write down what it said."""
    target = Path(record).resolve()
    os.chdir(checkout)
    sys.path[0] = str(Path.cwd())
    os.environ["DJANGO_SETTINGS_MODULE"] = "playbook_site.settings"
    import django
    from django.db import connection
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        said = recorded(use_it)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    target.write_text("".join(statement + END for statement in said), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
