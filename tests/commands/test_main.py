"""How any command behaves: exit codes, one JSON document, sentences, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import commands, computer
from desktop.commands import faults, telling
from desktop.commands.usage import complaint
from desktop.domain.problems import Problem
from tests.commands.conftest import Patuh

IN_OFFICE = ("list", "export", "import", "apply", "advance", "finalise", "release", "letter")


def test_without_a_verb_the_verbs_are_listed(patuh: Patuh) -> None:
    said = patuh()
    assert said.code == 2
    assert all(verb in said.out for verb in commands.VERBS)
    assert patuh("--help").code == 0


@pytest.mark.parametrize("verb", commands.VERBS)
def test_every_verb_explains_itself(patuh: Patuh, verb: str) -> None:
    said = patuh(verb, "--help")
    assert said.code == 0
    assert said.out.startswith("Pemakaian: patuh " + verb)
    english = patuh(verb, "--help", "--lang", "en")
    assert english.out.startswith("Usage: patuh " + verb)
    for word in ("usage", "optional", "positional", "show this"):
        assert word not in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("daftar",), "Perintah daftar tidak dikenal."),
        (("backup", "x.patuh"), "Perintah backup tidak dikenal."),
        (("list",), "Belum lengkap: KIND, --office."),
        (("list", "evidence", "--office", "x"), "KIND: pilihannya agencies,"),
        (("list", "units", "--office"), "--office memerlukan isian."),
        (("version", "--fast"), "Tidak dikenal: --fast."),
        (("version", "--json=ya"), "--json tidak memerlukan isian."),
        (("letter", "--office", "x", "-o", "y"), "Pilih salah satu: --assessment --round."),
        (
            ("letter", "--assessment", "S", "--round", "R", "--office", "x", "-o", "y"),
            "--round tidak dapat dipakai bersama --assessment.",
        ),
        (("new", "x.patuh", "--name", "A", "--kind", "toko"), "--kind: pilihannya ombudsman,"),
    ],
)
def test_wrong_usage_is_exit_2_with_a_sentence(
    patuh: Patuh, words: tuple[str, ...], sentence: str
) -> None:
    said = patuh(*words)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err


def test_an_unknown_complaint_is_said_in_general() -> None:
    assert complaint("something new") == "Perintah ini tidak lengkap atau salah tulis."


def test_a_problem_is_a_sentence_or_a_document(patuh: Patuh, tmp_path: Path) -> None:
    missing = tmp_path / "tidak-ada.patuh"
    said = patuh("list", "agencies", "--office", missing)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"Berkas {missing} tidak ditemukan. Periksa nama dan tempatnya.\n"
    document = patuh("list", "agencies", "--office", missing, "--json")
    assert (document.code, document.err) == (1, "")
    assert document.json == {
        "problem": "file.missing",
        "facts": {"path": str(missing)},
        "message": f"Berkas {missing} tidak ditemukan. Periksa nama dan tempatnya.",
    }


def test_english_is_spoken_on_request(patuh: Patuh, tmp_path: Path) -> None:
    for words in (("--lang", "en"), ("--lang=en",)):
        said = patuh("check", tmp_path / "x.patuh", *words)
        assert "was not found" in said.err
    assert "tidak ditemukan" in patuh("check", tmp_path / "x.patuh", "--lang", "id").err


def test_our_own_fault_is_logged_and_told_in_one_sentence(
    patuh: Patuh, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_args: object) -> None:
        raise ZeroDivisionError("secret of the program")

    monkeypatch.setattr("desktop.commands.version._installed", broken)
    monkeypatch.setattr(computer, "log_file", lambda: tmp_path / "log" / "patuh.log")
    said = patuh("version")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "ZeroDivisionError: secret" in (tmp_path / "log" / "patuh.log").read_text()
    assert patuh("version", "--json").json["problem"] == "program.fault"


def test_a_log_that_cannot_be_written_is_no_second_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(computer, "log_file", lambda: tmp_path / "file" / "patuh.log")
    assert faults.note(ValueError("x"), ("list",)).facts["log"] == "–"


def test_interruption_and_a_full_disk_are_told(
    patuh: Patuh, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_args: object) -> None:
        raise KeyboardInterrupt

    def full(_args: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr("desktop.commands.version._installed", stopped)
    assert patuh("version").err == "Dihentikan.\n"
    monkeypatch.setattr("desktop.commands.version._installed", full)
    assert patuh("version", "--json").json["problem"] == "file.disk_full"


def test_records_become_plain_json() -> None:
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

    whole = {
        "day": date(2026, 11, 23),
        "value": Decimal("84.10"),
        "third": Fraction(1, 3),
        "set": frozenset({"b", "a"}),
        "list": (1, None, True),
        "logo": b"png",
        "float": 0.5,
    }
    assert telling.plain(whole) == {
        "day": "2026-11-23",
        "value": "84.10",
        "third": "1/3",
        "set": ["a", "b"],
        "list": [1, None, True],
        "logo": None,
        "float": "0.5",
    }
    problem = Problem("a.b", (Problem("c.d"),))
    assert [one["problem"] for one in telling.as_document(problem)["more"]] == ["c.d"]  # type: ignore[index,attr-defined]


def junk(folder: Path) -> dict[str, Path]:
    """Files that are not what a command wants."""
    made = {
        "missing": folder / "tidak-ada",
        "folder": folder / "folder.patuh",
        "empty": folder / "kosong.patuh",
        "binary": folder / "acak.patuh",
        "text": folder / "teks.patuh",
        "json": folder / "angka.json",
        "list": folder / "daftar.json",
        "half": folder / "separuh.json",
        "deep": folder / "dalam.json",
        "huge": folder / "besar.json",
        "sqlite": folder / "lain.patuh",
    }
    made["folder"].mkdir()
    made["empty"].write_bytes(b"")
    made["binary"].write_bytes(bytes(range(256)) * 40)
    made["text"].write_text("bukan berkas kantor")
    made["json"].write_text("5")
    made["list"].write_text('[null, {"a": NaN}]')
    made["half"].write_text('{"instrument": "ori-2025", "units": [')
    made["deep"].write_text("[" * 100_000)
    made["huge"].write_text('{"year": ' + "9" * 5000 + "}")
    made["sqlite"].write_bytes(b"SQLite format 3\x00" + bytes(100))
    return made


def wrong_ways(verb: str, wrong: Path, office: Path, out: Path) -> list[list[object]]:
    """Commands of a verb with one thing wrong in them."""
    ways: dict[str, list[list[object]]] = {
        "demo": [["demo", wrong, "--no-window"]],
        "new": [["new", wrong / "x.patuh", "--name", "A"]],
        "check": [["check", wrong]],
        "score": [["score", wrong]],
        "instruments": [["instruments", "--office", wrong]],
        "instrument": [["instrument", "check", wrong]],
        "list": [["list", "agencies", "--office", wrong]],
        "export": [
            ["export", "agencies", "--office", wrong, "-o", out],
            ["export", "agencies", "--office", office, "-o", wrong],
            ["export", "agencies", "--office", office, "-o", wrong / "a.xlsx"],
        ],
        "import": [["import", wrong, "--office", office], ["import", out, "--office", wrong]],
        "apply": [["apply", wrong, "--office", office], ["apply", wrong, "--office", wrong]],
        "advance": [["advance", "round", "R0", "final", "--office", wrong]],
        "finalise": [["finalise", "--assessment", "S0", "--office", wrong]],
        "release": [["release", "--round", "R0", "--office", wrong]],
        "letter": [["letter", "--assessment", "S0", "--office", wrong, "-o", out]],
        "checklist": [["checklist", "--agreement", "M0", "--office", wrong, "-o", out]],
        "version": [],
    }
    return ways[verb]


@pytest.mark.parametrize("verb", commands.VERBS)
def test_wrong_files_are_problems(patuh: Patuh, tmp_path: Path, file: Path, verb: str) -> None:
    made = junk(tmp_path)
    for name, wrong in made.items():
        if name == "folder" and verb in ("demo", "new", "export"):
            continue  # a folder to write in
        if name == "missing" and verb == "demo":
            continue
        for words in wrong_ways(verb, wrong, file, tmp_path / "out.pdf"):
            said = patuh(*words, "--json")
            assert said.code == 1, (name, words, said)
            assert set(said.json) >= {"problem", "facts", "message"}, (name, words)
            assert "kode" not in said.json["message"] or "Kemendagri" in said.json["message"]
            assert said.json["problem"] != "program.fault", (name, words)


@pytest.mark.parametrize("noun", ["S0", "", "'; DROP TABLE agency", "\u0000", "\udcff", "x" * 5000])
def test_ids_that_are_none_are_problems(patuh: Patuh, file: Path, noun: str) -> None:
    out = file.with_name("out.pdf")
    for words in (
        ["advance", "assessment", noun, "final"],
        ["advance", "round", noun, "final"],
        ["finalise", "--assessment", noun],
        ["release", "--round", noun],
        ["list", "assessments", "--round", noun],
        ["letter", "--assessment", noun, "-o", out],
        ["letter", "--round", noun, "--suggestions", "-o", out],
        ["checklist", "--agreement", noun, "-o", out],
    ):
        said = patuh(*words, "--office", file, "--json")
        assert said.code == 1, words
        assert said.json["problem"].endswith(".unknown"), (words, said)
    assert not out.exists()


ARGUMENTS = st.lists(
    st.one_of(
        st.sampled_from(
            [*commands.VERBS, "--json", "--office", "-o", "--round", "--lang", "en", "check", "--"]
        ),
        st.text(max_size=8),
    ),
    max_size=7,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(ARGUMENTS)
def test_any_words_end_with_0_1_or_2(patuh: Patuh, tmp_path: Path, words: list[str]) -> None:
    if words[:1] in (["demo"], ["new"]):
        return  # would write where the words say
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        said = patuh(*words)
    finally:
        os.chdir(before)
    assert said.code in (0, 1, 2)
    assert "terduga" not in said.err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["instrument", "units", "name", "answers", "products", "value", "agencies", "key"]
            )
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)
@given(document=JSON)
def test_any_json_is_scored_or_a_problem(patuh: Patuh, tmp_path: Path, document: object) -> None:
    place = tmp_path / "any.json"
    if isinstance(document, dict):
        document = {"instrument": "uu25-14-komponen", **document}
    place.write_text(json.dumps(document))
    said = patuh("score", place, "--json")
    assert said.code in (0, 1)
    assert said.json.get("problem") != "program.fault"


@pytest.mark.slow
def test_the_installed_command_speaks_utf8_and_ends_with_its_code(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("patuh")
    bare = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [program, "version", "--json"], env=bare, capture_output=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["engine"]
    wrong = subprocess.run(
        [program, "check", str(tmp_path / "“tidak”.patuh")],
        env=bare,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert wrong.returncode == 1
    assert "“tidak”.patuh tidak ditemukan" in wrong.stderr.decode("utf-8")


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_fault(founded: Path) -> None:
    program = Path(sys.executable).with_name("patuh")
    line = f"{program} list history --json --office {founded} | head -c 5; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, timeout=120, text=True
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


@pytest.mark.slow
def test_no_command_loads_the_window(founded: Path) -> None:
    script = (
        "import sys; from desktop import commands;"
        f"commands.main(['list', 'agencies', '--office', {str(founded)!r}], show=lambda a: 0);"
        "print('PySide6' in sys.modules, 'reportlab' in sys.modules, 'openpyxl' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, timeout=120, text=True
    )
    assert done.stdout.splitlines()[-1] == "False False False"


def test_every_verb_is_told_in_the_docs() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text("utf-8")
    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| `")]
    told = {row.strip("`").split()[0] for row in rows}
    assert told >= commands.VERBS.keys()
