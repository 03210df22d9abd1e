// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPalette>

#include "app/ui/theme/Theme.h"
#include "app/ui/theme/Typography.h"

namespace Parlour::Ui {

enum class ColorScheme { System, Light, Dark, HighContrast };

// Holds the theme and the type in use and puts them on the application (style, palette, style sheet,
// font). Made once by the program and passed by reference; GUI thread. It judges the system's scheme by
// the lightness of the palette the program started with and again when that palette changes.
class ThemeManager : public QObject {
  Q_OBJECT

 public:
  explicit ThemeManager(QObject* parent = nullptr);
  // Gives the application a style of its own again: the one it has reads this theme.
  ~ThemeManager() override;

  const Theme& theme() const { return theme_; }
  const Typography& type() const { return type_; }
  ColorScheme scheme() const { return scheme_; }
  const QPalette& systemPalette() const { return systemPalette_; }
  bool reduceAnimation() const { return reduceAnimation_; }
  // Changes with every change of theme or type; part of the keys of caches of laid-out rows.
  int revision() const { return revision_; }

  void setScheme(ColorScheme scheme);
  void setTextSize(TextSize size);
  void setReduceAnimation(bool reduce) { reduceAnimation_ = reduce; }

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  // Before anything is relaid: the last moment to remember a place on the screen.
  void themeAboutToChange();
  void themeChanged();

 private:
  Theme chosenTheme() const;
  void apply();

  ColorScheme scheme_ = ColorScheme::System;
  QPalette systemPalette_;
  Theme theme_;
  Typography type_;
  int revision_ = 0;
  bool applying_ = false;
  bool reduceAnimation_ = false;
};

}  // namespace Parlour::Ui
