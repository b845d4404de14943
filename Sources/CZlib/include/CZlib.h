/// zlib's inflate behind plain C functions; no zlib header is visible through this one.
#ifndef CZLIB_H
#define CZLIB_H

#include <stdint.h>

/// A reader of gzip data. One thread at a time.
typedef struct czlib_inflater czlib_inflater;

/// What `czlib_inflater_run` returns if it is not a failure. Failures are negative.
enum {
  CZLIB_MORE = 0,
  CZLIB_MEMBER_END = 1,
};

/// Opens a reader, which stands before a gzip member. Returns NULL if there is no memory.
/// The caller owns the result and passes it to `czlib_inflater_close`.
czlib_inflater *_Nullable czlib_inflater_open(void);

void czlib_inflater_close(czlib_inflater *_Nonnull inflater);

/// Inflates as much of `source` as fits `target`, and stores how many bytes were read and written.
/// Returns CZLIB_MORE, CZLIB_MEMBER_END after the last byte of a member, or a negative number:
/// the data are damaged (`czlib_inflater_message`).
int32_t czlib_inflater_run(czlib_inflater *_Nonnull inflater, const uint8_t *_Nonnull source,
                           int64_t count, uint8_t *_Nonnull target, int64_t capacity,
                           int64_t *_Nonnull consumed, int64_t *_Nonnull produced);

/// Makes ready for the next member. Returns 0, or a negative number on failure.
int32_t czlib_inflater_reset(czlib_inflater *_Nonnull inflater);

/// What is wrong, in words. The text belongs to the reader and lives until its next call.
const char *_Nonnull czlib_inflater_message(const czlib_inflater *_Nonnull inflater);

#endif
