// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/PresenceWatch.h"

#include "protocol/signin/StateCategory.h"
#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kBatchNamespace[] = "http://schemas.microsoft.com/2006/01/sip/batch-subscribe";
constexpr char kCategoryListNamespace[] = "http://schemas.microsoft.com/2006/09/sip/categorylist";
constexpr char kWatchedCategoriesNamespace[] = "http://schemas.microsoft.com/2006/09/sip/categories";
constexpr char kResourceListNamespace[] = "urn:ietf:params:xml:ns:rlmi";
constexpr char kDelimiter[] = "--resourceList";
constexpr int kMostParts = 1'000;

QByteArray quotedAddress(const SipUri& user) { return '"' + escapeXmlAttribute(user.toString()) + '"'; }

QByteArray partOf(const char* type, const QByteArray& content) {
  return QByteArray(kDelimiter) + "\r\nContent-Transfer-Encoding: binary\r\nContent-Type: " + type + "\r\n\r\n" +
         content + "\r\n";
}

QByteArray reportXml(const PresenceReport& report) {
  const StateCategory state{StateKind::Aggregate, report.availability};
  return QByteArray("<categories xmlns=\"") + kWatchedCategoriesNamespace + "\" uri=" + quotedAddress(report.user) +
         "><category name=\"state\" instance=\"1\" container=\"2\" version=\"1\">" + state.toFragment() +
         "</category></categories>";
}

// The state of one `category`; nullopt when it is another one or says nothing.
std::optional<StateCategory> stateIn(const XmlNode& category) {
  if (!category.is(QLatin1String("category")) || category.attribute(QLatin1String("name")) != QLatin1String("state")) {
    return std::nullopt;
  }
  const XmlNode* node = category.child(QLatin1String("state"));
  if (node == nullptr) return std::nullopt;
  XmlScope scope;
  scope.enter(category);
  const auto state = StateCategory::parse(toFragment(*node, scope));
  return state && state->availability > 0 ? std::optional(*state) : std::nullopt;
}

Status readReport(const QByteArray& xml, QList<PresenceReport>* reports) {
  const auto root = readXml(xml);
  if (!root) return root.error();
  const auto user = SipUri::parse(root->attribute(QLatin1String("uri")).toUtf8());
  if (!root->is(QLatin1String("categories")) || !user) return success();
  std::optional<StateCategory> best;
  for (const XmlNode& category : root->children) {
    const auto state = stateIn(category);
    if (state && (!best || best->kind != StateKind::Aggregate)) best = state;
  }
  if (best) reports->append({*user, best->availability});
  return success();
}

// Head and content of one part; empty when it is not a person's document.
QByteArray reportContent(QByteArrayView part) {
  qsizetype blank = part.indexOf("\r\n\r\n");
  qsizetype skip = 4;
  if (blank < 0) {
    blank = part.indexOf("\n\n");
    skip = 2;
  }
  if (blank < 0 || !part.first(blank).toByteArray().toLower().contains(kPresenceReportType)) return {};
  return part.sliced(blank + skip).trimmed().toByteArray();
}

}  // namespace

QByteArray PresenceQuery::toXml() const {
  QByteArray xml = QByteArray("<batchSub xmlns=\"") + kBatchNamespace + "\" uri=" + quotedAddress(subscriber) +
                   " name=\"\"><action name=\"subscribe\" id=\"1\"><adhocList>";
  for (const SipUri& user : users) xml += "<resource uri=" + quotedAddress(user) + "/>";
  return xml + "</adhocList><categoryList xmlns=\"" + kCategoryListNamespace +
         "\"><category name=\"state\"/></categoryList></action></batchSub>";
}

Result<PresenceQuery> PresenceQuery::parse(const QByteArray& xml, int maxUsers) {
  const auto root = readXml(xml);
  if (!root) return root.error();
  const XmlNode* action = root->child(QLatin1String("action"));
  const XmlNode* list = action != nullptr ? action->child(QLatin1String("adhocList")) : nullptr;
  if (!root->is(QLatin1String("batchSub")) || list == nullptr) {
    return xmlErrorAt(*root, QStringLiteral("This asks for nobody's presence."));
  }
  PresenceQuery query;
  query.subscriber = SipUri::fromTrusted(root->attribute(QLatin1String("uri")).toUtf8());
  for (const XmlNode& resource : list->children) {
    const auto user = SipUri::parse(resource.attribute(QLatin1String("uri")).toUtf8());
    if (!resource.is(QLatin1String("resource")) || !user || query.users.contains(*user)) continue;
    if (query.users.size() >= maxUsers) {
      return Error::make(ErrorCode::LimitExceeded, QStringLiteral("This asks for the presence of too many people."));
    }
    query.users.append(*user);
  }
  return query;
}

QByteArray PresenceReport::toBody(const SipUri& subscriber, const QList<PresenceReport>& reports) {
  QByteArray body = partOf("application/rlmi+xml", QByteArray("<list xmlns=\"") + kResourceListNamespace +
                                                       "\" uri=" + quotedAddress(subscriber) +
                                                       " version=\"1\" fullState=\"false\"/>");
  for (const PresenceReport& report : reports) body += partOf(kPresenceReportType, reportXml(report));
  return body + kDelimiter + "--\r\n";
}

Result<QList<PresenceReport>> PresenceReport::parseBody(const QByteArray& body) {
  QList<PresenceReport> reports;
  if (!body.startsWith("--")) {
    const Status read = readReport(body, &reports);
    return read ? Result<QList<PresenceReport>>(reports) : Result<QList<PresenceReport>>(read.error());
  }
  const qsizetype lineEnd = body.indexOf('\n');
  const QByteArray delimiter = '\n' + body.left(lineEnd < 0 ? body.size() : lineEnd).trimmed();
  qsizetype begin = lineEnd;
  for (int parts = 0; begin >= 0 && parts < kMostParts; ++parts) {
    const qsizetype end = body.indexOf(delimiter, begin);
    if (end < 0) break;
    const QByteArray content = reportContent(QByteArrayView(body).sliced(begin, end - begin));
    const Status read = content.isEmpty() ? success() : readReport(content, &reports);
    if (!read) return read.error();
    begin = body.indexOf('\n', end + delimiter.size());
  }
  return reports;
}

}  // namespace Parlour::Signin
