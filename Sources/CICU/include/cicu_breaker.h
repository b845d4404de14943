#ifndef CICU_BREAKER_H
#define CICU_BREAKER_H

#include <stdint.h>

/// An ICU break iterator over one buffer of UTF-8. One thread at a time.
typedef struct cicu_breaker cicu_breaker;

/// What the iterator finds.
enum {
  CICU_BREAK_CHARACTER = 0,
  CICU_BREAK_WORD = 1,
  CICU_BREAK_SENTENCE = 2,
};

/// Opens an iterator. On failure returns NULL and stores a UErrorCode in `status`.
/// The caller owns the result and passes it to `cicu_breaker_close`.
cicu_breaker *_Nullable cicu_breaker_open(int32_t kind, const char *_Nonnull locale,
                                          int32_t *_Nonnull status);

void cicu_breaker_close(cicu_breaker *_Nonnull breaker);

/// Points the iterator at `count` bytes, which are borrowed: they must stay unchanged until the next
/// call of this function or of `cicu_breaker_close`. Returns a UErrorCode.
int32_t cicu_breaker_set_text(cicu_breaker *_Nonnull breaker, const uint8_t *_Nonnull utf8,
                              int64_t count);

/// The next boundary as a byte offset, or -1 at the end. The boundary at 0 is not returned.
int64_t cicu_breaker_next(cicu_breaker *_Nonnull breaker);

/// The rule status of the boundary last returned: what the piece before it is.
/// 0 none (punctuation, white space), 100 number, 200 letters, 300 kana, 400 ideographs.
int32_t cicu_breaker_rule_status(cicu_breaker *_Nonnull breaker);

#endif
