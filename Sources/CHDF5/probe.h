#ifndef RETROGAIT_CHDF5_PROBE_H
#define RETROGAIT_CHDF5_PROBE_H

#include <errno.h>
#include <hdf5.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// Looks through everything in a file that tells where its numbers lie, in a process of its own: libhdf5 1.10 crashes on
// some damaged files, in code that every reader must call.

#define RG_PROBE_SECONDS 4
// By the clock on the wall: a file on a slow share may take its time, but not for ever.
#define RG_PROBE_WALL_SECONDS 30
#define RG_PROBE_CHUNKS 20000000

static inline herr_t rg_probe_attribute(hid_t object, const char *name, const H5A_info_t *info, void *data) {
  (void)info;
  (void)data;
  hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
  if (attribute < 0) return 0;
  hid_t type = H5Aget_type(attribute);
  hid_t space = H5Aget_space(attribute);
  hssize_t count = space < 0 ? 0 : H5Sget_simple_extent_npoints(space);
  size_t size = type < 0 ? 0 : H5Tget_size(type);
  if (count > 0 && size > 0 && (hsize_t)count < (1u << 20) / size) {
    void *values = calloc((size_t)count, size);
    if (values != NULL && H5Aread(attribute, type, values) >= 0) H5Dvlen_reclaim(type, space, H5P_DEFAULT, values);
    free(values);
  }
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  H5Aclose(attribute);
  return 0;
}

// The place and size of every chunk, which lie in an index of their own.
static inline void rg_probe_chunks(hid_t dataset, hid_t list, hid_t space) {
  hsize_t dims[H5S_MAX_RANK];
  hsize_t chunk[H5S_MAX_RANK];
  hsize_t origin[H5S_MAX_RANK];
  int rank = H5Sget_simple_extent_ndims(space);
  if (rank <= 0 || rank > H5S_MAX_RANK || H5Sget_simple_extent_dims(space, dims, NULL) != rank) return;
  if (H5Pget_chunk(list, rank, chunk) != rank) return;
  for (int k = 0; k < rank; k++) {
    if (chunk[k] == 0 || dims[k] == 0) return;
    origin[k] = 0;
  }
  for (long n = 0; n < RG_PROBE_CHUNKS; n++) {
    hsize_t stored = 0;
    // It fails for chunks that were never written, too.
    H5Dget_chunk_storage_size(dataset, origin, &stored);
    int k = rank - 1;
    while (k >= 0) {
      origin[k] += chunk[k];
      if (origin[k] < dims[k]) break;
      origin[k] = 0;
      k--;
    }
    if (k < 0) return;
  }
}

static inline herr_t rg_probe_object(hid_t root, const char *name, const H5O_info_t *info, void *data) {
  (void)data;
  hid_t object = H5Oopen(root, name, H5P_DEFAULT);
  if (object < 0) return 0;
  hsize_t index = 0;
  H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_NATIVE, &index, rg_probe_attribute, NULL);
  if (info->type == H5O_TYPE_GROUP) {
    H5G_info_t group;
    char text[256];
    if (H5Gget_info(object, &group) >= 0)
      for (hsize_t i = 0; i < group.nlinks && i < 100000; i++)
        H5Lget_name_by_idx(object, ".", H5_INDEX_NAME, H5_ITER_INC, i, text, sizeof(text), H5P_DEFAULT);
  }
  if (info->type == H5O_TYPE_DATASET) {
    hid_t list = H5Dget_create_plist(object);
    hid_t type = H5Dget_type(object);
    // Sources of a virtual dataset would be opened to find its size.
    if (list >= 0 && H5Pget_layout(list) != H5D_VIRTUAL) {
      hid_t space = H5Dget_space(object);
      H5Dget_storage_size(object);
      if (space >= 0 && H5Pget_layout(list) == H5D_CHUNKED) rg_probe_chunks(object, list, space);
      if (space >= 0) H5Sclose(space);
    }
    if (type >= 0) H5Tclose(type);
    if (list >= 0) H5Pclose(list);
  }
  H5Oclose(object);
  return 0;
}

// What tells whether a file is the one that was seen before.
struct rg_identity {
  long long device;
  long long inode;
  long long size;
  long long seconds;
  long long nanoseconds;
};

static inline struct rg_identity rg_identity_of(const char *path) {
  struct stat status;
  struct rg_identity result = {0, 0, -1, 0, 0};
  if (stat(path, &status) != 0) return result;
  result.device = (long long)status.st_dev;
  result.inode = (long long)status.st_ino;
  result.size = (long long)status.st_size;
#ifdef __APPLE__
  result.seconds = (long long)status.st_mtimespec.tv_sec;
  result.nanoseconds = (long long)status.st_mtimespec.tv_nsec;
#else
  result.seconds = (long long)status.st_mtim.tv_sec;
  result.nanoseconds = (long long)status.st_mtim.tv_nsec;
#endif
  return result;
}

// 1 if libhdf5 gets through the file, 0 if it crashes or finds no end, -1 if no process could be started.
static inline int rg_probe(const char *path) {
  pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    // A crash here is an answer and no news.
    const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP};
    for (int i = 0; i < 6; i++) signal(crashes[i], SIG_DFL);
    struct rlimit none = {0, 0};
    struct rlimit time = {RG_PROBE_SECONDS, RG_PROBE_SECONDS};
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_CPU, &time);
    signal(SIGALRM, SIG_DFL);
    alarm(RG_PROBE_WALL_SECONDS);
#ifdef M_PERTURB
    // Memory that was never written to holds zeros here and anything in a process that has run for a while: with a
    // pattern in it the library crashes here if it would crash there.
    mallopt(M_PERTURB, 0xA5);
#endif
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
    if (file >= 0) {
      H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, rg_probe_object, NULL, H5O_INFO_BASIC);
      H5Fclose(file);
    }
    _exit(0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
}

#endif
