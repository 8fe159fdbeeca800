"""The name that `daily` had: timers set up for earlier releases call it."""

from assessments.management.commands.daily import Command

__all__ = ["Command"]
