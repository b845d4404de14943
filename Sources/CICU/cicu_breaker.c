#include "cicu_breaker.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_breaker {
  UBreakIterator *iterator;
  UText text;
};

cicu_breaker *cicu_breaker_open(int32_t kind, const char *locale, int32_t *status) {
  static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_SENTENCE};
  UErrorCode code = U_ZERO_ERROR;
  cicu_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL || kind < 0 || kind > 2) {
    free(breaker);
    *status = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  breaker->iterator = ubrk_open(types[kind], locale, NULL, 0, &code);
  *status = code;
  if (U_FAILURE(code)) {
    free(breaker);
    return NULL;
  }
  breaker->text = (UText)UTEXT_INITIALIZER;
  return breaker;
}

void cicu_breaker_close(cicu_breaker *breaker) {
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  free(breaker);
}

int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *utf8, int64_t count) {
  UErrorCode code = U_ZERO_ERROR;
  utext_openUTF8(&breaker->text, (const char *)utf8, count, &code);
  ubrk_setUText(breaker->iterator, &breaker->text, &code);
  return code;
}

int64_t cicu_breaker_next(cicu_breaker *breaker) {
  int32_t boundary = ubrk_next(breaker->iterator);
  return boundary == UBRK_DONE ? -1 : boundary;
}

int32_t cicu_breaker_rule_status(cicu_breaker *breaker) {
  return ubrk_getRuleStatus(breaker->iterator);
}
