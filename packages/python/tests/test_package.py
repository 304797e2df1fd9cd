"""The package as a whole: its public names, its documents, what is installed from its wheel."""

from __future__ import annotations

import ast
import importlib.metadata
import inspect
import json
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

import agora_log
import agora_log.config
import agora_log.encoding
import agora_log.errors
import agora_log.handlers
import agora_log.logger
from agora_log._gen.tables import LEVEL_NUMBERS
from entries import check

PACKAGE = Path(__file__).parent.parent
SOURCES = sorted((PACKAGE / "src").rglob("*.py"))
PUBLIC = [
    agora_log,
    agora_log.config,
    agora_log.encoding,
    agora_log.errors,
    agora_log.handlers,
    agora_log.logger,
]


def test_public_names() -> None:
    """The names that users may import are these; another one is a decision, not an accident."""
    assert {module.__name__: module.__all__ for module in PUBLIC} == {
        "agora_log": [
            "AgoraError", "ConfigError", "ExceptionInfo", "LogConfig", "LogLevel", "Logger", "__version__",
            "dropped_entries", "flush", "get_logger", "initialize", "shutdown",
        ],
        "agora_log.config": ["ConfigFields", "LogConfig"],
        "agora_log.encoding": ["Encoder", "format_number"],
        "agora_log.errors": ["AgoraError", "ConfigError", "Violation"],
        "agora_log.handlers": ["ConsoleHandler", "FileHandler", "Handler"],
        "agora_log.logger": ["Logger", "get_logger"],
    }  # fmt: skip


@pytest.mark.parametrize("module", PUBLIC, ids=lambda module: module.__name__)
def test_documents(module: ModuleType) -> None:
    """Every public name says what it is, and so does every public method of it."""
    for name in module.__all__:
        thing = getattr(module, name)
        if name == "__version__":
            continue
        assert inspect.getdoc(thing), name
        for method, value in vars(thing).items() if inspect.isclass(thing) else ():
            assert method.startswith("_") or not callable(value) or inspect.getdoc(value), f"{name}.{method}"


def test_levels_are_those_of_the_tables() -> None:
    """The enumeration of levels is the generated table."""
    assert {level.name: level.value for level in agora_log.LogLevel} == LEVEL_NUMBERS


def test_imports_of_the_standard_library_only() -> None:
    """The package imports nothing but itself and the standard library."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                top = name.partition(".")[0]
                assert top == "agora_log" or top in sys.stdlib_module_names, f"{source}: {name}"
    assert len(SOURCES) > 30


def test_import_does_nothing() -> None:
    """Importing the package opens, writes and starts nothing, and takes no heavy modules along."""
    code = (
        "import sys, os, threading; before = set(os.listdir('/proc/self/fd')); import agora_log\n"
        "assert set(os.listdir('/proc/self/fd')) == before\n"
        "assert threading.active_count() == 1\n"
        "print(*({'asyncio', 'logging', 'inspect', 'http', 'email', 'typing_extensions'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout.split() in ([], ["inspect"])
    assert done.stderr == ""


def test_readme() -> None:
    """The program of the README runs and writes what it shows."""
    text = (PACKAGE / "README.md").read_text()
    program = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    shown = json.loads(re.findall(r"```json\n(.*?)```", text, re.DOTALL)[0])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env={})
    first, second = (check(line) for line in done.stdout.splitlines(keepends=True))

    assert list(first) == list(shown)
    assert {name for name in first if first[name] != shown[name]} == {"timestamp", "file", "host"}
    assert second["exception"]["type"] == "KeyError"
    assert second["correlation_id"].startswith("0192f3a1")
    assert second["context"] == {"symbol": "AAPL"}


def test_versions() -> None:
    """The version is the same wherever it is written."""
    assert agora_log.__version__ == json.loads((PACKAGE / "package.json").read_text())["version"]
    assert agora_log.__version__ == importlib.metadata.version("agora-log")


def test_wheel(tmp_path: Path) -> None:
    """The wheel holds the package and nothing else, and logs a line from an environment that has nothing else."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, check=True, cwd=PACKAGE, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(f"agora_log-{agora_log.__version__}.dist-info/METADATA").decode()

    assert wheel.name == f"agora_log-{agora_log.__version__}-py3-none-any.whl"
    assert "agora_log/py.typed" in names
    assert {str(source.relative_to(PACKAGE / "src")) for source in SOURCES} == {
        name for name in names if name.endswith(".py")
    }
    assert {name.partition("/")[0] for name in names} == {"agora_log", f"agora_log-{agora_log.__version__}.dist-info"}
    assert "Requires-Dist" not in metadata
    assert "Requires-Python: >=3.11" in metadata

    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True, capture_output=True)
    code = "import agora_log; agora_log.initialize(service_name='svc'); agora_log.get_logger('a').info('m', n=1)"
    done = subprocess.run([str(python), "-I", "-c", code], check=True, capture_output=True, env={})

    assert check(done.stdout)["context"] == {"n": 1}
    assert done.stderr == b""
