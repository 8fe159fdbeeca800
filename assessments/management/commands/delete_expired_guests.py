"""The name that `daily_cleanup` had: timers set up for earlier releases call it."""

from assessments.management.commands.daily_cleanup import Command

__all__ = ["Command"]
