#ifndef CICU_CHARACTERS_H
#define CICU_CHARACTERS_H

#include <stdint.h>

/// What a code point is to a segmenter. The values are stored in compiled dictionaries.
enum {
  CICU_CLASS_OTHER = 0,        ///< Control characters, unassigned code points, private use.
  CICU_CLASS_SPACE = 1,        ///< White_Space.
  CICU_CLASS_HAN = 2,          ///< Script Han.
  CICU_CLASS_KANA = 3,         ///< Scripts Hiragana and Katakana, and their length mark.
  CICU_CLASS_HANGUL = 4,       ///< Script Hangul.
  CICU_CLASS_LETTER = 5,       ///< Letters of scripts that put spaces between words.
  CICU_CLASS_DIGIT = 6,        ///< Decimal digits.
  CICU_CLASS_PUNCTUATION = 7,  ///< Punctuation.
  CICU_CLASS_SYMBOL = 8,       ///< Symbols that are no pictographs.
  CICU_CLASS_EXTEND = 9,       ///< Marks, joiners and selectors that belong to a neighbouring character.
  CICU_CLASS_COMPLEX = 10,     ///< Letters of scripts that need a dictionary of their own (Thai …).
  CICU_CLASS_PICTOGRAPH = 11,  ///< Emoji, flags and their modifiers.
};

/// The class of every code point from `first` up to, not including, `last`, one byte each.
void cicu_classify(uint32_t first, uint32_t last, uint8_t *_Nonnull classes);

/// How many columns of a terminal a code point takes: 0, 1 or 2.
///
/// East Asian Wide and Fullwidth take 2, marks and format controls 0, all others 1.
int32_t cicu_display_width(uint32_t code_point);

/// A table that folds characters for look-up.
typedef struct cicu_folder cicu_folder;

/// Opens a folder: compatibility forms and case (NFKC_Casefold), then Traditional to Simplified.
/// On failure returns NULL and stores a UErrorCode in `status`; the caller closes the result.
cicu_folder *_Nullable cicu_folder_open(int32_t *_Nonnull status);

void cicu_folder_close(cicu_folder *_Nonnull folder);

/// The single code point that `code_point` folds to; itself if it folds to none or to several.
uint32_t cicu_folder_fold(const cicu_folder *_Nonnull folder, uint32_t code_point);

#endif
