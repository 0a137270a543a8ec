"""The window: frame, pages on demand, keys, and what pages ask of it (`pages.Shell`).

It starts in three steps, so that something stands on the screen at once: the bare grounds, drawn
by Qt alone (the first paint); then look, frame and navigation; then the office and its page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from desktop.domain.problems import Problem
from desktop.views import geometry, theme
from desktop.views.grounds import grounds
from desktop.views.memory import Memory
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.domain.act import Changes
    from desktop.office import Office
    from desktop.views.frame import Frame
    from desktop.views.jobs import Deliveries, Jobs, Mailbox
    from desktop.views.messages import Toast
    from desktop.views.navigation import Navigation
    from desktop.views.pages import MakeDemo, Page
    from desktop.views.shelf import Shelf

Do = Callable[[], object]


class MainWindow(QMainWindow):
    """The one window. `load_office` gives the Office class; it is asked after the first paint."""

    first_painted = Signal()
    filled = Signal(str)
    """A page has been filled from the office: its key."""
    round_changed = Signal(object)

    navigation: Navigation
    frame: Frame
    jobs: Jobs
    _toast: Toast
    _deliveries: Deliveries
    _news: Mailbox
    _shelf: Shelf

    def __init__(
        self,
        load_office: Callable[[], type[Office]],
        address: str | None = None,
        page: str = "home",
        make_demo: MakeDemo | None = None,
    ) -> None:
        super().__init__()
        self._load_office = load_office
        self.make_demo = make_demo
        self._memory = Memory(self._warn_of_memory)
        self._address = self._memory.settings.last if address is None else address
        self._page, self._place = page, dict[str, Any]()
        self._unsubscribe: Do | None = None
        self._may_close = self._is_asking = False
        self.office: Office | None = None
        self.round_id: str | None = None
        self._is_painted = self._is_started = False
        self.setMinimumSize(911, 480)
        self.setWindowTitle(self._title())
        geometry.restore(self)
        wide = theme.NAV_RAIL if self.width() < theme.NARROW else theme.NAV_WIDE
        self.setCentralWidget(grounds(wide if self._address else 0))

    # Starting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        """After the first paint: look, frame, workers and keys; then the office."""
        self.first_painted.emit()
        theme.finish_once()
        self._build_frame()
        self._build_workers()
        self._is_started = True
        QTimer.singleShot(0, self, self._begin)

    def _build_frame(self) -> None:
        from desktop.views.frame import Frame
        from desktop.views.messages import Toast
        from desktop.views.navigation import Navigation

        self.navigation = Navigation(self.ask_operator)
        self.navigation.setVisible(bool(self._address))
        self.navigation.setEnabled(False)  # nothing to go to before the office is open
        self.navigation.person.show_words(self._memory.settings.operator, "")
        self.navigation.show_page(self._page if self._address else "")
        self.navigation.wanted.connect(self.go)
        self.navigation.round_wanted.connect(self._take_round)
        self.frame = Frame(self.navigation)
        self.setCentralWidget(self.frame)
        self._toast = Toast(self.frame)
        self.fit()

    def _build_workers(self) -> None:
        from desktop.views.faults import catch_all
        from desktop.views.jobs import Deliveries, Jobs, Mailbox
        from desktop.views.shelf import Shelf
        from desktop.views.shortcuts import bind

        self._shelf = Shelf(self.frame.pages, self.filled.emit)
        self.jobs = Jobs(self.frame, self.fault)
        self._deliveries = Deliveries(self)
        self._news = Mailbox(self, self._hear)
        bind(self)
        catch_all(self)

    def _begin(self) -> None:
        if self._address:
            self.open_address(self._address)
        else:
            self._show_welcome()

    # The office

    def open_address(self, address: str) -> None:
        """Opens another office; a Problem is shown on the page."""
        operator = self._memory.settings.operator
        self.take_office(lambda Office: Office.open(address, operator))

    def create_office(self, address: str, **facts: Any) -> None:
        """Makes a new office file and opens it."""
        operator = self._memory.settings.operator
        self.take_office(lambda Office: Office.create(address, operator=operator, **facts))

    def choose_file(self) -> None:
        """Asks for an office file and opens it."""
        from desktop.views.files import ask_office

        ask_office(self, self.open_address)

    def take_office(self, make: Callable[[type[Office]], Office]) -> None:
        """Opens the office that `make` gives, once the page in sight may be left."""

        def make_and_show() -> None:
            try:
                office = make(self._load_office())
            except Problem as problem:
                self._refuse(problem)
            else:
                self._take_office(office)

        self.may_leave(make_and_show)

    def _refuse(self, problem: Problem) -> None:
        from desktop.wording.problems import say

        if self.office is None:
            self._show_welcome()
        self.banner("open", "danger", say(problem))

    def _take_office(self, office: Office) -> None:
        self._let_go()
        self.office = office
        self._unsubscribe = office.subscribe(self._news.post)
        self._address = self._memory.opened(office)
        self.navigation.setVisible(True)
        self.navigation.setEnabled(True)
        self.setWindowTitle(self._title())
        self.frame.drop_banners()
        self._show_round()
        page = "home" if self._page == "welcome" else self._page
        self._show(page, self._place)
        QTimer.singleShot(0, self, self._show_late)
        if not self._memory.settings.operator:
            self.ask_operator()

    def _let_go(self) -> None:
        """Drops all pages and closes the office that was open."""
        self._shelf.drop_all()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self.office is not None:
            self.office.close()
            self.office = None
            self.round_id = None

    def _warn_of_memory(self) -> None:
        self.banner("computer", "warn", _("Pengaturan komputer ini tidak dapat disimpan."))

    def _title(self) -> str:
        name = self._address.replace("\\", "/").rsplit("/", 1)[-1]
        return f"{name or _('Mulai')} – Patuh"

    def _show_welcome(self) -> None:
        self._address = ""
        self.navigation.hide()
        self.setWindowTitle(self._title())
        self._show("welcome", {})

    def _hear(self, changes: Changes) -> None:
        """Something was written: pages that listen read again now or when they are shown."""
        if changes.touched & {"round", "office"}:
            self._show_round()
        if changes.touched & {"action", "office"}:
            QTimer.singleShot(0, self, self._show_late)
        self._shelf.hear(changes)

    def _show_round(self) -> None:
        from desktop.views.facts import show_round

        if self.office is not None:
            self.round_id = show_round(self.office, self.navigation, self.round_id)

    def _show_late(self) -> None:
        from desktop.views.facts import show_late

        if self.office is not None:
            show_late(self.office, self.navigation)

    # Pages

    def page(self) -> Page | None:
        """The page in sight."""
        return self._shelf.page() if self._is_started else None

    def go(self, page: str, **place: Any) -> None:
        """Shows a page; before the office is open it is remembered."""
        if self.office is None:
            self._page, self._place = page, place
            return
        if page == self._page and self._shelf.has(page):
            self._show(page, place)
            return
        self.navigation.show_page(self._page)
        self.may_leave(lambda: self._show(page, place))

    def may_leave(self, then: Do) -> None:
        """Calls `then` when the page in sight may be left."""
        page = self.page()
        if page is None:
            then()
        else:
            page.may_leave(then)

    def _show(self, key: str, place: dict[str, Any]) -> None:
        self._page = key
        self.frame.drop_banner("write")
        page = self._shelf.put(key, self.office, self)
        self.navigation.show_page(key)
        self.fit()
        if page.is_stale:
            self._shelf.fill(page)
        if place:
            page.show_place(**place)
        else:
            page.focus_start()

    def reload(self) -> None:
        """F5: reads the page in sight again."""
        self._show_round()
        self._shelf.fill()

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
        from desktop.views.keys import show_page_keys

        page = self.page()
        if page is not None:
            show_page_keys(self, page)

    # Rounds and people

    def choose_round(self, round_id: str | None) -> None:
        """Another round for all pages."""
        if round_id == self.round_id:
            return
        self.round_id = round_id
        self._show_round()
        self.round_changed.emit(round_id)
        self._shelf.mark_all()

    def _take_round(self, round_id: str | None) -> None:
        if round_id is None:
            self.go("round", new=True)
        else:
            self.may_leave(lambda: self.choose_round(round_id))

    def ask_operator(self) -> None:
        """Asks who works on this computer; kept in the computer's settings."""
        from desktop.views.operator import ask_operator

        ask_operator(self, self._memory.settings.operator, self.keep_operator)

    def keep_operator(self, name: str) -> None:
        """The operator's name for this computer, from now on."""
        self._memory.call(name)
        if self.office is not None:
            self.office.operator = name
        self._show_round()

    # What pages ask (pages.Shell)

    def toast(self, text: str, action: str = "", then: Do | None = None) -> None:
        """A short sentence at the bottom."""
        self._toast.say(text, action, then)

    def banner(
        self, key: str, kind: str, text: str, action: str = "", on: Do | None = None
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
        self.fit()

    def fit(self) -> None:
        """Navigation as a rail where the page or the width wants it; the page after it."""
        if not hasattr(self, "frame"):
            return
        page = self.page()
        rail = self.width() < theme.NARROW or (page is not None and page.wants_rail)
        self.navigation.show_as_rail(rail)
        if page is not None:
            page.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self._is_asking = False
            self.may_leave(self._close_now)
            if not self._may_close:
                self._is_asking = True
                event.ignore()
                return
        geometry.keep(self)
        if self._is_started:
            self.jobs.close()
        self._let_go()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._may_close = True
        if self._is_asking:
            self.close()
