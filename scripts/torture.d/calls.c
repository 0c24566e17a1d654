// The functions that replace the C library's. Each counts itself; then it fails, kills the program or goes on.
#include "faults.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

// One call without data: counted, failed, killed or passed.
#define PASS(type, need, path, other, expression)                                      \
    do {                                                                               \
        int error;                                                                     \
        uint64_t number = begin(__func__, need, path, other, &error);                  \
        if (error) return errno = error, (type)-1;                                     \
        type result = (expression);                                                    \
        end(number);                                                                   \
        return result;                                                                 \
    } while (0)

// MARK: Opening

static int changes(uint64_t flags) {
    return (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC) || (flags & O_TMPFILE) == O_TMPFILE;
}

static enum need opening(int folder, const char *name, uint64_t flags) {
    if ((flags & O_TMPFILE) == O_TMPFILE) return ROOM;
    if (!(flags & O_CREAT)) return CHANGE;
    return call(SYS_faccessat, folder, name, F_OK) == 0 ? CHANGE : ROOM;
}

static int open_at(const char *called, int folder, const char *name, int flags, mode_t mode) {
    if (!changes(flags)) return call(SYS_openat, folder, name, flags, mode);
    char buffer[PATH_MAX];
    int error;
    uint64_t number = begin(called, opening(folder, name, flags), at_path(folder, name, buffer), NULL, &error);
    if (error) return errno = error, -1;
    int result = call(SYS_openat, folder, name, flags, mode);
    end(number);
    return result;
}

#define MODE(flags)                                                   \
    mode_t mode = 0;                                                  \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {        \
        va_list list;                                                 \
        va_start(list, flags);                                        \
        mode = va_arg(list, mode_t);                                  \
        va_end(list);                                                 \
    }

#define OPEN(name)                                                    \
    int name(const char *path, int flags, ...) {                      \
        MODE(flags)                                                   \
        return open_at("open", AT_FDCWD, path, flags, mode);          \
    }
