#ifndef RETROGAIT_CZLIB_SHIM_H
#define RETROGAIT_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

// Inflates a whole zlib stream into at most `capacity` bytes, whatever the stream would expand to.
//
// Returns how many bytes came out, or -1 if the stream is damaged, cut off or longer than `capacity`.
static inline long rg_inflate(const unsigned char *source, size_t length, unsigned char *target, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof(stream));
  if (length > 0xffffffffu || capacity > 0xffffffffu || inflateInit(&stream) != Z_OK) return -1;
  stream.next_in = (unsigned char *)source;
  stream.avail_in = (unsigned)length;
  stream.next_out = target;
  stream.avail_out = (unsigned)capacity;
  int state = inflate(&stream, Z_FINISH);
  long result = state == Z_STREAM_END ? (long)stream.total_out : -1;
  inflateEnd(&stream);
  return result;
}

#endif
