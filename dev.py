#!/usr/bin/env python3
"""Patuh from a bare machine, with nothing but Python: `python3 dev.py demo` and `dev.py test`.

    demo [DIR]    sets up everything, builds the demo office in DIR, lists its papers and opens
                  the window on it (without a display: all but the window)
    test [...]    sets up everything and runs all tests (what follows goes to pytest)
    check         format, lint, types, house rules, fast tests: before each commit
    run [...]     the program itself
    bench [...]   ratios to measured floors (what follows goes to tests.bench)
    words         gathers the texts, merges the English, compiles the catalogue
    fonts         makes the paper's fonts anew
    lock          resolves the dependencies anew, with hashes, into requirements.lock
    setup         the set-up alone

Standard library only. On Windows: `py dev.py demo`.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "patuh-ready.txt"
WINDOWS = sys.platform == "win32"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
QUICK = "not slow and not window"
PYTHONS = ((3, 11), (3, 14))  # from, up to but without

# Shared library -> Debian package: what Qt needs to draw at all, and to open a window besides.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
FONT_PLACES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


class Stop(Exception):
    """Nothing more can be done here; the text says what the person can do."""


# --- The machine ----------------------------------------------------------------------------


def loads(library: str) -> bool:
    """Whether the system finds and loads a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_screen_font() -> bool:
    """Whether Open Sans, the screen font of Debian, is on this machine."""
    places = (Path(place).expanduser() for place in FONT_PLACES)
    return any(next(place.rglob("OpenSans*"), None) for place in places if place.is_dir())


def can_make_venv() -> bool:
    """Debian splits off the module that puts pip into a new environment."""
    return importlib.util.find_spec("ensurepip") is not None


def missing_packages() -> Iterator[str]:
    """The Debian packages that this machine still needs, in order of need."""
    if not sys.platform.startswith("linux"):
        return
    if not PYTHON.exists() and not can_make_venv() and Path(sys.base_prefix) == Path("/usr"):
        yield "python3-venv"
    windows = (("DISPLAY", X11), ("WAYLAND_DISPLAY", WAYLAND))
    needed = DRAWING.copy()
    for variable, libraries in windows:
        needed |= libraries if os.environ.get(variable) else {}
    for library, package in needed.items():
        if not loads(library):
            yield package
    if not has_screen_font():
        yield "fonts-open-sans"


def prepare_machine() -> None:
    """Installs what the system lacks (as root, on Debian), or says which line does it."""
    packages = list(missing_packages())
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise Stop("This machine lacks (names of Debian's packages): " + " ".join(packages))
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {shlex.join(install)}"
        raise Stop(f"Some system packages are missing. Run this line, then try again:\n\n  {line}")
    say("installing system packages: " + " ".join(packages))
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "-qq", *install[1:]]):
        run(command, env=quiet)


# --- The environment ------------------------------------------------------------------------


def say(text: str) -> None:
    """One line of progress, in order with the output of child processes."""
    print(f"» {text}", flush=True)


def run(command: Iterable[object], env: dict[str, str] | None = None) -> None:
    """Runs a command in the project's folder; stops when it fails."""
    words = [str(word) for word in command]
    code = subprocess.call(words, cwd=ROOT, env=env)
    if code:
        raise Stop(f"Failed ({code}): {shlex.join(words)}")


def python(*words: object, **env: str) -> int:
    """Runs the environment's Python in the project's folder and gives back its exit code."""
    command = [str(PYTHON), *(str(word) for word in words)]
    return subprocess.call(command, cwd=ROOT, env=os.environ | env)


def home() -> str:
    """What ties an environment to its place: a moved or newer one is made anew."""
    return f"{platform.python_version()} {ROOT}"


