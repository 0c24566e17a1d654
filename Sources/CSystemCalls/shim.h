#pragma once

// Calls that the C library declares only under _GNU_SOURCE or _XOPEN_SOURCE, which Swift's own module of it does not set.
#ifdef __linux__
#include <sys/inotify.h>
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int descriptor);
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
char *ptsname(int descriptor);
#endif
