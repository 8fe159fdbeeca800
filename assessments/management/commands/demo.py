"""The demo: one command to a running site with an organisation to look at."""

from __future__ import annotations

import errno
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import run
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils import timezone

from assessments.demo.links import link_for
from assessments.demo.retailer import furnish
from assessments.models import Membership, Organisation, Role
from playbook_site.content import prepare_content

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 20
SHOWN = {
    Role.MEMBER: "a team member",
    Role.LEAD: "a lead",
    Role.COACH: "a coach",
    Role.OWNER: "the owner",
}


class Command(BaseCommand):
    help = "Migrate the demo's own SQLite file, fill it once, and serve it on this machine."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Run it as `python manage.py demo`: it only serves its own file.")
        call_command("migrate", verbosity=0)
        self.stdout.write("Preparing the demo organisation. The first time takes a moment.")
        organisation = furnish(at=timezone.now())
        application = get_wsgi_application()
        prepare_content()
        self._serve(organisation, application)

    def _serve(self, organisation: Organisation, application: WSGIHandler) -> None:
        for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
            try:
                run(
                    HOST,
                    port,
                    application,
                    threading=True,
                    on_bind=lambda bound: self._welcome(organisation, int(bound)),
                )
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
                self.stdout.write(f"Port {port} is taken; trying {port + 1}.")
            except KeyboardInterrupt:
                self.stdout.write("\nStopped. What you did is kept for the next time.")
                return
            else:
                return
        raise CommandError(
            f"Ports {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} are all taken. "
            "Stop one of the programs that use them and run the command again."
        )

    def _welcome(self, organisation: Organisation, port: int) -> None:
        site = f"http://{HOST}:{port}"
        self.stdout.write(f"\nThe demo runs on {site}/ (Ctrl-C stops it).")
        self.stdout.write(f"{organisation}: sign in, once with each link, as")
        for role, title in SHOWN.items():
            member = Membership.objects.select_related("user").filter(
                organisation=organisation, role=role
            )[:1]
            for membership in member:
                path = reverse("demo-login", kwargs={"token": link_for(membership.user)})
                self.stdout.write(f"  {title + ', ' + str(membership.user):<32} {site}{path}")
        self.stdout.flush()
