// A library for LD_PRELOAD that makes file-system calls of one program fail, or kills the program at one of them.
//
// It numbers every call that changes the file system (and every start of a child process) and writes one line for each
// to a log: its number, its name and its paths. Environment variables say what happens at which call:
//
//   FAULTS_PROGRAM   the program, as /proc/self/exe names it; other processes only pass
//   FAULTS_LOG       the log
//   FAULTS_COUNTER   a file of 16 zero bytes, in which the program and its children count together
//   FAULTS_AT        the call's number; 0 or unset: only count
//   FAULTS_HOW       before   kill the program before the call
//                    half     write one half of what write(2) was given, then kill
//                    after    kill it after the call
//                    full     from this call on the disk is full: ENOSPC for all that needs room
//                    readonly from this call on nothing can be changed: EROFS
//   FAULTS_CHILDREN  1: count the calls of child processes (git) too. Kills still hit only the program; a child goes
//                    on to its end, as after kill -9
//
// Not counted: standard output and error, sockets and pipes, /dev and /proc, reading. Of what stdio writes into a file
// only fopen(3) is counted.
#include "faults.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum how { COUNT, BEFORE, HALF, AFTER, FULL, READONLY };

struct shared {
    _Atomic uint64_t calls;
    int64_t program;
};

static pid_t self, program;
static enum how how;
static uint64_t at;
static _Atomic uint64_t *counter;
static int record = -1;

// Other libraries' constructors may need it before ours has run.
long (*kernel(void))(long, ...) {
    static long (*function)(long, ...);
    if (!function) function = (long (*)(long, ...))real("syscall");
    return function;
}

__attribute__((constructor)) static void start(void) {
    const char *path = getenv("FAULTS_PROGRAM"), *log = getenv("FAULTS_LOG"), *count = getenv("FAULTS_COUNTER");
    if (!path || !log || !count) return;
    char executable[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", executable, sizeof executable - 1);
    if (length < 0) return;
    executable[length] = 0;
    int file = call(SYS_openat, AT_FDCWD, count, O_RDWR | O_CLOEXEC);
    if (file < 0) return;
    struct shared *memory = mmap(NULL, sizeof *memory, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    call(SYS_close, file);
    if (memory == MAP_FAILED) return;
    // Not by setenv(3): Swift finds the arguments beside the environment, which that would move.
    if (!strcmp(executable, path)) {
        if (memory->program) return;  // the program started itself; only the first one is meant
        memory->program = getpid();
    } else {
        const char *children = getenv("FAULTS_CHILDREN");
        if (!memory->program || !children || strcmp(children, "1")) return;
    }
    program = memory->program;
    record = call(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    const char *kind = getenv("FAULTS_HOW"), *number = getenv("FAULTS_AT");
    static const char *const names[] = {"count", "before", "half", "after", "full", "readonly"};
    for (int i = 0; kind && i < 6; i++)
        if (!strcmp(kind, names[i])) how = i;
    at = number ? strtoull(number, NULL, 10) : 0;
    if (!at) how = COUNT;
    counter = &memory->calls;
    self = getpid();
}

int counts(void) { return counter && call(SYS_getpid) == self; }

static void die(void) {
    call(SYS_kill, program, SIGKILL);
    while (program == self) call(SYS_ppoll, 0L, 0L, 0L, 0L, 0L);
}

const char *at_path(int folder, const char *name, char *buffer) {
    if (name && (folder == AT_FDCWD || name[0] == '/')) return name;
    char link[48];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = call(SYS_readlinkat, AT_FDCWD, link, buffer, (size_t)PATH_MAX - 1);
    if (length < 0) length = 0;
    buffer[length] = 0;
    if (name && *name) {
        strncat(buffer, "/", PATH_MAX - strlen(buffer) - 1);
        strncat(buffer, name, PATH_MAX - strlen(buffer) - 1);
    }
    return buffer;
}

static int is_outside(const char *path) {
    if (!strncmp(path, "/dev/shm/", 9)) return 0;
    return !strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6) || !strncmp(path, "/sys/", 5);
}

uint64_t begin(const char *name, enum need need, const char *path, const char *other, int *error) {
    *error = 0;
    if (!counts() || is_outside(path)) return 0;
    int before = errno;
    uint64_t number = atomic_fetch_add(counter, 1) + 1;
    char line[2 * PATH_MAX + 64];
    int length = snprintf(
        line, sizeof line, "%llu\t%s\t%s%s%s\n", (unsigned long long)number, name, path, other ? "\t" : "",
        other ? other : "");
    if (length > 0 && record >= 0) call(SYS_write, record, line, (size_t)length);
    if (number == at && how == BEFORE) die();
    if (number >= at && how == READONLY && need != NOTHING) *error = EROFS;
    if (number >= at && how == FULL && need == ROOM) *error = ENOSPC;
    errno = before;
    return number;
}

void end(uint64_t number) {
    int before = errno;
    if (number && number == at && (how == AFTER || how == HALF)) die();
    errno = before;
}

static int is_file(int descriptor) {
    struct stat status;
    return descriptor > STDERR_FILENO && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

uint64_t begin_write(const char *name, int descriptor, size_t *size, int *error) {
    *error = 0;
    if (!counts() || !is_file(descriptor)) return 0;
    char buffer[PATH_MAX];
    uint64_t number = begin(name, ROOM, at_path(descriptor, NULL, buffer), NULL, error);
    if (number == at && (how == HALF || how == FULL) && *size > 1) {
        *size /= 2;  // a disk that fills up takes a part first
        *error = 0;
    }
    return number;
}
