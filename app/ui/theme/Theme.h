// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace Parlour::Ui {

// Every colour the client paints with; delegates, the palette and the style sheet read from here and
// from nowhere else. A plain value, cheap enough to copy; ThemeManager holds the one in use.
struct Theme {
  QColor window;
  QColor side;
  QColor panel;
  QColor raised;
  QColor hover;
  QColor line;
  QColor control;
  QColor controlSoft;
  QColor text;
  QColor text2;
  QColor text3;
  QColor accent;
  QColor fill;
  QColor onFill;
  QColor tint;
  QColor selected;
  QColor mentionBg;
  QColor mentionBar;
  QColor mentionText;
  QColor badge;
  QColor onBadge;
  QColor danger;
  QColor dangerFill;
  QColor onDanger;
  QColor dangerBg;
  QColor dangerLine;
  QColor ok;
  QColor okBg;
  QColor story;
  QColor storyBg;
  QColor indigo;
  QColor presenceOn;
  QColor presenceAway;
  QColor hit;
  QColor scrim;
  QColor progress;
  bool dark = false;
  bool highContrast = false;

  static Theme light();
  static Theme darkTheme();
  // Only the system's colours: no tints, so that every state rests on its icon and its word.
  static Theme fromSystem(const QPalette& system);

  QPalette palette() const;
};

// Names one colour of whatever theme is in use when it is painted.
using ColorToken = QColor Theme::*;

}  // namespace Parlour::Ui
