// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTranslator>

namespace Parlour::Platform {

// The language of the interface: the program's own words, and Qt's where they are installed. Lives as long as the
// windows do and is there before the first of them, because none changes its words later. Dates and numbers are the
// system's where it has the same language, else that language's: the default QLocale. GUI thread.
class InterfaceLanguage {
 public:
  InterfaceLanguage() = default;
  ~InterfaceLanguage();
  Q_DISABLE_COPY_MOVE(InterfaceLanguage)

  // The languages with a translation, English left out: "de", "zh_CN".
  static QStringList available();

  // `chosen` is such a code or "en"; empty or without a translation: the first of the system's languages that there
  // is, else English.
  void use(const QString& chosen);
  // The code of the language in use.
  QString current() const { return words_.language(); }

 private:
  QTranslator words_;
  QTranslator qtWords_;
};

}  // namespace Parlour::Platform
