#include "cxml_private.h"

#include <libxml/parser.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepare(void) { xmlInitParser(); }

void cxml_prepare(void) { pthread_once(&once, prepare); }
