#ifndef RETROGAIT_CHDF5_READER_H
#define RETROGAIT_CHDF5_READER_H

#include <errno.h>
#include <hdf5.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shim.h"
#include "tree.h"

// Reads one HDF5 file in a process of its own, because libhdf5 1.10 crashes on some damaged files, in code that every
// reader must call. The process that wants the file asks one question at a time and gets plain bytes.

// Of a processor, and by the clock on the wall, for one answer: a file on a slow share may take its time, but not for
// ever.
#define RG_READER_SECONDS 4
#define RG_READER_WALL_SECONDS 30

enum rg_question {
  RG_LINK_KIND,    // of `name` in `object`: as of rg_link_kind
  RG_OBJECT_KIND,  // of `name` in `object`: as of rg_object_kind
  RG_LINK_NAMES,   // of `object`, at most `numbers[0]`: each followed by a zero
  RG_OPEN_GROUP,   // `name` in `object`: its identifier
  RG_OPEN_DATASET, // `name` in `object`: its identifier
  RG_CLOSE_GROUP,
  RG_CLOSE_DATASET,
  RG_TEXT,        // of the attribute `name` of `object`
  RG_TEXTS,       // of the attribute `name` of `object`: each followed by a line feed
  RG_NUMBER,      // of the attribute `name` of `object`: a double
  RG_DESCRIPTION, // of the dataset `object`: an rg_description
  RG_CHUNK,       // of the dataset `object` at `numbers`, if it is at most `limit` bytes: its filter mask and bytes
  RG_ROWS,        // of the dataset `object`, `numbers[1]` from `numbers[0]` on, which are `limit` bytes; they are put into
                  // the page `page` of shared memory, or follow the answer if that is below 0
};

// Memory that both processes have: rows need not be copied through the socket. There are two pages, so that one can be
// read into while the other is used. A page stays in fast memory.
#define RG_PAGES 2
#define RG_PAGE_BYTES (1 << 18)

#define RG_READER_RANK 4
#define RG_READER_FILTERS 8
#define RG_READER_TEXT (1 << 16)
#define RG_READER_NAME 256

struct rg_request {
  int32_t question;
  int32_t name_length;
  int64_t object;
  uint64_t limit;
  uint64_t numbers[RG_READER_RANK];
  int64_t page;
};

struct rg_answer {
  // Below 0 where there is none.
  int64_t status;
  // Bytes that follow.
  uint64_t length;
  char error[RG_READER_NAME];
};

// The status of a chunk that was never written.
#define RG_NEVER_WRITTEN (-2)

struct rg_description {
  int32_t is_self_contained;
  int32_t type; // as of rg_number_type
  int32_t rank; // -1 if there is none, or it is larger than RG_READER_RANK
  int32_t layout; // as of rg_layout
  uint64_t shape[RG_READER_RANK];
  uint64_t chunk[RG_READER_RANK];
  int32_t filters[RG_READER_FILTERS];
  int32_t filter_count;
  int32_t unused;
  uint64_t stored;
};

// Writes all bytes to a socket without a signal if nobody reads: 0, or -1.
static inline int rg_send(int socket, const void *bytes, size_t count) {
  const char *next = (const char *)bytes;
#ifdef MSG_NOSIGNAL
  const int flags = MSG_NOSIGNAL;
#else
  const int flags = 0;
#endif
  while (count > 0) {
    ssize_t sent = send(socket, next, count, flags);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return -1;
    next += sent;
    count -= (size_t)sent;
  }
  return 0;
}

