"""The exchange shape of `patuh score`: one JSON document in, one out (docs/scoring.md)."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.instrument import Instrument


def score_document(
    document: Mapping[str, object], instruments: Mapping[str, Instrument]
) -> dict[str, object]:
    """Scores an exchange document. Every fault in it is a Problem with its place, never a crash.

    `instruments` by the names that the document may use. Numbers may be int, Decimal, float or
    decimal strings; answers are those of `answer.encode`, {"na": reason} or None.
    """
    raise NotImplementedError
