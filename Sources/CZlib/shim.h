#ifndef RETROGAIT_CZLIB_SHIM_H
#define RETROGAIT_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

// Logarithm of the window of deflate; negative for a stream without zlib's header, as ZIP holds it, and 16 more for one
// with the header of gzip.
enum { rg_zlib_window = 15, rg_raw_window = -15, rg_gzip_window = 31 };

// A stream from `source` to `target`; 0 if one of them is longer than zlib can be told.
static inline int rg_stream(
    z_stream *stream, const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  memset(stream, 0, sizeof(*stream));
  stream->next_in = (unsigned char *)source;
  stream->avail_in = (unsigned)length;
  stream->next_out = target;
  stream->avail_out = (unsigned)capacity;
  return length <= 0xffffffffu && capacity <= 0xffffffffu;
}

// Inflates into at most `capacity` bytes, whatever the stream would expand to: all of it, or `is_start` only as much as
// fits. Returns how many bytes came out, or -1 if the stream is damaged or, where all of it is wanted, cut off or too long.
static inline long rg_inflate_window(
    const unsigned char *source, size_t length, unsigned char *target, size_t capacity, int window, int is_start) {
  z_stream stream;
  if (!rg_stream(&stream, source, length, target, capacity) || inflateInit2(&stream, window) != Z_OK) return -1;
  int state = inflate(&stream, is_start ? Z_SYNC_FLUSH : Z_FINISH);
  // What stands behind the end of a gzip stream is another part of the file, which would be lost.
  int is_whole = state == Z_STREAM_END && (window != rg_gzip_window || stream.avail_in == 0);
  int is_good = is_whole || (is_start && (state == Z_OK || state == Z_BUF_ERROR));
  long result = is_good ? (long)stream.total_out : -1;
  inflateEnd(&stream);
  return result;
}

// Inflates a whole zlib stream.
static inline long rg_inflate(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  return rg_inflate_window(source, length, target, capacity, rg_zlib_window, 0);
}

// Inflates a whole raw deflate stream.
static inline long rg_inflate_raw(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  return rg_inflate_window(source, length, target, capacity, rg_raw_window, 0);
}

// Inflates a whole gzip stream.
static inline long rg_inflate_gzip(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  return rg_inflate_window(source, length, target, capacity, rg_gzip_window, 0);
}

// Inflates the start of a zlib stream.
static inline long rg_inflate_start(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  size_t read = length > 0xffffffffu ? 0xffffffffu : length;
  return rg_inflate_window(source, read, target, capacity, rg_zlib_window, 1);
}

// Deflates into at most `capacity` bytes. Returns how many bytes came out, or -1. The header of gzip names no file and no
// time, so that the same bytes give the same stream.
static inline long rg_deflate_window(
    const unsigned char *source, size_t length, unsigned char *target, size_t capacity, int window) {
  z_stream stream;
  if (!rg_stream(&stream, source, length, target, capacity) ||
      deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return -1;
  int state = deflate(&stream, Z_FINISH);
  long result = state == Z_STREAM_END ? (long)stream.total_out : -1;
  deflateEnd(&stream);
  return result;
}

// Deflates as a zlib stream or raw.
static inline long rg_deflate(
    const unsigned char *source, size_t length, unsigned char *target, size_t capacity, int raw) {
  return rg_deflate_window(source, length, target, capacity, raw ? rg_raw_window : rg_zlib_window);
}

// Deflates as a gzip stream.
static inline long rg_deflate_gzip(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  return rg_deflate_window(source, length, target, capacity, rg_gzip_window);
}

static inline unsigned long rg_crc32(const unsigned char *bytes, size_t length) {
  return crc32_z(crc32(0L, Z_NULL, 0), bytes, length);
}

#endif
