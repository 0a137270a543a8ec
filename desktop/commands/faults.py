"""Our own faults: written down for whoever mends them, told in one sentence."""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime

from desktop import computer
from desktop.domain.problems import Problem

_log = logging.getLogger("patuh")


def note(error: BaseException, words: tuple[str, ...]) -> Problem:
    """Writes a fault into the log file of this user; the Problem names the file.

    Of the command only the verb is kept: what stands behind it may be anybody's data.
    """
    place = computer.log_file()
    details = "".join(traceback.format_exception(error))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{moment} patuh {' '.join(words[:1])}\n{details}\n")
    except OSError:
        _log.debug("the log cannot be written")
        return Problem("program.fault", log="–")
    return Problem("program.fault", log=str(place))
