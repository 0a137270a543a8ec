"""What every page is: its head, its areas, how it loads, writes and leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.act import Changes
from desktop.domain.problems import Problem
from desktop.views.buttons import Button
from desktop.views.labels import Elided, Label
from desktop.views.theme import BLEED, PAGE_HEAD, SIDE

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.office import Office
    from desktop.views.forms import Form
    from desktop.views.jobs import Jobs
    from desktop.views.keys import Key


class MakeDemo(Protocol):
    """Builds the demo office in a folder, telling `progress(done, of, item)`; gives its file."""

    def __call__(self, folder: Path, progress: Callable[..., object]) -> Path:
        """Runs beside the window."""
        ...


class Shell(Protocol):
    """What the window does for its pages."""

    jobs: Jobs
    round_id: str | None
    make_demo: MakeDemo | None
    """Builds the demo office (`__main__` knows how); None where nobody can."""

    def go(self, page: str, **place: Any) -> None:
        """Shows another page; `place` reaches its `show_place`."""

    def toast(self, text: str, action: str = "", then: Callable[[], object] | None = None) -> None:
        """A short sentence at the bottom, with an action where there is something to undo."""

    def banner(
        self,
        key: str,
        kind: str,
        text: str,
        action: str = "",
        on: Callable[[], object] | None = None,
    ) -> None:
        """A sentence above the page until `clear_banner(key)`; the same key replaces it."""

    def clear_banner(self, key: str) -> None:
        """Takes a banner away."""

    def choose_round(self, round_id: str | None) -> None:
        """Another round for all pages."""

    def show_count(self, page: str, count: int, *, late: bool = False) -> None:
        """A count beside a page's name in the navigation; 0 takes it away."""

    def write(
        self,
        owner: QWidget,
        use_case: Callable[..., Changes],
        *,
        then: Callable[[Changes], object] | None,
        failed: Callable[[Problem], object] | None,
        **facts: Any,
    ) -> None:
        """Runs a use case; pages use `Page.write`."""

    def fit(self) -> None:
        """Lays the navigation and the page out anew: the page wants the rail, or no more."""

    def open_address(self, address: str) -> None:
        """Opens another office (the welcome page and "Terakhir dibuka")."""

    def choose_file(self) -> None:
        """Asks for an office file and opens it."""

    def create_office(self, address: str, **facts: Any) -> None:
        """Makes a new office file (facts as in Office.create) and opens it."""

    def keep_operator(self, name: str) -> None:
        """Another operator on this computer, from now on."""

    def fault(self, error: BaseException) -> None:
        """Our own fault: logged and shown in the report."""


