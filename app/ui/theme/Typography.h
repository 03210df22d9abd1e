// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace Parlour::Ui {

// The user's text size; every other size and row height scales by the same ratio.
enum class TextSize { Small, Normal, Large, Larger };

// What a piece of text is, which fixes its size, line height and weight.
enum class TextRole {
  Body,
  Button,
  LargeButton,  // the one button of the sign-in window
  Strong,       // author, unread room, group title
  Secondary,
  Label,  // secondary, medium weight
  SecondaryStrong,
  Small,  // times
  Chip,
  Badge,
  StoryTitle,  // of a story that is not open
  RoomTitle,
  PageTitle,
  SignInTitle,
  Code,
};

// Fonts and line heights of the roles at one text size. Inter and JetBrains Mono when they are
// installed, the system's own faces otherwise. A value; sizes are in device-independent pixels.
class Typography {
 public:
  explicit Typography(TextSize size = TextSize::Normal);

  QFont font(TextRole role) const;
  int lineHeight(TextRole role) const;
  // A length of the layout (row height, avatar) at this text size.
  int scaled(int pixels) const;
  double ratio() const { return ratio_; }
  TextSize size() const { return size_; }

 private:
  TextSize size_;
  double ratio_;
  QString family_;
  QString codeFamily_;
};

}  // namespace Parlour::Ui
