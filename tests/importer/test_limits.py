"""What the reading process may use: the limits it asks of the system, and what it refuses itself."""

from __future__ import annotations

import ctypes
import signal
from types import SimpleNamespace

import pytest

from db.importer import limits

resource = pytest.importorskip("resource")


class Kernel:
    """Stands for a library of the system: notes what is called, and answers `unshare` as it is told."""

    def __init__(self, *answers: int) -> None:
        self.calls: list[tuple[object, ...]] = []
        self._answers = list(answers)

    def prctl(self, *numbers: int) -> int:
        self.calls.append(("prctl", *numbers))
        return 0

    def unshare(self, flags: int) -> int:
        self.calls.append(("unshare", flags))
        return self._answers.pop(0)


@pytest.fixture
def asked(monkeypatch):
    """The limits that were asked for, by their number; none is set."""
    found = {}
    monkeypatch.setattr(limits.resource, "setrlimit", found.__setitem__)
    return found


def on(monkeypatch, platform):
    """Let the module believe that it runs on `platform`; return its audit hooks."""
    hooks = []
    monkeypatch.setattr(limits, "sys", SimpleNamespace(platform=platform, addaudithook=hooks.append))
    return hooks


def use(monkeypatch, kernel):
    monkeypatch.setattr(limits.ctypes, "CDLL", lambda *_args, **_more: kernel)
    return kernel


def test_the_reading_process_binds_itself(monkeypatch, asked):
    hooks, kernel = on(monkeypatch, "linux"), use(monkeypatch, Kernel(0))
    limits.bind_this_process()
    assert asked == {
        resource.RLIMIT_AS: (768 << 20, 768 << 20),
        resource.RLIMIT_FSIZE: (256 << 20, 256 << 20),
        resource.RLIMIT_NOFILE: (64, 64),
        resource.RLIMIT_CORE: (0, 0),
    }
    assert [call[:2] for call in kernel.calls] == [("prctl", 38), ("unshare", 0x40000000), ("prctl", 1)]
    assert kernel.calls[-1][2] == signal.SIGKILL
    (refuse,) = hooks
    for event in ("socket.connect", "subprocess.Popen", "os.system", "ctypes.dlopen", "os.posix_spawn"):
        with pytest.raises(PermissionError):
            refuse(event, ())
    assert refuse("open", ()) is None


def test_where_the_network_cannot_be_dropped_a_namespace_of_users_is_tried(monkeypatch, asked):
    on(monkeypatch, "linux")
    kernel = use(monkeypatch, Kernel(-1, 0))
    limits.bind_program(4 << 30)
    assert [call[1] for call in kernel.calls if call[0] == "unshare"] == [0x40000000, 0x10000000 | 0x40000000]
    assert asked[resource.RLIMIT_AS] == (4 << 30, 4 << 30)
    assert resource.RLIMIT_NOFILE not in asked


def test_a_process_whose_parent_died_meanwhile_ends(monkeypatch, asked):
    on(monkeypatch, "linux")
    use(monkeypatch, Kernel(0))
    parents = iter((100, 1))
    ended = []
    monkeypatch.setattr(limits, "os", SimpleNamespace(getppid=lambda: next(parents), _exit=ended.append))
    limits.bind_this_process()
    assert ended == [1]


def test_on_windows_nothing_of_it_is_asked_for(monkeypatch, asked):
    hooks = on(monkeypatch, "win32")
    use(monkeypatch, None)  # what were asked of it would raise
    limits.bind_this_process()
    limits.bind_program(1)
    limits.allow_processor(5)
    assert asked == {}
    assert len(hooks) == 1
    assert limits.ran_out_of_time(-signal.SIGXCPU) is False


def test_on_other_systems_the_kernel_is_left_alone(monkeypatch, asked):
    on(monkeypatch, "darwin")
    use(monkeypatch, None)
    limits.bind_this_process()
    limits.bind_program(1 << 30)
    assert asked[resource.RLIMIT_AS] == (1 << 30, 1 << 30)


def test_the_processor_time_counts_from_now(monkeypatch, asked):
    used = SimpleNamespace(ru_utime=7.6, ru_stime=0.5)
    monkeypatch.setattr(limits.resource, "getrusage", lambda _who: used)
    limits.allow_processor(20)
    assert asked == {resource.RLIMIT_CPU: (29, resource.RLIM_INFINITY)}
    assert limits.ran_out_of_time(-signal.SIGXCPU)
    assert not limits.ran_out_of_time(-signal.SIGKILL)
    assert not limits.ran_out_of_time(None)


def test_a_job_object_of_windows_bounds_memory_and_children(monkeypatch):
    """The structure is laid out as Windows has it: 144 bytes where a pointer has eight."""
    told = {}

    def inform(_job, kind, structure, size):
        told.update(kind=kind, size=size, flags=structure._obj.flags, memory=structure._obj.process_memory)
        told["active"] = structure._obj.active_processes

    def create(*_nothing):
        return 5

    def assign(job, process):
        told["assigned"] = (job.value, process.value)

    kernel = SimpleNamespace(CreateJobObjectW=create, SetInformationJobObject=inform, AssignProcessToJobObject=assign)
    use(monkeypatch, kernel)
    on(monkeypatch, "linux")
    limits.confine(SimpleNamespace(_handle=9))
    assert told == {}
    on(monkeypatch, "win32")
    limits.confine(SimpleNamespace(_handle=9))
    assert told["assigned"] == (5, 9)
    assert (told["kind"], told["flags"], told["active"]) == (9, 0x100 | 0x8 | 0x2000 | 0x400, 1)
    assert told["memory"] == limits.MEMORY
    assert told["size"] == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)


def test_the_time_grows_with_the_file_up_to_a_limit():
    assert [limits.seconds_for(size << 20) for size in (0, 1, 100, 10_000)] == [60, 61, 160, 300]