def recipe() -> str:
    """What an environment is made from: another lock or project file means installing again."""
    digest = hashlib.sha256(home().encode())
    for file in (LOCK, ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    """A fresh, empty environment with pip."""
    if not can_make_venv():
        raise Stop(
            f"{sys.executable} has no ensurepip module, so it cannot make {VENV.name} "
            "(Debian: apt-get install python3-venv)."
        )
    say(f"making {VENV.name} with Python {platform.python_version()}")
    # When dev.py runs on the environment's own Python, the one beneath makes the new one.
    maker = getattr(sys, "_base_executable", sys.executable)
    run([maker, "-m", "venv", "--clear", VENV])


def fits() -> bool:
    """Whether the environment that is there was made here and for this Python, and has pip."""
    if STAMP.exists() and STAMP.read_text(encoding="utf-8").splitlines()[0] != home():
        return False
    question = "import pip, platform; print(platform.python_version())"
    try:
        answer = subprocess.check_output([PYTHON, "-c", question], text=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.strip() == platform.python_version()


def prepare_venv() -> None:
    """Makes .venv hold exactly what the lock names, and the project itself, editable."""
    ready = f"{home()}\n{recipe()}\n"
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == ready:
        return
    if not fits():
        make_venv()
    STAMP.unlink(missing_ok=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    say("installing what requirements.lock names")
    run([*pip, "--only-binary=:all:", "--require-hashes", "-r", LOCK])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT])
    STAMP.write_text(ready, encoding="utf-8")


def prepare() -> None:
    """Everything that must be there before Patuh can run. Quick when nothing changed."""
    if not PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1]:
        raise Stop(f"Patuh runs on Python 3.11 to 3.13; this is {platform.python_version()}.")
    prepare_machine()
    prepare_venv()


# --- The verbs ------------------------------------------------------------------------------


def workers() -> str:
    """How many test processes: one per core, four at most."""
    return str(min(4, os.cpu_count() or 1))


def demo(args: list[str]) -> int:
    """Builds the demo office and opens it. The default folder is ours: it is made anew."""
    folder = Path(args[0]) if args else ROOT / "demo-office"
    if not args and folder.exists():
        shutil.rmtree(folder)
    return python("-m", "desktop", "demo", folder.absolute())


def test(args: list[str]) -> int:
    """All tests, without a display."""
    return python(
        "-m", "pytest", "-n", workers(), "--dist", "worksteal", *args, QT_QPA_PLATFORM="offscreen"
    )


def check(_args: list[str]) -> int:
    """What must hold before a commit, in under a minute. Types are looked at meanwhile."""
    types = subprocess.Popen(
        [PYTHON, "-m", "pyright"], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    codes = {
        "format": python("-m", "ruff", "format", "--check", "--quiet", "."),
        "lint": python("-m", "ruff", "check", "--quiet", "."),
        "house and fast tests": test(["-q", "-m", QUICK, "--hypothesis-profile=quick"]),
    }
    found, _ = types.communicate()
    print(found, end="")
    codes["types"] = types.returncode
    failed = [name for name, code in codes.items() if code]
    say("failed: " + ", ".join(failed) if failed else "all is well")
    return 1 if failed else 0


def start(args: list[str]) -> int:
    """The program itself."""
    return python("-m", "desktop", *args)


def bench(args: list[str]) -> int:
    """Ratios to measured floors."""
    return python("-m", "tests.bench", *args, QT_QPA_PLATFORM="offscreen")


def words(_args: list[str]) -> int:
    """The catalogue of English words."""
    return python("resources/translations/make.py")


def fonts(_args: list[str]) -> int:
    """The paper's fonts."""
    return python("resources/fonts/make.py")


def lock(_args: list[str]) -> int:
    """One lock for Linux and Windows and all our Pythons; uv resolves, and is not in it."""
    with tempfile.TemporaryDirectory() as folder:
        run([PYTHON, "-m", "venv", folder])
        scripts = Path(folder) / SCRIPTS.name
        run([scripts / PYTHON.name, "-m", "pip", "install", "--quiet", "uv"])
        what = ["pip", "compile", "pyproject.toml", "--group", "dev", "--upgrade"]
        how = ["--universal", "--python-version", "3.11", "--generate-hashes"]
        form = ["--no-annotate", "--custom-compile-command", "python3 dev.py lock", "--quiet"]
        run([scripts / "uv", *what, *how, *form, "--output-file", LOCK.name])
    return 0


VERBS = {
    "demo": demo,
    "test": test,
    "check": check,
    "run": start,
    "bench": bench,
    "words": words,
    "fonts": fonts,
    "lock": lock,
    "setup": lambda _args: 0,
}


def main(args: list[str]) -> int:
    """Sets up, then does what the first word says. 2: a wrong word; 1: it could not be done."""
    if not args or args[0] not in VERBS:
        print(__doc__)
        return 0 if args and args[0] in ("-h", "--help") else 2
    try:
        prepare()
        return VERBS[args[0]](args[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
