#include "cicu_characters.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static uint8_t class_of(UChar32 c) {
  if (u_isUWhiteSpace(c)) return CICU_CLASS_SPACE;
  int8_t type = u_charType(c);
  int32_t cluster = u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
  if (cluster == U_GCB_EXTEND || cluster == U_GCB_SPACING_MARK || cluster == U_GCB_ZWJ ||
      cluster == U_GCB_PREPEND)
    return u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) ? CICU_CLASS_PICTOGRAPH
                                                        : CICU_CLASS_EXTEND;
  if (c >= 0x80 && (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) ||
                    (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) && type == U_OTHER_SYMBOL)))
    return CICU_CLASS_PICTOGRAPH;
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(c, &code);
  // U+3007 is a numeral of script Han; U+30FC lengthens a vowel and is of no script of its own.
  if (script == USCRIPT_HAN && type != U_OTHER_SYMBOL && type != U_OTHER_PUNCTUATION)
    return CICU_CLASS_HAN;
  if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == 0x30FC)
    return type == U_OTHER_SYMBOL ? CICU_CLASS_SYMBOL : CICU_CLASS_KANA;
  if (script == USCRIPT_HANGUL) return CICU_CLASS_HANGUL;
  switch (type) {
    case U_DECIMAL_DIGIT_NUMBER:
      return CICU_CLASS_DIGIT;
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT
                 ? CICU_CLASS_COMPLEX
                 : CICU_CLASS_LETTER;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CICU_CLASS_EXTEND;
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return CICU_CLASS_SYMBOL;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CICU_CLASS_PUNCTUATION;
    default:
      return CICU_CLASS_OTHER;
  }
}

void cicu_classify(uint32_t first, uint32_t last, uint8_t *classes) {
  for (uint32_t c = first; c < last; c++) classes[c - first] = class_of((UChar32)c);
}

int32_t cicu_display_width(uint32_t code_point) {
  UChar32 c = (UChar32)code_point;
  if (c >= 0x20 && c < 0x7F) return 1;
  int8_t type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR)
    return 0;
  int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

struct cicu_folder {
  const UNormalizer2 *normalizer;
  UTransliterator *simplifier;
};

cicu_folder *cicu_folder_open(int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_folder *folder = calloc(1, sizeof *folder);
  if (folder == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  folder->normalizer = unorm2_getNFKCCasefoldInstance(&code);
  UChar id[32];
  u_uastrcpy(id, "Traditional-Simplified");
  folder->simplifier = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  *status = code;
  if (U_FAILURE(code)) {
    free(folder);
    return NULL;
  }
  return folder;
}

void cicu_folder_close(cicu_folder *folder) {
  utrans_close(folder->simplifier);
  free(folder);
}

uint32_t cicu_folder_fold(const cicu_folder *folder, uint32_t code_point) {
  UChar source[2], folded[32];
  int32_t count = 0;
  if (code_point > 0x10FFFF || U_IS_SURROGATE(code_point)) return code_point;
  U16_APPEND_UNSAFE(source, count, code_point);
  UErrorCode code = U_ZERO_ERROR;
  int32_t length =
      unorm2_normalize(folder->normalizer, source, count, folded, 32, &code);
  if (U_FAILURE(code) || length == 0 || u_countChar32(folded, length) != 1) {
    u_memcpy(folded, source, count);
    length = count;
    code = U_ZERO_ERROR;
  }
  int32_t limit = length, simplified = length;
  utrans_transUChars(folder->simplifier, folded, &simplified, 32, 0, &limit, &code);
  if (U_FAILURE(code) || u_countChar32(folded, simplified) != 1) return code_point;
  UChar32 result;
  U16_GET(folded, 0, 0, simplified, result);
  return (uint32_t)result;
}
