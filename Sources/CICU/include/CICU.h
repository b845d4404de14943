/// The system's ICU behind plain C functions.
///
/// No ICU header is visible through this one: Foundation carries an ICU of its own, and a Swift file
/// that sees both sets of headers does not compile. Every function that can fail stores a
/// `UErrorCode` in `status`: zero or a negative number (a warning) is success.
#ifndef CICU_H
#define CICU_H

#include "cicu_breaker.h"
#include "cicu_characters.h"
#include "cicu_converter.h"
#include "cicu_version.h"

#endif
