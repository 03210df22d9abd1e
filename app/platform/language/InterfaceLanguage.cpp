// SPDX-License-Identifier: Apache-2.0
#include "app/platform/language/InterfaceLanguage.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

#include "resources/translations/Translations.h"

namespace Parlour::Platform {

namespace {

const QString kTranslationFolder = QStringLiteral(":/translations");
const QString kTranslationPrefix = QStringLiteral("parlour_");

bool loadWords(QTranslator& words, const QString& chosen) {
  if (!chosen.isEmpty() && words.load(kTranslationPrefix + chosen, kTranslationFolder)) return true;
  if (words.load(QLocale::system(), QStringLiteral("parlour"), QStringLiteral("_"), kTranslationFolder)) return true;
  return words.load(kTranslationPrefix + QStringLiteral("en"), kTranslationFolder);  // for the plural forms
}

// A system without a language ("C") writes numbers and dates in plain English.
QLocale localeOf(const QString& language) {
  const QLocale system = QLocale::system();
  const QLocale own(language);
  const bool same = system.language() == own.language() && system.script() == own.script();
  const bool bare = system.language() == QLocale::C && own.language() == QLocale::English;
  if (same || bare) return system;
  const QLocale there(own.language(), own.script(), system.territory());
  return there.territory() == system.territory() ? there : own;
}

}  // namespace

InterfaceLanguage::~InterfaceLanguage() { QLocale::setDefault(QLocale::system()); }

QStringList InterfaceLanguage::available() {
  registerTranslations();
  QStringList codes;
  const QDir folder(kTranslationFolder);
  for (const QString& file : folder.entryList({kTranslationPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name)) {
    const QString code = file.mid(kTranslationPrefix.size()).chopped(3);
    if (code != QLatin1String("en")) codes.append(code);
  }
  return codes;
}

void InterfaceLanguage::use(const QString& chosen) {
  registerTranslations();
  QCoreApplication::removeTranslator(&words_);
  QCoreApplication::removeTranslator(&qtWords_);
  if (!loadWords(words_, chosen)) return;
  QLocale::setDefault(localeOf(words_.language()));
  if (qtWords_.load(QStringLiteral("qtbase_") + words_.language(),
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(&qtWords_);
  }
  QCoreApplication::installTranslator(&words_);
}

}  // namespace Parlour::Platform
