"""A block of tests may speak English, with a catalogue of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from desktop import wording


@pytest.fixture
def english() -> Iterator[None]:
    """Speaks English in this test, with an empty catalogue when none was taught before."""
    if "en" not in wording._catalogues:
        catalogue = io.BytesIO()
        write_mo(catalogue, Catalog(locale="en"))
        wording.teach("en", catalogue.getvalue())
    with wording.speaking("en"):
        yield
