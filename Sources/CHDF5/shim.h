#ifndef RETROGAIT_CHDF5_SHIM_H
#define RETROGAIT_CHDF5_SHIM_H

#include <hdf5.h>
#include <stdlib.h>
#include <string.h>

// Macros that expand to a call, and functions that are macros in some versions of the library, do not reach Swift;
// these inline functions do.

static inline hid_t rg_little_endian_float(void) { return H5T_IEEE_F32LE; }
static inline hid_t rg_little_endian_double(void) { return H5T_IEEE_F64LE; }
static inline hid_t rg_native_float(void) { return H5T_NATIVE_FLOAT; }
static inline hid_t rg_text_type(void) { return H5T_C_S1; }
static inline hid_t rg_dataset_creation(void) { return H5P_DATASET_CREATE; }

static inline hid_t rg_open(const char *path) { return H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT); }
static inline hid_t rg_create(const char *path) { return H5Fcreate(path, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT); }

// A new file in memory that grows by `increment` bytes and is written nowhere.
static inline hid_t rg_create_in_memory(size_t increment) {
  hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  if (access < 0) return -1;
  hid_t file = -1;
  if (H5Pset_fapl_core(access, increment, 0) >= 0) file = H5Fcreate("memory", H5F_ACC_TRUNC, H5P_DEFAULT, access);
  H5Pclose(access);
  return file;
}

// Bytes of a file, put into `bytes` if it is not NULL: their number, or below 0.
static inline ssize_t rg_file_image(hid_t file, void *bytes, size_t capacity) {
  if (H5Fflush(file, H5F_SCOPE_GLOBAL) < 0) return -1;
  return H5Fget_file_image(file, bytes, capacity);
}

static inline void rg_silence(void) {
  H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
  // No filter is loaded from outside the library.
  H5PLset_loading_state(0);
}

// 0 no link, 1 hard link, 2 any other (soft, external, user-defined), -1 error.
static inline int rg_link_kind(hid_t location, const char *name) {
  htri_t exists = H5Lexists(location, name, H5P_DEFAULT);
  if (exists < 0) return -1;
  if (exists == 0) return 0;
  H5L_info_t info;
  if (H5Lget_info(location, name, &info, H5P_DEFAULT) < 0) return -1;
  return info.type == H5L_TYPE_HARD ? 1 : 2;
}

// Text of a string attribute, or -1 if there is none or it is no string.
static inline int rg_string_attribute(hid_t object, const char *name, char *text, size_t capacity) {
  int result = -1;
  if (H5Aexists(object, name) <= 0) return -1;
  hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
  if (attribute < 0) return -1;
  hid_t type = H5Aget_type(attribute);
  hid_t space = H5Aget_space(attribute);
  if (type >= 0 && space >= 0 && H5Tget_class(type) == H5T_STRING && H5Sget_simple_extent_npoints(space) == 1) {
    hid_t memory = H5Tcopy(H5T_C_S1);
    H5Tset_cset(memory, H5Tget_cset(type));
    if (H5Tis_variable_str(type) > 0) {
      char *value = NULL;
      H5Tset_size(memory, H5T_VARIABLE);
      if (H5Aread(attribute, memory, &value) >= 0 && value != NULL) {
        strncpy(text, value, capacity - 1);
        text[capacity - 1] = 0;
        H5free_memory(value);
        result = 0;
      }
    } else if (H5Tget_size(type) < capacity) {
      memset(text, 0, capacity);
      H5Tset_size(memory, H5Tget_size(type) + 1);
      if (H5Aread(attribute, memory, text) >= 0) result = 0;
    }
    H5Tclose(memory);
  }
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  H5Aclose(attribute);
  return result;
}

// A numeric scalar attribute, or -1 if there is none.
static inline int rg_number_attribute(hid_t object, const char *name, double *value) {
  int result = -1;
  if (H5Aexists(object, name) <= 0) return -1;
  hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
  if (attribute < 0) return -1;
  hid_t type = H5Aget_type(attribute);
  hid_t space = H5Aget_space(attribute);
  if (type >= 0 && space >= 0 && (H5Tget_class(type) == H5T_FLOAT || H5Tget_class(type) == H5T_INTEGER) &&
      H5Sget_simple_extent_npoints(space) == 1 && H5Aread(attribute, H5T_NATIVE_DOUBLE, value) >= 0)
    result = 0;
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  H5Aclose(attribute);
  return result;
}

