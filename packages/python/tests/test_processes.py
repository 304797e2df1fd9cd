"""Whole programs: how they end, how they fork, what interrupts them, what they share."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from entries import check
from programs import SETUP, run


def test_limited_file(tmp_path: Path) -> None:
    """A file that may not grow costs the lines that do not fit, and they are on standard error."""
    path = tmp_path / "app.log"
    code = f"""
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
agora_log.initialize(file_path={str(path)!r}, console_enabled=False)
for number in range(10):
    agora_log.get_logger().info("m", number=number)
"""
    done = run(code)
    in_file = path.read_bytes().split(b"\n")
    on_stderr = [
        entry["context"]["number"]
        for entry in map(json.loads, done.stderr.splitlines())
        if "number" in entry["context"]
    ]

    assert done.returncode == 0
    assert path.stat().st_size == 1000
    numbers = [json.loads(line)["context"]["number"] for line in in_file[:-1]]
    assert numbers + on_stderr == list(range(10))


def test_closed_streams(tmp_path: Path) -> None:
    """With both standard streams closed a program runs to its end, and its file has everything."""
    path = tmp_path / "app.log"
    code = f"""
os.close(1); os.close(2)
agora_log.initialize(file_path={str(path)!r})
for number in range(5):
    agora_log.get_logger().error("m", number=number)
os._exit(7)
"""
    done = run(code)

    assert done.returncode == 7
    entries = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert [entry["context"]["number"] for entry in entries if entry["message"] == "m"] == list(range(5))
    assert [entry["context"]["code"] for entry in entries if entry["message"] != "m"] == ["AGORA_HANDLER_IO"]


@pytest.mark.parametrize("end", ["os._exit(0)", "sys.exit(0)", "1/0", "os.kill(os.getpid(), signal.SIGKILL)", "pass"])
def test_every_end(tmp_path: Path, end: str) -> None:
    """A line whose call has returned is in the file, however the program ends."""
    path = tmp_path / "app.log"
    code = f"""
agora_log.initialize(file_path={str(path)!r}, console_enabled=False)
for number in range(100):
    agora_log.get_logger().info("m", number=number)
{end}
"""
    run(code)

    assert [json.loads(line)["context"]["number"] for line in path.read_bytes().splitlines()] == list(range(100))


def test_fork(tmp_path: Path) -> None:
    """Children of a process whose threads log at that moment log too, and no line stands twice."""
    path = tmp_path / "app.log"
    code = f"""
agora_log.initialize(file_path={str(path)!r}, console_enabled=False)
log = agora_log.get_logger()
stop = threading.Event()
def work():
    number = 0
    while not stop.is_set():
        log.info("thread", number=number)
        number += 1
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
children = []
for child in range(10):
    pid = os.fork()
    if pid == 0:
        for number in range(20):
            log.info("child", child=child, number=number)
        os._exit(0)
    children.append(pid)
codes = [os.waitpid(pid, 0)[1] for pid in children]
stop.set()
for thread in threads: thread.join()
sys.exit(any(codes))
"""
    done = run(code, env={"PYTHONWARNINGS": "ignore"})
    entries = [check(line) for line in path.read_bytes().splitlines(keepends=True)]
    from_children = [
        (entry["context"]["child"], entry["context"]["number"]) for entry in entries if entry["message"] == "child"
    ]

    assert done.returncode == 0, done.stderr
    assert sorted(from_children) == [(child, number) for child in range(10) for number in range(20)]


def test_several_processes_and_threads(tmp_path: Path) -> None:
    """Four processes of two threads each share a file: every line is whole, and each keeps its order."""
    path = tmp_path / "app.log"
    code = f"""
agora_log.initialize(file_path={str(path)!r}, console_enabled=False)
def work(thread):
    for number in range(250):
        agora_log.get_logger().info("m" * 500, pid=os.getpid(), thread=thread, number=number)
threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
    processes = [subprocess.Popen([sys.executable, "-c", SETUP + code], env={"SERVICE_NAME": "svc"}) for _ in range(4)]
    assert [process.wait(timeout=60) for process in processes] == [0] * 4
    contexts = [check(line)["context"] for line in path.read_bytes().splitlines(keepends=True)]

    assert len(contexts) == 4 * 2 * 250
    by_writer: dict[tuple[int, int], list[int]] = {}
    for context in contexts:
        by_writer.setdefault((context["pid"], context["thread"]), []).append(context["number"])
    assert list(by_writer.values()) == [list(range(250))] * 8


def test_signal_handlers_may_log(tmp_path: Path) -> None:
    """A signal handler that logs while its thread logs does not stand in its own way."""
    path = tmp_path / "app.log"
    code = f"""
agora_log.initialize(file_path={str(path)!r}, console_enabled=False)
log = agora_log.get_logger()
seen = []
def handle(number, frame):
    log.info("signal")
    seen.append(1)
signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
end = time.monotonic() + 1
while time.monotonic() < end:
    log.info("m")
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(seen))
"""
    done = run(code)
    messages = [check(line)["message"] for line in path.read_bytes().splitlines(keepends=True)]

    assert done.returncode == 0, done.stderr
    assert messages.count("signal") == int(done.stdout) > 10
