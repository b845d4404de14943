/// libxml2's parsers of HTML and XML behind plain C functions; no libxml2 header is visible through this one
/// (some builds of libxml2 show ICU's headers, which must not meet Foundation's own).
#ifndef CXML_H
#define CXML_H

#include <stdint.h>

/// What the parser tells. Names are lower-case and end with a zero byte. Everything passed to a
/// function is borrowed: it lives until that function returns.
typedef struct cxml_html_handler {
  /// An element begins. `attributes` holds name and value in turn and ends with NULL; it may itself
  /// be NULL, and so may any value.
  void (*_Nonnull start)(void *_Nullable context, const char *_Nonnull name,
                         const char *_Nullable const *_Nullable attributes);
  /// An element ends. Every begun element ends, in order, whatever the markup.
  void (*_Nonnull end)(void *_Nullable context, const char *_Nonnull name);
  /// Some characters, in UTF-8. One piece of text may come in several calls.
  void (*_Nonnull text)(void *_Nullable context, const uint8_t *_Nonnull bytes, int32_t count);
} cxml_html_handler;

/// What `cxml_html_parse` returns.
enum {
  CXML_OK = 0,
  /// The elements are nested deeper than 1,024: what follows was not read.
  CXML_TOO_DEEP = 1,
  /// No memory, or more than 2 GiB.
  CXML_FAILED = -1,
};

/// Parses `count` bytes, which must be valid UTF-8, and calls the handler's functions in the order
/// of the text. No tree is built, nothing is loaded, no entity but HTML's own is expanded, and what
/// the document says of its encoding is not listened to. Safe to call from several threads.
int32_t cxml_html_parse(const uint8_t *_Nonnull bytes, int64_t count,
                        const cxml_html_handler *_Nonnull handler, void *_Nullable context);

/// What the XML parser tells. Names are local (without a prefix) and end with a zero byte; `space` is
/// the name of the namespace, or NULL. Everything passed to a function is borrowed.
typedef struct cxml_xml_handler {
  /// An element begins. `attributes` is as above.
  void (*_Nonnull start)(void *_Nullable context, const char *_Nonnull name,
                         const char *_Nullable space,
                         const char *_Nullable const *_Nullable attributes);
  void (*_Nonnull end)(void *_Nullable context, const char *_Nonnull name);
  /// Some characters or a part of a CDATA section, in UTF-8.
  void (*_Nonnull text)(void *_Nullable context, const uint8_t *_Nonnull bytes, int32_t count);
} cxml_xml_handler;

/// Parses `count` bytes of XML, which must be valid UTF-8, right or wrong as far as it can be read.
/// Nothing is loaded from anywhere, and no entity is expanded but the five of XML and references to
/// characters; what the declaration says of the encoding is not listened to. `CXML_FAILED` means that
/// something was wrong, and `*line` is then where; what was told before it holds.
int32_t cxml_xml_parse(const uint8_t *_Nonnull bytes, int64_t count,
                       const cxml_xml_handler *_Nonnull handler, void *_Nullable context,
                       int64_t *_Nonnull line);

#endif
