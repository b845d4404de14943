#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct czlib_inflater {
  z_stream stream;
};

// 15 bits of window, the largest there is; 16 asks for a gzip header and its checksum.
enum { gzip_window_bits = 15 + 16 };

czlib_inflater *czlib_inflater_open(void) {
  czlib_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater == NULL) return NULL;
  if (inflateInit2(&inflater->stream, gzip_window_bits) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void czlib_inflater_close(czlib_inflater *inflater) {
  inflateEnd(&inflater->stream);
  free(inflater);
}

int32_t czlib_inflater_run(czlib_inflater *inflater, const uint8_t *source, int64_t count,
                           uint8_t *target, int64_t capacity, int64_t *consumed,
                           int64_t *produced) {
  z_stream *stream = &inflater->stream;
  uInt in = count > INT_MAX ? INT_MAX : (uInt)count;
  uInt out = capacity > INT_MAX ? INT_MAX : (uInt)capacity;
  stream->next_in = (Bytef *)(uintptr_t)source;
  stream->avail_in = in;
  stream->next_out = target;
  stream->avail_out = out;
  int code = inflate(stream, Z_NO_FLUSH);
  *consumed = in - stream->avail_in;
  *produced = out - stream->avail_out;
  if (code == Z_STREAM_END) return CZLIB_MEMBER_END;
  // Z_BUF_ERROR: no progress was possible without more bytes or more room; not a failure.
  if (code == Z_OK || code == Z_BUF_ERROR) return CZLIB_MORE;
  // A dictionary is no part of gzip; its code is positive.
  return code < 0 ? code : Z_DATA_ERROR;
}

int32_t czlib_inflater_reset(czlib_inflater *inflater) {
  return inflateReset(&inflater->stream) == Z_OK ? 0 : Z_STREAM_ERROR;
}

const char *czlib_inflater_message(const czlib_inflater *inflater) {
  return inflater->stream.msg != NULL ? inflater->stream.msg : "damaged data";
}
