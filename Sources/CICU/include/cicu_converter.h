#ifndef CICU_CONVERTER_H
#define CICU_CONVERTER_H

#include <stdint.h>

/// A streaming conversion from one charset to UTF-8, or back. One thread at a time.
typedef struct cicu_converter cicu_converter;

/// Opens a conversion from the charset `name` to UTF-8. On failure returns NULL and stores a
/// UErrorCode in `status`. The caller owns the result and passes it to `cicu_converter_close`.
cicu_converter *_Nullable cicu_converter_open(const char *_Nonnull name,
                                              int32_t *_Nonnull status);

/// The same in the other direction: from UTF-8 to the charset `name`.
cicu_converter *_Nullable cicu_converter_open_encoder(const char *_Nonnull name,
                                                      int32_t *_Nonnull status);

void cicu_converter_close(cicu_converter *_Nonnull converter);

/// Converts as much of `source` as fits `target`, and stores how many bytes were read and written.
/// Bytes of an unfinished character are kept for the next call; `is_last` (0 or 1) says that none
/// follows. What cannot be converted becomes U+FFFD.
/// Returns a UErrorCode: `cicu_converter_is_full` tells whether it only asks for more room.
int32_t cicu_converter_run(cicu_converter *_Nonnull converter, const uint8_t *_Nullable source,
                           int64_t count, int32_t is_last, uint8_t *_Nonnull target,
                           int64_t capacity, int64_t *_Nonnull consumed,
                           int64_t *_Nonnull produced);

/// 1 if the status only means that the target was too small, otherwise 0.
int32_t cicu_converter_is_full(int32_t status);

/// The number of byte sequences replaced so far.
int64_t cicu_converter_invalid_count(const cicu_converter *_Nonnull converter);

/// The number of offsets kept: at most 256, the first ones.
int32_t cicu_converter_offset_count(const cicu_converter *_Nonnull converter);

/// The offset, from the beginning of the stream, of a replaced sequence.
/// `index` is at least 0 and less than `cicu_converter_offset_count`.
int64_t cicu_converter_offset(const cicu_converter *_Nonnull converter, int32_t index);

/// The name ICU itself uses for a charset, or NULL if it knows no such charset.
/// The result is a constant of ICU and is not freed.
const char *_Nullable cicu_converter_canonical_name(const char *_Nonnull name);

#endif
