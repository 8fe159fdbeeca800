"""The production server; WEB_CONCURRENCY sets the number of processes."""

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