// Reads exactly `count` bytes from a socket: 0, or -1.
static inline int rg_receive(int socket, void *bytes, size_t count) {
  char *next = (char *)bytes;
  while (count > 0) {
    ssize_t received = recv(socket, next, count, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return -1;
    next += received;
    count -= (size_t)received;
  }
  return 0;
}

// What a question is answered with, beside its status.
struct rg_payload {
  char *bytes;
  size_t length;
};

static inline int rg_reserve(struct rg_payload *payload, size_t length) {
  payload->bytes = (char *)malloc(length > 0 ? length : 1);
  payload->length = payload->bytes == NULL ? 0 : length;
  return payload->bytes == NULL ? -1 : 0;
}

static inline int64_t rg_answer_names(const struct rg_request *request, struct rg_payload *payload) {
  long count = rg_link_count(request->object);
  if (count > (long)request->numbers[0]) count = (long)request->numbers[0];
  if (count < 0 || rg_reserve(payload, (size_t)count * RG_READER_NAME) != 0) return -1;
  size_t used = 0;
  for (long i = 0; i < count; i++) {
    long length = rg_link_name(request->object, i, payload->bytes + used, RG_READER_NAME);
    if (length < 0) return -1;
    if (length > 0) used += (size_t)length + 1;
  }
  payload->length = used;
  return 0;
}

static inline int64_t rg_answer_text(const struct rg_request *request, const char *name, struct rg_payload *payload) {
  if (rg_reserve(payload, RG_READER_TEXT) != 0) return -1;
  int status = request->question == RG_TEXT
                   ? rg_string_attribute(request->object, name, payload->bytes, RG_READER_TEXT)
                   : rg_string_array_attribute(request->object, name, payload->bytes, RG_READER_TEXT);
  payload->length = status == 0 ? strlen(payload->bytes) : 0;
  return status;
}

static inline int64_t rg_answer_description(hid_t dataset, struct rg_payload *payload) {
  if (rg_reserve(payload, sizeof(struct rg_description)) != 0) return -1;
  struct rg_description *result = (struct rg_description *)payload->bytes;
  memset(result, 0, sizeof(*result));
  result->rank = -1;
  result->layout = -1;
  result->is_self_contained = rg_is_self_contained(dataset);
  // The sources of a virtual dataset would be opened to find its size.
  if (result->is_self_contained != 1) return 0;
  result->type = rg_number_type(dataset);
  hid_t space = H5Dget_space(dataset);
  if (space < 0) return 0;
  H5S_class_t kind = H5Sget_simple_extent_type(space);
  int rank = H5Sget_simple_extent_ndims(space);
  if ((kind == H5S_SIMPLE || kind == H5S_SCALAR) && rank >= 0 && rank <= RG_READER_RANK) {
    hsize_t shape[RG_READER_RANK] = {0};
    hsize_t chunk[RG_READER_RANK] = {0};
    result->rank = rank;
    if (rank > 0) H5Sget_simple_extent_dims(space, shape, NULL);
    result->layout = rg_layout(dataset, rank, chunk, result->filters, RG_READER_FILTERS, &result->filter_count);
    for (int k = 0; k < rank; k++) {
      result->shape[k] = shape[k];
      result->chunk[k] = chunk[k];
    }
    result->stored = H5Dget_storage_size(dataset);
  }
  H5Sclose(space);
  return 0;
}

static inline int64_t rg_answer_chunk(const struct rg_request *request, struct rg_payload *payload) {
  hsize_t origin[RG_READER_RANK];
  hsize_t stored = 0;
  uint32_t mask = 0;
  for (int k = 0; k < RG_READER_RANK; k++) origin[k] = request->numbers[k];
  if (H5Dget_chunk_storage_size(request->object, origin, &stored) < 0) {
    // What libhdf5 1.10.8 gives for a chunk that was never written beside others that were; other versions give size 0.
    char error[RG_READER_NAME];
    rg_last_error(error, sizeof(error));
    return strcmp(error, "chunk storage is not allocated") == 0 ? RG_NEVER_WRITTEN : -1;
  }
  if (stored == 0) return RG_NEVER_WRITTEN;
  if (stored > request->limit || rg_reserve(payload, (size_t)stored) != 0) return -1;
  if (H5Dread_chunk(request->object, H5P_DEFAULT, origin, &mask, payload->bytes) < 0) return -1;
  return (int64_t)mask;
}

static inline int64_t rg_answer_rows(const struct rg_request *request, char *pages, struct rg_payload *payload) {
  if (request->page >= 0) {
    if (request->page >= RG_PAGES || request->limit > RG_PAGE_BYTES) return -1;
    char *page = pages + request->page * RG_PAGE_BYTES;
    return rg_read_rows(request->object, request->numbers[0], request->numbers[1], page);
  }
  if (rg_reserve(payload, (size_t)request->limit) != 0) return -1;
  return rg_read_rows(request->object, request->numbers[0], request->numbers[1], payload->bytes);
}

static inline int64_t rg_answer_question(
    const struct rg_request *request, const char *name, char *pages, struct rg_payload *payload) {
  switch ((enum rg_question)request->question) {
    case RG_LINK_KIND: return rg_link_kind(request->object, name);
    case RG_OBJECT_KIND: return rg_object_kind(request->object, name);
    case RG_LINK_NAMES: return rg_answer_names(request, payload);
    case RG_OPEN_GROUP: return H5Gopen2(request->object, name, H5P_DEFAULT);
    case RG_OPEN_DATASET: return H5Dopen2(request->object, name, H5P_DEFAULT);
    case RG_CLOSE_GROUP: return H5Gclose(request->object);
    case RG_CLOSE_DATASET: return H5Dclose(request->object);
    case RG_TEXT:
    case RG_TEXTS: return rg_answer_text(request, name, payload);
    case RG_NUMBER:
      if (rg_reserve(payload, sizeof(double)) != 0) return -1;
      return rg_number_attribute(request->object, name, (double *)(void *)payload->bytes);
    case RG_DESCRIPTION: return rg_answer_description(request->object, payload);
    case RG_CHUNK: return rg_answer_chunk(request, payload);
    case RG_ROWS: return rg_answer_rows(request, pages, payload);
  }
  return -1;
}

static inline int rg_send_answer(int socket, int64_t status, const struct rg_payload *payload) {
  struct rg_answer answer;
  memset(&answer, 0, sizeof(answer));
  answer.status = status;
  answer.length = status >= 0 ? payload->length : 0;
  if (status < 0) rg_last_error(answer.error, sizeof(answer.error));
  if (rg_send(socket, &answer, sizeof(answer)) != 0) return -1;
  return answer.length == 0 ? 0 : rg_send(socket, payload->bytes, answer.length);
}

// Gives the next answer so much time, and waiting for the next question any.
static inline void rg_limit_time(int is_asked) {
  struct rusage used;
  struct rlimit time;
  alarm(is_asked ? RG_READER_WALL_SECONDS : 0);
  if (!is_asked || getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &time) != 0) return;
  rlim_t end = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 2 + RG_READER_SECONDS);
  if (time.rlim_max != RLIM_INFINITY && end > time.rlim_max) end = time.rlim_max;
  time.rlim_cur = end;
  setrlimit(RLIMIT_CPU, &time);
}