// Whether all numbers of a dataset lie in the file itself, behind filters that are part of the library:
// 1 yes, 0 no, -1 error.
static inline int rg_is_self_contained(hid_t dataset) {
  hid_t list = H5Dget_create_plist(dataset);
  if (list < 0) return -1;
  int result = 1;
  if (H5Pget_layout(list) == H5D_VIRTUAL || H5Pget_external_count(list) > 0) result = 0;
  int filters = H5Pget_nfilters(list);
  for (int i = 0; i < filters && result == 1; i++) {
    unsigned flags = 0;
    unsigned info = 0;
    size_t count = 0;
    H5Z_filter_t filter = H5Pget_filter2(list, (unsigned)i, &flags, &count, NULL, 0, NULL, &info);
    if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_FLETCHER32) result = 0;
  }
  H5Pclose(list);
  return result;
}

// The code of IEEE half-precision floats, which the library has no name for; 0 for any other type.
static inline int rg_half_type(hid_t type) {
  size_t sign = 0, exponent = 0, exponent_bits = 0, mantissa = 0, mantissa_bits = 0;
  if (H5Tget_class(type) != H5T_FLOAT || H5Tget_size(type) != 2 || H5Tget_offset(type) != 0 ||
      H5Tget_precision(type) != 16 || H5Tget_ebias(type) != 15 || H5Tget_norm(type) != H5T_NORM_IMPLIED ||
      H5Tget_fields(type, &sign, &exponent, &exponent_bits, &mantissa, &mantissa_bits) < 0 || sign != 15 ||
      exponent != 10 || exponent_bits != 5 || mantissa != 0 || mantissa_bits != 10)
    return 0;
  return H5Tget_order(type) == H5T_ORDER_BE ? 194 : 66;
}

// The type of the numbers of a dataset, if it is one of the plain ones, else 0: its bytes, plus 16 for signed integers,
// 32 for unsigned ones and 64 for IEEE floats, plus 128 if the most significant byte comes first.
static inline int rg_number_type(hid_t dataset) {
  hid_t type = H5Dget_type(dataset);
  if (type < 0) return 0;
  hid_t known[] = {H5T_STD_I8LE,  H5T_STD_I16LE, H5T_STD_I32LE, H5T_STD_I64LE, H5T_STD_U8LE,   H5T_STD_U16LE,
                   H5T_STD_U32LE, H5T_STD_U64LE, H5T_STD_I8BE,  H5T_STD_I16BE, H5T_STD_I32BE,  H5T_STD_I64BE,
                   H5T_STD_U8BE,  H5T_STD_U16BE, H5T_STD_U32BE, H5T_STD_U64BE, H5T_IEEE_F32LE, H5T_IEEE_F64LE,
                   H5T_IEEE_F32BE, H5T_IEEE_F64BE};
  const int codes[] = {17, 18, 20, 24, 33, 34, 36, 40, 145, 146, 148, 152, 161, 162, 164, 168, 68, 72, 196, 200};
  int result = 0;
  for (int i = 0; i < 20 && result == 0; i++)
    if (H5Tequal(type, known[i]) > 0) result = codes[i];
  if (result == 0) result = rg_half_type(type);
  H5Tclose(type);
  return result;
}

// The layout of a dataset: 0 compact, 1 contiguous, 2 chunked. Fills in the size of its chunks and its filters in the
// order in which they were applied, all of which rg_is_self_contained knows. Negative if there are too many of either,
// or chunks at the edge that are stored in another way.
static inline int rg_layout(hid_t dataset, int rank, hsize_t *chunk, int *filters, int capacity, int *count) {
  hid_t list = H5Dget_create_plist(dataset);
  if (list < 0) return -1;
  H5D_layout_t layout = H5Pget_layout(list);
  int result = layout == H5D_COMPACT ? 0 : layout == H5D_CONTIGUOUS ? 1 : layout == H5D_CHUNKED ? 2 : -1;
  *count = 0;
  if (result == 2) {
    unsigned options = 0;
    if (H5Pget_chunk_opts(list, &options) < 0 || options != 0 || H5Pget_chunk(list, rank, chunk) != rank) result = -1;
    int filterCount = H5Pget_nfilters(list);
    if (filterCount < 0 || filterCount > capacity) result = -1;
    for (int i = 0; i < filterCount && result == 2; i++) {
      unsigned flags = 0;
      unsigned info = 0;
      size_t values = 0;
      filters[i] = H5Pget_filter2(list, (unsigned)i, &flags, &values, NULL, 0, NULL, &info);
      *count = i + 1;
    }
  }
  H5Pclose(list);
  return result;
}

