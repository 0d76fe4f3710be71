"""The command itself: help, version, unknown commands, interrupted runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hsplan import __version__
from hsplan.cli.app import COMMANDS, main
from hsplan.cli.running import use_colour
from tests.conftest import ROOT, Build, Run


def test_version(hsplan: Run) -> None:
    assert hsplan("--version") == (0, f"hsplan {__version__}\n", "")


def test_help_lists_every_command_with_its_sentence(hsplan: Run) -> None:
    result = hsplan("--help")
    assert result.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in result.out
    assert "hsplan lint plans/" in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_two_examples(hsplan: Run, command: str) -> None:
    result = hsplan(command, "-h")
    assert result.code == 0
    assert result.out.count(f"    hsplan {command}") == 2


def test_an_unknown_command_gets_a_suggestion(hsplan: Run) -> None:
    assert hsplan("lnt") == (2, "", 'Error: "lnt" is not a command. Did you mean "lint"?\n')


def test_an_unknown_option_is_wrong_usage(hsplan: Run) -> None:
    result = hsplan("lint", "--selct")
    assert (result.code, result.out) == (2, "")
    assert "--select" in result.err


def test_python_m_hsplan_works() -> None:
    done = subprocess.run([sys.executable, "-m", "hsplan", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"hsplan {__version__}\n"


def test_a_fault_of_our_own_is_one_line_and_three(hsplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("hsplan.cli.app.command_module", broken)
    result = hsplan("list")
    assert result.code == 3
    assert result.err.count("\n") == 1
    assert "RuntimeError: two lines" in result.err
    assert result.err.startswith(f"Error: hsplan {__version__} went wrong: ")


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("when", ["auto", "always", "never"])
def test_a_console_of_windows_is_told_to_show_colours(when: str, there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    colorama = SimpleNamespace(just_fix_windows_console=lambda: told.append("told")) if there else None
    monkeypatch.setitem(sys.modules, "colorama", colorama)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: True))
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert use_colour(when, "") == (when == "always" or (when == "auto" and there))
    assert told == (["told"] if there and when != "never" else [])
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: False))
    assert not use_colour("auto", "")


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hsplan.cli.app.command_module", interrupted)
    with pytest.raises(SystemExit) as stop:
        main(["list"])
    assert stop.value.code == 130
    assert capsys.readouterr().err == "Stopped; no file is half written.\n"


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another thing on Windows")
def test_a_closed_pipe_is_quiet() -> None:
    command = f'"{sys.executable}" -m hsplan lint plans --as-at 2013-12-31 | head -n 1'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
def test_a_signal_in_the_midst_leaves_nothing_half_written(build: Build) -> None:
    folder = build({"plans/p.yaml": "hsplan: 1\n"})
    code = (
        # A job in the background is started deaf to Ctrl-C, and so would be whatever it starts.
        "import os, signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from hsplan.workspace import output\n"
        "def replace(*_): os.kill(os.getpid(), signal.SIGINT)\n"
        "output.os = type('os', (), {**vars(os), 'replace': staticmethod(replace)})\n"
        "from hsplan.cli.app import main\nmain(['lint', '--output', 'found.txt'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr == "Stopped; no file is half written.\n"
    assert [path.name for path in folder.iterdir()] == ["plans"]


def test_letters_go_through_a_pipe_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "é.yaml").write_bytes("“curly”: 1\n".encode())
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "hsplan", "lint", "é.yaml"],
        cwd=tmp_path,
        capture_output=True,
        env=environment,
        check=False,
    )
    assert "“curly”" in done.stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")
@pytest.mark.parametrize(("where", "code", "said"), [(">&-", 0, ""), ("> /dev/full", 2, "cannot be written")])
def test_a_result_that_cannot_be_printed(where: str, code: int, said: str) -> None:
    command = f'"{sys.executable}" -m hsplan status plans/west-kent-2010.yaml {where}'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["plans/example-2013.yaml", "hsplan.toml"])
def test_no_result_is_written_over_a_plan_or_the_settings(hsplan: Run, build: Build, name: str) -> None:
    plan = "hsplan: 1\nid: example-2013\ntitle: x\nperiod: {from: 2013-04-01, to: 2014-03-31}\n"
    folder = build({"plans/example-2013.yaml": plan, "hsplan.toml": ""})
    before = (folder / name).read_bytes()
    for command in (["list"], ["status"], ["report", "example-2013"], ["lint"]):
        result = hsplan(*command, "--output", name, cwd=folder)
        assert (result.code, "Choose another name." in result.err) == (2, True), command
        assert (folder / name).read_bytes() == before