#define OPENAT(name)                                                  \
    int name(int folder, const char *path, int flags, ...) {          \
        MODE(flags)                                                   \
        return open_at("openat", folder, path, flags, mode);          \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
int __open_2(const char *path, int flags) { return open_at("open", AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_at("open", AT_FDCWD, path, flags, 0); }
int __openat_2(int folder, const char *path, int flags) { return open_at("openat", folder, path, flags, 0); }
int __openat64_2(int folder, const char *path, int flags) { return open_at("openat", folder, path, flags, 0); }
#define CREATES (O_CREAT | O_WRONLY | O_TRUNC)
int creat(const char *path, mode_t mode) { return open_at("creat", AT_FDCWD, path, CREATES, mode); }
int creat64(const char *path, mode_t mode) { return open_at("creat", AT_FDCWD, path, CREATES, mode); }

#define FOPEN(name)                                                                                   \
    FILE *name(const char *path, const char *kind) {                                                  \
        int error = 0;                                                                                \
        uint64_t number = 0;                                                                          \
        if (strpbrk(kind, "wa+")) {                                                                   \
            enum need need = opening(AT_FDCWD, path, kind[0] == 'r' ? 0 : O_CREAT);                   \
            number = begin("fopen", need, path, NULL, &error);                                        \
        }                                                                                             \
        if (error) return errno = error, NULL;                                                        \
        FILE *result = REAL(name)(path, kind);                                                        \
        end(number);                                                                                  \
        return result;                                                                                \
    }
FOPEN(fopen)
FOPEN(fopen64)

#define MAKE_TEMPORARY(name, parameters, arguments)                                                   \
    int name parameters {                                                                             \
        PASS(int, ROOM, template, NULL, REAL(name) arguments);                                        \
    }
MAKE_TEMPORARY(mkstemp, (char *template), (template))
MAKE_TEMPORARY(mkstemp64, (char *template), (template))
MAKE_TEMPORARY(mkostemp, (char *template, int flags), (template, flags))
MAKE_TEMPORARY(mkstemps, (char *template, int suffix), (template, suffix))
char *mkdtemp(char *template) {
    int error;
    uint64_t number = begin("mkdtemp", ROOM, template, NULL, &error);
    if (error) return errno = error, NULL;
    char *result = REAL(mkdtemp)(template);
    end(number);
    return result;
}

// MARK: Writing

#define WRITE(name, parameters, ...)                                                 \
    ssize_t name parameters {                                                        \
        int error;                                                                   \
        uint64_t number = begin_write(#name, descriptor, &size, &error);             \
        if (error) return errno = error, -1;                                         \
        ssize_t result = REAL(name)(__VA_ARGS__);                                    \
        end(number);                                                                 \
        return result;                                                               \
    }
WRITE(write, (int descriptor, const void *bytes, size_t size), descriptor, bytes, size)
WRITE(pwrite, (int descriptor, const void *bytes, size_t size, off_t offset), descriptor, bytes, size, offset)
WRITE(pwrite64, (int descriptor, const void *bytes, size_t size, off64_t offset), descriptor, bytes, size, offset)

#define VECTOR(name, parameters, ...)                                                \
    ssize_t name parameters {                                                        \
        int error;                                                                   \
        size_t size = 0;                                                             \
        uint64_t number = begin_write(#name, descriptor, &size, &error);             \
        if (error) return errno = error, -1;                                         \
        ssize_t result = REAL(name)(__VA_ARGS__);                                    \
        end(number);                                                                 \
        return result;                                                               \
    }
VECTOR(writev, (int descriptor, const struct iovec *parts, int count), descriptor, parts, count)
VECTOR(pwritev, (int descriptor, const struct iovec *parts, int count, off_t offset), descriptor, parts, count, offset)

WRITE(sendfile, (int descriptor, int from, off_t *offset, size_t size), descriptor, from, offset, size)
ssize_t copy_file_range(int from, off64_t *offset, int descriptor, off64_t *target, size_t size, unsigned flags) {
    int error;
    uint64_t number = begin_write("copy_file_range", descriptor, &size, &error);
    if (error) return errno = error, -1;
    ssize_t result = REAL(copy_file_range)(from, offset, descriptor, target, size, flags);
    end(number);
    return result;
}

#define ON_FILE(name, need, parameters, ...)                                                    \
    int name parameters {                                                                       \
        char buffer[PATH_MAX];                                                                  \
        if (!counts()) return REAL(name)(__VA_ARGS__);                                          \
        PASS(int, need, at_path(descriptor, NULL, buffer), NULL, REAL(name)(__VA_ARGS__));      \
    }
ON_FILE(ftruncate, CHANGE, (int descriptor, off_t size), descriptor, size)
ON_FILE(ftruncate64, CHANGE, (int descriptor, off64_t size), descriptor, size)
ON_FILE(fallocate, ROOM, (int descriptor, int mode, off_t offset, off_t size), descriptor, mode, offset, size)
ON_FILE(fsync, ROOM, (int descriptor), descriptor)
ON_FILE(fdatasync, ROOM, (int descriptor), descriptor)
ON_FILE(syncfs, ROOM, (int descriptor), descriptor)
ON_FILE(fchmod, CHANGE, (int descriptor, mode_t mode), descriptor, mode)
ON_FILE(fchown, CHANGE, (int descriptor, uid_t user, gid_t group), descriptor, user, group)
ON_FILE(futimens, CHANGE, (int descriptor, const struct timespec times[2]), descriptor, times)

// MARK: Names

#define ON_PATH(name, need, parameters, ...) \
    int name parameters { PASS(int, need, path, NULL, REAL(name)(__VA_ARGS__)); }
ON_PATH(unlink, CHANGE, (const char *path), path)
ON_PATH(rmdir, CHANGE, (const char *path), path)
ON_PATH(remove, CHANGE, (const char *path), path)
ON_PATH(mkdir, ROOM, (const char *path, mode_t mode), path, mode)
ON_PATH(truncate, CHANGE, (const char *path, off_t size), path, size)
ON_PATH(truncate64, CHANGE, (const char *path, off64_t size), path, size)
ON_PATH(chmod, CHANGE, (const char *path, mode_t mode), path, mode)
ON_PATH(chown, CHANGE, (const char *path, uid_t user, gid_t group), path, user, group)
ON_PATH(lchown, CHANGE, (const char *path, uid_t user, gid_t group), path, user, group)
ON_PATH(utimes, CHANGE, (const char *path, const struct timeval times[2]), path, times)

#define ON_PATH_AT(name, need, parameters, ...)                                                 \
    int name parameters {                                                                       \
        char buffer[PATH_MAX];                                                                  \
        if (!counts()) return REAL(name)(__VA_ARGS__);                                          \
        PASS(int, need, at_path(folder, path, buffer), NULL, REAL(name)(__VA_ARGS__));          \
    }
ON_PATH_AT(unlinkat, CHANGE, (int folder, const char *path, int flags), folder, path, flags)
ON_PATH_AT(mkdirat, ROOM, (int folder, const char *path, mode_t mode), folder, path, mode)
ON_PATH_AT(fchmodat, CHANGE, (int folder, const char *path, mode_t mode, int flags), folder, path, mode, flags)
ON_PATH_AT(
    fchownat, CHANGE, (int folder, const char *path, uid_t user, gid_t group, int flags),
    folder, path, user, group, flags)
ON_PATH_AT(
    utimensat, CHANGE, (int folder, const char *path, const struct timespec times[2], int flags),
    folder, path, times, flags)

#define ON_PATHS(name, parameters, ...) \
    int name parameters { PASS(int, ROOM, path, target, REAL(name)(__VA_ARGS__)); }
ON_PATHS(rename, (const char *path, const char *target), path, target)
ON_PATHS(link, (const char *path, const char *target), path, target)
ON_PATHS(symlink, (const char *path, const char *target), path, target)

#define ON_PATHS_AT(name, parameters, ...)                                                                  \
    int name parameters {                                                                                   \
        char buffer[PATH_MAX], second[PATH_MAX];                                                            \
        if (!counts()) return REAL(name)(__VA_ARGS__);                                                      \
        PASS(int, ROOM, at_path(from, path, buffer), at_path(to, target, second), REAL(name)(__VA_ARGS__)); \
    }
ON_PATHS_AT(renameat, (int from, const char *path, int to, const char *target), from, path, to, target)
ON_PATHS_AT(
    renameat2, (int from, const char *path, int to, const char *target, unsigned flags), from, path, to, target, flags)
ON_PATHS_AT(linkat, (int from, const char *path, int to, const char *target, int flags), from, path, to, target, flags)
int symlinkat(const char *path, int to, const char *target) {
    char buffer[PATH_MAX];
    if (!counts()) return REAL(symlinkat)(path, to, target);
    PASS(int, ROOM, path, at_path(to, target, buffer), REAL(symlinkat)(path, to, target));
}

// MARK: Child processes

#define SPAWN(name)                                                                                            \
    int name(pid_t *child, const char *path, const void *actions, const void *attributes, char *const arguments[], \
             char *const environment[]) {                                                                      \
        int error;                                                                                             \
        uint64_t number = 0; /* a name is looked for in every folder of PATH */                                \
        if (access(path, X_OK) == 0) number = begin(#name, NOTHING, path, arguments[0] ? arguments[1] : NULL, &error); \
        int result = ((int (*)(pid_t *, const char *, const void *, const void *, char *const *, char *const *))real( \
            #name))(child, path, actions, attributes, arguments, environment);                                 \
        end(number);                                                                                           \
        return result;                                                                                         \
    }
SPAWN(posix_spawn)
SPAWN(posix_spawnp)

pid_t fork(void) {
    int error;
    uint64_t number = begin("fork", NOTHING, "", NULL, &error);
    pid_t result = REAL(fork)();
    if (result) end(number);
    return result;
}

// MARK: Calls by number

long syscall(long number, ...) {
    va_list list;
    va_start(list, number);
    long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long), d = va_arg(list, long),
         e = va_arg(list, long), f = va_arg(list, long);
    va_end(list);
    const char *name = NULL, *path = "", *other = NULL;
    enum need need = ROOM;
    char buffer[PATH_MAX], second[PATH_MAX];
    switch (number) {
    case SYS_openat2:
        if (!changes(((struct open_how *)c)->flags)) break;
        name = "openat2";
        path = at_path(a, (char *)b, buffer);
        need = ((struct open_how *)c)->flags & O_CREAT ? ROOM : CHANGE;
        break;
    case SYS_renameat2:
        name = "renameat2";
        path = at_path(a, (char *)b, buffer);
        other = at_path(c, (char *)d, second);
        break;
    case SYS_clone3:
        name = "clone3";
        need = NOTHING;
        break;
    }
    if (!name) return call(number, a, b, c, d, e, f);
    int error;
    uint64_t count = begin(name, need, path, other, &error);
    if (error) return errno = error, -1;
    long result = call(number, a, b, c, d, e, f);
    if (number != SYS_clone3 || result) end(count);  // a child that was just made is not the program
    return result;
}
