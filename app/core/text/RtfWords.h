// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include "app/core/text/FormattedText.h"

namespace Parlour::Core {

// What a control word of RTF means to the reader. Everything that is not listed is passed over.
enum class RtfAct {
  None,
  Character,  // `value` is its code
  Mark,       // switches `marks` on, with the parameter 0 off
  NoUnderline,
  PlainText,    // takes all marks away
  Hidden,       // with the parameter 0: visible again
  Font,         // of the following words, or the one that the font table describes
  Charset,      // in the font table
  FixedPitch,   // in the font table
  CodePage,     // of the whole text
  Fallback,     // so many characters stand in for a Unicode character
  Unicode,      // a character by its number
  Binary,       // so many bytes follow that are no text
  FontTable,    // the group is a table
  Field,        // the group is a field
  Instruction,  // the group says what the field is
  Result,       // the group is what the field shows
  Skip,         // the group is nothing to read
};

struct RtfWord {
  RtfAct act = RtfAct::None;
  char16_t value = 0;
  TextMark mark = TextMark::Bold;
};

RtfWord rtfWord(QByteArrayView name);

}  // namespace Parlour::Core
