"""Time on the wire: microseconds since 1970 as 27 bytes in UTC."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - aware arithmetic would cost more and say the same
_EPOCH_DAY: Final = _EPOCH.toordinal()
_FIRST: Final = -62_135_596_800_000_000
_LAST: Final = 253_402_300_799_999_999
_MICROSECONDS_PER_SECOND: Final = 1_000_000

# The second that was written last, with its text. One tuple, so that threads never see halves of two seconds.
_last_second: tuple[int, str] = (0, "1970-01-01T00:00:00.")


def timestamp(microseconds: int) -> str:
    """Write a time as `YYYY-MM-DDTHH:MM:SS.ffffffZ`, clamped to the years 0001 to 9999.

    Args:
        microseconds: Microseconds since 1970, negative before.
    """
    global _last_second  # noqa: PLW0603 - a cache of one second, shared on purpose
    second, fraction = divmod(min(max(microseconds, _FIRST), _LAST), _MICROSECONDS_PER_SECOND)
    known, text = _last_second
    if second != known:
        text = (_EPOCH + timedelta(seconds=second)).isoformat() + "."
        _last_second = (second, text)
    return f"{text}{fraction:06d}Z"


def datetime_microseconds(value: datetime) -> int | None:
    """Return the microseconds since 1970 of a datetime; one without a time zone is UTC.

    The result may lie outside the years 0001 to 9999. It is None for a subclass that stands for no time, as the
    NaT of pandas does, whose year is not a number. Raises whatever the time zone raises.
    """
    if value.year != value.year:
        return None
    days = value.toordinal() - _EPOCH_DAY
    seconds = ((days * 24 + value.hour) * 60 + value.minute) * 60 + value.second
    offset = value.utcoffset()
    shift = 0 if offset is None else offset // timedelta(microseconds=1)
    return seconds * _MICROSECONDS_PER_SECOND + value.microsecond - shift
