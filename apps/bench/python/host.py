"""A host of the benchmark: reads requests on stdin and answers each with one line of JSON. See src/hosts/host.ts."""

from __future__ import annotations

import json
import platform
import sys
from base64 import b64encode
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from contenders import CONTENDERS, MISSING, Encode


def main() -> None:
    """Serve until stdin ends."""
    plan: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    shared = plan["shared"]
    prepared = {
        (workload["id"], contender.name): contender.prepare(shared, workload["entries"])
        for workload in plan["workloads"]
        for contender in CONTENDERS
    }
    _say(
        {
            "language": "Python",
            "runtime": f"{platform.python_implementation()} {platform.python_version()}",
            "contenders": [{"name": contender.name, "version": contender.version} for contender in CONTENDERS],
            "missing": MISSING,
        }
    )
    for request in sys.stdin:
        verb, workload, name, *entries = request.split()
        encode, variety = prepared[workload, name]
        if verb == "time":
            _say(_timed(encode, variety, shared["first_time_us"], int(entries[0])))
        else:
            lines = b"".join(encode(i, shared["first_time_us"] + i * 1000) for i in range(variety))
            _say({"base64": b64encode(lines).decode()})


def _timed(encode: Encode, variety: int, time_us: int, entries: int) -> dict[str, int]:
    size = 0
    start = perf_counter_ns()
    for i in range(entries):
        size += len(encode(i % variety, time_us + i * 1000))
    return {"ns": perf_counter_ns() - start, "bytes": size}


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
