"""The site's settings, with the smallest pages beside its own."""

from playbook_site.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmark.smallest"
