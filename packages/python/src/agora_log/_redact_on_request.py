"""Built-in patterns that are off by default."""

from __future__ import annotations

import re
from typing import Final

from agora_log._spans import Span, start_of_run

_ALPHANUMERIC: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_AWS_KEY: Final = re.compile("(?<![A-Za-z0-9])(?:A[KS]IA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])")
_IPV4: Final = re.compile(r"(?<![A-Za-z0-9_.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![A-Za-z0-9_]|\.[0-9])")
_LARGEST_BYTE: Final = 255
_LOCAL_PART: Final = _ALPHANUMERIC + "._%+'-"
_DOMAIN: Final = re.compile("[A-Za-z0-9.-]*+")
_LAST_LABEL: Final = re.compile("[A-Za-z]{2,}+")
_IBAN_START: Final = re.compile("(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?= ?[A-Z0-9])")
_IBAN_REST: Final = re.compile("(?: ?[A-Z0-9]){0,30}+")
_IBAN_DIGITS: Final = {ord("A") + index: str(10 + index) for index in range(26)}
_SHORTEST_IBAN_REST: Final = 11
_IBAN_HEAD: Final = 4
_IBAN_MODULUS: Final = 97
_GROUP: Final = re.compile("[0-9]++")
_NEXT_GROUP: Final = re.compile("[ -]([0-9]++)")
_SHORTEST_CARD: Final = 13
_LONGEST_CARD: Final = 19


def find_aws_key(text: str, start: int) -> Span | None:
    """Find the id of an access key of AWS. Its secret can be told by its key only."""
    found = _AWS_KEY.search(text, start)
    return None if found is None else found.span()


def find_ipv4(text: str, start: int) -> Span | None:
    """Find an IP address of version 4: four numbers up to 255."""
    for found in _IPV4.finditer(text, start):
        if all(int(part) <= _LARGEST_BYTE for part in found[0].split(".")):
            return found.span()
    return None


def find_email(text: str, start: int) -> Span | None:
    """Find a mail address: a local part, and a domain with a dot."""
    at = text.find("@", start)
    while at >= 0:
        local = max(start, start_of_run(_LOCAL_PART, text, at))
        run = _DOMAIN.match(text, at + 1)
        domain = "" if run is None else run[0].rstrip(".-")
        dot = domain.rfind(".")
        if local < at and domain[:1].isalnum() and dot > 0 and _LAST_LABEL.fullmatch(domain, dot + 1):
            return local, at + 1 + len(domain)
        at = text.find("@", at + 1)
    return None


def find_iban(text: str, start: int) -> Span | None:
    """Find an account number by ISO 13616 with right check digits, its groups apart by one blank or not at all."""
    for found in _IBAN_START.finditer(text, start):
        end = _end_of_iban(text, found.start())
        if end:
            return found.start(), end
    return None


def find_credit_card(text: str, start: int) -> Span | None:
    """Find the number of a payment card: 13 to 19 digits from 2 to 6 on, with a right check digit."""
    for found in _GROUP.finditer(text, start):
        if _may_begin_card(text, found.start()):
            end = _end_of_card(text, found)
            if end:
                return found.start(), end
    return None


def _end_of_iban(text: str, start: int) -> int:
    """Return the end of the longest account number that begins at a place; 0 where none does."""
    first = start + _IBAN_HEAD
    found = _IBAN_REST.match(text, first)
    end = first if found is None else found.end()
    while end > first:
        rest = text[first:end].replace(" ", "")
        if len(rest) < _SHORTEST_IBAN_REST:
            return 0
        if not _is_in(_ALPHANUMERIC, text, end):
            number = (rest + text[start:first]).translate(_IBAN_DIGITS)
            if int(number) % _IBAN_MODULUS == 1:
                return end
        end = text.rfind(" ", first, end)
    return 0


def _may_begin_card(text: str, at: int) -> bool:
    return text[at] in "23456" and not (at > 0 and _is_in(_ALPHANUMERIC + "_.", text, at - 1))


def _end_of_card(text: str, first: re.Match[str]) -> int:
    """Return the end of the longest card number that begins with a group of digits; 0 where none does."""
    digits = first[0][: _LONGEST_CARD + 1]
    at = first.end()
    end = 0
    while len(digits) <= _LONGEST_CARD:
        if len(digits) >= _SHORTEST_CARD and not _is_in(_ALPHANUMERIC + "_", text, at) and _fits_luhn(digits):
            end = at
        group = _NEXT_GROUP.match(text, at)
        if group is None:
            break
        digits += group[1][: _LONGEST_CARD + 1]
        at = group.end()
    return end


def _fits_luhn(digits: str) -> bool:
    doubled = "".join(digit if place % 2 == 0 else str(2 * int(digit)) for place, digit in enumerate(reversed(digits)))
    return sum(map(int, doubled)) % 10 == 0


def _is_in(characters: str, text: str, at: int) -> bool:
    return at < len(text) and text[at] in characters
