// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/preferences/PreferencesForm.h"

class QTimeEdit;

namespace Parlour::Ui {

class KeywordField;
class RoomRulesTable;

// What the person is told of and how, keywords, rules of single rooms and quiet times (design 07-2).
class NotificationsPage : public PreferencesForm {
  Q_OBJECT

 public:
  NotificationsPage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
                    QWidget* parent = nullptr);

  KeywordField* keywordField() const { return keywords_; }
  RoomRulesTable* rules() const { return rules_; }
  Button* addRuleButton() const { return addRule_; }
  void addRuleFor(const Core::RoomSummary& room);

 private:
  void addCheckColumns();
  void addKeywords();
  void addRules();
  void addQuietTimes();
  void bindTime(QTimeEdit* edit, QTime Core::NotificationPreferences::*member);
  void showRoomMenu();
  QList<Core::RoomSummary> roomsWithoutRule() const;

  PreferencesActions actions_;
  KeywordField* keywords_ = nullptr;
  RoomRulesTable* rules_ = nullptr;
  Button* addRule_ = nullptr;
};

}  // namespace Parlour::Ui
