"""What an account may do, from the file `limits.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


class LimitRecordError(Exception):
    """The record of an account cannot be read."""

    def __init__(self, account: str, field: str) -> None:
        super().__init__(f"the limits of {account} cannot be read")
        self.account = account
        self.field = field


@dataclass(frozen=True)
class Limits:
    """What an account may do."""

    suspended: bool
    max_quantity: int


class LimitStore:
    """The limits of every account, read once. `ACC-1666` has a damaged record: what makes this service raise."""

    def __init__(self, path: Path) -> None:
        self._records: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))

    def of(self, account: str) -> Limits | None:
        """The limits of an account; None when it has none.

        Raises:
            LimitRecordError: when its record cannot be read; caused by the error of the conversion.
        """
        record = self._records.get(account)
        if record is None:
            return None
        try:
            return Limits(record["status"] == "suspended", int(record["max_quantity"]))
        except ValueError as error:
            raise LimitRecordError(account, "max_quantity") from error
