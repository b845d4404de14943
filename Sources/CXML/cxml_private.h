/// What both parsers need of libxml2; no part of the module's interface.
#ifndef CXML_PRIVATE_H
#define CXML_PRIVATE_H

#include <libxml/parser.h>
#include <stdint.h>

/// Makes a parser of some bytes, of HTML or of XML. Prepares libxml2, once a process, from whatever thread.
///
/// `create` is libxml2's own function for it. Returns NULL if there is no memory, or more than 2 GiB of bytes.
xmlParserCtxtPtr cxml_open(xmlParserCtxtPtr (*create)(const char *, int), const uint8_t *bytes,
                           int64_t count);

#endif
