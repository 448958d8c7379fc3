#ifndef RETROGAIT_CHDF5_TREE_H
#define RETROGAIT_CHDF5_TREE_H

#include <hdf5.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// The number of links in a group, or -1.
static inline long rg_link_count(hid_t group) {
  H5G_info_t info;
  return H5Gget_info(group, &info) < 0 ? -1 : (long)info.nlinks;
}

// The name of a link by its place in the order of names: its length, 0 if it does not fit, or -1 if there is none.
static inline long rg_link_name(hid_t group, long index, char *text, size_t capacity) {
  ssize_t length = H5Lget_name_by_idx(
      group, ".", H5_INDEX_NAME, H5_ITER_INC, (hsize_t)index, text, capacity, H5P_DEFAULT);
  return (size_t)length >= capacity && length >= 0 ? 0 : (long)length;
}

// 1 group, 2 dataset, 0 anything else.
static inline int rg_object_kind(hid_t location, const char *name) {
  hid_t object = H5Oopen(location, name, H5P_DEFAULT);
  if (object < 0) return 0;
  H5I_type_t type = H5Iget_type(object);
  H5Oclose(object);
  return type == H5I_GROUP ? 1 : type == H5I_DATASET ? 2 : 0;
}

// The texts of an attribute that is an array of strings of one length, each followed by a line feed: 0, or -1 if there
// is none, it is something else, or it does not fit.
static inline int rg_string_array_attribute(hid_t object, const char *name, char *text, size_t capacity) {
  int result = -1;
  if (H5Aexists(object, name) <= 0) return -1;
  hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
  if (attribute < 0) return -1;
  hid_t type = H5Aget_type(attribute);
  hid_t space = H5Aget_space(attribute);
  hssize_t count = space >= 0 ? H5Sget_simple_extent_npoints(space) : -1;
  if (type >= 0 && H5Tget_class(type) == H5T_STRING && count > 0 && count < 1000) {
    if (H5Tis_variable_str(type) > 0) {
      char **values = (char **)calloc((size_t)count, sizeof(char *));
      if (values != NULL && H5Aread(attribute, type, values) >= 0) {
        size_t used = 0;
        result = 0;
        for (hssize_t i = 0; i < count && result == 0; i++) {
          size_t length = values[i] != NULL ? strlen(values[i]) : 0;
          if (used + length + 2 > capacity) {
            result = -1;
          } else {
            if (length > 0) memcpy(text + used, values[i], length);
            text[used + length] = '\n';
            used += length + 1;
            text[used] = 0;
          }
        }
        H5Dvlen_reclaim(type, space, H5P_DEFAULT, values);
      }
      free(values);
    } else {
      size_t size = H5Tget_size(type);
      if (size > 0 && size < 4096 && ((size_t)count * (size + 1)) + 1 <= capacity) {
        char *values = (char *)calloc((size_t)count, size);
        if (values != NULL && H5Aread(attribute, type, values) >= 0) {
          size_t used = 0;
          for (hssize_t i = 0; i < count; i++) {
            size_t length = strnlen(values + (size_t)i * size, size);
            memcpy(text + used, values + (size_t)i * size, length);
            text[used + length] = '\n';
            used += length + 1;
          }
          text[used] = 0;
          result = 0;
        }
        free(values);
      }
    }
  }
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  H5Aclose(attribute);
  return result;
}

// Writes one attribute of strings of `size` bytes each, one after the other in `text`; a single one is a scalar.
static inline int rg_write_string_array_attribute(
    hid_t object, const char *name, const char *text, size_t size, hsize_t count) {
  hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, size);
  hid_t space = count == 1 ? H5Screate(H5S_SCALAR) : H5Screate_simple(1, &count, NULL);
  hid_t attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  int result = attribute >= 0 && H5Awrite(attribute, type, text) >= 0 ? 0 : -1;
  if (attribute >= 0) H5Aclose(attribute);
  H5Sclose(space);
  H5Tclose(type);
  return result;
}

// Writes whole numbers of 64 bits, as APDM writes its times.
static inline int rg_write_times(hid_t group, const char *name, const uint64_t *values, hsize_t count) {
  hid_t space = H5Screate_simple(1, &count, NULL);
  hid_t dataset = H5Dcreate2(group, name, H5T_STD_U64LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  int result = dataset >= 0 && H5Dwrite(dataset, H5T_NATIVE_UINT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0 ? 0 : -1;
  if (dataset >= 0) H5Dclose(dataset);
  H5Sclose(space);
  return result;
}

// Writes rows × columns numbers as 64-bit floats without packing.
static inline int rg_write_plain(hid_t group, const char *name, const double *values, hsize_t rows, hsize_t columns) {
  hsize_t dims[2] = {rows, columns};
  hid_t space = H5Screate_simple(2, dims, NULL);
  hid_t dataset = H5Dcreate2(group, name, H5T_IEEE_F64LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  int result = dataset >= 0 && H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0 ? 0 : -1;
  if (dataset >= 0) H5Dclose(dataset);
  H5Sclose(space);
  return result;
}

// A new file whose first 512 bytes are left to the writer, as MATLAB has them.
static inline hid_t rg_create_behind_header(const char *path) {
  hid_t list = H5Pcreate(H5P_FILE_CREATE);
  H5Pset_userblock(list, 512);
  hid_t file = H5Fcreate(path, H5F_ACC_TRUNC, list, H5P_DEFAULT);
  H5Pclose(list);
  return file;
}

#endif
