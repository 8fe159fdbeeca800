"""The headings under which an entry's page tells its relations."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.playbook.relations import RelationKind

HEADINGS: dict[RelationKind, tuple[str | Promise, str | Promise]] = {
    "made-of": (_("Made of"), _("Part of")),
    "belongs": (_("Comes with"), _("What can go wrong with it")),
    "works": (_("Principles at work"), _("Practices that put it to work")),
    "guards": (_("Guards against"), _("Guarded against by")),
    "guards-together": (
        _("Guards against, together with its group"),
        _("Guarded against by most of a group, to which these belong"),
    ),
    "risks": (
        _("Can bring about, if adopted carelessly"),
        _("A careless start on these brings it"),
    ),
    "serves": (_("Models it serves"), _("Practices that serve it")),
}
"""Each relation's heading on the page it starts from, and on the one it points at; in the order
in which a page has them."""
