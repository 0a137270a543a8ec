"""The scoring desk: dimensions, grid, inspector, strip; scored by keys alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from desktop.domain.assessment import Assessment, Desk
from desktop.domain.finding import Finding
from desktop.domain.instrument import Instrument
from desktop.domain.problems import Problem
from desktop.domain.round import Round
from desktop.services import findings, history
from desktop.views.assessment.answering import Answering
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import (
    Cell,
    CellLine,
    dimension_list,
    main_board,
    respondent_board,
)
from desktop.views.assessment.desk_keys import DeskKeys
from desktop.views.assessment.desk_parts import DeskParts
from desktop.views.assessment.inspector import Subject
from desktop.views.assessment.lifecycle import step_buttons, why_locked
from desktop.views.assessment.past import Past, Turn, when, words
from desktop.views.assessment.saving import Saving
from desktop.views.empty import EmptyList
from desktop.views.zones import marks
from desktop.wording import _, dates, numbers
from desktop.wording.problems import say

if TYPE_CHECKING:
    from desktop.office import Office

_REST = 200


class ScoringDesk(DeskParts):
    """One assessment. Tells what leads away from it; saves by itself."""

    list_wanted = Signal()
    unit_wanted = Signal(str)
    why_wanted = Signal()
    step_wanted = Signal(str)
    keys_wanted = Signal()
    refused = Signal(object)
    """A Problem of a save; the cell stands again as it was."""
    failed = Signal(object)
    recovered = Signal()
    """A save after a refused one was confirmed."""

    answers: Answers
    saving: Saving
    past: Past
    held: Round

    def __init__(self, office: Office) -> None:
        self.keys = DeskKeys(self)
        super().__init__(self.keys.take, self.leave_respondents)
        self._office = office
        self._findings: dict[tuple[int, str | None], Finding] = {}
        self._values_off: dict[str, bool] = {}
        self._came_from: tuple[int, int] | None = None
        self._is_refused = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._renew_findings)
        self._connect()

    def _connect(self) -> None:
        head, grid = self.head, self.grid
        head.list_wanted.connect(self.list_wanted)
        head.next_wanted.connect(lambda: self.go_unit(1))
        head.step_wanted.connect(self.step_wanted)
        head.dimension_wanted.connect(self.go_dimension)
        self.dimensions.wanted.connect(self.go_dimension)
        self.dimensions.keys_wanted.connect(self.keys_wanted)
        grid.moved.connect(self._show_place)
        grid.entered.connect(self.keys.enter)
        grid.toggled.connect(lambda _number: self.refresh())
        self.inspector.picked.connect(self.keys.press)
        self.inspector.note_kept.connect(self._keep_note)
        self.inspector.left.connect(self.focus_grid)
        self.inspector.suggestion.changed.connect(self._change_finding)
        self.number_line.typed.connect(self.keys.take_number)
        self.number_line.refused.connect(lambda problem: self.say(say(problem)))
        self.number_line.dropped.connect(self.keys.close_number)
        self.code_line.wanted.connect(self.keys.go_to_code)
        self.code_line.left.connect(self.focus_grid)
        self.strip.toggled.connect(self._switch_value)

    # Opening

    def open(self, desk: Desk, instrument: Instrument, held: Round) -> None:
        """Another assessment, from its first open cell."""
        self._take(desk, instrument, held)
        self.grid.show_board(main_board(desk, instrument), self.answers)
        self._came_from = None
        self.crumb.hide()
        self.strip.drop_message()
        if not self.grid.go_open(1):
            self.grid.go_on()
        self.refresh()

    def reload(self, desk: Desk, instrument: Instrument, held: Round) -> None:
        """The same assessment as the file has it now; the cursor stays."""
        row, column = self.grid.row, self.grid.column
        self._take(desk, instrument, held)
        board = main_board(desk, instrument)
        line = self.grid.line()
        if self._came_from is not None and isinstance(line, CellLine) and line.cells:
            board = self.grid.table.board
        self.grid.show_board(board, self.answers)
        self.grid.go(row, column)
        self.refresh()

    def _take(self, desk: Desk, instrument: Instrument, held: Round) -> None:
        other = not hasattr(self, "answers") or self.answers.assessment.id != desk.assessment.id
        self.held = held
        self.answers = Answers(desk, instrument)
        self._start_saving()
        self.answering = Answering(self.grid, self.answers, self.saving)
        self.grid.marks = marks(instrument.zones)
        off = self._values_off.get(held.track, held.track == "ombudsman")
        if other:
            self.inspector.ask_reason(False)
        self.strip.show_instrument(instrument, self.grid.marks)
        self.strip.show_value(not off)
        self.grid.shows_value = not off
        found = dimension_list(instrument, main_board(desk, instrument))
        self.dimensions.show_dimensions(found)
        self.head.show_dimensions(found)
        self._show_published()
        self._read_past()
        self._read_findings()

    def _start_saving(self) -> None:
        if hasattr(self, "saving"):
            self.saving.changed.disconnect(self._show_saved)
            self.saving.confirmed.disconnect(self._take_turns)
            self.saving.retire()
        self.saving = Saving(self, self._office, self.answers)
        self.saving.changed.connect(self._show_saved)
        self.saving.confirmed.connect(self._take_turns)
        self.saving.refused.connect(self._refuse)
        self.saving.failed.connect(self._fail)

    def _show_published(self) -> None:
        """A published value stands instead of a grid."""
        value = self.answers.assessment.published_value
        if value is None:
            self.show_card(None)
            return
        words = _("Nilai {value} diambil dari hasil yang sudah diterbitkan.")
        title = _("Unit ini memakai nilai yang diterbitkan")
        self.show_card(EmptyList(title, words.format(value=numbers.decimal(value))))

    # What is shown

    @property
    def assessment(self) -> Assessment:
        """The assessment as the desk knows it now."""
        return self.answers.assessment

    def refresh(self) -> None:
        """Head, numbers and inspector anew."""
        self.refresh_numbers()
        self._show_place()
        self.grid.refresh()

    def refresh_numbers(self) -> None:
        """Head, strip and progress anew; a cursor that moved has shown its cell itself."""
        score = self.answers.score
        self.head.show_desk(self.answers.desk, self.assessment)
        self.head.show_steps(step_buttons(self.answers, self.held))
        self.strip.show_score(score, self._caption(), self._brief())
        self.dimensions.show_score(score)
        self._show_saved()
        self.grid.refresh_groups()

    def _caption(self) -> str:
        a = self.assessment
        if a.finalised_on is not None:
            return _("dibekukan {day}").format(day=dates.long(a.finalised_on))
        if a.published_value is not None:
            return _("nilai yang diterbitkan")
        return _("sementara, belum dibekukan")

    def _brief(self) -> str:
        return _("dibekukan") if self.assessment.finalised_on else _("sementara")

    def _show_saved(self) -> None:
        at = self.saving.saved_at or self.past.last
        self.strip.show_saved(self.saving.pending, at, self._office.now)

    def _show_place(self) -> None:
        line = self.grid.line()
        if line is not None:
            self.dimensions.show_here(line.dimension)
            self.head.show_here(line.dimension)
        subject = self._subject()
        live = self.answers.is_open
        self.inspector.show_subject(self.answers, subject, live=live)
        self._show_beside(subject)

    def _show_beside(self, subject: Subject | None) -> None:
        """History and suggestion of the cell."""
        lines: list[str] = []
        if subject is not None and subject.cell is not None:
            today = self._office.today
            lines = [
                f"{when(turn.at, today)}  {words(self.answers, subject.cell, turn)}"
                for turn in self.past.of(subject.cell)
            ]
        self.inspector.show_past(lines)
        self.inspector.show_finding(self._finding_of(subject))

    def _subject(self) -> Subject | None:
        line, cell = self.grid.line(), self.grid.cell()
        if not isinstance(line, CellLine) or (cell is None and not line.crowd):
            return None
        number = line.node or (cell.number if cell else 0)
        head = self.answers.node(number).code
        place = ""
        if cell is not None and not line.shared:
            board = self.grid.table.board
            name = line.title if board.of_respondents else board.heads[self.grid.column].tip
            stops = line.stops
            head = f"{head} · {name}"
            place = _("sel {n} dari {of}").format(
                n=stops.index(self.grid.column) + 1, of=len(stops)
            )
        return Subject(line, cell, head, place)

    def _finding_of(self, subject: Subject | None) -> Finding | None:
        if subject is None or not self.answers.is_gap(subject.line, subject.cell):
            return None
        sheet = self.answers.sheets[subject.cell.sheet] if subject.cell else None
        number = subject.line.node or (subject.cell.number if subject.cell else 0)
        return self._findings.get((number, sheet.product_id if sheet else None))

    def say(self, sentence: str, icon: str = "info") -> None:
        """Why a key did nothing, in the strip."""
        if sentence:
            self.strip.say(sentence, icon)

    def say_locked(self) -> None:
        """Why answers cannot be changed."""
        self.say(why_locked(self.assessment), "lock")

    # Places

    def enter_respondents(self, line: CellLine) -> None:
        """The respondents behind a mean: a row each."""
        if not line.crowd:
            return
        self._came_from = (self.grid.row, self.grid.column)
        desk = replace(self.answers.desk, assessment=self.assessment)
        board = respondent_board(desk, self.answers.instrument, line)
        self.grid.show_board(board, self.answers)
        self.crumb.show()
        at = Cell(line.crowd[0].sheet, line.node)
        self.grid.go(1, next((n for n, c in enumerate(line.crowd) if c == at), 0))
        if self.grid.go_open(1):
            self.grid.go(self.grid.row, 0)
        self.focus_grid()

    def leave_respondents(self) -> bool:
        """Back to the whole assessment; False when it is there already."""
        if self._came_from is None:
            return False
        place, self._came_from = self._came_from, None
        self.crumb.hide()
        self.grid.show_board(main_board(self.answers.desk, self.answers.instrument), self.answers)
        self.grid.go(*place)
        self.refresh()
        self.focus_grid()
        return True

    def go_dimension(self, number: int) -> None:
        """The first row of a dimension, from the respondents' grid too."""
        self.leave_respondents()
        self.grid.go_dimension(number)
        self.focus_grid()

    def step_dimension(self, step: int) -> None:
        """PgUp and PgDn."""
        numbers_ = [item.number for item in self.dimensions.items]
        line = self.grid.line()
        if line is None or line.dimension not in numbers_:
            return
        at = numbers_.index(line.dimension) + step
        if 0 <= at < len(numbers_):
            self.go_dimension(numbers_[at])

    def go_unit(self, step: int) -> None:
        """The unit before or after this one in the round."""
        desk = self.answers.desk
        wanted = desk.next_id if step > 0 else desk.previous_id
        if wanted is None:
            last, first = (
                _("Ini unit terakhir dalam putaran."),
                _("Ini unit pertama dalam putaran."),
            )
            self.say(last if step > 0 else first)
        else:
            self.unit_wanted.emit(wanted)

    def focus_grid(self) -> None:
        """Keys go to the cells again."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.focus_grid()
            return
        super().keyPressEvent(event)

    # What is written

    def _keep_note(self, text: str) -> None:
        subject = self.inspector.subject
        if subject is None or subject.cell is None or not self.answers.is_open:
            return
        cell = subject.cell
        is_text = self.answers.indicator(cell.number).answer == "text"
        puts = [(cell, 0 if text else None)] if is_text else []
        self.saving.save(puts, [(cell, text)])
        self.refresh()

    def _take_turns(self, turned: list[tuple[Cell, int | None, int | None]]) -> None:
        at, by = self._office.now, self._office.operator
        for cell, before, after in turned:
            self.past.add(cell, Turn(at, by, before, after))
        if self._is_refused:
            self._is_refused = False
            self.recovered.emit()
        self._show_beside(self._subject())
        self._rest.start()

    def _refuse(self, problem: Problem) -> None:
        self._is_refused = True
        self.refused.emit(problem)
        self.refresh()

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(error)
        self.refresh()

    def _change_finding(self, finding: str, changes: dict[str, object]) -> None:
        """Suggestion and due day of a finding; saved at once."""
        self.saving.change_finding(finding, changes, self.inspector.suggestion.show_problem)
        self._rest.start()

    def _renew_findings(self) -> None:
        """A little after the last key: the findings its answers made."""
        if self.saving.pending:
            self._rest.start()
            return
        self._read_findings()
        self._show_beside(self._subject())

    def _read_findings(self) -> None:
        found = self._office.read(findings.findings, assessment=self.assessment.id)
        self._findings = {(one.indicator, one.product_id): one for one in found}

    def _read_past(self) -> None:
        entries = self._office.read(
            history.entries, kind="assessment", subject=self.assessment.id, limit=5000
        )
        zone = self._office.now.tzinfo
        assert zone is not None
        self.past = Past(self.answers, entries, zone)

    def _switch_value(self, shown: bool) -> None:
        self._values_off[self.held.track] = not shown
        self.grid.shows_value = shown
        self.refresh()
        self.focus_grid()

    # Size

    def fit(self, window_width: int, window_height: int) -> None:
        super().fit(window_width, window_height)
        if hasattr(self, "answers"):
            self.refresh()
