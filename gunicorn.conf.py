"""The production server; WEB_CONCURRENCY sets the number of processes."""

bind = "127.0.0.1:8000"
threads = 4
# The workers' heartbeat file: on a container's disk a slow write looks like a hang.
worker_tmp_dir = "/dev/shm"  # noqa: S108 (memory, not a shared file)
# No access log: a guest's private link is in the address. The proxy in front can keep one
# that leaves out what follows /check/ and /join/.
accesslog = None
control_socket_disable = True
