// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/Organisation.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QUuid>
#include <algorithm>

#include "server-sim/org/OrgBuilder.h"

namespace Parlour::Server {
namespace {

constexpr int kOrganisationFormat = 1;

// Names below it must never change: it is part of every derived address.
const QUuid& organisationNamespace() {
  static const QUuid uuid(QByteArrayLiteral("{6f9c1d0e-4b7a-5d52-9a36-1f0f5a7c2e84}"));
  return uuid;
}

Error jsonError(const QByteArray& json, const QJsonParseError& parseError) {
  const auto offset = std::min<qsizetype>(parseError.offset, json.size());
  const auto line = QByteArrayView(json).first(offset).count('\n') + 1;
  Error error = Error::make(
      ErrorCode::ParseFailed,
      QStringLiteral("The organisation is not valid JSON, line %1: %2.").arg(line).arg(parseError.errorString()));
  error.offset = offset;
  return error;
}

bool isDomain(const QByteArray& text) { return text.size() <= 255 && !SipUri::fromTrusted("a@" + text).isEmpty(); }

}  // namespace

QByteArray OrgMessage::chatText() const {
  return story ? "[STORY]" + story->title.toUtf8() + "\r\n" + story->body : text;
}

QByteArray derivedGuid(QByteArrayView kind, QByteArrayView domain, const QString& name) {
  const QByteArray text = kind.toByteArray() + ':' + domain.toByteArray() + '/' + name.toUtf8();
  return QUuid::createUuidV5(organisationNamespace(), text).toByteArray(QUuid::WithoutBraces);
}

Result<Organisation> loadOrganisation(const QString& path, const Clock& clock, const QTimeZone& zone) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return Error::make(
        ErrorCode::NotFound,
        QStringLiteral("The organisation file \"%1\" cannot be read: %2.").arg(path, file.errorString()));
  const QByteArray json = file.read(kMaxOrganisationBytes + 1);
  auto parsed = parseOrganisation(json, clock, zone);
  if (parsed) return parsed;
  Error error = parsed.error();
  error.text = path + QStringLiteral(": ") + error.text;
  return error;
}

Result<Organisation> parseOrganisation(const QByteArray& json, const Clock& clock, const QTimeZone& zone) {
  if (json.size() > kMaxOrganisationBytes)
    return Error::make(
        ErrorCode::LimitExceeded,
        QStringLiteral("The organisation is larger than %1 MiB.").arg(kMaxOrganisationBytes / (1024 * 1024)));
  QJsonParseError parseError;
  const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
  if (parseError.error != QJsonParseError::NoError) return jsonError(json, parseError);
  if (!document.isObject())
    return Error::make(ErrorCode::ParseFailed, QStringLiteral("The organisation must be a JSON object."));

  OrgProblems problems;
  const OrgFields root(document.object(), QString(), problems);
  if (root.has(QLatin1String("format")) && root.value(QLatin1String("format")).toInt() != kOrganisationFormat)
    root.problem(QStringLiteral("this program reads format %1 of organisation files").arg(kOrganisationFormat));
  const QByteArray domain = root.requiredText(QLatin1String("domain")).toLower().toUtf8();
  if (!domain.isEmpty() && !isDomain(domain)) root.problem(QStringLiteral("\"domain\" is not a domain name"));
  if (problems.any()) return problems.toError();
  Organisation organisation = OrgBuilder(domain, {clock.now(), zone}).build(root);
  if (problems.any()) return problems.toError();
  return organisation;
}

}  // namespace Parlour::Server
