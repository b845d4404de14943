#include "cicu_converter.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

enum { pivot_capacity = 4096, offset_capacity = 256 };

struct cicu_converter {
  UConverter *from;
  UConverter *to;
  UChar pivot[pivot_capacity];
  UChar *pivot_source;
  UChar *pivot_target;
  // The bytes of the present call, and their place in the stream: the callback needs both.
  const char *chunk;
  const char *chunk_end;
  int64_t chunk_offset;
  int64_t invalid_count;
  int64_t offsets[offset_capacity];
};

static void note_invalid(cicu_converter *converter, const char *source, int32_t length) {
  int64_t index = converter->invalid_count++;
  if (index >= offset_capacity) return;
  int64_t offset;
  if (source >= converter->chunk && source <= converter->chunk_end) {
    // `source` stands after the bad bytes, some of which may belong to the chunk before.
    offset = converter->chunk_offset + (source - converter->chunk) - length;
    if (offset < 0) offset = 0;
  } else {
    // ICU is reading bytes again that it had put back: they follow the last bad sequence.
    offset = index > 0 ? converter->offsets[index - 1] + 1 : converter->chunk_offset;
  }
  converter->offsets[index] = offset;
}

static void replace_invalid(const void *context, UConverterToUnicodeArgs *args, const char *units,
                            int32_t length, UConverterCallbackReason reason, UErrorCode *status) {
  static const UChar replacement[] = {0xFFFD};
  (void)units;
  if (reason > UCNV_IRREGULAR) return;
  note_invalid((cicu_converter *)(uintptr_t)context, args->source, length);
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, replacement, 1, 0, status);
}

static cicu_converter *open_pair(const char *from, const char *to, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_converter *converter = calloc(1, sizeof *converter);
  if (converter == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  converter->pivot_source = converter->pivot_target = converter->pivot;
  converter->from = ucnv_open(from, &code);
  converter->to = ucnv_open(to, &code);
  if (U_SUCCESS(code)) {
    ucnv_setToUCallBack(converter->from, replace_invalid, converter, NULL, NULL, &code);
  }
  *status = code;
  if (U_FAILURE(code)) {
    cicu_converter_close(converter);
    return NULL;
  }
  return converter;
}

cicu_converter *cicu_converter_open(const char *name, int32_t *status) {
  return open_pair(name, "UTF-8", status);
}

cicu_converter *cicu_converter_open_encoder(const char *name, int32_t *status) {
  return open_pair("UTF-8", name, status);
}

void cicu_converter_close(cicu_converter *converter) {
  ucnv_close(converter->from);
  ucnv_close(converter->to);
  free(converter);
}

int32_t cicu_converter_run(cicu_converter *converter, const uint8_t *source, int64_t count,
                           int32_t is_last, uint8_t *target, int64_t capacity, int64_t *consumed,
                           int64_t *produced) {
  static const char nothing[1] = {0};
  UErrorCode code = U_ZERO_ERROR;
  const char *in = source == NULL ? nothing : (const char *)source;
  char *out = (char *)target;
  const char *begin = in;
  converter->chunk = in;
  converter->chunk_end = in + count;
  ucnv_convertEx(converter->to, converter->from, &out, (const char *)target + capacity, &in,
                 in + count, converter->pivot, &converter->pivot_source, &converter->pivot_target,
                 converter->pivot + pivot_capacity, 0, is_last != 0, &code);
  converter->chunk_offset += in - begin;
  *consumed = in - begin;
  *produced = (uint8_t *)out - target;
  return code;
}

int32_t cicu_converter_is_full(int32_t status) { return status == U_BUFFER_OVERFLOW_ERROR; }

int64_t cicu_converter_invalid_count(const cicu_converter *converter) {
  return converter->invalid_count;
}

int32_t cicu_converter_offset_count(const cicu_converter *converter) {
  return converter->invalid_count < offset_capacity ? (int32_t)converter->invalid_count
                                                    : offset_capacity;
}

int64_t cicu_converter_offset(const cicu_converter *converter, int32_t index) {
  return converter->offsets[index];
}

const char *cicu_converter_canonical_name(const char *name) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &code);
  if (U_FAILURE(code)) return NULL;
  ucnv_close(converter);
  const char *alias = ucnv_getAlias(name, 0, &code);
  return U_FAILURE(code) ? NULL : alias;
}
