// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <cstdio>

#include "app/platform/instance/SingleInstance.h"
#include "app/platform/language/InterfaceLanguage.h"
#include "app/program/Application.h"

int main(int argc, char** argv) {
  QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
  QApplication qt(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Parlour"));
  QApplication::setApplicationVersion(QStringLiteral(PARLOUR_VERSION));
  const auto options = Parlour::Program::parseProgramOptions(QApplication::arguments());
  if (!options) {
    const bool asked = options.error().code == Parlour::ErrorCode::Cancelled;
    fprintf(asked ? stdout : stderr, "%s\n", qPrintable(options.error().text));
    return asked ? 0 : 2;
  }
  // Windows take their words when they are made.
  Parlour::Platform::InterfaceLanguage language;
  language.use(Parlour::Program::chosenLanguage(*options));
  Parlour::Platform::SingleInstance instance(options->profileDir);
  if (!instance.becomeFirst()) {
    const auto told = instance.handOver(options->link ? options->link->toString() : QString());
    if (!told) fprintf(stderr, "parlour: %s\n", qPrintable(told.error().text));
    return told ? 0 : 1;
  }
  auto application = Parlour::Program::Application::create(*options);
  if (!application) {
    fprintf(stderr, "parlour: %s\n", qPrintable(application.error().text));
    return 1;
  }
  QObject::connect(&instance, &Parlour::Platform::SingleInstance::startedAgain, application->get(),
                   [&application = **application](const QString& text) {
                     application.raise();
                     const auto link = Parlour::Core::RoomLink::parse(text);
                     if (link) application.openLink(*link);
                   });
  (*application)->start();
  if (options->demo) (*application)->startDemo();
  return QApplication::exec();
}