// Only the socket stays open: a file, or a port that is listened to, is not kept by this process.
static inline void rg_close_others(int socket) {
  long most = sysconf(_SC_OPEN_MAX);
  if (most < 0 || most > 4096) most = 4096;
  for (int k = 3; k < (int)most; k++)
    if (k != socket) close(k);
}

static inline void rg_answer_all(int socket, const char *path, char *pages) {
  // A crash here is an answer and no news, and only the process that asks ends this one.
  const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP, SIGALRM, SIGXCPU, SIGPIPE, SIGTERM};
  for (int i = 0; i < 10; i++) signal(crashes[i], SIG_DFL);
  signal(SIGINT, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
#ifdef M_PERTURB
  // Memory that was never written to holds what was there before. With a pattern in it, a damaged file gives the same
  // answer always, and a crash where there can be one.
  mallopt(M_PERTURB, 0xA5);
#endif
  close(STDOUT_FILENO);
  close(STDERR_FILENO);
  rg_close_others(socket);
  rg_limit_time(1);
  rg_silence();
  struct rg_payload nothing = {NULL, 0};
  hid_t file = rg_open(path);
  if (rg_send_answer(socket, file, &nothing) != 0 || file < 0) return;
  char name[RG_READER_TEXT];
  struct rg_request request;
  rg_limit_time(0);
  while (rg_receive(socket, &request, sizeof(request)) == 0) {
    rg_limit_time(1);
    if (request.name_length < 0 || request.name_length >= RG_READER_TEXT) return;
    if (rg_receive(socket, name, (size_t)request.name_length) != 0) return;
    name[request.name_length] = 0;
    struct rg_payload payload = {NULL, 0};
    int64_t status = rg_answer_question(&request, name, pages, &payload);
    // The other process takes the answer when it is done with the one before.
    rg_limit_time(0);
    int sent = rg_send_answer(socket, status, &payload);
    free(payload.bytes);
    if (sent != 0) return;
  }
}

// A process that reads a file.
struct rg_reader {
  pid_t process;
  // Where it is asked.
  int socket;
  char *pages;
};

// Starts a process that reads the file at `path`: 0, or -1. The first answer, of which no question needs to be asked, is
// the identifier of the file.
static inline int rg_start_reader(const char *path, struct rg_reader *reader) {
  int sockets[2];
  void *pages = mmap(NULL, RG_PAGES * RG_PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);
  if (pages == MAP_FAILED) return -1;
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) != 0) {
    munmap(pages, RG_PAGES * RG_PAGE_BYTES);
    return -1;
  }
  fcntl(sockets[0], F_SETFD, FD_CLOEXEC);
  fcntl(sockets[1], F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
  const int on = 1;
  setsockopt(sockets[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
  pid_t child = fork();
  if (child == 0) {
    rg_answer_all(sockets[1], path, (char *)pages);
    _exit(0);
  }
  close(sockets[1]);
  if (child < 0) {
    close(sockets[0]);
    munmap(pages, RG_PAGES * RG_PAGE_BYTES);
    return -1;
  }
  reader->process = child;
  reader->socket = sockets[0];
  reader->pages = (char *)pages;
  return 0;
}

// Ends a reader, whatever it does.
static inline void rg_end_reader(struct rg_reader reader) {
  int status = 0;
  close(reader.socket);
  kill(reader.process, SIGKILL);
  while (waitpid(reader.process, &status, 0) < 0 && errno == EINTR) continue;
  munmap(reader.pages, RG_PAGES * RG_PAGE_BYTES);
}

#endif
