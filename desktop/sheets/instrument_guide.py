"""The sheet that tells how an instrument's workbook is edited."""

from __future__ import annotations

from desktop.domain.instrument import Instrument, weights_note
from desktop.sheets.instrument_cells import NOTHING
from desktop.sheets.instrument_layout import plans
from desktop.wording import _, instrument, scoring


def guide(whole: Instrument) -> tuple[str, ...]:
    """Its lines: what this is, what is known of its weights, and the few rules of the sheets."""
    title = _("{name}, versi {version}").format(name=whole.name, version=whole.version)
    state = f"{scoring.weights(weights_note(whole))}. {_status(whole)}"
    return (title, state, "", *_rules(), "", *_sheets())


def _status(whole: Instrument) -> str:
    return _("Status: {status}.").format(status=scoring.status(whole.status))


def _rules() -> tuple[str, ...]:
    return (
        _("Cara mengubah"),
        _(
            "1. Ubah, tambah, atau hapus baris pada lembar-lembar berikut. Jangan mengubah judul "
            "kolom, jangan menggabungkan sel, dan jangan memakai rumus."
        ),
        _(
            "2. Setelah selesai, naikkan isian Versi pada lembar Instrumen, simpan sebagai .xlsx, "
            "lalu periksa dan impor ke Patuh."
        ),
        _(
            "3. Bobot ditulis sebagai angka. Bobot yang memang belum diketahui ditulis "
            '"{unknown}", bukan 0 dan bukan kosong. Pecahan ditulis sebagai teks, misalnya 1/3.'
        ).format(unknown=instrument.unknown()),
        _(
            "4. Kolom Induk memuat kode simpul di atasnya; kosong berarti tingkat teratas. Urutan "
            "baris adalah urutan di pohon. Setiap kode hanya dipakai satu kali."
        ),
        _(
            "5. Indikator memakai kumpulan pilihan dari lembar Pilihan. Satu kumpulan dapat "
            "dipakai banyak indikator."
        ),
        _(
            "6. Sel kosong berarti nilai bawaan. Beberapa isi dalam satu sel dipisahkan titik "
            'koma. Tanda "{nothing}" berarti sengaja dikosongkan.'
        ).format(nothing=NOTHING),
        _("7. Lembar tambahan milik sendiri boleh ada dan tidak dibaca."),
    )


def _sheets() -> tuple[str, ...]:
    about = {
        "instrument": _("nama, masa berlaku, skala, dan cara menghitung"),
        "nodes": _("satu baris untuk setiap dimensi, variabel, dan indikator"),
        "option_sets": _("pilihan jawaban beserta nilainya, menurut kumpulannya"),
        "bands": _("mulai angka berapa sebuah jawaban mendapat nilai berapa, menurut indikatornya"),
        "zones": _("dari yang terbaik; batas bawah termasuk"),
        "variants": _("tahun mulai dipakainya susunan indikator yang lain"),
        "quotas": _("jumlah responden atau produk sekurang-kurangnya"),
        "gates": _("syarat di luar nilai, dicetak apa adanya"),
        "opinion": _("simpul yang menentukan kolom opini dan ambangnya"),
        "opinion.rows": _("bagian pertama opini, menurut zona"),
        "opinion.columns": _("bagian kedua opini, menurut kepatuhan"),
        "loci": _("jenis unit yang lazim dinilai, menurut jenis entitas"),
        "alternative_scales": _("skala lain yang pernah dipakai, sebagai pengetahuan saja"),
        "alternative_scales.zones": _("zona pada skala lain itu, menurut urutannya"),
        "notes": _("sumber dan keterangan lain"),
    }
    told = ((plan.title(), about.get(key, "")) for key, plan in plans().items() if key in about)
    return (_("Isi setiap lembar"), *(f"{title}: {text}." for title, text in told))
