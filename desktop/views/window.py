"""The window: frame, pages on demand, keys, and what pages ask of it (`pages.Shell`).

Nothing but PySide6 and the standard library is imported before the first paint; the office is
opened after it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop import computer
from desktop.domain.problems import Problem
from desktop.views import geometry, theme
from desktop.views.entries import ENTRIES
from desktop.views.frame import Frame
from desktop.views.navigation import Navigation
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.domain.act import Changes
    from desktop.office import Office
    from desktop.views.jobs import Deliveries, Jobs, Mailbox
    from desktop.views.pages import Page


class MainWindow(QMainWindow):
    """The one window. `load_office` gives the Office class; it is asked after the first paint."""

    first_painted = Signal()
    filled = Signal(str)
    """A page has been filled from the office: its key."""
    round_changed = Signal(object)

    jobs: Jobs

    def __init__(
        self,
        load_office: Callable[[], type[Office]],
        address: str | None = None,
        page: str = "home",
    ) -> None:
        super().__init__()
        self._load_office = load_office
        self._computer = computer.load()
        self._address = self._computer.last if address is None else address
        self._page, self._place = page, dict[str, Any]()
        self._pages: dict[str, Page] = {}
        self._unsubscribe: Callable[[], None] | None = None
        self._is_closing = False
        self.office: Office | None = None
        self.round_id: str | None = None
        self.navigation = Navigation(self.ask_operator)
        self.frame = Frame(self.navigation)
        self.frame.painted.connect(lambda: QTimer.singleShot(0, self, self._start))
        self.setCentralWidget(self.frame)
        self.setMinimumSize(911, 480)
        self.navigation.setVisible(bool(self._address))
        self.navigation.person.show_words(self._computer.operator, "")
        self.navigation.show_page(page if self._address else "")
        self.navigation.wanted.connect(self.go)
        self.navigation.round_wanted.connect(self._take_round)
        self.setWindowTitle(self._title())
        geometry.restore(self)

    # Starting

    def _start(self) -> None:
        """After the first paint: keys, workers, then the office or the welcome page."""
        self.first_painted.emit()
        from desktop.views.jobs import Deliveries, Jobs, Mailbox
        from desktop.views.messages import Toast
        from desktop.views.shortcuts import bind

        app = QApplication.instance()
        if isinstance(app, QApplication) and not app.styleSheet():
            theme.finish(app)
        self._toast = Toast(self.frame)
        self.jobs = Jobs(self.frame, self.fault)
        self._deliveries: Deliveries = Deliveries(self)
        self._news: Mailbox = Mailbox(self, self._hear)
        bind(self)
        if self._address:
            self.open_address(self._address)
        else:
            self._show_welcome()

    # The office

    def open_address(self, address: str) -> None:
        """Opens another office; a Problem is shown on the page."""
        self._with_office(lambda Office: Office.open(address, self._computer.operator))

    def create_office(self, address: str, **facts: Any) -> None:
        """Makes a new office file and opens it."""
        operator = self._computer.operator
        self._with_office(lambda Office: Office.create(address, operator=operator, **facts))

    def choose_file(self) -> None:
        """Asks for an office file and opens it."""
        from desktop.views.files import ask_open

        ask_open(self, _("Buka berkas kantor"), _("Berkas kantor (*.patuh)"), self.open_address)

    def _with_office(self, make: Callable[[type[Office]], Office]) -> None:
        try:
            office = make(self._load_office())
        except Problem as problem:
            self._refuse(problem)
            return
        self.may_leave(lambda: self._take_office(office))

    def _refuse(self, problem: Problem) -> None:
        from desktop.wording.problems import say

        if self.office is None:
            self._show_welcome()
        self.banner("open", "danger", say(problem))

    def _take_office(self, office: Office) -> None:
        self._let_go()
        self.office = office
        self._unsubscribe = office.subscribe(self._news.post)
        self._remember(office)
        self.navigation.setVisible(True)
        self.setWindowTitle(self._title())
        self.frame.drop_banners()
        self._show_frame_facts()
        page = "home" if self._page == "welcome" else self._page
        self._show(page, self._place)
        if not self._computer.operator:
            self.ask_operator()

    def _let_go(self) -> None:
        """Drops all pages and closes the office that was open."""
        for page in self._pages.values():
            self.frame.pages.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self.office is not None:
            self.office.close()
            self.office = None
            self.round_id = None

    def _remember(self, office: Office) -> None:
        address = str(office.path.resolve()) if office.path else office.address
        self._address = address
        self._computer = self._computer.with_opened(address, office.now)
        try:
            computer.save(self._computer)
        except OSError:
            self.banner("computer", "warn", _("Pengaturan komputer ini tidak dapat disimpan."))

    def _title(self) -> str:
        if not self._address:
            return _("Mulai – Patuh")
        name = self._address.replace("\\", "/").rsplit("/", 1)[-1]
        return f"{name} – Patuh"

    def _show_welcome(self) -> None:
        self._address = ""
        self.navigation.hide()
        self.setWindowTitle(self._title())
        self._show("welcome", {})

    def _hear(self, changes: Changes) -> None:
        """Something was written: pages that listen read again now or when they are shown."""
        self._show_frame_facts()
        for page in self._pages.values():
            if changes.touched & page.listens_to:
                page.is_stale = True
        page = self.page()
        if page is not None and page.is_stale:
            self._fill(page)

    def _show_frame_facts(self) -> None:
        from desktop.views.facts import show_facts

        if self.office is not None:
            self.round_id = show_facts(self.office, self.navigation, self.round_id)

    # Pages

    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._page)

    def go(self, page: str, **place: Any) -> None:
        """Shows a page; before the office is open it is remembered."""
        if self.office is None:
            self._page, self._place = page, place
            return
        if page == self._page and page in self._pages:
            self._show(page, place)
            return
        self.navigation.show_page(self._page)
        self.may_leave(lambda: self._show(page, place))

    def may_leave(self, then: Callable[[], object]) -> None:
        """Calls `then` when the page in sight may be left."""
        page = self.page()
        if page is None:
            then()
        else:
            page.may_leave(then)

    def _show(self, key: str, place: dict[str, Any]) -> None:
        self._page = key
        if key not in self._pages:
            self._pages[key] = ENTRIES[key].build(self.office, self)
            self._pages[key].setObjectName(key)
            self.frame.pages.addWidget(self._pages[key])
        page = self._pages[key]
        self.frame.drop_banner("write")
        self.frame.pages.setCurrentWidget(page)
        self.navigation.show_page(key)
        self._fit()
        if page.is_stale:
            self._fill(page)
        if place:
            page.show_place(**place)
        else:
            page.focus_start()

    def _fill(self, page: Page) -> None:
        page.is_stale = False
        try:
            page.load()
        except Problem as problem:
            page.show_problem(problem)
        self.filled.emit(page.objectName())

    def reload(self) -> None:
        """F5: reads the page in sight again."""
        page = self.page()
        if page is not None:
            self._show_frame_facts()
            self._fill(page)

    def next_pane(self, step: int) -> None:
        """F6: navigation, head, then the panes of the page, round and round."""
        page = self.page()
        if page is None:
            return
        from desktop.views.panes import walk

        buttons = page.head.buttons() if page.has_head else []
        walk([self.navigation.focus_item(), *buttons[:1], *page.panes()], self.focusWidget(), step)

    def show_help(self) -> None:
        """F1 and `?`: what the page is for and its keys."""
        from desktop.views.keys import show_keys

        page = self.page()
        if page is not None:
            title = _(ENTRIES[page.objectName()].title)
            words = _(page.help_text) if page.help_text else ""
            show_keys(self, _("Bantuan: {page}").format(page=title), words, page.keys())

    # Rounds and people

    def choose_round(self, round_id: str | None) -> None:
        """Another round for all pages."""
        if round_id == self.round_id:
            return
        self.round_id = round_id
        self._show_frame_facts()
        self.round_changed.emit(round_id)
        for page in self._pages.values():
            page.is_stale = True
        page = self.page()
        if page is not None:
            self._fill(page)

    def _take_round(self, round_id: str | None) -> None:
        if round_id is None:
            self.go("round", new=True)
        else:
            self.may_leave(lambda: self.choose_round(round_id))

    def ask_operator(self) -> None:
        """Asks who works on this computer; kept in the computer's settings."""
        from desktop.views.operator import ask_operator

        ask_operator(self, self._computer.operator, self.keep_operator)

    def keep_operator(self, name: str) -> None:
        """The operator's name for this computer, from now on."""
        self._computer = computer.load()._replace(operator=name)
        computer.save(self._computer)
        if self.office is not None:
            self.office.operator = name
        self._show_frame_facts()

    # What pages ask (pages.Shell)

    def toast(self, text: str, action: str = "", then: Callable[[], object] | None = None) -> None:
        """A short sentence at the bottom."""
        self._toast.say(text, action, then)

    def banner(
        self,
        key: str,
        kind: str,
        text: str,
        action: str = "",
        on: Callable[[], object] | None = None,
    ) -> None:
        """A sentence above the page."""
        from desktop.views.messages import Banner

        self.frame.put_banner(key, Banner(kind, text, action, on))

    def clear_banner(self, key: str) -> None:
        """Takes a banner away."""
        self.frame.drop_banner(key)

    def show_count(self, page: str, count: int, *, late: bool = False) -> None:
        """A count beside a page's name."""
        self.navigation.items[page].show_count(count, late=late)

    def write(
        self,
        owner: QObject,
        use_case: Callable[..., Changes],
        *,
        then: Callable[[Changes], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        **facts: Any,
    ) -> None:
        """Runs a use case on the office's worker and brings the outcome back."""
        assert self.office is not None

        def fail(error: BaseException) -> None:
            if isinstance(error, Problem) and failed is not None:
                failed(error)
            else:
                self.fault(error)

        future = self.office.write(use_case, **facts)
        self._deliveries.await_result(future, owner, then or (lambda _changes: None), fail)

    def fault(self, error: BaseException) -> None:
        """Our own fault, in the report dialog; a Problem in a banner."""
        from desktop.views.faults import show_fault

        show_fault(self, error)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page = self.page()
        rail = self.width() < theme.NARROW or (page is not None and page.wants_rail)
        self.navigation.show_as_rail(rail)
        if page is not None:
            page.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_closing:
            event.ignore()
            self.may_leave(self._close_now)
            return
        geometry.keep(self)
        if self.first_shown():
            self.jobs.close()
        self._let_go()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._is_closing = True
        self.close()

    def first_shown(self) -> bool:
        """Whether the window was painted, so that workers exist."""
        return hasattr(self, "_toast")
