"""The check of one order against the limits of its account."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from agora_log import get_logger

from limits import LimitRecordError, LimitStore


class RiskCheckError(Exception):
    """An order could not be checked, for a reason that is not the order's."""

    def __init__(self, order_id: str) -> None:
        super().__init__(f"order {order_id} cannot be checked")


@dataclass(frozen=True)
class OrderToCheck:
    """The part of an order that risk looks at."""

    order_id: str
    account: str
    symbol: str
    quantity: int
    trader: str


@dataclass(frozen=True)
class RiskAnswer:
    """What risk answers: an HTTP status and the members of a JSON object."""

    status: int
    body: Mapping[str, object]


_log = get_logger("risk.checks")


def answer_check(order: OrderToCheck, headers: Mapping[str, str], limits: LimitStore) -> RiskAnswer:
    """Check an order and say in the log how it went. Never raises."""
    started = time.perf_counter()
    trace_id, parent_span_id = _trace_of(headers.get("traceparent", ""))
    log = _log.with_context(
        correlation_id=headers.get("x-correlation-id"),
        trace_id=trace_id,
        span_id=secrets.token_hex(8),
        order=asdict(order),
    )
    log.debug("Check received", api_key=headers.get("x-api-key"), parent_span_id=parent_span_id)
    try:
        reason = _reason_to_refuse(order, limits)
    except RiskCheckError as error:
        log.error("Check failed", error, duration_ms=_since(started))
        return RiskAnswer(500, {"error": {"type": type(error).__name__, "message": str(error)}})
    if reason is None:
        log.info("Risk approved", duration_ms=_since(started))
        return RiskAnswer(200, {"approved": True})
    log.warning("Risk refused", reason=reason, duration_ms=_since(started))
    return RiskAnswer(200, {"approved": False, "reason": reason})


def _reason_to_refuse(order: OrderToCheck, limits: LimitStore) -> str | None:
    try:
        granted = limits.of(order.account)
    except LimitRecordError as error:
        raise RiskCheckError(order.order_id) from error
    if granted is None:
        return "unknown account"
    if granted.suspended:
        return "account is suspended"
    if order.quantity > granted.max_quantity:
        return f"quantity is above the account's limit of {granted.max_quantity}"
    return None


def _trace_of(traceparent: str) -> tuple[str | None, str | None]:
    parts = traceparent.split("-")
    return (parts[1], parts[2]) if len(parts) == 4 else (None, None)


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 3)
