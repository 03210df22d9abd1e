// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include "app/core/text/FormattedText.h"

namespace Parlour::Ui {

using Core::TextMark;
using Core::TextMarks;

// A piece of a message as it is drawn. `text` is always what was typed and what a copy gives back.
struct RichSpan {
  enum class Kind { Text, Link, RoomLink, Mention, Emoticon };
  Kind kind = Kind::Text;
  QString text;
  QString target;  // Link: address; RoomLink: ma-chan address; Emoticon: name of the drawing
  TextMarks marks;

  bool operator==(const RichSpan&) const = default;
};

using RichSpans = QList<RichSpan>;

}  // namespace Parlour::Ui
