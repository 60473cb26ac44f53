/* Makes the N-th durability call on files below one folder fail: loaded before libc, armed from Python by ctypes.
 *
 * fi_arm(folder, n, act): act 0 only counts, 1 SIGKILL, 2 half a write and SIGKILL, 3 ENOSPC and 4 EIO from call n on.
 * fi_log(path): every call is written there as "op \t path \t offset \t length \n" and its bytes (see power.py).
 * fi_mark(number): a line of our own in that log.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { COUNT, KILL, TORN, FULL, BROKEN };

static char folder[1024];
static long calls, fatal;
static int act = COUNT, log_fd = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static void note(char op, const char *path, long long offset, const void *data, size_t size) {
    if (log_fd < 0) return;
    char head[1200];
    int length = snprintf(head, sizeof head, "%c\t%s\t%lld\t%zu\n", op, path, offset, data ? size : 0);
    REAL(write)(log_fd, head, length);
    if (data) REAL(write)(log_fd, data, size);
}

void fi_arm(const char *below, long n, int what) {
    snprintf(folder, sizeof folder, "%s", below);
    calls = 0, fatal = n, act = what;
}
long fi_calls(void) { return calls; }
void fi_log(const char *path) { log_fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600); }
void fi_mark(long number) { note('A', "", number, NULL, 0); }

static int is_ours(const char *path) { return folder[0] && !strncmp(path, folder, strlen(folder)); }

static int name_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, 1023);
    path[n < 0 ? 0 : n] = 0;
    return fd != log_fd && is_ours(path);
}

/* Returns what the call shall do: 0 go on, TORN, or a number for errno (negative). */
static int hit(void) {
    calls++;
    if (act == COUNT || calls < fatal) return 0;
    if (act == KILL) die();
    if (act == TORN) return TORN;
    return act == FULL ? -ENOSPC : -EIO;
}

#define FAIL_IF(what) if (what < 0) { errno = -what; return -1; }

static ssize_t put(int fd, const void *data, size_t size, off64_t offset, int seeks) {
    char path[1024];
    if (name_of(fd, path)) {
        int what = hit();
        FAIL_IF(what)
        if (what == TORN) {
            if (seeks) REAL(pwrite64)(fd, data, size / 2, offset);
            else REAL(write)(fd, data, size / 2);
            die();
        }
        note('W', path, seeks ? offset : lseek64(fd, 0, SEEK_CUR), data, size);
    }
    return seeks ? REAL(pwrite64)(fd, data, size, offset) : REAL(write)(fd, data, size);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return put(fd, data, size, offset, 1); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return put(fd, data, size, offset, 1); }
ssize_t write(int fd, const void *data, size_t size) { return put(fd, data, size, 0, 0); }

static int settle(int fd, char op, long long length) {
    char path[1024];
    if (!name_of(fd, path)) return 0;
    int what = hit();
    if (what == TORN) die();
    FAIL_IF(what)
    note(op, path, length, NULL, 0);
    return 0;
}
int fsync(int fd) { return settle(fd, 'S', 0) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return settle(fd, 'S', 0) ? -1 : REAL(fdatasync)(fd); }
int ftruncate64(int fd, off64_t length) { return settle(fd, 'T', length) ? -1 : REAL(ftruncate64)(fd, length); }
int ftruncate(int fd, off_t length) { return settle(fd, 'T', length) ? -1 : REAL(ftruncate)(fd, length); }

static int name_change(const char *path, char op, const char *other) {
    if (!is_ours(path)) return 0;
    int what = hit();
    if (what == TORN) die();
    if (op == 'U' && what == -ENOSPC) what = 0; /* a full disk lets names go */
    FAIL_IF(what)
    note(op, path, 0, other, other ? strlen(other) : 0);
    return 0;
}
int unlink(const char *path) { return name_change(path, 'U', NULL) ? -1 : REAL(unlink)(path); }
int rename(const char *from, const char *to) { return name_change(from, 'R', to) ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return name_change(from, 'L', to) ? -1 : REAL(link)(from, to); }
