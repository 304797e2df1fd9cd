"""The risk service of the trading floor: may this account place this order?"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import threading
from pathlib import Path
from queue import SimpleQueue

import agora_log

from limits import LimitStore
from server import RiskServer


def main() -> None:
    """Serve until SIGTERM, SIGINT or, where asked for, the end of stdin."""
    options = _options()
    agora_log.initialize(service_name="risk", version="1.0.0", default_context={"desk": "floor"})
    log = agora_log.get_logger("risk")
    stopped = _StopRequest(watch_stdin=options.stop_with_stdin)
    server = RiskServer((options.host, options.port), LimitStore(Path(__file__).with_name("limits.json")))
    serving = threading.Thread(target=server.serve_forever, args=(0.05,))
    serving.start()
    runtime = f"python {platform.python_version()}"
    log.info("Service started", pid=os.getpid(), port=server.server_port, runtime=runtime)
    print(f"ready port={server.server_port}", flush=True)

    reason = stopped.wait()
    server.shutdown()
    serving.join()
    server.server_close()
    log.info("Service stopped", requests=server.requests, reason=reason)
    agora_log.shutdown()


class _StopRequest:
    """Waits for the first request to end."""

    def __init__(self, *, watch_stdin: bool) -> None:
        # A SimpleQueue may be put to from a signal handler, even while the same thread waits on it.
        self._reasons: SimpleQueue[str] = SimpleQueue()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda received, _frame: self._reasons.put(signal.Signals(received).name))
        if watch_stdin:
            threading.Thread(target=self._watch_stdin, daemon=True).start()

    def wait(self) -> str:
        """Wait; returns `SIGTERM`, `SIGINT` or `stdin`."""
        return self._reasons.get()

    def _watch_stdin(self) -> None:
        # The descriptor, not sys.stdin: its lock, held by a daemon thread, would abort the interpreter's shutdown.
        while os.read(0, 4096):
            pass
        self._reasons.put("stdin")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="risk", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=4391)
    parser.add_argument("--stop-with-stdin", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
