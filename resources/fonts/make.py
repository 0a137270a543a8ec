"""Makes the three static faces of the paper's font: `python3 dev.py fonts`.

reportlab embeds only the default instance of a variable font, so the variable faces of the
package `fontpkg-arimo` (OFL 1.1) are pinned to one weight each. The same versions of fontTools
and of the package give the same bytes; SHA256SUMS says which.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import fontpkg_arimo
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
SOURCE = Path(fontpkg_arimo.__file__).parent
POSTSCRIPT_NAME = 6  # the source's own prefix would make it "ArimoItalic-Italic"
FACES = {
    "Arimo-Regular.ttf": ("Arimo[wght].ttf", 400),
    "Arimo-Bold.ttf": ("Arimo[wght].ttf", 700),
    "Arimo-Italic.ttf": ("Arimo-Italic[wght].ttf", 400),
}


def make_face(target: Path, source: Path, weight: int) -> None:
    """One static face, with the names of that face and the date of its source."""
    variable = TTFont(source, recalcTimestamp=False)
    static = instantiateVariableFont(variable, {"wght": weight}, updateFontNames=True)
    static["name"].setName(target.stem, POSTSCRIPT_NAME, 3, 1, 0x409)
    static.save(target)


def make(folder: Path = HERE) -> None:
    """All faces, their licence and their checksums, into a folder."""
    for name, (source, weight) in FACES.items():
        make_face(folder / name, SOURCE / "files" / source, weight)
    licence = (SOURCE / "LICENSE").read_text(encoding="utf-8")
    (folder / "OFL.txt").write_text(licence, encoding="utf-8", newline="\n")
    sums = (f"{checksum(folder / name)}  {name}\n" for name in FACES)
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="ascii", newline="\n")


def checksum(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    make()
    print((HERE / "SHA256SUMS").read_text(encoding="ascii"), end="")
