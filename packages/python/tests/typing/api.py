"""What users write, as type checkers see it. Never run: `mypy` reads it, and an ignore that is not needed fails."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import assert_type

import agora_log
from agora_log.encoding import Encoder, format_number
from agora_log.handlers import ConsoleHandler, FileHandler, Handler


class Counter:
    """A handler of a user, who inherits nothing."""

    name = "counter"

    def __init__(self) -> None:
        self.lines = 0

    def write(self, line: bytes, level: int) -> None:
        """Count."""
        self.lines += 1

    def flush(self, timeout: float) -> int:
        """Hold nothing."""
        return 0

    def close(self) -> None:
        """Close nothing."""


class Incomplete:
    """No handler: it cannot be flushed."""

    name = "incomplete"

    def write(self, line: bytes, level: int) -> None:
        """Take a line."""


handler: Handler = Counter()
handlers: list[Handler] = [handler, FileHandler("/tmp/x.log"), ConsoleHandler("text", colors=False)]  # noqa: S108
wrong_handler: Handler = Incomplete()  # type: ignore[assignment]

agora_log.initialize(service_name="svc")
agora_log.initialize(
    service_name="svc",
    environment="prod",
    level="warn",
    file_path=Path("/var/log/app.log"),
    default_context={"region": "eu"},
    redact_fields=["iban"],
    handlers=handlers,
    clock=time.time_ns,
)
agora_log.initialize(agora_log.LogConfig(service_name="svc", level=agora_log.LogLevel.DEBUG), level=40)
agora_log.initialize(agora_log.LogConfig.from_env("svc"))
agora_log.initialize(service="svc")  # type: ignore[call-arg]
agora_log.initialize(service_name=5)  # type: ignore[arg-type]
agora_log.initialize(environment="qa")  # type: ignore[arg-type]
agora_log.LogConfig(level_name="x")  # type: ignore[call-arg]
agora_log.LogConfig(service_name="svc").level = "x"  # type: ignore[misc]

log = agora_log.get_logger("a.b")
assert_type(log, agora_log.Logger)
log.info("m")
log.info("m", level="gold", message="x", self=1, context={})
log.info("m", {"a": 1})
log.error("m", ValueError(), {"a": 1}, b=[1, {"c": None}])
log.error(ValueError())
log.exception("m")
log.critical("m", agora_log.ExceptionInfo("E", "m", cause=ValueError(), errors=["x"]))
log.warning()
log.warn("m", a=1)  # noqa: G010 - an alias of ours, which is not deprecated
log.info("m", 1, 2, 3)
log.info(message="m")

child = log.with_context({"a": 1}, b=2)
assert_type(child, agora_log.Logger)
assert_type(child.is_enabled("info"), bool)
assert_type(child.is_enabled(logging.INFO), bool)
assert_type(child.name, str)
assert_type(agora_log.flush(), int)
assert_type(agora_log.shutdown(timeout=1.0), int)
assert_type(agora_log.dropped_entries(), int)

try:
    agora_log.initialize(level="LOUD")
except agora_log.ConfigError as error:
    assert_type(error.code, str)
    assert_type(error.violations[0].remedy, str)

encoder = Encoder(service="svc", redact_fields=("iban",))
line = encoder.encode(level="INFO", message={"a": 1}, time_ns=0, context={1: 2}, bound=[{"a": 1}], error="text")
assert_type(line, bytes)
assert_type(format_number(1), str)
Encoder()  # type: ignore[call-arg]
