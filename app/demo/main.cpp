// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QTimer>

#include "app/demo/DemoRun.h"

// usage: parlour-demo DIRECTORY
int main(int argc, char** argv) {
  QApplication qt(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Parlour"));
  // Inside the event loop, so that what is deleted later is deleted as in the real program.
  QTimer::singleShot(0, &qt, [] {
    QApplication::exit(Parlour::Demo::DemoRun(QApplication::arguments().value(1, QStringLiteral("demo-output"))).run());
  });
  return QApplication::exec();
}
