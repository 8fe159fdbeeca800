"""What a process keeps of frozen results, forgotten: tests undo rows, and their keys come again."""

from assessments.queries import reports, since_last


def forget_results() -> None:
    for remembered in (reports.told, since_last.progress):
        remembered.cache_clear()
