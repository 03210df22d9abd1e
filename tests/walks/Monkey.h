// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace Parlour::Tests {

// Clicks, types, drags, resizes and changes themes at random in whatever is on screen. The same seed makes the same
// choices; what they meet depends on the time answers take. Its steps come from timers, so that it goes on inside menus
// and other loops. It never touches a file dialog, which could change real files, and closes it.
class Monkey : public QObject {
  Q_OBJECT

 public:
  explicit Monkey(quint32 seed);
  ~Monkey() override;

  // Something else that happens now and then: what other people do, a change of the program's settings.
  void addDeed(const QString& name, int weight, std::function<void()> deed);
  // Returns after that time, or at the first finding.
  void run(qint64 ms);
  const QStringList& findings() const { return findings_; }
  // "412 steps; longest wait of the GUI thread 35 ms after click; click 90, ..."
  QString report() const;
  QRandomGenerator& random() { return random_; }
  int below(int bound) { return static_cast<int>(random_.bounded(bound)); }
  QString words();

 private:
  struct Deed {
    QString name;
    int weight;
    std::function<void()> act;
  };
  void addOwnDeeds();
  void addKeyDeeds();
  void addMouseDeeds();
  void addWindowDeeds();
  void scheduleStep();
  void step();
  void noteLateness();
  void checkWindows();
  bool closesFileDialog();
  void watchModels();
  QWidget* anyWindow();
  void mouse(Qt::MouseButton button, bool twice);
  void drag();
  void wheel();
  void key();
  void shortcut();
  void paste();
  void resizeWindow();

  QRandomGenerator random_;
  quint32 seed_;
  std::vector<Deed> deeds_;
  int weights_ = 0;
  QHash<QString, int> counts_;
  QElapsedTimer time_;
  qint64 until_ = 0;
  qint64 expected_ = 0;
  qint64 longest_ = 0;
  QString longestAfter_;
  QString last_;
  int steps_ = 0;
  int withoutWindow_ = 0;
  bool over_ = true;
  QStringList findings_;
  QHash<QObject*, QPointer<QAbstractItemModelTester>> testers_;
};

// Closes what is open by Esc, as a person would, and says what stays: dialogs, popups, scrims.
QStringList stuckAfterEscape();

}  // namespace Parlour::Tests
