// What faults.c offers to the functions of calls.c that take the place of the C library's.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/types.h>

#define REAL(name) ((typeof(&name))real(#name))
static inline void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

// The C library's syscall(2).
#define call kernel()
long (*kernel(void))(long, ...);

// Whether this process is one that is counted; a fork that has not called exec yet is not.
int counts(void);

// The path of a descriptor, or of a name below a folder's descriptor; `buffer` holds PATH_MAX bytes.
const char *at_path(int folder, const char *name, char *buffer);

// What a call needs: only the right to change something, room on the disk, or neither.
enum need { CHANGE, ROOM, NOTHING };

// Counts a call. Returns its number, 0 where it is not counted; in *error the error that it must end with, or 0.
uint64_t begin(const char *name, enum need need, const char *path, const char *other, int *error);

// The same for a write to a descriptor; *size becomes smaller where only a part is to be written.
uint64_t begin_write(const char *name, int descriptor, size_t *size, int *error);

// After a call that was counted.
void end(uint64_t number);
