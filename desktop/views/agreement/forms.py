"""Forms of the page: an agreement, a promise with its stages, a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.problems import Problem
from desktop.domain.region import Region
from desktop.views.agreement.words import kinds, reports, states
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.kinds import CheckField, ChoiceField, NoteField, NumberField, TextField
from desktop.wording import _

_PLAIN = (
    "kind title short_title region_code signed_on place valid_until state basis witnesses "
    "obstacle universe representing is_sample note"
).split()
MARGINS = (20, 16, 20, 16)


class AgreementForm(Form):
    """Title, parties with a number each, dates, and how many agencies it covers."""

    def __init__(self) -> None:
        super().__init__(_("Perjanjian"), margins=MARGINS)
        self.row(NoteField("title", _("Judul"), required=True, lines=2))
        self.row(TextField("short_title", _("Nama singkat di daftar")))
        self.row(
            ChoiceField("kind", _("Jenis"), kinds(), required=True),
            ChoiceField("state", _("Keadaan"), states(), required=True),
        )
        self.row(ChoiceField("region_code", _("Wilayah"), required=True))
        self.row(ChoiceField("parent", _("Perjanjian induk"), placeholder=_("Tidak ada")))
        for at, label in ((0, _("Pihak Kesatu")), (1, _("Pihak Kedua"))):
            self.row(TextField(f"party{at}_name", label, required=at == 0))
            self.row(TextField(f"party{at}_number", _("Nomor {party}").format(party=label)))
            self.row(
                TextField(f"party{at}_signer", _("Penanda tangan")),
                TextField(f"party{at}_signer_title", _("Jabatan")),
            )
        self.row(DateField("signed_on", _("Ditandatangani")), TextField("place", _("Tempat")))
        self.row(DateField("valid_until", _("Berlaku sampai")), TextField("basis", _("Dasar")))
        self.row(TextField("witnesses", _("Saksi")))
        self.row(
            NumberField("universe", _("Perangkat daerah ada")),
            NumberField("representing", _("Yang mewakili")),
        )
        self.row(NoteField("obstacle", _("Kendala"), lines=2))
        self.row(NoteField("note", _("Catatan"), lines=2))
        self.row(CheckField("is_sample", _("Data buatan (dicap CONTOH)")))
        self.fill({})

    def offer(self, regions: Sequence[Region], agreements: Sequence[Agreement]) -> None:
        """What can be chosen for region and parent."""
        self._choice("region_code").set_choices([(r.code, r.name) for r in regions])
        choices = [(a.id, a.short_title or a.title) for a in agreements]
        self._choice("parent").set_choices(choices)

    def _choice(self, name: str) -> ChoiceField:
        field = self.field(name)
        assert isinstance(field, ChoiceField)
        return field

    def show_agreement(self, agreement: Agreement) -> None:
        """An agreement that is kept."""
        values: dict[str, Any] = {name: getattr(agreement, name) for name in _PLAIN}
        values["parent"] = agreement.parent_id
        for at, party in enumerate(agreement.parties[:2]):
            for part in ("name", "number", "signer", "signer_title"):
                values[f"party{at}_{part}"] = getattr(party, part)
        self.fill(values, title=agreement.short_title or agreement.title)


def agreement_facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the use case wants: parties apart, the rest by name."""
    facts = {name: values[name] for name in _PLAIN}
    parties: list[dict[str, str]] = []
    for at in (0, 1):
        parts = ("name", "number", "signer", "signer_title")
        party = {part: values[f"party{at}_{part}"] for part in parts}
        if any(party.values()):
            parties.append(party)
    return {**facts, "parties": tuple(parties)}


def place_problem(problem: Problem) -> Problem:
    """A problem of the parties stands beside the first party's name."""
    if problem.field == "parties":
        return Problem(problem.code, problem.more, **{**problem.facts, "field": "party0_name"})
    return problem


class CommitmentForm(Form):
    """A promise; its stages as lines "label: plan" or "label: plan = target"."""

    def __init__(self) -> None:
        super().__init__(_("Janji"), margins=MARGINS)
        self.row(NoteField("activity", _("Yang dijanjikan"), required=True, lines=2))
        self.row(TextField("article", _("Pasal dan ruang lingkup")))
        self.row(TextField("output", _("Keluaran atau indikator")))
        self.row(
            TextField("owner_first", _("Penanggung jawab Pihak Kesatu")),
            TextField("owner_second", _("Pihak Kedua")),
        )
        self.row(
            NumberField("baseline", _("Awal")),
            NumberField("target", _("Target")),
            TextField("unit", _("Satuan")),
        )
        self.row(DateField("due_on", _("Tenggat")), TextField("due_words", _("Tenggat, kata-kata")))
        self.row(TextField("promised_to", _("Dijanjikan kepada")))
        hint = _("Satu tahap per baris, misalnya 2019: mulai di DPMPTSP")
        self.row(NoteField("stages", _("Tahap"), hint=hint, lines=4))
        self.fill({})

    def show_commitment(self, commitment: Commitment) -> None:
        """A promise that is kept."""
        names = (
            "activity article output owner_first owner_second baseline target unit due_on "
            "due_words promised_to".split()
        )
        values: dict[str, Any] = {name: getattr(commitment, name) for name in names}
        values["stages"] = "\n".join(
            f"{s.label}: {s.plan}" + (f" = {s.target}" if s.target is not None else "")
            for s in commitment.stages
        )
        self.fill(values, title=commitment.activity)


def commitment_facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the use case wants; a stage line that cannot be read is a problem beside the field."""
    stages = [_stage(line) for line in values["stages"].splitlines() if line.strip()]
    return {**values, "stages": tuple(stages)}


def _stage(line: str) -> dict[str, object]:
    label, colon, rest = line.partition(":")
    plan, equals, number = rest.partition("=")
    if not label.strip() or (equals and not number.strip().isdigit()):
        raise Problem("commitment.stage_unreadable", field="stages", line=line.strip())
    target = int(number) if equals else None
    return {"label": label.strip(), "plan": plan.strip() if colon else "", "target": target}


class ReportForm(Form):
    """What was reported about a promise."""

    def __init__(self) -> None:
        super().__init__(_("Laporan janji"), margins=MARGINS)
        self.row(ChoiceField("stage", _("Tahap"), placeholder=_("Seluruh janji")))
        self.row(
            DateField("on", _("Tanggal laporan"), required=True),
            ChoiceField("state", _("Keadaan"), reports(), required=True),
        )
        self.row(NumberField("amount", _("Jumlah yang tercapai")))
        self.row(NoteField("evidence", _("Bukti dukung"), lines=2))
        self.row(NoteField("obstacle", _("Kendala"), lines=2))
        self.row(NoteField("plan", _("Rencana tindak lanjut"), lines=2))
        self.fill({})

    def begin(self, commitment: Commitment, today: object) -> None:
        """An empty report of a promise."""
        field = self.field("stage")
        assert isinstance(field, ChoiceField)
        field.set_choices([(s.label, f"{s.label}: {s.plan}") for s in commitment.stages])
        self.start({"on": today}, title=_("Laporan janji"))
        self.head.show_remark(commitment.activity)
