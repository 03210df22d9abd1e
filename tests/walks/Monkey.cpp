// SPDX-License-Identifier: Apache-2.0
#include "tests/walks/Monkey.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <QWindow>

#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Scrim.h"
#include "tests/walks/Walker.h"

namespace Parlour::Tests {

namespace {

constexpr int kLongestPauseMs = 12;
constexpr int kPatientSteps = 400;  // without any window on screen

QFileDialog* fileDialogOnScreen() {
  for (QWidget* window : QApplication::topLevelWidgets()) {
    auto* dialog = qobject_cast<QFileDialog*>(window);
    if (dialog && dialog->isVisible()) return dialog;
  }
  return nullptr;
}

// What is pressed may close the window, or run a loop in which it goes.
void strike(QWindow* where, int key, const QString& text, Qt::KeyboardModifiers modifiers) {
  const QPointer<QWindow> window(where);
  QTest::simulateEvent(window.data(), true, key, modifiers, text, false);
  if (window) QTest::simulateEvent(window.data(), false, key, modifiers, text, false);
}

void strike(QWindow* where, int key, Qt::KeyboardModifiers modifiers) {
  const char ascii = QTest::keyToAscii(static_cast<Qt::Key>(key));
  strike(where, key, ascii != 0 ? QString(QLatin1Char(ascii)) : QString(), modifiers);
}

}  // namespace

Monkey::Monkey(quint32 seed) : random_(seed), seed_(seed) { addOwnDeeds(); }

Monkey::~Monkey() = default;

void Monkey::addDeed(const QString& name, int weight, std::function<void()> deed) {
  deeds_.push_back({name, weight, std::move(deed)});
  weights_ += weight;
}

void Monkey::addOwnDeeds() {
  addMouseDeeds();
  addKeyDeeds();
  addWindowDeeds();
}

void Monkey::addMouseDeeds() {
  addDeed(QStringLiteral("click"), 30, [this] { mouse(Qt::LeftButton, false); });
  addDeed(QStringLiteral("double click"), 4, [this] { mouse(Qt::LeftButton, true); });
  addDeed(QStringLiteral("right click"), 5, [this] { mouse(Qt::RightButton, false); });
  addDeed(QStringLiteral("drag"), 6, [this] { drag(); });
  addDeed(QStringLiteral("wheel"), 6, [this] { wheel(); });
}

void Monkey::addKeyDeeds() {
  addDeed(QStringLiteral("key"), 30, [this] { key(); });
  addDeed(QStringLiteral("shortcut"), 10, [this] { shortcut(); });
  addDeed(QStringLiteral("typing"), 12, [this] {
    const QString typed = words();
    for (const QChar letter : typed) {
      QWindow* window = QGuiApplication::focusWindow();
      if (!window || fileDialogOnScreen()) return;
      strike(window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
  });
  addDeed(QStringLiteral("paste"), 2, [this] { paste(); });
}

void Monkey::addWindowDeeds() {
  addDeed(QStringLiteral("resize"), 3, [this] { resizeWindow(); });
  addDeed(QStringLiteral("command"), 4, [this] {
    QWidget* window = anyWindow();
    const auto actions = window ? window->actions() : QList<QAction*>();
    if (!actions.isEmpty()) actions.at(below(static_cast<int>(actions.size())))->trigger();
  });
  addDeed(QStringLiteral("close window"), 1, [this] {
    if (QWidget* window = anyWindow()) window->close();
  });
}

QString Monkey::words() {
  static const QStringList pieces{
      QStringLiteral("fog "),  QStringLiteral("tide"),       QStringLiteral(":) "),
      QStringLiteral(":sm"),   QStringLiteral("@ad"),        QStringLiteral("https://orchard.example/a?b=c "),
      QStringLiteral("**b**"), QStringLiteral("`code` "),    QStringLiteral("\u05e9\u05dc\u05d5\u05dd "),
      QStringLiteral("\n"),    QStringLiteral("<b>&amp;%1"), QString(300, QLatin1Char('w')),
      QStringLiteral("a"),     QStringLiteral("ma-chan://"), QStringLiteral("\u96fe\U0001F6A2 ")};
  QString text;
  for (int i = below(4); i >= 0; --i) text += pieces.at(below(static_cast<int>(pieces.size())));
  return text;
}

// A dialog or popup is in front of all others, but sometimes somebody presses beside it.
QWidget* Monkey::anyWindow() {
  const QList<QWidget*> windows = windowsOnScreen();
  if (windows.isEmpty()) return nullptr;
  constexpr int kBeside = 10;
  return below(kBeside) > 0 ? windows.first() : windows.at(below(static_cast<int>(windows.size())));
}

// What is pressed may go with the press.
void Monkey::mouse(Qt::MouseButton button, bool twice) {
  const QPointer<QWidget> widget = anyWindow();
  const QPointer<QWindow> window = widget ? widget->windowHandle() : nullptr;
  if (!window) return;
  const QPoint at(below(qMax(1, window->width())), below(qMax(1, window->height())));
  QTest::mouseMove(window, at);
  if (window) QTest::mousePress(window, button, Qt::NoModifier, at);
  if (window) QTest::mouseRelease(window, button, Qt::NoModifier, at);
  const QPointer<QWidget> under = widget && widget->isVisible() ? widget->childAt(at) : nullptr;
  if (!under) return;
  const QPoint inside = under->mapFrom(widget, at);
  if (button == Qt::RightButton) {  // as the platform does on a press
    QContextMenuEvent event(QContextMenuEvent::Mouse, inside, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(under, &event);
  } else if (twice) {
    QMouseEvent event(QEvent::MouseButtonDblClick, inside, at, widget->mapToGlobal(at), button, button, Qt::NoModifier);
    QCoreApplication::sendEvent(under, &event);
  }
}

void Monkey::drag() {
  QWidget* widget = anyWindow();
  const QPointer<QWindow> window = widget ? widget->windowHandle() : nullptr;
  if (!window) return;
  const auto place = [this, &window] {
    return QPoint(below(qMax(1, window->width())), below(qMax(1, window->height())));
  };
  QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, place());
  for (int i = below(4); i >= 0 && window; --i) QTest::mouseMove(window, place());
  if (window) QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, place());
}

void Monkey::wheel() {
  QWidget* widget = anyWindow();
  if (!widget) return;
  const QPoint at(below(qMax(1, widget->width())), below(qMax(1, widget->height())));
  QWidget* under = widget->childAt(at) ? widget->childAt(at) : widget;
  const QPoint angle(0, (below(9) - 4) * 120);
  QWheelEvent event(under->mapFrom(widget, at), widget->mapToGlobal(at), QPoint(), angle, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(under, &event);
}

void Monkey::key() {
  static const QList<int> keys{Qt::Key_Tab,    Qt::Key_Tab,      Qt::Key_Backtab, Qt::Key_Up,        Qt::Key_Down,
                               Qt::Key_Down,   Qt::Key_Left,     Qt::Key_Right,   Qt::Key_Return,    Qt::Key_Return,
                               Qt::Key_Space,  Qt::Key_Escape,   Qt::Key_Escape,  Qt::Key_Home,      Qt::Key_End,
                               Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Delete,  Qt::Key_Backspace, Qt::Key_F1,
                               Qt::Key_F6,     Qt::Key_Menu};
  static const QList<Qt::KeyboardModifiers> modifiers{Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
                                                      Qt::ControlModifier};
  QWindow* window = QGuiApplication::focusWindow();
  if (window) {
    strike(window, keys.at(below(static_cast<int>(keys.size()))),
           modifiers.at(below(static_cast<int>(modifiers.size()))));
  }
}

void Monkey::shortcut() {
  static const QList<Qt::KeyboardModifiers> modifiers{Qt::ControlModifier, Qt::ControlModifier | Qt::ShiftModifier,
                                                      Qt::AltModifier, Qt::AltModifier | Qt::ShiftModifier};
  QWindow* window = QGuiApplication::focusWindow();
  if (!window) return;
  static const QList<int> others{Qt::Key_Comma, Qt::Key_Period, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Up, Qt::Key_Down};
  const int letters = Qt::Key_Z - Qt::Key_A + 1;
  const int which = below(letters + static_cast<int>(others.size()) + 10);
  int pressed = Qt::Key_A + which;
  if (which >= letters + others.size()) {
    pressed = Qt::Key_0 + which - letters - static_cast<int>(others.size());
  } else if (which >= letters) {
    pressed = others.at(which - letters);
  }
  strike(window, pressed, modifiers.at(below(static_cast<int>(modifiers.size()))));
}

void Monkey::paste() {
  auto* data = new QMimeData;
  switch (below(4)) {
    case 0:
      data->setText(QString(below(9000), QLatin1Char('p')));
      break;
    case 1:
      data->setText(QStringLiteral("bold"));
      data->setData(QStringLiteral("text/rtf"), QByteArray("{\\rtf1\\ansi{\\b bold}\\par}"));
      break;
    case 2:
      data->setHtml(QStringLiteral("<img src='file:///nothing.png'><b>html</b>"));
      break;
    default: {
      QImage picture(20, 20, QImage::Format_RGB32);
      picture.fill(Qt::red);
      data->setImageData(picture);
    }
  }
  QGuiApplication::clipboard()->setMimeData(data);
  if (QWindow* window = QGuiApplication::focusWindow()) strike(window, Qt::Key_V, Qt::ControlModifier);
}

void Monkey::resizeWindow() {
  for (QWidget* window : windowsOnScreen()) {
    if (window->windowType() == Qt::Popup) continue;
    window->resize(400 + below(1300), 300 + below(800));
    return;
  }
}

void Monkey::run(qint64 ms) {
  time_.start();
  until_ = ms;
  over_ = false;
  scheduleStep();
  while (!over_ && findings_.isEmpty()) QTest::qWait(20);
  over_ = true;
}

void Monkey::scheduleStep() {
  const int pause = below(kLongestPauseMs);
  expected_ = time_.elapsed() + pause;
  QTimer::singleShot(pause, this, &Monkey::step);
}

void Monkey::noteLateness() {
  const qint64 late = time_.elapsed() - expected_;
  if (late > longest_) {
    longest_ = late;
    longestAfter_ = last_;
  }
}

void Monkey::step() {
  if (over_) return;
  noteLateness();
  if (time_.elapsed() >= until_) {
    over_ = true;
    return;
  }
  ++steps_;
  scheduleStep();  // before the deed, which may run a loop of its own
  checkWindows();
  watchModels();
  if (closesFileDialog()) return;
  Walker::settleWindows();
  int at = below(weights_);
  for (const Deed& deed : deeds_) {
    if ((at -= deed.weight) >= 0) continue;
    last_ = deed.name;
    ++counts_[deed.name];
    deed.act();
    return;
  }
}

bool Monkey::closesFileDialog() {
  QFileDialog* dialog = fileDialogOnScreen();
  if (!dialog) return false;
  ++counts_[QStringLiteral("file dialog closed")];
  while (QWidget* popup = QApplication::activePopupWidget()) popup->close();
  for (QWidget* box : QApplication::topLevelWidgets()) {
    auto* inFront = qobject_cast<QDialog*>(box);
    if (inFront && inFront != dialog && inFront->isVisible() && dialog->isAncestorOf(inFront)) inFront->reject();
  }
  dialog->reject();
  return true;
}

void Monkey::checkWindows() {
  withoutWindow_ = windowsOnScreen().isEmpty() ? withoutWindow_ + 1 : 0;
  if (withoutWindow_ > kPatientSteps) {
    findings_.append(QStringLiteral("seed %1: no window is left on screen after \"%2\"").arg(seed_).arg(last_));
  }
}

// The models of lists that are small enough to be read whole after every change.
void Monkey::watchModels() {
  constexpr int kEvery = 50;
  constexpr int kMostRows = 400;
  if (steps_ % kEvery != 1) return;
  for (QWidget* window : windowsOnScreen()) {
    for (QAbstractItemView* view : window->findChildren<QAbstractItemView*>()) {
      QAbstractItemModel* model = view->model();
      const bool ours = model && QByteArray(model->metaObject()->className()).startsWith("Parlour::");
      if (!ours || testers_.value(model) || model->rowCount() > kMostRows) continue;
      testers_.insert(
          model, new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model));
    }
  }
  for (auto it = testers_.begin(); it != testers_.end();) {
    const QAbstractItemModel* model = it.value() ? it.value()->model() : nullptr;
    if (model && model->rowCount() <= kMostRows) {
      ++it;
      continue;
    }
    delete it.value();
    it = testers_.erase(it);
  }
}

QString Monkey::report() const {
  QStringList parts;
  for (const Deed& deed : deeds_) parts.append(QStringLiteral("%1 %2").arg(deed.name).arg(counts_.value(deed.name)));
  return QStringLiteral(
             "seed %1: %2 steps; the GUI thread was late by %3 ms at most, after \"%4\"; %5; file dialogs %6")
      .arg(seed_)
      .arg(steps_)
      .arg(longest_)
      .arg(longestAfter_, parts.join(QStringLiteral(", ")))
      .arg(counts_.value(QStringLiteral("file dialog closed")));
}

QStringList stuckAfterEscape() {
  constexpr int kTries = 40;
  for (int i = 0; i < kTries && (QApplication::activePopupWidget() || QApplication::activeModalWidget()); ++i) {
    if (QFileDialog* dialog = fileDialogOnScreen()) dialog->reject();
    Walker::settleWindows();
    // Unsaved changes are asked about each time; at last they are given up.
    auto* question = qobject_cast<Ui::ConfirmDialog*>(QApplication::activeModalWidget());
    if (question && i > kTries / 2) question->deedButton()->click();
    if (QWindow* window = QGuiApplication::focusWindow()) strike(window, Qt::Key_Escape, Qt::NoModifier);
    QTest::qWait(5);
  }
  QStringList stuck;
  for (const QWidget* window : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
    if (window)
      stuck.append(QStringLiteral("%1 \"%2\" stays open after Esc")
                       .arg(QString::fromLatin1(window->metaObject()->className()), window->windowTitle()));
  }
  QTest::qWait(0);
  for (const QWidget* window : QApplication::topLevelWidgets()) {
    for (const Ui::Scrim* scrim : window->findChildren<Ui::Scrim*>()) {
      if (stuck.isEmpty() && scrim->isVisible()) {
        stuck.append(QStringLiteral("a scrim lies over \"%1\"").arg(window->windowTitle()));
      }
    }
  }
  return stuck;
}

}  // namespace Parlour::Tests
