#pragma once

// Calls that the C library declares only under _GNU_SOURCE, which Swift's own module of it does not set.
#ifdef __linux__
#include <stddef.h>
#include <stdint.h>
#include <sys/inotify.h>
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int descriptor);
long syscall(long number, ...);

// openat2(2), which no C library wraps. It has this number on every architecture.
struct sennight_open_how {
    uint64_t flags;
    uint64_t mode;
    uint64_t resolve;
};

// Opens a path below a folder; fails with ELOOP where any part of it is a symbolic link, and with EXDEV where it leads
// out of the folder: RESOLVE_NO_SYMLINKS and RESOLVE_BENEATH of <linux/openat2.h>. Needs Linux 5.6, else ENOSYS.
static inline int sennight_open_beneath(int folder, const char *path, int flags, unsigned int mode) {
    struct sennight_open_how how = {(uint64_t)(unsigned int)flags, mode, 0x04 | 0x08};
    return (int)syscall(437, folder, path, &how, sizeof how);
}
#endif
