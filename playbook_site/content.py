"""No server without its content: what `manage.py` has a system check for.

What is made from it is made before the first request too, so that it is only read by threads.
"""

from __future__ import annotations

import sys

from assessments.current import playbook
from assessments.playbook.faults import PlaybookFaults
from playbook_site.env import CANNOT_START


def require_content() -> None:
    """Read the playbook before the first request; with faults, tell them all and end."""
    try:
        playbook()
    except PlaybookFaults as error:
        sys.stderr.write(
            f"The playbook has {error.counted}; nothing is served until they are corrected "
            f"in assessments/playbook/content:\n{error}\n"
        )
        raise SystemExit(CANNOT_START) from None


def prepare_content() -> None:
    """Make the index of what can be searched, and what it is made of. Once Django is set up."""
    # Not before: it asks for addresses, and these for every view.
    from assessments.queries.search.index import search_index

    search_index()
