"""Programs of a few lines, run to their end in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

SETUP = "import agora_log, sys, os, signal, threading, time\n"
"""What every program begins with."""


def run(code: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a program of a service named `svc` whose console is JSON, and return how it ended."""
    environ = {"PATH": os.environ["PATH"], "SERVICE_NAME": "svc", "LOG_CONSOLE_FORMAT": "json"} | options.pop("env", {})
    options = {"capture_output": True, "check": False, "timeout": 60} | options
    done: Any = subprocess.run(  # noqa: PLW1510 - in the options
        [sys.executable, "-W", "error", "-c", SETUP + code], env=environ, **options
    )
    return done  # type: ignore[no-any-return]
