"""Every mapped class, so that the metadata is whole wherever it is needed."""

from __future__ import annotations

from importlib import import_module

from desktop.models.base import Row

ROOMS = (
    "action",
    "agency",
    "agreement",
    "assessment",
    "bridge",
    "coverage",
    "history",
    "letter",
    "meeting",
    "office",
    "region",
    "round",
)
for _room in ROOMS:
    import_module(f"desktop.models.{_room}")

__all__ = ["Row"]
