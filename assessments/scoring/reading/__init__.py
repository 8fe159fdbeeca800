"""From a document to inputs, or to all its faults at once.

Nothing after this checks inputs again. The shape is that of `manage.py assess`.
"""

from assessments.scoring.reading.document import read
from assessments.scoring.reading.texts import read_json, read_toml

__all__ = ["read", "read_json", "read_toml"]
