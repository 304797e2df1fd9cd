"""Bring the library to say all that it says about itself; the entries are on standard output and standard error."""

import agora_log


class RangeError(Exception):
    """What the handler of the other languages throws."""


class Broken:
    """A handler that fails twice."""

    name = "broken"
    failures = 2

    def write(self, line: bytes, level: int) -> None:  # noqa: ARG002 - what every handler is given
        """Fail, or do nothing."""
        self.failures -= 1
        if self.failures >= 0:
            raise RangeError(*["no room"])

    def flush(self, timeout: float) -> int:  # noqa: ARG002 - as above
        """Hold nothing."""
        return 0

    def close(self) -> None:
        """Do nothing."""


log = agora_log.get_logger("app")
log.info("before initialize")
agora_log.initialize(service_name="svc", console_format="json", handlers=[Broken()])
for text in ("fails", "fails", "works"):
    log.info(text)
agora_log.flush()
agora_log.shutdown()
log.info("dropped")
log.warning("after shutdown")
