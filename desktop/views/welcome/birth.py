"""The draft of a new office file: whose it is, for which region, and where it lies."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

from desktop import shipped
from desktop.views.buttons import Button
from desktop.views.files import ask_save
from desktop.views.insets import Inset
from desktop.views.kinds import CheckField, ChoiceField, TextField, WithButton
from desktop.views.welcome.demo import documents
from desktop.wording import _

SUFFIX = ".patuh"


def shipped_regions() -> list[tuple[str, str]]:
    """(code, name) of the regions that come with the program."""
    rows = csv.DictReader(shipped.text("seeds", "regions.csv").splitlines())
    return [(row["code"], row["name"]) for row in rows]


def shipped_agencies() -> Counter[str]:
    """How many agencies come with the program, by region."""
    rows = csv.DictReader(shipped.text("seeds", "agencies.csv").splitlines())
    return Counter(row["region_code"] for row in rows)


def file_name(name: str) -> str:
    """A file name from an office's name: signs that a file system refuses are dropped."""
    clean = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "", name).strip(" .")
    return f"{clean or _('Kantor')}{SUFFIX}"


class OfficeCard(Inset):
    """The card. `kept` carries name, kind, region, with_agencies, operator, place."""

    def __init__(self) -> None:
        super().__init__(_("Buat berkas"), kind="primary")
        self.setAccessibleName(_("Berkas kantor baru"))
        kinds = (
            ("regency", _("Pemerintah daerah")),
            ("ombudsman", _("Perwakilan Ombudsman")),
        )
        self.agencies = shipped_agencies()
        self._typed_place = False
        self.name = TextField("name", _("Nama kantor"), required=True, longest=120)
        self.kind = ChoiceField("kind", _("Jenis kantor"), kinds, required=True)
        self.region = ChoiceField("region", _("Wilayah"), shipped_regions(), required=True)
        self.copy = CheckField("with_agencies", _("Salin daftar instansi bawaan wilayah ini"))
        hint = _("Tercatat pada setiap perubahan; cukup ditanya sekali.")
        self.person = TextField("operator", _("Nama operator komputer ini"), hint=hint, longest=80)
        self.browse = Button(_("Pilih tempat…"), on=self.choose_place)
        self.place = PlaceField("place", _("Disimpan sebagai"), self.browse, required=True)
        self.row(self.name)
        self.row(self.kind, self.region)
        self.row(self.copy.unmarked())
        self.row(self.place)
        self.row(self.person)
        self.name.changed.connect(self._follow_name)
        self.region.changed.connect(self._follow_region)
        self.place.line.textEdited.connect(self._keep_place)

    def begin(self, *, operator: str) -> None:
        """An empty draft; the operator is asked only on a computer that knows none."""
        self._typed_place = False
        self.start("", {"place": str(documents() / file_name(""))})
        self.person.setVisible(not operator)
        self.person.required = not operator
        self._follow_region()

    def choose_place(self) -> None:
        """Asks where the file shall lie."""
        kinds = _("Berkas kantor (*.patuh)")
        ask_save(
            self, _("Simpan berkas kantor"), kinds, self.place.value(), "patuh", self.take_place
        )

    def take_place(self, path: str) -> None:
        """A place that was chosen."""
        self._typed_place = True
        self.place.set_value(path)

    def _keep_place(self, _text: str) -> None:
        self._typed_place = True

    def _follow_name(self) -> None:
        """Until it is typed by hand, the file is named like the office."""
        if not self._typed_place:
            self.place.set_value(str(documents() / file_name(self.name.value())))

    def _follow_region(self) -> None:
        """The shipped list can be copied where there is one."""
        count = self.agencies[self.region.value() or ""]
        self.copy.lock("")
        self.copy.set_value(count > 0)
        if count:
            self.copy.set_hint(_("{n} instansi; setelah disalin boleh diubah").format(n=count))
        elif self.region.value():
            self.copy.lock(_("Belum ada daftar bawaan; instansi ditambah atau diimpor nanti."))
        else:
            self.copy.lock(_("Pilih wilayah lebih dahulu."))

    def values(self) -> dict[str, Any]:
        made = super().values()
        if self.person.isHidden():
            made["operator"] = ""
        return made


class PlaceField(WithButton):
    """Where the file will lie: a new file in a folder that exists."""

    def trouble(self) -> str:
        missing = super().trouble()
        if missing:
            return missing
        path = Path(self.value())
        if path.suffix.lower() != SUFFIX:
            return _("Nama berkas kantor berakhiran .patuh.")
        if not path.is_absolute() or not path.parent.is_dir():
            return _("Folder ini tidak ada. Pilih folder yang ada.")
        if path.exists():
            return _("Sudah ada berkas dengan nama ini. Pilih nama lain.")
        return ""
