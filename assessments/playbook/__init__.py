"""What is asked and advised: content files in, one frozen `Playbook` out.

Nothing in here imports Django, and nothing in here knows of scores or reports.
`loading.load` is the one door.
"""
