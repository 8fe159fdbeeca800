import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from assessments.prose import parsing
from assessments.prose.parsing import draw, parse

TEXT = "> A *quote* with `code`\n\n1. one\n2. [two](https://a.example)\n\n```\nfence\n```\n"


@pytest.fixture
def hasty():
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_four_threads_at_a_fresh_parser_read_alike(hasty):
    alone = draw(parse(TEXT))
    with ThreadPoolExecutor(4) as threads:
        for _ in range(100):
            parsing._parser.cache_clear()
            assert list(threads.map(lambda _: draw(parse(TEXT)), range(4))) == [alone] * 4
