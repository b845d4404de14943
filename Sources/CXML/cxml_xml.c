#include "CXML.h"
#include "cxml_private.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum { maximum_depth = 256, maximum_attributes = 64 };

typedef struct {
  const cxml_xml_handler *handler;
  void *context;
  xmlParserCtxtPtr parser;
  int depth;
  int64_t error_line;
} parse_state;

// The values of attributes stand in the source, without a zero byte at their ends.
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  parse_state *state = data;
  if (++state->depth > maximum_depth) {
    if (state->error_line == 0) state->error_line = xmlSAX2GetLineNumber(state->parser);
    xmlStopParser(state->parser);
  }
  const char *pairs[2 * maximum_attributes + 1];
  xmlChar *values[maximum_attributes];
  int count = attribute_count < maximum_attributes ? attribute_count : maximum_attributes;
  for (int index = 0; index < count; index++) {
    const xmlChar **attribute = attributes + 5 * index;
    values[index] = xmlStrndup(attribute[3], (int)(attribute[4] - attribute[3]));
    pairs[2 * index] = (const char *)attribute[0];
    pairs[2 * index + 1] = (const char *)values[index];
  }
  pairs[2 * count] = NULL;
  state->handler->start(state->context, (const char *)name, (const char *)space, pairs);
  for (int index = 0; index < count; index++) xmlFree(values[index]);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)prefix, (void)space;
  parse_state *state = data;
  state->depth--;
  state->handler->end(state->context, (const char *)name);
}

static void on_text(void *data, const xmlChar *text, int count) {
  parse_state *state = data;
  if (count > 0) state->handler->text(state->context, text, count);
}

// The five entities of XML never get here with a definition of the document's own.
static xmlEntityPtr on_entity(void *data, const xmlChar *name) {
  (void)data;
  return xmlGetPredefinedEntity(name);
}

static void on_error(void *data, xmlErrorPtr error) {
  parse_state *state = data;
  if (error->level >= XML_ERR_ERROR && state->error_line == 0) {
    state->error_line = error->line > 0 ? error->line : 1;
  }
}

int32_t cxml_xml_parse(const uint8_t *bytes, int64_t count, const cxml_xml_handler *handler,
                       void *context, int64_t *line) {
  *line = 0;
  if (count <= 0) return CXML_OK;
  xmlParserCtxtPtr parser = cxml_open(xmlCreateMemoryParserCtxt, bytes, count);
  if (parser == NULL) return CXML_FAILED;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.getEntity = on_entity;
  sax.serror = (xmlStructuredErrorFunc)on_error;
  parse_state state = {handler, context, parser, 0, 0};
  *parser->sax = sax;
  parser->userData = &state;
  xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC |
                                XML_PARSE_NOWARNING);
  // The options put SAX functions of libxml2's own in place of some of these.
  *parser->sax = sax;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  xmlParseDocument(parser);
  *line = state.error_line;
  xmlFreeParserCtxt(parser);
  return state.error_line == 0 ? CXML_OK : CXML_FAILED;
}
