"""Every text of the program has its English, and the compiled catalogue is up to date."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from desktop import shipped
from desktop.wording import _, counted, speaking, teach


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """resources/translations/make.py, which is a script beside what it makes."""
    spec = spec_from_file_location("make_words", shipped.path("translations", "make.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A program of two texts."""
    (tmp_path / "parts").mkdir()
    source = tmp_path / "desktop"
    source.mkdir()
    lines = ['_("Simpan {nama}")', 'counted("{n} unit", "{n} unit", 2)']
    (source / "page.py").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def part(folder: Path, name: str, *pairs: tuple[str, str]) -> None:
    text = "\n".join(f'msgid "{source}"\nmsgstr "{english}"\n' for source, english in pairs)
    (folder / "parts" / name).write_text(text, encoding="utf-8")


UNITS = 'msgid "{n} unit"\nmsgid_plural "{n} unit"\nmsgstr[0] "{n} unit"\nmsgstr[1] "{n} units"\n'


def test_every_text_has_its_english(make: ModuleType) -> None:
    _catalogue, wrong = make.build()
    assert not wrong, "\n" + "\n".join(wrong)


def test_catalogue_is_compiled_from_the_source(make: ModuleType) -> None:
    catalogue, _wrong = make.build()
    stale = "texts changed: run `python3 dev.py words`"
    assert shipped.data("translations", "en.po") == make.as_po(catalogue), stale
    assert shipped.data("translations", "en.mo") == make.as_mo(catalogue), stale


def test_text_without_english_is_named(make: ModuleType, little: Path) -> None:
    _catalogue, wrong = make.build(little, little / "desktop")
    assert [line.split(" (")[0] for line in wrong] == [
        "no English: 'Simpan {nama}'",
        "no English: '{n} unit'",
    ]


def test_english_with_other_placeholders_is_named(make: ModuleType, little: Path) -> None:
    part(little, "a.po", ("Simpan {nama}", "Save {name}"))
    (little / "parts" / "b.po").write_text(UNITS, encoding="utf-8")
    _catalogue, wrong = make.build(little, little / "desktop")
    assert len(wrong) == 1
    assert wrong[0].startswith("other placeholders: 'Simpan {nama}'")


def test_two_parts_that_disagree_are_named(make: ModuleType, little: Path) -> None:
    part(little, "a.po", ("Simpan {nama}", "Save {nama}"))
    part(little, "b.po", ("Simpan {nama}", "Keep {nama}"))
    (little / "parts" / "c.po").write_text(UNITS, encoding="utf-8")
    _catalogue, wrong = make.build(little, little / "desktop")
    assert wrong == ["'Simpan {nama}': ('Save {nama}',) in a.po, ('Keep {nama}',) in b.po"]


def test_compiled_catalogue_speaks(
    make: ModuleType, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part(little, "a.po", ("Simpan {nama}", "Save {nama}"))
    (little / "parts" / "b.po").write_text(UNITS, encoding="utf-8")
    catalogue, wrong = make.build(little, little / "desktop")
    assert not wrong
    monkeypatch.setattr("desktop.wording._catalogues", {})
    teach("en", make.as_mo(catalogue))
    with speaking("en"):
        assert _("Simpan {nama}") == "Save {nama}"
        assert [counted("{n} unit", "{n} unit", n) for n in (1, 2)] == ["1 unit", "2 units"]
