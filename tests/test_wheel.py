"""The wheel as users get it: built, installed alone in an empty environment, and used outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OFFLINE = ("Temporary failure", "Connection", "No module named pip")

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("VANKIEN_SKIP_WHEEL")),
    reason="VANKIEN_SKIP_WHEEL is set: the slow test of the wheel is left out",
)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("VANKIEN", "PYTHON", "VIRTUAL"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=outside,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pip(python: Path | str, *arguments: str | Path, cwd: Path) -> None:
    """Run pip; skip the test where no registry can be reached, fail it on any other error."""
    done = run(python, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
    if done.returncode and any(sign in done.stderr for sign in OFFLINE):
        pytest.skip(f"no pip, or no package registry in reach: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    python = folder / "build" / "bin" / "python"
    venv.create(folder / "build", with_pip=True)
    pip(python, "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("vankien-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `vankien` command of an environment in which nothing but the wheel was asked for."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True)
    pip(folder / "bin" / "python", "install", "-q", "-c", ROOT / ".ci" / "requirements.txt", wheel, cwd=folder)
    return folder / "bin" / "vankien"


def test_the_wheel_holds_the_data_folders(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel).namelist()
    for folder in ("ontology", "shapes", "queries"):
        expected = {path.name for path in (ROOT / folder).iterdir() if path.suffix in (".ttl", ".rq")}
        assert {Path(name).name for name in inside if name.startswith(f"vankien/{folder}/")} >= expected
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"vankien"}


@pytest.mark.skipif(sys.platform == "win32", reason="the scripts of an environment lie elsewhere")
def test_the_wheel_alone_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "example", tmp_path / "example")
    shown = run(installed, "--help", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "build" in shown.stdout
    built = run(installed, "build", "example", "-o", "store", cwd=tmp_path)
    assert built.returncode in (0, 1), built.stderr
    answered = run(installed, "query", "congress-targets", "--store", "store", cwd=tmp_path)
    assert answered.returncode == 0, answered.stderr
    assert "GRDP" in answered.stdout
