"""The production server; WEB_CONCURRENCY sets the number of processes."""

import subprocess
import sys

from playbook_site.log import logging_of

bind = "127.0.0.1:8000"
worker_class = "playbook_site.server.BufferingWorker"
threads = 4
# The workers' heartbeat file: on a container's disk a slow write looks like a hang.
worker_tmp_dir = "/dev/shm"  # noqa: S108 (memory, not a shared file)
# No access log: a guest's private link is in the address. The proxy in front can keep one
# that leaves out what follows /check/ and /join/.
accesslog = None
# Its own lines are of the same form as the site's, and show no more.
logconfig_dict = logging_of("INFO")
# What a proxy says is judged by the site, which knows how many there are.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
control_socket_disable = True


def on_starting(_server: object) -> None:
    """Say once what keeps the site from starting: of processes that give up gunicorn shows a
    traceback, below what they had to say."""
    tried = subprocess.run([sys.executable, "-c", "import playbook_site.wsgi"], check=False)
    if tried.returncode:
        sys.exit(tried.returncode)
