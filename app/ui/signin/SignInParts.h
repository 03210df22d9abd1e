// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

class QComboBox;

namespace Parlour::Ui {

class Button;
class Label;

// The mark on its square with the name and the sentence of the product.
class SignInHeader : public QWidget {
  Q_OBJECT

 public:
  explicit SignInHeader(ThemeManager& themes, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

// What went wrong, why, what to do now, and two links. Details go to the clipboard only.
class SignInErrorPanel : public QWidget {
  Q_OBJECT

 public:
  explicit SignInErrorPanel(ThemeManager& themes, QWidget* parent = nullptr);
  void setTexts(const QString& title, const QString& cause, const QString& advice, const QString& details);

 Q_SIGNALS:
  void wireViewRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Label* title_;
  Label* cause_;
  Label* advice_;
  QString details_;
};

// The sign-in address; says inline which form it must have.
class AddressField : public QLineEdit {
  Q_OBJECT

 public:
  explicit AddressField(QWidget* parent = nullptr);
  bool isWellFormed() const;
  QString domain() const;
};

// Host, port and transport of a server that is not looked up.
class ServerAddressRow : public QWidget {
  Q_OBJECT

 public:
  explicit ServerAddressRow(QWidget* parent = nullptr);

  QString host() const;
  int port() const;
  bool tls() const;
  void setServer(const QString& host, int port, bool tls);
  void setInvalid(bool invalid);
  bool isComplete() const;

 private:
  QLineEdit* host_;
  QLineEdit* port_;
  QComboBox* transport_;
};

// "New to Parlour?" and the card that starts the demo.
class DemoCard : public QWidget {
  Q_OBJECT

 public:
  explicit DemoCard(ThemeManager& themes, QWidget* parent = nullptr);
  // The height of the card itself; less room is left while an error is shown.
  void setCompact(bool compact);

 Q_SIGNALS:
  void startRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect cardRect() const;

  ThemeManager& themes_;
  Button* start_;
  bool compact_ = false;
};

}  // namespace Parlour::Ui
