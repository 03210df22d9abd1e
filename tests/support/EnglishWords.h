// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QTranslator>

#include "resources/translations/Translations.h"

namespace Parlour::Testing {

// English as the program shows it, with the singular of counted words, while it lives. Needs an application.
class EnglishWords {
 public:
  EnglishWords() {
    registerTranslations();
    if (words_.load(QStringLiteral(":/translations/parlour_en"))) QCoreApplication::installTranslator(&words_);
  }
  ~EnglishWords() { QCoreApplication::removeTranslator(&words_); }
  Q_DISABLE_COPY_MOVE(EnglishWords)

 private:
  QTranslator words_;
};

}  // namespace Parlour::Testing
