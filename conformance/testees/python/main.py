"""Drives agora-log for the conformance suite: ATP/1 on standard input and output."""

import base64
import hashlib
import json
import platform
import signal
import struct
import sys
import traceback
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import reduce
from pathlib import Path

import agora_log
from agora_log.encoding import Encoder, format_number

CAPABILITIES = """batch cycle date.us decimal encode f32 int.big keys.nonstring map.duplicates message.any numbers set
str.u16 str.u8 throwing time.wide""".split()
ENCODERS = {}

class UnsupportedError(Exception):
    """Python has no such value."""

class Pairs(dict):
    """A mapping that holds what a dict cannot: a key twice, or keys that Python takes for equal."""

    def __len__(self):
        return len(self.pairs)

    def items(self):
        return iter(self.pairs)

def build(typed, around=()):
    """Make the value that a typed value describes; `around` holds the containers outside it, the outermost first."""
    if typed is None or isinstance(typed, (bool, str)):
        return typed
    if isinstance(typed, list):
        return build_list(typed, around)
    if typed["t"] not in MAKERS or "invalid" in typed:
        raise UnsupportedError({"hole": "hole", "date": "date.invalid"}.get(typed["t"], "undef"))
    return MAKERS[typed["t"]](typed, around)

def build_list(elements, around):
    values = []
    return values.extend(build(element, (*around, values)) for element in elements) or values

def build_map(typed, around):
    keys = [build(key) for key, _ in typed["e"]]
    values = {} if len(set(keys)) == len(keys) else Pairs()
    pairs = list(zip(keys, [build(value, (*around, values)) for _, value in typed["e"]], strict=True))
    vars(values).update(pairs=pairs) if isinstance(values, Pairs) else values.update(pairs)
    return values

def build_text(typed, _):
    if "u8" in typed:
        return bytes.fromhex(typed["u8"]).decode(errors="replace")
    # Each unit by itself: surrogate pairs stay apart, as Python can hold them.
    return "".join(map(chr, struct.unpack(f">{len(typed['u16']) // 4}H", bytes.fromhex(typed["u16"]))))

def build_error(typed, around):
    info = agora_log.ExceptionInfo(typed["type"], build(typed["message"]), build(typed.get("stack")))
    info.properties = {build(key): build(value, (*around, info)) for key, value in typed.get("props", ())}
    info.cause = build(typed.get("cause"), (*around, info))
    info.errors = build(typed.get("errors", []), (*around, info))
    return info

def build_deep(typed, _):
    wrap, innermost = (lambda inner, _: [inner], []) if typed["kind"] == "arr" else (lambda inner, _: {"d": inner}, {})
    return reduce(wrap, range(typed["n"] - 1), innermost)

def fail(name):
    raise type(name, (Exception,), {})

MAKERS = {
    **dict.fromkeys(("i64", "u64", "big"), lambda typed, _: int(typed["v"])),
    "f64": lambda typed, _: struct.unpack(">d", bytes.fromhex(typed["bits"]))[0],
    "f32": lambda typed, _: struct.unpack(">f", bytes.fromhex(typed["bits"]))[0],
    "str": build_text,
    "repeat": lambda typed, _: typed["s"] * typed["n"],
    "map": build_map,
    "arr": lambda typed, around: build_list(typed["e"], around),
    "set": lambda typed, around: set(build_list(typed["e"], around)),
    "bytes": lambda typed, _: bytes.fromhex(typed["hex"]),
    "date": lambda typed, _: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(typed["ns"]) // 1000),
    "cycle": lambda typed, around: around[-typed["up"]],
    "throwing": lambda typed, _: type("Throwing", (), {"__str__": lambda _: fail(typed["name"])})(),
    "decimal": lambda typed, _: Decimal(typed["v"]),
    "error": build_error,
    "deep": build_deep,
    "many": lambda typed, _: dict.fromkeys((f"{typed['prefix']}{i:06d}" for i in range(typed["n"])), build(typed["v"])),
    "list": lambda typed, around: [build(typed["v"], around)] * typed["n"],
}

def encode(config, given):
    fixed = {name: value for name, value in config.items() if name not in ("clock", "entry_id", "sampling_rate")}
    if (key := json.dumps(fixed)) not in ENCODERS:
        redact = {f"redact_{name}": value for name, value in fixed.pop("redact", {}).items()}
        texts = {name: build(value) for name, value in fixed.items() if not isinstance(value, int)}
        ENCODERS[key] = Encoder(**fixed | texts | redact)
    return ENCODERS[key].encode(
        **{name: build(given.get(name)) for name in ("message", "file", "function", "context", "error")},
        level=given["level"], line=given["line"] if isinstance(given["line"], int) else build(given["line"]),
        bound=[build(layer) for layer in given.get("bound", ())], time_ns=int(config["clock"]["ns"]),
        entry_id=build(config.get("entry_id")), sampling_rate=build(config.get("sampling_rate")),
    )

def digest(lines):
    data = b"".join(lines)
    return {"digest": {"sha256": hashlib.sha256(data).hexdigest(), "count": len(lines), "bytes": len(data)}}

def perform(case):
    kind = case.get("kind", "encode")
    if kind == "encode":
        return {"bytes_b64": base64.b64encode(encode(case["config"], case["input"])).decode()}
    if kind == "batch":
        return digest([encode(entry.get("config", case["config"]), entry) for entry in case["entries"]])
    if kind != "numbers":
        return {"unsupported": {"capability": "proto"}}
    doubles = [(bits.lstrip("0") or "0", struct.unpack(">d", bytes.fromhex(bits))[0]) for bits in case["bits"]]
    return digest([f"{bits},{format_number(double)}\n".encode() for bits, double in doubles])

def outcome(request):
    try:
        return perform(request["case"]) if request["cmd"] == "run" else {"observed": {}}
    except UnsupportedError as lacking:
        return {"unsupported": {"capability": str(lacking)}}
    except agora_log.AgoraError as refused:
        return {"rejected": {"code": refused.code, "message": str(refused)}}
    except Exception as error:
        return {"error": {"message": repr(error), "trace": traceback.format_exc()}}

def hello():
    files = sorted(Path(agora_log.__file__).parent.rglob("*.py"))
    return {
        "sdk": "agora-log", "version": agora_log.__version__, "language": "python", "deps": {}, "max_in_flight": 1,
        "artifact": hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest(),
        "runtime": f"python {platform.python_version()}", "source_root": str(Path(__file__).parent),
        "capabilities": CAPABILITIES, "limits": {"depth": 16, "bytes": 31_999},
    }

sys.set_int_max_str_digits(0)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
for request in map(json.loads, sys.stdin.buffer):
    answer = {"hello": hello()} if request["cmd"] == "hello" else {"outcome": outcome(request)}
    sys.stdout.write(f"@agora1 {json.dumps({'seq': request['seq'], **answer})}\n")
    sys.stdout.flush()
    if request["cmd"] == "stop":
        break
