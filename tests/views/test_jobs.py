"""What a worker holds must never be the end of a Qt object: that would end the program."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CHAIN = """
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views import theme
from desktop.views.jobs import Jobs

app = QApplication([])
theme.apply(app)
home = QWidget()
jobs = Jobs(home, print)
left = [3000]

class Step:
    def __init__(self) -> None:
        self.painter = QPainter()

    def go(self) -> None:
        jobs.start("x", lambda _p: bytes(1000), then=self.then, can_cancel=False)

    def then(self, _bytes: bytes) -> None:
        left[0] -= 1
        Step().go() if left[0] else app.quit()

Step().go()
app.exec()
jobs.close()
print("whole")
"""


@pytest.mark.slow
def test_thousands_of_short_jobs_end_without_a_crash() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CHAIN], capture_output=True, text=True, env=env, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "whole")
