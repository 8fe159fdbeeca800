"""What a browser does behind a test's back: noise in the console, what the page's policy
stopped, and requests that fail or leave the machine."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => console.error(
  `policy: ${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`));
"""
EXPECTED = (
    # Chromium and htmx both say so of a page that was answered with 4xx, as it should be:
    # what was answered is looked at below.
    "Failed to load resource: the server responded with a status of 4",
    "Response Status Error Code 4",
)
PAGES = {"document", "xhr", "fetch"}
"""Requests that may be answered with a refusal; of anything else a refusal is a fault."""


class Watch:
    """Collects the faults of every page in the contexts that it watches."""

    def __init__(self, home: str) -> None:
        self.host = urlsplit(home).netloc
        self.faults: list[str] = []
        self.expects_a_server_error = False
        self.goes_offline = False

    def over(self, context: BrowserContext) -> None:
        context.add_init_script(TELL_VIOLATIONS)
        context.on("request", self._sent)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._threw)

    def _sent(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != self.host:
            self._fault(f"left the machine: {request.url}", request.frame.page.url)

    def _failed(self, request: Request) -> None:
        # A download, or a page left before all of it came: no fault of the page.
        if request.failure != "net::ERR_ABORTED" and not self.goes_offline:
            self._fault(f"failed: {request.url}, {request.failure}")

    def _answered(self, response: Response) -> None:
        refused = response.status >= 400 and response.request.resource_type not in PAGES
        broken = response.status >= 500 and not self.expects_a_server_error
        if refused or broken:
            self._fault(f"answered {response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        ours = message.text.startswith(EXPECTED) or (
            (self.expects_a_server_error or self.goes_offline)
            and message.text.startswith(("Failed to load resource", "htmx:"))
        )
        if message.type in ("error", "warning") and not ours:
            self._fault(f"console: {message.text}", message.page.url if message.page else "")

    def _threw(self, error: WebError) -> None:
        self._fault(f"script: {error.error}", error.page.url if error.page else "")

    def _fault(self, what: str, where: str = "") -> None:
        self.faults.append(f"{where} {what}".strip())
