#ifndef CICU_VERSION_H
#define CICU_VERSION_H

/// The version of the ICU library in use, such as "72.1": a static string.
const char *_Nonnull cicu_version(void);

/// The version of Unicode that this ICU knows, such as "15.0": a static string.
const char *_Nonnull cicu_unicode_version(void);

/// The name of a status, such as "U_FILE_ACCESS_ERROR": a static string.
const char *_Nonnull cicu_error_name(int status);

#endif
