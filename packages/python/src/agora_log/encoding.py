"""The encoder by itself: entries as bytes, with time, place and identity given by the caller.

A logger needs none of this. It is for adapters that have entries of their own, and for tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from agora_log._encode import Call, encode, make_head
from agora_log._gen.tables import LIMIT_ENTRY_BYTES, LIMIT_ENTRY_BYTES_MAX, LIMIT_ENTRY_BYTES_MIN, LIMIT_SERVICE_CHARS
from agora_log._layers import NO_LAYERS, merge
from agora_log._levels import LogLevel, parse_level
from agora_log._minimal import encode_minimal
from agora_log._numbers import float_text, int_text
from agora_log._redact import Policy
from agora_log._redact_options import redaction_violations
from agora_log._site import UNKNOWN, make_site
from agora_log._text import repair
from agora_log.errors import ConfigError, Violation

__all__ = ["Encoder", "format_number"]

_NANOSECONDS_PER_MICROSECOND: Final = 1000


class Encoder:
    """Writes entries of one service as canonical lines (wire format 1.0). Immutable; threads may share it."""

    __slots__ = ("_head", "_source_root")

    def __init__(  # noqa: PLR0913 - the fields of the configuration that the encoder obeys
        self,
        *,
        service: str,
        environment: str | None = None,
        version: str | None = None,
        host: str | None = None,
        logger_name: str | None = None,
        max_entry_bytes: int = LIMIT_ENTRY_BYTES,
        strip_ansi: bool = True,
        redact_enabled: bool = True,
        redact_fields: Iterable[str] = (),
        redact_replace_defaults: bool = False,
        redact_patterns: Mapping[str, Any] | None = None,
        redact_masks: Mapping[str, Mapping[str, Any]] | None = None,
        source_root: str = "",
    ) -> None:
        """Fix what is the same in every entry.

        Args:
            service: Name of the service, 1 to 128 code points.
            environment: `development`, `staging` or `production`; not checked here.
            version: Semantic version of the service; not checked here.
            host: Name of the host, cut at 256 bytes; nothing is filled in.
            logger_name: Name of the logger, cut at 256 bytes.
            max_entry_bytes: Longest line with its line feed, 4,096 to 256,000 bytes.
            strip_ansi: Take escape sequences of terminals out of `message`.
            redact_enabled: Hide the values of members whose names say that they are secret, and secrets in texts.
            redact_fields: Further names to hide, compared word by word.
            redact_replace_defaults: Hide only `redact_fields`.
            redact_patterns: Built-in patterns by name, on or off, and own ones: `{"pattern": ..., "ignore_case": False,
                "replacement": "[REDACTED]"}` by a name of one's own.
            redact_masks: Names whose values are shown in part: `{"show_last": 4, "mask_char": "*", "email": False}`.
            source_root: Folder that is taken off the front of `file`; empty: base names only.

        Raises:
            ConfigError: `service` or `max_entry_bytes` is out of its range, or a pattern or mask is not valid.
        """
        violations = []
        if not 1 <= len(repair(service)) <= LIMIT_SERVICE_CHARS:
            expected = f"a string of 1 to {LIMIT_SERVICE_CHARS} characters"
            violations.append(Violation("service", service, "code", expected, "use a string of this length"))
        if not LIMIT_ENTRY_BYTES_MIN <= max_entry_bytes <= LIMIT_ENTRY_BYTES_MAX:
            expected = f"an integer from {LIMIT_ENTRY_BYTES_MIN} to {LIMIT_ENTRY_BYTES_MAX}"
            remedy = "use a number in this range"
            violations.append(Violation("max_entry_bytes", max_entry_bytes, "code", expected, remedy))
        patterns, masks = redact_patterns or {}, redact_masks or {}
        redact_fields = tuple(redact_fields)
        violations += redaction_violations(fields=redact_fields, patterns=patterns, masks=masks)
        if violations:
            raise ConfigError(tuple(violations))
        self._source_root = source_root
        self._head = make_head(
            service=service,
            environment=environment,
            version=version,
            host=host,
            logger_name=logger_name,
            policy=Policy(
                enabled=redact_enabled,
                fields=redact_fields,
                replace_defaults=redact_replace_defaults,
                patterns=patterns,
                masks=masks,
            ),
            strips_ansi=strip_ansi,
            max_entry_bytes=max_entry_bytes,
        )

    def encode(  # noqa: PLR0913 - the parts of an entry
        self,
        *,
        level: LogLevel | str | int,
        message: object,
        time_ns: int,
        file: object = UNKNOWN,
        line: object = 0,
        function: object = UNKNOWN,
        bound: Sequence[Mapping[Any, object]] = (),
        context: Mapping[Any, object] | None = None,
        error: object = None,
        entry_id: str | None = None,
        sampling_rate: object = None,
    ) -> bytes:
        """Write one entry.

        Args:
            level: Level by name, alias or number.
            message: Text; None is empty, a number its digits, an error its message, anything else canonical JSON.
            time_ns: Nanoseconds since 1970, floored to microseconds; clamped to the years 0001 to 9999.
            file: Path of the source file; a base name, or a path relative to the source root, is made of it.
            line: Line in that file, 0 to 4,294,967,295; anything else is 0.
            function: Bare name of the function.
            bound: Layers of context, the outermost first.
            context: Context of the call, which goes above the layers.
            error: An exception, an ExceptionInfo, or any value that stands where an error may; None for none.
            entry_id: UUID of version 7; not checked here.
            sampling_rate: Rate below 1 at which entries like this one survive; a float between 0 and 1, else absent.

        Returns:
            The line with its line feed. Whatever the values do, it is one valid entry.

        Raises:
            AgoraError: The level does not exist (code AGORA_LEVEL).
        """
        call = Call(
            microseconds=time_ns // _NANOSECONDS_PER_MICROSECOND,
            level=parse_level(level).name,
            message=message,
            site=make_site(file, line, function, self._source_root),
            layers=NO_LAYERS,
            contexts=() if context is None else (context,),
            error=error,
            entry_id=entry_id,
            sampling_rate=sampling_rate,
        )
        try:
            for layer in bound:
                call.layers = merge(call.layers, layer)
            return encode(self._head, call)
        except Exception as fault:
            return encode_minimal(self._head, call, fault)


def format_number(value: float) -> str:
    """Write a number as the wire format does: `1`, `1e+21`, `0` for -0, `NaN`; integers as their digits.

    Args:
        value: A float or an integer of up to 100,000 digits.

    Raises:
        ValueError: The integer is longer.
    """
    return int_text(value) if isinstance(value, int) else float_text(value)
