// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/spelling/SpellDictionary.h"

#include <QFile>
#include <QStringDecoder>
#include <QStringEncoder>
#include <hunspell.hxx>

namespace Parlour::Core {

struct SpellDictionary::Files {
  Files(const QByteArray& affixes, const QByteArray& words) : speller(affixes.constData(), words.constData()) {
    // "ISO8859-1" here, "ISO-8859-1" elsewhere.
    encoding = QByteArray::fromStdString(speller.get_dict_encoding()).replace("ISO8859", "ISO-8859");
  }
  std::string encoded(const QString& word) {
    QStringEncoder encoder(encoding.constData());
    const QByteArray bytes = encoder(word);
    return encoder.hasError() ? std::string() : bytes.toStdString();
  }

  Hunspell speller;
  QByteArray encoding;
};

SpellDictionary::SpellDictionary(std::unique_ptr<Files> files) : files_(std::move(files)) {}
SpellDictionary::~SpellDictionary() = default;

std::unique_ptr<SpellDictionary> SpellDictionary::load(const QString& language, const QStringList& folders) {
  for (const QString& folder : folders) {
    const QString base = folder + QLatin1Char('/') + language;
    const QString affixes = base + QStringLiteral(".aff");
    const QString words = base + QStringLiteral(".dic");
    if (language.contains(QLatin1Char('/')) || !QFile::exists(affixes) || !QFile::exists(words)) continue;
    auto files = std::make_unique<Files>(QFile::encodeName(affixes), QFile::encodeName(words));
    if (!QStringEncoder(files->encoding.constData()).isValid()) continue;
    return std::unique_ptr<SpellDictionary>(new SpellDictionary(std::move(files)));
  }
  return nullptr;
}

bool SpellDictionary::knows(const QString& word) const {
  const std::string bytes = files_->encoded(word);
  return !bytes.empty() && files_->speller.spell(bytes);
}

QStringList SpellDictionary::suggestions(const QString& word) const {
  const std::string bytes = files_->encoded(word);
  QStringDecoder decoder(files_->encoding.constData());
  QStringList words;
  if (bytes.empty()) return words;
  for (const std::string& suggestion : files_->speller.suggest(bytes)) {
    const QString text = decoder(QByteArrayView(suggestion.data(), static_cast<qsizetype>(suggestion.size())));
    words.append(text);
  }
  return words;
}

}  // namespace Parlour::Core
