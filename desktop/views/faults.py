"""Our own faults: logged, and shown in one report dialog. A Problem is none of them."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.views.window import MainWindow

_log = logging.getLogger("patuh")


def show_fault(window: MainWindow, error: BaseException) -> None:
    """Says what happened: a Problem in a banner, anything else in the report."""
    from desktop.views.questions import report
    from desktop.wording.problems import say

    if isinstance(error, Problem):
        window.banner("write", "danger", say(error))
        return
    _log.error("fault", exc_info=error)
    details = "".join(traceback.format_exception(error))
    what = _("Yang terakhir diminta belum dijalankan. Data yang sudah tersimpan tetap utuh.")
    report(window, what, details)


def catch_all(window: MainWindow) -> None:
    """Faults that no code expected are shown too, unless someone else (a test) takes them."""
    if sys.excepthook is not sys.__excepthook__:
        return

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_fault(window, error)

    sys.excepthook = hook
