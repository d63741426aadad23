// A library that is loaded before the C library and breaks one promise of it, by which the sweep's controls show that a
// program that relied on less would be found out. BROKEN names the promise:
//
//   exchange  two folders change places in three steps, and between them neither stands
//   write     a write that failed is said to have succeeded
//   lock      every lock is granted
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_broken(const char *promise) {
    const char *named = getenv("BROKEN");
    return named != NULL && strcmp(named, promise) == 0;
}

int renameat2(int one, const char *old, int other, const char *new, unsigned int flags) {
    if (flags == 2 && is_broken("exchange")) {
        char aside[4096];
        snprintf(aside, sizeof aside, "%s.aside", old);
        if (rename(new, aside) != 0 || rename(old, new) != 0) return -1;
        return rename(aside, old);
    }
    return (int)syscall(SYS_renameat2, one, old, other, new, flags);
}

ssize_t write(int file, const void *bytes, size_t count) {
    ssize_t written = syscall(SYS_write, file, bytes, count);
    return written < 0 && file > 2 && is_broken("write") ? (ssize_t)count : written;
}

int flock(int file, int operation) {
    return is_broken("lock") ? 0 : (int)syscall(SYS_flock, file, operation);
}
