"""The HTTP side of risk: `POST /checks`, and nothing else."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from checks import OrderToCheck, RiskAnswer, answer_check
from limits import LimitStore


class RiskServer(ThreadingHTTPServer):
    """Serves each request in a thread of its own; `server_close` waits for those under way."""

    daemon_threads = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], limits: LimitStore) -> None:
        super().__init__(address, _Handler)
        self.limits = limits
        self.requests = 0

    def process_request(self, request: Any, client_address: Any) -> None:
        """Count, in the one thread that accepts, then serve."""
        self.requests += 1
        super().process_request(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """One request. HTTP/1.0: a connection that stays open would keep `server_close` waiting."""

    server: RiskServer

    def do_POST(self) -> None:
        if self.path != "/checks":
            self._send(RiskAnswer(404, {"error": {"type": "NotFound", "message": "there is only /checks here"}}))
            return
        body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(answer_check(OrderToCheck(**body), headers, self.server.limits))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class named it
        """Say nothing on stderr: what is worth saying is in the log."""

    def _send(self, answer: RiskAnswer) -> None:
        body = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
