#ifndef RETROGAIT_CZLIB_STREAM_H
#define RETROGAIT_CZLIB_STREAM_H

#include <string.h>
#include <zlib.h>

// Inflates the start of a zlib stream, at most `capacity` bytes of it.
//
// Returns how many bytes came out, or -1 if the stream is damaged.
static inline long rg_inflate_start(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof(stream));
  if (length > 0xffffffffu) length = 0xffffffffu;
  if (capacity > 0xffffffffu || inflateInit(&stream) != Z_OK) return -1;
  stream.next_in = (unsigned char *)source;
  stream.avail_in = (unsigned)length;
  stream.next_out = target;
  stream.avail_out = (unsigned)capacity;
  int state = inflate(&stream, Z_SYNC_FLUSH);
  long result = state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR ? (long)stream.total_out : -1;
  inflateEnd(&stream);
  return result;
}

// Inflates a whole raw deflate stream, as ZIP holds it, into at most `capacity` bytes.
//
// Returns how many bytes came out, or -1 if the stream is damaged, cut off or longer than `capacity`.
static inline long rg_inflate_raw(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof(stream));
  if (length > 0xffffffffu || capacity > 0xffffffffu || inflateInit2(&stream, -15) != Z_OK) return -1;
  stream.next_in = (unsigned char *)source;
  stream.avail_in = (unsigned)length;
  stream.next_out = target;
  stream.avail_out = (unsigned)capacity;
  int state = inflate(&stream, Z_FINISH);
  long result = state == Z_STREAM_END ? (long)stream.total_out : -1;
  inflateEnd(&stream);
  return result;
}

// Deflates into at most `capacity` bytes, as a zlib stream or raw. Returns how many bytes came out, or -1.
static inline long rg_deflate(
    const unsigned char *source, size_t length, unsigned char *target, size_t capacity, int raw) {
  z_stream stream;
  memset(&stream, 0, sizeof(stream));
  if (length > 0xffffffffu || capacity > 0xffffffffu ||
      deflateInit2(&stream, 6, Z_DEFLATED, raw ? -15 : 15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return -1;
  stream.next_in = (unsigned char *)source;
  stream.avail_in = (unsigned)length;
  stream.next_out = target;
  stream.avail_out = (unsigned)capacity;
  int state = deflate(&stream, Z_FINISH);
  long result = state == Z_STREAM_END ? (long)stream.total_out : -1;
  deflateEnd(&stream);
  return result;
}

static inline unsigned long rg_crc32(const unsigned char *bytes, size_t length) {
  return crc32_z(crc32(0L, Z_NULL, 0), bytes, length);
}

#endif
