// Lets one system call of a program fail, or kills the program at it: loaded with LD_PRELOAD by Scripts/attack.
//
//   ATTACK_FOLDER   only calls on files below this folder count
//   ATTACK_FAULT    what happens: kill, full, error, forbidden, short or exchange
//   ATTACK_CALL     at which of the counted calls; 0 only counts
//   ATTACK_COUNTER  a file of 8 bytes in which the calls are counted, for all processes together

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum call { READ = 1, WRITE = 2, OPEN = 4, MAKE = 8, RENAME = 16, REMOVE = 32, SYNC = 64, RESIZE = 128 };

static const struct fault {
  const char *name;
  int calls;  // which calls it can happen to
  int error;
  int lasts;  // whether every later call fails too
} faults[] = {
    {"kill", WRITE | MAKE | RENAME | REMOVE | SYNC | RESIZE, 0, 0},
    {"full", WRITE | MAKE | RESIZE | SYNC, ENOSPC, 1},
    {"error", READ | WRITE | SYNC | RESIZE, EIO, 0},
    {"forbidden", OPEN | MAKE | REMOVE, EACCES, 0},
    {"short", WRITE, 0, 0},
    {"exchange", RENAME, EIO, 0},
};

static const struct fault *fault;
static const char *folder;
static long long chosen;
static long long *counter;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("ATTACK_FAULT");
  const char *file = getenv("ATTACK_COUNTER");
  const char *call = getenv("ATTACK_CALL");
  folder = getenv("ATTACK_FOLDER");
  if (name == NULL || file == NULL || folder == NULL) return;
  int descriptor = open(file, O_RDWR);
  if (descriptor < 0) return;
  void *place = mmap(NULL, sizeof(*counter), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (place == MAP_FAILED) return;
  counter = place;
  chosen = call == NULL ? 0 : atoll(call);
  for (size_t k = 0; k < sizeof(faults) / sizeof(faults[0]); k++)
    if (strcmp(faults[k].name, name) == 0) fault = &faults[k];
}

// Whether this call is to fail. Does not come back if the program is to be killed.
static int fails(enum call call, const char *path) {
  if (fault == NULL || !(fault->calls & call) || strncmp(path, folder, strlen(folder)) != 0) return 0;
  long long number = __atomic_add_fetch(counter, 1, __ATOMIC_SEQ_CST);
  if (chosen == 0 || number < chosen || (number > chosen && !fault->lasts)) return 0;
  if (strcmp(fault->name, "kill") == 0) kill(getpid(), SIGKILL);
  errno = fault->error;
  return 1;
}

static int fails_at(enum call call, int descriptor, const char *rest) {
  char link[64], path[2 * PATH_MAX];
  int kept = errno;
  snprintf(link, sizeof(link), "/proc/self/fd/%d", descriptor);
  ssize_t length = fault == NULL ? -1 : readlink(link, path, PATH_MAX);
  errno = kept;
  if (length < 0) return 0;
  snprintf(path + length, PATH_MAX, "%s%s", rest == NULL ? "" : "/", rest == NULL ? "" : rest);
  return fails(call, path);
}

static int fails_below(enum call call, int descriptor, const char *path) {
  return descriptor == AT_FDCWD || path[0] == '/' ? fails(call, path) : fails_at(call, descriptor, path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
// A short write writes half of what it was given.
#define SHORTER(count) (fault->error == 0 && (count) > 1 ? (count) / 2 : 0)

#define OPENER(name)                                                                     \
  int name(const char *path, int flags, ...) {                                           \
    va_list list;                                                                        \
    va_start(list, flags);                                                               \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;              \
    va_end(list);                                                                        \
    return fails(flags & O_CREAT ? MAKE : OPEN, path) ? -1 : REAL(name)(path, flags, mode); \
  }
OPENER(open)
OPENER(open64)

#define OPENER_AT(name)                                                                  \
  int name(int at, const char *path, int flags, ...) {                                   \
    va_list list;                                                                        \
    va_start(list, flags);                                                               \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;              \
    va_end(list);                                                                        \
    return fails_below(flags & O_CREAT ? MAKE : OPEN, at, path) ? -1 : REAL(name)(at, path, flags, mode); \
  }
OPENER_AT(openat)
OPENER_AT(openat64)

ssize_t write(int file, const void *bytes, size_t count) {
  if (!fails_at(WRITE, file, NULL)) return REAL(write)(file, bytes, count);
  return SHORTER(count) ? REAL(write)(file, bytes, SHORTER(count)) : -1;
}
#define PLACED_WRITE(name, offset_type)                                                   \
  ssize_t name(int file, const void *bytes, size_t count, offset_type offset) {           \
    if (!fails_at(WRITE, file, NULL)) return REAL(name)(file, bytes, count, offset);      \
    return SHORTER(count) ? REAL(name)(file, bytes, SHORTER(count), offset) : -1;         \
  }
PLACED_WRITE(pwrite, off_t)
PLACED_WRITE(pwrite64, off64_t)

#define CALL(result, name, parameters, arguments, test) \
  result name parameters { return test ? -1 : REAL(name) arguments; }
CALL(ssize_t, read, (int file, void *bytes, size_t count), (file, bytes, count), fails_at(READ, file, NULL))
CALL(ssize_t, pread, (int file, void *bytes, size_t count, off_t offset), (file, bytes, count, offset),
     fails_at(READ, file, NULL))
CALL(ssize_t, pread64, (int file, void *bytes, size_t count, off64_t offset), (file, bytes, count, offset),
     fails_at(READ, file, NULL))
CALL(int, ftruncate, (int file, off_t size), (file, size), fails_at(RESIZE, file, NULL))
CALL(int, ftruncate64, (int file, off64_t size), (file, size), fails_at(RESIZE, file, NULL))
CALL(int, fsync, (int file), (file), fails_at(SYNC, file, NULL))
CALL(int, fdatasync, (int file), (file), fails_at(SYNC, file, NULL))
CALL(int, rename, (const char *from, const char *to), (from, to), fails(RENAME, to))
CALL(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to),
     fails_below(RENAME, b, to))
CALL(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags),
     (a, from, b, to, flags), fails_below(RENAME, b, to))
CALL(int, unlink, (const char *path), (path), fails(REMOVE, path))
CALL(int, unlinkat, (int at, const char *path, int flags), (at, path, flags), fails_below(REMOVE, at, path))
CALL(int, rmdir, (const char *path), (path), fails(REMOVE, path))
CALL(int, remove, (const char *path), (path), fails(REMOVE, path))
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), fails(MAKE, path))
CALL(int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), fails_below(MAKE, at, path))
