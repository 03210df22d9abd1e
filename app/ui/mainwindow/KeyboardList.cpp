// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/KeyboardList.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

namespace {

QList<QPair<QString, QString>> keysAndDeeds() {
  return {{QStringLiteral("Ctrl+K"), KeyboardList::tr("Quick switch")},
          {QStringLiteral("Ctrl+J"), KeyboardList::tr("Join a chat room")},
          {QStringLiteral("Ctrl+F"), KeyboardList::tr("Search in room")},
          {QStringLiteral("Ctrl+G"), KeyboardList::tr("Go to date")},
          {QStringLiteral("Ctrl+Shift+F"), KeyboardList::tr("Search messages")},
          {QStringLiteral("Alt+Up / Down"), KeyboardList::tr("Previous / next room")},
          {QStringLiteral("Alt+Shift+Up / Down"), KeyboardList::tr("Previous / next unread room")},
          {QStringLiteral("Ctrl+1 to 9"), KeyboardList::tr("Followed room by its place")},
          {QStringLiteral("Ctrl+Shift+Up / Down"), KeyboardList::tr("In the list of rooms: move a room or folder")},
          {QStringLiteral("Ctrl+Shift+K"), KeyboardList::tr("Catch me up")},
          {QStringLiteral("Ctrl+Shift+M"), KeyboardList::tr("Mentions")},
          {QStringLiteral("Ctrl+M"), KeyboardList::tr("Mute room")},
          {QStringLiteral("Ctrl+D"), KeyboardList::tr("Follow or stop following")},
          {QStringLiteral("Ctrl+W"), KeyboardList::tr("Leave the Open list")},
          {QStringLiteral("Ctrl+Shift+O"), KeyboardList::tr("Room in its own window, or back")},
          {QStringLiteral("Ctrl+Shift+L"), KeyboardList::tr("Files of this room")},
          {QStringLiteral("Ctrl+Shift+P"), KeyboardList::tr("Room pane")},
          {QStringLiteral("Ctrl+Shift+W"), KeyboardList::tr("Wire view")},
          {QStringLiteral("Enter / Shift+Enter"), KeyboardList::tr("Send / new line")},
          {QStringLiteral("Ctrl+Enter"), KeyboardList::tr("Post the story")},
          {QStringLiteral("Up"), KeyboardList::tr("In an empty composer: your last message")},
          {QStringLiteral("Ctrl+B, I, U"), KeyboardList::tr("Bold, italic, underline")},
          {QStringLiteral("Ctrl+."), KeyboardList::tr("Emoticon")},
          {QStringLiteral("Ctrl+Shift+A"), KeyboardList::tr("Attach a file")},
          {QStringLiteral("Ctrl+Shift+I"), KeyboardList::tr("High importance")},
          {QStringLiteral("Ctrl+Shift+S"), KeyboardList::tr("Write a story")},
          {QStringLiteral("Esc"), KeyboardList::tr("Close; else mark read and go to the latest")},
          {QStringLiteral("F6 / Shift+F6"), KeyboardList::tr("Next / previous pane")},
          {QStringLiteral("Ctrl++ / − / 0"), KeyboardList::tr("Larger / smaller / normal text")},
          {QStringLiteral("Ctrl+,"), KeyboardList::tr("Preferences")}};
}

}  // namespace

KeyboardList::KeyboardList(ThemeManager& themes, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Keyboard list"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(20);
  grid->setVerticalSpacing(4);
  const auto rows = keysAndDeeds();
  for (int i = 0; i < rows.size(); ++i) {
    auto* keys = new Label(themes, rows.at(i).first, TextRole::Label, &Theme::text, this);
    auto* deed = new Label(themes, rows.at(i).second, TextRole::Secondary, &Theme::text2, this);
    grid->addWidget(keys, i, 0);
    grid->addWidget(deed, i, 1);
    // A first size is no wider than two thirds of the screen, and would cut larger text.
    for (Label* words : {keys, deed}) words->setMinimumWidth(words->sizeHint().width());
  }
  column->addLayout(grid);
  column->addSpacing(12);
  auto* close = new Button(themes, tr("Close"), ButtonKind::Primary, this);
  close->setDefault(true);
  connect(close, &Button::clicked, this, &QDialog::accept);
  auto* foot = new QHBoxLayout;
  foot->addStretch();
  foot->addWidget(close);
  column->addLayout(foot);
}

}  // namespace Parlour::Ui