class Page(QWidget):
    """A page: head of 80 px, then `body` (a row: list left, form right) down to the foot.

    Subclasses build in `__init__`, read the office in `load`, and name in `listens_to` the nouns
    that make them stale. `self.office` and `self.shell` are theirs to use.
    """

    listens_to: ClassVar[frozenset[str]] = frozenset()
    wants_rail: bool = False
    """Navigation as a rail whatever the width; a page that changes it calls `shell.fit()`."""
    has_head: ClassVar[bool] = True
    help_text: ClassVar[str] = ""
    """One or two sentences for F1 (marked with N_)."""

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__()
        self._office, self.shell = office, shell
        self.is_stale = True
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.head = PageHead()
        self.head.setVisible(self.has_head)
        self._outer.addWidget(self.head)
        self.body = QHBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._outer.addLayout(self.body, 1)

    @property
    def office(self) -> Office:
        """The open office. Only the welcome page lives without one."""
        if self._office is None:
            raise LookupError("no office is open")
        return self._office

    # What a page overrides

    def load(self) -> None:
        """Reads the office and shows it. Called at the first showing and when it is stale."""

    def show_place(self, **place: Any) -> None:
        """Goes to a record: what `shell.go(page, id=…)` carried."""

    def keys(self) -> tuple[Key, ...]:
        """The page's own keys, for `?`."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks through, from list to form."""
        return ()

    def find(self) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Ctrl+F: the cursor into the list's filter."""

    def new(self) -> None:
        """Ctrl+N."""

    def edit(self) -> None:
        """F2: the cursor into the form. The first form's first field, unless overridden."""
        for form in self.forms():
            form.focus_first()
            return

    def save(self) -> None:
        """Ctrl+S: the form that has changes, unless overridden."""
        for form in self.forms():
            form.submit()

    def print_out(self) -> None:
        """Ctrl+P."""

    def forms(self) -> Sequence[Form]:
        """All forms in sight."""
        from desktop.views.forms import Form

        return [form for form in self.findChildren(Form) if form.isVisibleTo(self)]

    def may_leave(self, then: Callable[[], object]) -> None:
        """Calls `then` when the page may be left: asks about a form with changes."""
        for form in self.forms():
            if form.is_dirty():
                form.leave(lambda: self.may_leave(then))
                return
        then()

    def focus_start(self) -> None:
        """Where the focus goes when the page opens: the first pane."""
        for pane in self.panes():
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    # What a page uses

    def add_foot(self, foot: QWidget) -> None:
        """A strip below everything (health line, totals)."""
        self._outer.addWidget(foot)

    def column(self, stretch: int = 1, *, right: int = SIDE, table: bool = True) -> QVBoxLayout:
        """The next column of the body. With a table its left edge lies 8 px further left, so
        that the table's text starts under the title."""
        lay = QVBoxLayout()
        lay.setContentsMargins(SIDE - BLEED if table else SIDE, 0, right, 0)
        lay.setSpacing(0)
        self.body.addLayout(lay, stretch)
        return lay

    def add_side(self, side: QWidget, width: int, narrow: int = 0) -> None:
        """The side form or inspector at the right. `narrow` = its width below 1200 px."""
        side.setFixedWidth(width)
        side.setProperty("wide", width)
        side.setProperty("narrow", narrow or width)
        self.body.addWidget(side)

    def write(
        self,
        use_case: Callable[..., Changes],
        *,
        then: Callable[[Changes], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        form: Form | None = None,
        said: str = "",
        **facts: Any,
    ) -> None:
        """Runs a use case through the office. On success the form settles, `then(changes)` is
        called and `said` shown as a toast. A Problem goes beside its field in `form`, to
        `failed`, or into a banner."""

        def succeed(changes: Changes) -> None:
            self.shell.clear_banner("write")
            if form is not None:
                form.mark_saved()
            if then is not None:
                then(changes)
            if said:
                self.shell.toast(said)
            if form is not None:
                form.go_on()

        def fail(problem: Problem) -> None:
            placed = form is not None and form.show_problem(problem)
            if failed is not None:
                failed(problem)
            elif not placed:
                self.show_problem(problem)

        if form is not None:
            form.set_busy(True)
        self.shell.write(self, use_case, then=succeed, failed=fail, **facts)

    def show_problem(self, problem: Problem) -> None:
        """A problem that belongs to no field, as a banner."""
        from desktop.wording.problems import say

        self.shell.banner("write", "danger", say(problem))

    def fit(self, window_width: int) -> None:
        """Side forms take their narrow width in a narrow window."""
        narrow = window_width < 1200
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            side = item.widget() if item is not None else None
            if side is not None and side.property("wide"):
                side.setFixedWidth(side.property("narrow" if narrow else "wide"))


class PageHead(QWidget):
    """Title and one line of caption; actions right-aligned, the primary last."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEAD)
        self.title = Label("", "title")
        self.caption = Elided("", "body", "text2")
        self._beside = QHBoxLayout()
        self._beside.setSpacing(10)
        self._beside.addWidget(self.title)
        self._beside.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addLayout(self._beside)
        words.addWidget(self.caption)
        words.addStretch(1)
        self._actions = QHBoxLayout()
        self._actions.setContentsMargins(0, 8, 0, 0)
        self._actions.setSpacing(8)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 18, SIDE, 0)
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addLayout(self._actions)
        line.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)

    def show_words(self, title: str, caption: str = "") -> None:
        """Title and caption."""
        self.title.setText(title)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))

    def add(self, *actions: QWidget) -> None:
        """Buttons (or a combo) at the right; the primary last."""
        for action in actions:
            self._actions.addWidget(action)

    def add_beside(self, sign: QWidget) -> None:
        """A badge beside the title."""
        self._beside.insertWidget(self._beside.count() - 1, sign)

    def buttons(self) -> list[Button]:
        """The actions that can be pressed now."""
        return [b for b in self.findChildren(Button) if b.isVisible() and b.isEnabled()]
