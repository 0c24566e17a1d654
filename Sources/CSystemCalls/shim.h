#pragma once

// Calls that the C library declares only under _GNU_SOURCE or _XOPEN_SOURCE, which Swift's own module of it does not set.
#ifdef __linux__
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int descriptor);
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
char *ptsname(int descriptor);

// The head of struct dl_phdr_info, dl_iterate_phdr(3).
typedef struct loaded_object {
    ElfW(Addr) address;
    const char *name;
    const ElfW(Phdr) *segments;
    ElfW(Half) segment_count;
} loaded_object;
int dl_iterate_phdr(int (*callback)(struct dl_phdr_info *, size_t, void *), void *data);

typedef struct build_ids {
    uint8_t *bytes;
    size_t count, room;
} build_ids;

static inline int take_build_ids(struct dl_phdr_info *info, size_t size, void *data) {
    const loaded_object *object = (const loaded_object *)(const void *)info;
    build_ids *ids = (build_ids *)data;
    (void)size;
    // The kernel's own object says nothing about the program.
    if (object->name && strstr(object->name, "vdso")) return 0;
    for (size_t index = 0; index < object->segment_count; index++) {
        const ElfW(Phdr) *segment = object->segments + index;
        if (segment->p_type != PT_NOTE) continue;
        const uint8_t *note = (const uint8_t *)(object->address + segment->p_vaddr);
        const uint8_t *end = note + segment->p_memsz;
        while ((size_t)(end - note) >= sizeof(ElfW(Nhdr))) {
            ElfW(Nhdr) head;
            memcpy(&head, note, sizeof head);
            const uint8_t *name = note + sizeof head;
            size_t name_room = (head.n_namesz + 3) & ~(size_t)3, room = (head.n_descsz + 3) & ~(size_t)3;
            if ((size_t)(end - name) < name_room || (size_t)(end - name) - name_room < room) break;
            if (head.n_type == 3 && head.n_namesz == 4 && memcmp(name, "GNU", 4) == 0
                && head.n_descsz <= ids->room - ids->count) {
                memcpy(ids->bytes + ids->count, name + name_room, head.n_descsz);
                ids->count += head.n_descsz;
            }
            note = name + name_room + room;
        }
    }
    return 0;
}

/// Copies the build IDs (NT_GNU_BUILD_ID) of the program and of all loaded libraries; returns how many bytes there are.
static inline size_t copy_build_ids(uint8_t *bytes, size_t room) {
    build_ids ids = {bytes, 0, room};
    dl_iterate_phdr(take_build_ids, &ids);
    return ids.count;
}

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
