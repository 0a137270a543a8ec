"""The text of every sample paper, page by page, as it was last looked at.

After a change that is meant: `python -m tests.documents.test_golden` writes the files anew; look
at the pages as pictures before committing them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import samples
from tests.documents.conftest import Pages

FOLDER = Path(__file__).parent.parent / "golden" / "papers"
NAMES = list(samples.samples())


def text_of(name: str) -> str:
    pages = Pages(samples.samples()[name]()).texts
    return "".join(
        f"=== halaman {number} ===\n" + "\n".join(line.strip() for line in text.splitlines()) + "\n"
        for number, text in enumerate(pages, start=1)
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_a_sample_paper_is_as_it_was_looked_at(name: str) -> None:
    assert text_of(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(NAMES)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for sample in NAMES:
        (FOLDER / f"{sample}.txt").write_text(text_of(sample), encoding="utf-8")
