"""From worker threads to the page: results of writes, announcements, long work with progress.

Only plain values cross threads. Whoever waits owns the QObject with the signal; a result that
comes after its receiver is gone is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.views.messages import ProgressCard

T = TypeVar("T")


class _PostOffice(QObject):
    """Takes values from any thread and hands them out on the GUI thread.

    It lives as long as the application: a worker may emit on it at any moment, while the object
    that waits may be destroyed on the GUI thread at that very moment.
    """

    arrived = Signal(int, object)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.boxes: WeakValueDictionary[int, Mailbox] = WeakValueDictionary()
        self.numbers = count()
        self.arrived.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def _hand_out(self, number: int, value: object) -> None:
        box = self.boxes.get(number)
        if box is not None and isValid(box):
            box.receive(value)


_offices: list[_PostOffice] = []


def _post_office() -> _PostOffice:
    """The application's one; made on the GUI thread at the first use."""
    app = QCoreApplication.instance()
    assert app is not None
    if not _offices or not isValid(_offices[-1]):
        _offices[:] = [_PostOffice(app)]
    return _offices[-1]


class Mailbox(QObject):
    """Carries values from any thread to the thread that made it, in order.

    `post` sends a value from any thread; it holds nothing of this object, so a worker can neither
    keep it alive nor touch it when it is gone.
    """

    def __init__(self, parent: QObject, receive: Callable[[Any], object]) -> None:
        super().__init__(parent)
        self.receive = receive
        office = _post_office()
        number = next(office.numbers)
        office.boxes[number] = self

        def post(value: object) -> None:
            with suppress(RuntimeError):  # the application is gone: nobody waits any more
                office.arrived.emit(number, value)

        self.post: Callable[[object], None] = post


class Deliveries(Mailbox):
    """Delivers the outcome of futures to callbacks on the GUI thread.

    Callbacks and owners wait here and never travel with the future: a worker that dropped the
    last hold on a Qt object would destroy it on the wrong thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, self._deliver)
        self._awaited: dict[int, Any] = {}
        self._turns = count()

    def await_result(
        self,
        future: Future[T],
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        """Calls `then` or `failed` once, unless `owner` is gone by then."""
        turn, post = next(self._turns), self.post
        self._awaited[turn] = (future, owner, then, failed)
        future.add_done_callback(lambda _done: post(turn))

    def _deliver(self, turn: int) -> None:
        future, owner, then, failed = self._awaited.pop(turn)
        if future.cancelled() or not isValid(owner):
            return
        fault = future.exception()
        if fault is None:
            then(future.result())
        else:
            failed(fault)


class Cancelled(Exception):
    """The user asked long work to stop."""


class Progress(Generic[T]):
    """Handed to long work: say how far it is; stops the work when it was cancelled."""

    def __init__(self, post: Callable[[object], None]) -> None:
        self._post = post
        self.is_cancelled = False

    def __call__(self, done: int, of: int, item: str = "") -> None:
        if self.is_cancelled:
            raise Cancelled
        self._post((done, of, item))

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self.is_cancelled = True

    def let_go(self) -> None:
        """The work is done: the worker must not be the last to hold the mailbox."""
        self._post = lambda _value: None


class Jobs(QObject):
    """Long work (import, export, batch of letters, backup), one at a time, with Batalkan."""

    def __init__(self, home: QWidget, fault: Callable[[BaseException], object]) -> None:
        super().__init__(home)
        self._home, self._fault = home, fault
        self._pool: ThreadPoolExecutor | None = None
        self._deliveries = Deliveries(self)

    def start(
        self,
        title: str,
        work: Callable[[Progress[Any]], T],
        *,
        then: Callable[[T], object],
        failed: Callable[[BaseException], object] | None = None,
        can_cancel: bool = True,
    ) -> None:
        """Runs `work(progress)` beside the window; `then` gets its result on the GUI thread."""
        self._pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="jobs")
        card = ProgressCard(self._home, title, can_cancel=can_cancel)
        mailbox = Mailbox(card, lambda value: card.show_progress(*value))
        progress: Progress[Any] = Progress(mailbox.post)
        # not connected to the bound method: Qt would watch `progress`, and the worker, which may
        # be the last to hold it, would undo the connection on the wrong thread
        card.cancelled.connect(lambda: progress.cancel())  # noqa: PLW0108

        def finish(result: T) -> None:
            progress.let_go()
            card.deleteLater()
            then(result)

        def fail(fault: BaseException) -> None:
            progress.let_go()
            card.deleteLater()
            if not isinstance(fault, Cancelled):
                (failed or self._fault)(fault)

        self._deliveries.await_result(self._pool.submit(work, progress), card, finish, fail)

    def close(self) -> None:
        """Waits for what is under way."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None
