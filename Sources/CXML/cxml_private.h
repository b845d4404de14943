/// What both parsers need of libxml2; no part of the module's interface.
#ifndef CXML_PRIVATE_H
#define CXML_PRIVATE_H

/// Prepares libxml2, once a process, from whatever thread.
void cxml_prepare(void);

#endif
