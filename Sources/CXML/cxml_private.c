#include "cxml_private.h"

#include <limits.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepare(void) { xmlInitParser(); }

xmlParserCtxtPtr cxml_open(xmlParserCtxtPtr (*create)(const char *, int), const uint8_t *bytes,
                           int64_t count) {
  if (count > INT_MAX) return NULL;
  pthread_once(&once, prepare);
  return create((const char *)bytes, (int)count);
}
