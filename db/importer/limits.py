"""What the reading process may use, per platform; it binds itself before it opens any file.

On Linux the kernel keeps the limits. On Windows the parent puts the process into a
job object (not tested there). The parent's clock holds everywhere.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys

if sys.platform != "win32":
    import resource

MEMORY = 768 << 20
"""Bytes of address space."""
FILE_SIZE = 256 << 20
"""Bytes any one written file may have."""
OPEN_FILES = 64
LONGEST_WAIT = 300
"""Seconds a file may take at most, however large it is."""

_MEGABYTE = 1 << 20
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWNET = 0x40000000
_CLONE_NEWUSER = 0x10000000
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "ctypes.dlopen",
)


def seconds_for(size: int) -> int:
    """Return how many seconds a file of `size` bytes may take: 60 and one for each megabyte, at most 300."""
    return min(60 + size // _MEGABYTE, LONGEST_WAIT)


def bind_this_process() -> None:
    """Limit the running process for good: memory, files, no network, no children, no life after its parent."""
    if sys.platform != "win32":
        _bind_resources()
    if sys.platform == "linux":
        _bind_kernel()
    sys.addaudithook(_refuse)


def bind_program(memory: int) -> None:
    """Limit the running process and the program it is about to become: `memory` in bytes, files, no network."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _bind_kernel()


def allow_processor(seconds: int) -> None:
    """Give the running process `seconds` of processor time from now on; the system ends it after that."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, resource.RLIM_INFINITY))


def ran_out_of_time(returncode: int | None) -> bool:
    """Tell whether this exit status means that the processor time was used up."""
    return sys.platform != "win32" and returncode == -signal.SIGXCPU


def _bind_resources() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bind_kernel() -> None:
    """No new rights, no network where the kernel lets us drop it, and death with the parent."""
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    # After unshare: a change of credentials clears the signal.
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def confine(process: subprocess.Popen[bytes]) -> None:
    """On Windows, put `process` into a job object that bounds its memory and dies with us. Not tested there."""
    if sys.platform == "win32":
        _windows_job(int(process._handle))


def _windows_job(process: int) -> None:
    """Create the job object and keep its handle open for as long as this program runs."""
    limit_process_memory, limit_active, kill_on_close, die_on_exception = 0x100, 0x8, 0x2000, 0x400
    extended_limit_information = 9

    class Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("per_process_time", ctypes.c_int64),
            ("per_job_time", ctypes.c_int64),
            ("flags", ctypes.c_uint32),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", ctypes.c_uint32),
            ("affinity", ctypes.c_size_t),
            ("priority_class", ctypes.c_uint32),
            ("scheduling_class", ctypes.c_uint32),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    kernel = ctypes.CDLL("kernel32")
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    limits = Limits(
        flags=limit_process_memory | limit_active | kill_on_close | die_on_exception,
        active_processes=1,
        process_memory=MEMORY,
    )
    kernel.SetInformationJobObject(
        ctypes.c_void_p(job), extended_limit_information, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process))