// Reads `count` rows from row `first` on, as they are stored; a dataset without dimensions has one row.
static inline int rg_read_rows(hid_t dataset, hsize_t first, hsize_t count, void *target) {
  hsize_t start[H5S_MAX_RANK] = {0};
  hsize_t extent[H5S_MAX_RANK];
  int result = -1;
  hid_t type = H5Dget_type(dataset);
  hid_t space = H5Dget_space(dataset);
  hid_t memory = -1;
  int rank = space < 0 ? -1 : H5Sget_simple_extent_ndims(space);
  if (type >= 0 && rank == 0) result = H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, target);
  if (type >= 0 && rank > 0 && H5Sget_simple_extent_dims(space, extent, NULL) == rank && first + count <= extent[0]) {
    start[0] = first;
    extent[0] = count;
    memory = H5Screate_simple(rank, extent, NULL);
    if (memory >= 0 && H5Sselect_hyperslab(space, H5S_SELECT_SET, start, NULL, extent, NULL) >= 0)
      result = H5Dread(dataset, type, memory, space, H5P_DEFAULT, target);
  }
  if (memory >= 0) H5Sclose(memory);
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  return result;
}

static inline int rg_filter_deflate(void) { return H5Z_FILTER_DEFLATE; }
static inline int rg_filter_shuffle(void) { return H5Z_FILTER_SHUFFLE; }
static inline int rg_filter_fletcher32(void) { return H5Z_FILTER_FLETCHER32; }

struct rg_message {
  char *text;
  size_t capacity;
};

static inline herr_t rg_keep_first(unsigned n, const H5E_error2_t *error, void *data) {
  struct rg_message *message = (struct rg_message *)data;
  if (n == 0 && error->desc != NULL) {
    strncpy(message->text, error->desc, message->capacity - 1);
    message->text[message->capacity - 1] = 0;
  }
  return 0;
}

// The description of the deepest error of this thread, then forgets it.
static inline void rg_last_error(char *text, size_t capacity) {
  struct rg_message message = {text, capacity};
  text[0] = 0;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, rg_keep_first, &message);
  H5Eclear2(H5E_DEFAULT);
}

// A string attribute of fixed length.
static inline int rg_write_string_attribute(hid_t object, const char *name, const char *text) {
  int result = -1;
  hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, strlen(text) > 0 ? strlen(text) : 1);
  H5Tset_cset(type, H5T_CSET_UTF8);
  hid_t space = H5Screate(H5S_SCALAR);
  hid_t attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  if (attribute >= 0) {
    if (H5Awrite(attribute, type, text) >= 0) result = 0;
    H5Aclose(attribute);
  }
  H5Sclose(space);
  H5Tclose(type);
  return result;
}

// A number attribute.
static inline int rg_write_number_attribute(hid_t object, const char *name, double value) {
  int result = -1;
  hid_t space = H5Screate(H5S_SCALAR);
  hid_t attribute = H5Acreate2(object, name, H5T_IEEE_F64LE, space, H5P_DEFAULT, H5P_DEFAULT);
  if (attribute >= 0) {
    if (H5Awrite(attribute, H5T_NATIVE_DOUBLE, &value) >= 0) result = 0;
    H5Aclose(attribute);
  }
  H5Sclose(space);
  return result;
}

// Writes rows × columns numbers as 32-bit (or, for one column, 64-bit) floats: shuffled, gzip level 1, no time stamps.
static inline int rg_write_dataset(
    hid_t group, const char *name, const double *values, hsize_t rows, hsize_t columns, const char *units) {
  int result = -1;
  int rank = columns > 1 ? 2 : 1;
  hsize_t dims[2] = {rows, columns};
  hsize_t chunk[2] = {rows < 16384 ? rows : 16384, columns};
  hid_t space = H5Screate_simple(rank, dims, NULL);
  hid_t list = H5Pcreate(H5P_DATASET_CREATE);
  H5Pset_obj_track_times(list, 0);
  H5Pset_chunk(list, rank, chunk);
  H5Pset_shuffle(list);
  H5Pset_deflate(list, 1);
  hid_t type = columns > 1 ? H5T_IEEE_F32LE : H5T_IEEE_F64LE;
  hid_t dataset = H5Dcreate2(group, name, type, space, H5P_DEFAULT, list, H5P_DEFAULT);
  if (dataset >= 0) {
    if (H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0 &&
        rg_write_string_attribute(dataset, "units", units) == 0)
      result = 0;
    H5Dclose(dataset);
  }
  H5Pclose(list);
  H5Sclose(space);
  return result;
}

static inline hid_t rg_create_group(hid_t file, const char *name) {
  hid_t list = H5Pcreate(H5P_GROUP_CREATE);
  H5Pset_obj_track_times(list, 0);
  hid_t group = H5Gcreate2(file, name, H5P_DEFAULT, list, H5P_DEFAULT);
  H5Pclose(list);
  return group;
}

#endif
