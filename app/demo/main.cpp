// SPDX-License-Identifier: Apache-2.0
#include <QApplication>

#include "app/demo/DemoRun.h"

// usage: parlour-demo DIRECTORY
int main(int argc, char** argv) {
  QApplication qt(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Parlour"));
  const QStringList arguments = QApplication::arguments();
  return Parlour::Demo::DemoRun(arguments.value(1, QStringLiteral("demo-output"))).run();
}
