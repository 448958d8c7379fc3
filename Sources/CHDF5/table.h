#ifndef RETROGAIT_CHDF5_TABLE_H
#define RETROGAIT_CHDF5_TABLE_H

#include <hdf5.h>
#include <string.h>

// Tables for other programs: a group per table, a dataset per column. Groups keep the order in which columns were added.
// No time stamps are stored, so the same tables give the same bytes.

// A new file in memory whose root keeps the order of its tables. It grows by `increment` bytes and is written nowhere.
static inline hid_t rg_create_tables_in_memory(size_t increment) {
  hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  hid_t creation = H5Pcreate(H5P_FILE_CREATE);
  hid_t file = -1;
  if (access >= 0 && creation >= 0 && H5Pset_fapl_core(access, increment, 0) >= 0 &&
      H5Pset_obj_track_times(creation, 0) >= 0 &&
      H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED) >= 0)
    file = H5Fcreate("tables", H5F_ACC_TRUNC, creation, access);
  if (creation >= 0) H5Pclose(creation);
  if (access >= 0) H5Pclose(access);
  return file;
}

// A group that keeps the order of its columns.
static inline hid_t rg_create_table(hid_t file, const char *name) {
  hid_t list = H5Pcreate(H5P_GROUP_CREATE);
  hid_t group = -1;
  if (list >= 0 && H5Pset_obj_track_times(list, 0) >= 0 &&
      H5Pset_link_creation_order(list, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED) >= 0)
    group = H5Gcreate2(file, name, H5P_DEFAULT, list, H5P_DEFAULT);
  if (list >= 0) H5Pclose(list);
  return group;
}

// The enumeration of a byte that h5py, PyTables and others write for a truth.
static inline hid_t rg_truth_type(void) {
  hid_t type = H5Tenum_create(H5T_STD_I8LE);
  signed char no = 0, yes = 1;
  if (type >= 0 && (H5Tenum_insert(type, "FALSE", &no) < 0 || H5Tenum_insert(type, "TRUE", &yes) < 0)) {
    H5Tclose(type);
    return -1;
  }
  return type;
}

// UTF-8 of `size` bytes, filled up with zeros; of any length if `size` is 0.
static inline hid_t rg_utf8_type(size_t size) {
  hid_t type = H5Tcopy(H5T_C_S1);
  if (type >= 0 && (H5Tset_size(type, size == 0 ? H5T_VARIABLE : size) < 0 || H5Tset_cset(type, H5T_CSET_UTF8) < 0 ||
                    (size > 0 && H5Tset_strpad(type, H5T_STR_NULLPAD) < 0))) {
    H5Tclose(type);
    return -1;
  }
  return type;
}

// A column of `rows` cells, in chunks of at most `chunk` rows, shuffled and packed with gzip level 1. The kinds are 0 for
// 64-bit floats, 1 for 64-bit integers, 2 for truths of a byte, 3 for UTF-8 of `size` bytes, and 4 for pointers to UTF-8 of
// any length that ends in a zero. The caller closes the dataset.
static inline hid_t rg_write_column(
    hid_t group, const char *name, int kind, size_t size, const void *values, hsize_t rows, hsize_t chunk) {
  hid_t type = -1;
  if (kind == 0) type = H5Tcopy(H5T_IEEE_F64LE);
  if (kind == 1) type = H5Tcopy(H5T_STD_I64LE);
  if (kind == 2) type = rg_truth_type();
  if (kind == 3) type = rg_utf8_type(size);
  if (kind == 4) type = rg_utf8_type(0);
  hid_t space = H5Screate_simple(1, &rows, NULL);
  hid_t list = H5Pcreate(H5P_DATASET_CREATE);
  hid_t dataset = -1;
  int isReady = type >= 0 && space >= 0 && list >= 0 && H5Pset_obj_track_times(list, 0) >= 0;
  if (isReady && rows > 0) {
    if (rows < chunk) chunk = rows;
    isReady = H5Pset_chunk(list, 1, &chunk) >= 0 && H5Pset_shuffle(list) >= 0 && H5Pset_deflate(list, 1) >= 0;
  }
  if (isReady) dataset = H5Dcreate2(group, name, type, space, H5P_DEFAULT, list, H5P_DEFAULT);
  // Numbers in memory have the order of bytes of this machine; text has none.
  hid_t memory = kind == 0 ? H5T_NATIVE_DOUBLE : kind == 1 ? H5T_NATIVE_INT64 : type;
  if (dataset >= 0 && rows > 0 && H5Dwrite(dataset, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0) {
    H5Dclose(dataset);
    dataset = -1;
  }
  if (list >= 0) H5Pclose(list);
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  return dataset;
}

// An attribute of UTF-8. Readers give text of variable length without decoding; text of fixed length stands in the object
// itself, so that a file is known by its beginning.
static inline int rg_write_text_attribute(hid_t object, const char *name, const char *text, int isFixed) {
  size_t length = strlen(text);
  hid_t type = rg_utf8_type(!isFixed ? 0 : length > 0 ? length : 1);
  hid_t space = H5Screate(H5S_SCALAR);
  hid_t attribute = -1;
  int result = -1;
  if (type >= 0 && space >= 0) attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  if (attribute >= 0) {
    if (H5Awrite(attribute, type, isFixed ? (const void *)text : (const void *)&text) >= 0) result = 0;
    H5Aclose(attribute);
  }
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  return result;
}

#endif
