"""What the log must not hold: the secrets in the addresses of private links."""

import logging
import re

SECRET = re.compile(r"(/(?:check|join|demo)/)[^/\s?\"']+")


class HideSecrets(logging.Filter):
    """Puts dots for the token in every address that a record names."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRET.sub(r"\1…", record.getMessage()), ()
        return True
