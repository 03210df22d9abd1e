// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <functional>

namespace Parlour::Ui {

// Reads new messages out to assistive tools: one by one, at most every 2 s; what piles up meanwhile becomes a
// count. `speak` does the speaking, so that tests can listen.
class MessageAnnouncer : public QObject {
  Q_OBJECT

 public:
  using Speak = std::function<void(const QString& words)>;
  explicit MessageAnnouncer(Speak speak, QObject* parent = nullptr);

  void announce(const QString& words);
  void clear();

 private:
  void speakNext();

  Speak speak_;
  QTimer pause_;
  QStringList waiting_;
};

}  // namespace Parlour::Ui
