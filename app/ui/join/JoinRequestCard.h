// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;
class Label;

// One request to join: who, when, why, and a button for either answer.
class JoinRequestCard : public QWidget {
  Q_OBJECT

 public:
  JoinRequestCard(ThemeManager& themes, const Core::JoinRequest& request, QWidget* parent = nullptr);

  const Core::JoinRequest& request() const { return request_; }
  void setRequest(const Core::JoinRequest& request);
  void setWaiting(bool waiting);  // for the server's answer
  Button* grantButton() const { return grant_; }
  Button* declineButton() const { return decline_; }

 Q_SIGNALS:
  void answered(bool granted);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();

  ThemeManager& themes_;
  Core::JoinRequest request_;
  Label* name_;
  Label* when_;
  Label* words_;
  Button* decline_;
  Button* grant_;
};

}  // namespace Parlour::Ui
