#include "CXML.h"
#include "cxml_private.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

// libxml2 looks through all open elements at an end tag that fits none, so that the time for a tag grows
// with the depth. Browsers nest no deeper than 512.
enum { maximum_depth = 1024 };

typedef struct {
  const cxml_html_handler *handler;
  void *context;
  htmlParserCtxtPtr parser;
  int depth;
  int too_deep;
} parse_state;

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  parse_state *state = data;
  state->depth++;
  if (state->depth > maximum_depth && !state->too_deep) {
    state->too_deep = 1;
    xmlStopParser(state->parser);
  }
  state->handler->start(state->context, (const char *)name,
                        (const char *const *)(const void *)attributes);
}

static void on_end(void *data, const xmlChar *name) {
  parse_state *state = data;
  state->depth--;
  state->handler->end(state->context, (const char *)name);
}

static void on_text(void *data, const xmlChar *text, int count) {
  parse_state *state = data;
  if (count > 0) state->handler->text(state->context, text, count);
}

int32_t cxml_html_parse(const uint8_t *bytes, int64_t count, const cxml_html_handler *handler,
                        void *context) {
  if (count <= 0) return CXML_OK;
  htmlParserCtxtPtr parser = cxml_open(htmlCreateMemoryParserCtxt, bytes, count);
  if (parser == NULL) return CXML_FAILED;
  // No function for errors, comments or declarations: they are passed over in silence.
  htmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = 1;
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  parse_state state = {handler, context, parser, 0, 0};
  *parser->sax = sax;
  parser->userData = &state;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  int32_t result = state.too_deep ? CXML_TOO_DEEP : CXML_OK;
  htmlFreeParserCtxt(parser);
  return result;
}
