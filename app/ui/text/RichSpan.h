// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>
#include <QList>
#include <QString>

namespace Parlour::Ui {

// How a span looks beyond its kind.
enum class TextMark { Bold = 1, Italic = 2, Underline = 4, Strike = 8, Code = 16, Hit = 32 };
Q_DECLARE_FLAGS(TextMarks, TextMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextMarks)

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
