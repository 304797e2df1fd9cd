"""An error as plain data, for errors that come from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class ExceptionInfo:
    """An error that is not a Python exception: reported by another process, read from a message.

    A logger takes it wherever it takes an exception. Texts are cut to their limits when they are written
    (`type` 256 bytes, `message` 8,192, `stacktrace` 16,384); a chain of causes holds at most 8 errors, `errors` 16.

    Attributes:
        type: Name of the kind of error; `Error` where it is empty.
        message: What went wrong.
        stacktrace: Where it went wrong, as text; None or empty where that is unknown.
        properties: The error's own further members, such as a code or a status.
        cause: What caused it: an exception, another ExceptionInfo, or any value; None where there is none.
        errors: The errors that it bundles.
    """

    type: str
    message: str
    stacktrace: str | None = None
    properties: Mapping[str, object] | None = None
    cause: object = None
    errors: Sequence[object] = field(default=())
