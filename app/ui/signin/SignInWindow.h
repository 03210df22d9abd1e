// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

class QCheckBox;
class QSpacerItem;
class QVBoxLayout;

namespace Parlour::Ui {

class Button;
class Label;
class PasswordField;
class SegmentedControl;
class ServerAddressRow;
class SignInErrorPanel;
class DemoCard;
class AddressField;

// What the user filled in. The password is in memory only and must not be logged.
struct SignInRequest {
  QString address;
  QString password;
  bool findAutomatically = true;
  QString host;
  int port = 0;
  bool tls = true;
  bool remember = true;
};

// The sign-in window, 520 x 640: a pure view that emits what the user wants and shows what it is told.
// GUI thread; the ThemeManager outlives it.
class SignInWindow : public QWidget {
  Q_OBJECT

 public:
  explicit SignInWindow(ThemeManager& themes, QWidget* parent = nullptr);

  // Fills the fields with what is remembered; an empty address leaves them empty.
  void setRequest(const SignInRequest& request);
  SignInRequest request() const;
  void setDemoAvailable(bool available);
  // Whether this computer can keep the password; the words of "Remember me" say so.
  void setPasswordKept(bool kept);

 public Q_SLOTS:
  // A sign-in runs; `step` names what happens now ("Joining 7 rooms").
  void showStep(const QString& step);
  void showError(const QString& title, const QString& cause, const QString& advice, const QString& details);
  void showIdle();
  // The error is about the server that was typed in: mark its fields.
  void markServerInvalid();

 Q_SIGNALS:
  void signInRequested(const Parlour::Ui::SignInRequest& request);
  void cancelRequested();
  void startDemoRequested();
  void wireViewRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Gaps;
  void applyTheme();
  QPalette pagePalette() const;
  void build();
  void buildForm(QVBoxLayout* column);
  void buildActions(QVBoxLayout* column);
  void submit();
  void setBusy(bool busy);
  void updateMode();
  void updateHelp();
  QSpacerItem* addGap(QVBoxLayout* column);
  void applyGaps(const Gaps& gaps);

  ThemeManager& themes_;
  SignInErrorPanel* error_;
  AddressField* address_;
  PasswordField* password_;
  SegmentedControl* serverMode_;
  ServerAddressRow* server_;
  Label* help_;
  QCheckBox* remember_;
  Button* signIn_;
  Button* cancel_;
  Label* step_;
  DemoCard* demo_;
  QList<QSpacerItem*> gaps_;
  QVBoxLayout* column_ = nullptr;
};

}  // namespace Parlour::Ui
