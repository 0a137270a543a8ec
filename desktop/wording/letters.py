"""The standing sentences of the papers, with fields, and whole bodies composed from facts.

Facts are put in `as_typed`: a name with marks or markup is printed, never obeyed. Amounts are
written "2 (dua)". The composed paragraphs are data of the letter; the window may edit them.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from desktop.domain.letter import Number, ResultAnnex, ZoneBand
from desktop.domain.letter_rules import as_typed
from desktop.wording import _, dates, numbers, speaking, states

STANDARD_DUE_DAYS = 30
"""Working days where a finding names no date; no statutory number was found."""


def kind_name(kind: str) -> str:
    """What a kind of letter is called."""
    return states.word("letter.kind", kind)


def state_name(state: str) -> str:
    """What a state of a letter is called."""
    return states.word("letter", state)


def result_body(
    annex: ResultAnnex,
    *,
    basis: str,
    report_to: str,
    through: str,
    deadline: date | None,
    respectful: bool = False,
    language: str = "id",
) -> tuple[str, ...]:
    """The body of an assessment letter. `respectful`: to an equal or higher office.

    Paper is Indonesian whatever the window speaks, unless another language is asked for.
    """
    with speaking(language):
        paragraphs = [result_opening(annex, basis), result_sentence(annex)]
        if annex.findings:
            paragraphs.append(
                request(
                    report_to=report_to,
                    through=through,
                    deadline=deadline,
                    respectful=respectful,
                )
            )
        return (*paragraphs, closing())


def result_opening(annex: ResultAnnex, basis: str) -> str:
    """Who was assessed, on which order, when."""
    facts = {
        "basis": as_typed(basis),
        "unit": as_typed(annex.unit),
        "span": dates.span(annex.first_day, annex.last_day),
    }
    if not basis.strip():
        return _("Tim Penilai telah menilai {unit} pada tanggal {span}.").format(**facts)
    return _(
        "Menindaklanjuti {basis}, Tim Penilai telah menilai {unit} pada tanggal {span}."
    ).format(**facts)


def result_sentence(annex: ResultAnnex) -> str:
    """The result, the minimum where one is set, and how many findings."""
    return " ".join((_value_sentence(annex), _findings_sentence(annex)))


def request(*, report_to: str, through: str, deadline: date | None, respectful: bool) -> str:
    """What the addressee is asked to do, by when."""
    if respectful:
        source = _(
            "Sehubungan dengan hal tersebut, kami mengharapkan Saudara menyusun rencana aksi dan "
            "menyampaikannya kepada {report_to} {through}paling lambat {deadline}, serta "
            "menuntaskan perbaikan sesuai dengan batas waktu pada setiap temuan."
        )
    else:
        source = _(
            "Sehubungan dengan hal tersebut, Saudara diminta menyusun rencana aksi dan "
            "menyampaikannya kepada {report_to} {through}paling lambat {deadline}, serta "
            "menuntaskan perbaikan sesuai dengan batas waktu pada setiap temuan."
        )
    return source.format(
        report_to=as_typed(report_to),
        through=_("melalui {unit} ").format(unit=as_typed(through)) if through.strip() else "",
        deadline=_("tanggal {date}").format(date=dates.long(deadline))
        if deadline
        else due_from_receipt(STANDARD_DUE_DAYS),
    )


def closing() -> str:
    """The last sentence of every letter."""
    return _("Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.")


def suggestion_body(
    *,
    office: str,
    units: int,
    region: str,
    first_day: date,
    last_day: date,
    due_days: int = STANDARD_DUE_DAYS,
    language: str = "id",
) -> tuple[str, ...]:
    """The body of a suggestion letter under embargo; no fact of it tells a result."""
    with speaking(language):
        opening = _suggestion_opening(
            office=as_typed(office),
            units=numbers.amount(units),
            region=as_typed(region),
            span=dates.span(first_day, last_day),
        )
        hope = _hope_sentence(numbers.amount(due_days))
        return (opening, _gaps_sentence(), _embargo_sentence(), hope, closing())


def not_corrective() -> str:
    """Under the table of suggestions: what they are not."""
    return _("Saran perbaikan di atas bukan tindakan korektif dan bukan rekomendasi Ombudsman.")


def attachment(count: int) -> str:
    """Lampiran: "1 (satu) berkas", or a dash."""
    return _("{amount} berkas").format(amount=numbers.amount(count)) if count else "-"


def due_from_receipt(days: int) -> str:
    """A time limit that runs from receipt."""
    return _("{days} hari kerja sejak surat diterima").format(days=numbers.amount(days))


def missing_legal_basis() -> str:
    """Printed in a draft where the article is still to be filled in."""
    return _("[dasar hukum belum diisi]")


def not_assessable() -> str:
    """Printed where there is no value."""
    return _("tidak dapat dinilai")


def none_listed() -> str:
    """Printed instead of a table without rows."""
    return _("Nihil.")


def all_applicable() -> str:
    """Printed instead of the table of indicators that do not apply."""
    return _("Seluruh indikator berlaku.")


def weights_unofficial() -> str:
    """Said of an instrument whose weights are assumed."""
    return _("bobot indikator belum resmi")


def why(annex: ResultAnnex) -> str:
    """How the number comes about, for a reader who wants to recompute it."""
    count = len(annex.dimensions)
    facts = {"level": as_typed(annex.level), "count": numbers.in_words(count)}
    if count == 1:
        source = _("Nilai akhir sama dengan nilai {level} tersebut.")
    else:
        source = _("Nilai akhir adalah jumlah kontribusi ke{count} {level}.")
    policy = {
        "exclude": _(
            "Indikator yang tidak berlaku tidak dihitung dan bobotnya dibagikan kepada indikator "
            "lain dalam {level} yang sama."
        ),
        "zero": _("Indikator yang tidak berlaku dihitung nol."),
        "block": "",
    }[annex.policy]
    return f"{source} {policy}".strip().format(**facts)


def rounding(zones: tuple[ZoneBand, ...], minimum: Number | None) -> str:
    """How numbers are rounded, with an example at a seam of the instrument itself."""
    text = _(
        "Perhitungan memakai angka utuh. Pembulatan dilakukan satu kali, pada nilai akhir, menjadi "
        "dua angka di belakang koma; angka ketiga 5 ke atas dibulatkan ke atas. Zona ditetapkan "
        "dari nilai yang telah dibulatkan; batas bawah termasuk dalam zona{example}."
    )
    seam = seam_of(zones, minimum)
    if seam is None:
        return text.format(example="")
    example = _(", sehingga {before} menjadi {bound} dan masuk zona {zone}").format(
        before=numbers.decimal(Fraction(seam.lower) - Fraction(5, 1000), 3),
        bound=numbers.decimal(seam.lower),
        zone=as_typed(seam.code),
    )
    return text.format(example=example)


def seam_of(zones: tuple[ZoneBand, ...], minimum: Number | None) -> ZoneBand | None:
    """The band whose lower bound is the example: at the minimum, else the second best."""
    ranked = sorted(zones, key=lambda zone: zone.lower, reverse=True)[:-1]
    at_minimum = [zone for zone in ranked if minimum is not None and zone.lower == minimum]
    return next(iter([*at_minimum, *ranked[1:2], *ranked]), None)


def hatching() -> str:
    """Explains the bars of the chart."""
    return _(
        "Batang berarsir miring berarti di bawah standar minimum; batang polos berarti memenuhi."
    )


def dearest(count: int) -> str:
    """Above the table of losses."""
    return _("{count} indikator yang paling banyak mengurangi nilai:").format(
        count=numbers.in_words(count).capitalize()
    )


def ticking() -> str:
    """How a checklist is filled in."""
    return _(
        "Beri tanda centang pada salah satu kotak status. Terlaksana: keluaran sudah ada dan "
        "buktinya diperlihatkan. Sebagian: keluaran belum lengkap. Belum: belum dimulai atau "
        "tanpa bukti. Kolom paraf I untuk Pihak Kesatu dan II untuk Pihak Kedua."
    )


def electronic() -> tuple[str, str]:
    """The two lines at the foot of a letter that is prepared for the signing service."""
    return (
        _(
            "Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang "
            "diterbitkan oleh Balai Besar Sertifikasi"
        ),
        _(
            "Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN). Keabsahan diperiksa pada "
            "berkas PDF asli, bukan pada hasil cetak."
        ),
    )


def _value_sentence(annex: ResultAnnex) -> str:
    if annex.value is None:
        return _("Unit layanan tersebut tidak dapat dinilai.")
    facts = {"value": numbers.decimal(annex.value), "zone": _zone_clause(annex)}
    if annex.minimum is None:
        return _("Hasilnya adalah **{value}**{zone}.").format(**facts)
    return _(
        "Hasilnya adalah **{value}**{zone}, sedangkan standar minimum yang ditetapkan adalah "
        "{minimum}."
    ).format(minimum=numbers.decimal(annex.minimum), **facts)


def _zone_clause(annex: ResultAnnex) -> str:
    for zone in annex.zones:
        if zone.code == annex.zone:
            return _(" (zona {code}, {name})").format(
                code=as_typed(zone.code), name=as_typed(zone.name)
            )
    return ""


def _findings_sentence(annex: ResultAnnex) -> str:
    if not annex.findings:
        return _(
            "Tidak terdapat temuan yang perlu diperbaiki. Rincian nilai disampaikan dalam lampiran "
            "surat ini."
        )
    return _(
        "Terdapat {count} temuan yang perlu diperbaiki. Rincian nilai, temuan, dan saran "
        "perbaikan disampaikan dalam lampiran surat ini."
    ).format(count=numbers.amount(len(annex.findings)))


def _gaps_sentence() -> str:
    return _(
        "Dari pengamatan, wawancara, dan telaah dokumen tersebut terdapat hal yang dapat segera "
        "diperbaiki tanpa menunggu hasil akhir. Catatan dan saran perbaikan untuk setiap unit "
        "disampaikan dalam lampiran surat ini."
    )


def _embargo_sentence() -> str:
    return _(
        "Penilaian masih berlangsung bagi seluruh pemerintah daerah dan instansi vertikal. "
        "Hasilnya akan diumumkan oleh Ombudsman Republik Indonesia. Oleh karena itu, surat ini "
        "tidak memuat hasil penilaian dan tidak dapat dijadikan dasar untuk memperkirakannya."
    )


def _suggestion_opening(**facts: str) -> str:
    return _(
        "Berdasarkan Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia dan "
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, {office} telah mengambil "
        "data pada {units} unit layanan di {region} pada tanggal {span}."
    ).format(**facts)


def _hope_sentence(days: str) -> str:
    return _(
        "Kami mengharapkan Saudara menugaskan perangkat daerah terkait untuk melaksanakan saran "
        "dimaksud dan menyampaikan bukti pelaksanaannya kepada kami paling lambat {days} hari "
        "kerja sejak surat ini diterima."
    ).format(days=days)
