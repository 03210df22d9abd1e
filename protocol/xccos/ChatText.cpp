// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/ChatText.h"

#include <QUrl>
#include <algorithm>
#include <array>
#include <utility>

namespace Parlour::Xccos {
namespace {

constexpr QChar kWordJoiner(0x2060);
constexpr QLatin1String kStoryMark("[STORY]");
constexpr QLatin1String kAnchorOpen("<a href=\"");
constexpr QLatin1String kAnchorClose("</a>");
constexpr QLatin1String kRoomScheme("ma-chan://");
constexpr QLatin1String kFileScheme("ma-filelink://");
constexpr std::array kWebSchemes{QLatin1String("http"), QLatin1String("https"), QLatin1String("mailto"),
                                 QLatin1String("sip")};
constexpr qsizetype kMaxHrefChars = 2048;
constexpr qsizetype kMaxUniqueFileChars = 128;

bool isForbiddenInText(QChar c) {
  return (c.unicode() < 0x20 && c != u'\t' && c != u'\r' && c != u'\n') || c.unicode() == 0x7f;
}

// White space, controls and the marks that reorder text have no place in an address.
bool isForbiddenInHref(QChar c) {
  const char16_t u = c.unicode();
  return u <= 0x20 || (u >= 0x7f && u <= 0xa0) || u == u'"' || u == u'<' || u == u'>' || u == u'\\' ||
         (u >= 0x200b && u <= 0x200f) || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x2069) || u == 0xfeff;
}

// The five entities that builders write; anything else stays as it is.
QString unescapeHtml(QStringView text) {
  QString out = text.toString();
  out.replace(QLatin1String("&lt;"), QLatin1String("<"));
  out.replace(QLatin1String("&gt;"), QLatin1String(">"));
  out.replace(QLatin1String("&quot;"), QLatin1String("\""));
  out.replace(QLatin1String("&#39;"), QLatin1String("'"));
  out.replace(QLatin1String("&amp;"), QLatin1String("&"));
  return out;
}

QString anchor(const QString& href, const QString& label) {
  return kAnchorOpen + href.toHtmlEscaped() + QLatin1String("\">") + label.toHtmlEscaped() + kAnchorClose;
}

bool isUniqueFileName(QStringView name) {
  if (name.isEmpty() || name.size() > kMaxUniqueFileChars || name.count(u'.') > 1 || name.startsWith(u'.'))
    return false;
  return std::all_of(name.begin(), name.end(), [](QChar c) {
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_' ||
           u == u'.';
  });
}

// Without directories, controls and marks that could hide the real ending of the name.
QString displayFileName(QStringView label) {
  const qsizetype slash = std::max(label.lastIndexOf(u'/'), label.lastIndexOf(u'\\'));
  QString name = label.mid(slash + 1).toString();
  name.removeIf([](QChar c) { return isForbiddenInText(c) || (c != u' ' && isForbiddenInHref(c)); });
  return name.trimmed();
}

std::optional<FileLink> parseFileLink(QStringView href, const QString& label) {
  const auto parts = href.mid(kFileScheme.size()).split(u'/');
  if (parts.size() != 3 || !isUniqueFileName(parts[2])) return std::nullopt;
  auto room = RoomUri::fromParts(parts[0].toUtf8(), parts[1].toUtf8());
  if (!room) return std::nullopt;
  const qsizetype open = label.lastIndexOf(u'(');
  const bool hasSize = open > 0 && label.endsWith(u')');
  const QStringView name = hasSize ? QStringView(label).first(open) : QStringView(label);
  const QString size = hasSize ? label.mid(open + 1, label.size() - open - 2) : QString();
  return FileLink{*room, parts[2].toUtf8(), displayFileName(name), size};
}

// A link of one of the allowed kinds, or nothing.
std::optional<ChatSpan> makeSpan(const QString& href, const QString& label) {
  ChatSpan span;
  span.text = label;
  if (href.startsWith(kRoomScheme, Qt::CaseInsensitive)) {
    auto room = RoomUri::parse(href.toUtf8());
    if (!room) return std::nullopt;
    span.kind = ChatSpan::Kind::RoomLink;
    span.room = *room;
  } else if (href.startsWith(kFileScheme, Qt::CaseInsensitive)) {
    span.file = parseFileLink(href, label);
    if (!span.file) return std::nullopt;
    span.kind = ChatSpan::Kind::FileLink;
  } else {
    if (!isAllowedLink(href)) return std::nullopt;
    span.kind = ChatSpan::Kind::Link;
    span.href = href;
  }
  return span;
}

// Length of `<`, any joiners, `a` and white space at `at`, counted up to the joiners; 0 if it is not
// that, 1 if there are none.
qsizetype anchorLikeAt(QStringView text, qsizetype at) {
  if (text[at] != u'<') return 0;
  qsizetype next = at + 1;
  while (next < text.size() && text[next] == kWordJoiner) ++next;
  const bool isA = next + 1 < text.size() && (text[next] == u'a' || text[next] == u'A');
  return isA && text[next + 1].isSpace() ? next - at : 0;
}

// Number of joiners after the bracket of a leading [STORY]; -1 when there is no such literal.
qsizetype storyJoiners(QStringView text) {
  if (!text.startsWith(u'[')) return -1;
  qsizetype next = 1;
  while (next < text.size() && text[next] == kWordJoiner) ++next;
  return text.mid(next).startsWith(kStoryMark.mid(1), Qt::CaseInsensitive) ? next - 1 : -1;
}

// Takes one joiner out of each escaped literal.
QString unescapeTyped(QStringView text) {
  QString out;
  out.reserve(text.size());
  for (qsizetype at = 0; at < text.size(); ++at) {
    out.append(text[at]);
    if (anchorLikeAt(text, at) > 1) ++at;
  }
  return out;
}

void appendTextSpan(std::vector<ChatSpan>& spans, QStringView text) {
  if (text.isEmpty()) return;
  ChatSpan span;
  span.text = unescapeTyped(text);
  spans.push_back(std::move(span));
}

// An anchor that begins at `at`, and where it ends; nothing unless it has exactly the form that
// builders write: one attribute, a label without elements, an allowed address.
std::optional<std::pair<ChatSpan, qsizetype>> anchorAt(QStringView text, qsizetype at) {
  if (!text.mid(at).startsWith(kAnchorOpen, Qt::CaseInsensitive)) return std::nullopt;
  const qsizetype hrefStart = at + kAnchorOpen.size();
  const QStringView window = text.mid(hrefStart, kMaxHrefChars * 6);
  const qsizetype quote = window.indexOf(u'"');
  if (quote < 0 || window.mid(quote + 1, 1) != QLatin1String(">")) return std::nullopt;
  const qsizetype labelStart = hrefStart + quote + 2;
  const qsizetype labelEnd = text.indexOf(u'<', labelStart);
  if (labelEnd < 0 || !text.mid(labelEnd).startsWith(kAnchorClose, Qt::CaseInsensitive)) return std::nullopt;
  auto span = makeSpan(unescapeHtml(window.first(quote)), unescapeHtml(text.mid(labelStart, labelEnd - labelStart)));
  if (!span) return std::nullopt;
  return std::pair(std::move(*span), labelEnd + kAnchorClose.size());
}

std::vector<ChatSpan> parseSpans(QStringView text) {
  std::vector<ChatSpan> spans;
  qsizetype textStart = 0;
  qsizetype at = text.indexOf(u'<');
  while (at >= 0) {
    if (auto found = anchorAt(text, at)) {
      appendTextSpan(spans, text.mid(textStart, at - textStart));
      spans.push_back(std::move(found->first));
      textStart = found->second;
      at = text.indexOf(u'<', textStart);
    } else {
      at = text.indexOf(u'<', at + 1);
    }
  }
  appendTextSpan(spans, text.mid(textStart));
  return spans;
}

QString withWireLineEnds(const QString& text) {
  QString out;
  out.reserve(text.size() + 16);
  for (qsizetype at = 0; at < text.size(); ++at) {
    const QChar c = text[at];
    const bool crLf = c == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n';
    if (crLf) ++at;
    if (c == u'\r' || c == u'\n') {
      out.append(QLatin1String("\r\n"));
    } else if (!isForbiddenInText(c)) {
      out.append(c);
    }
  }
  return out;
}

}  // namespace

QString ChatText::plainText() const {
  QString out = title;
  if (kind == Kind::Story && !spans.empty()) out.append(u'\n');
  for (const ChatSpan& span : spans) out.append(span.text);
  return out;
}

bool isStory(QStringView text) { return storyJoiners(text) == 0; }

ChatText parseChatText(const QString& text) {
  ChatText result;
  QStringView body(text);
  QString unescapedStart;
  const qsizetype joiners = storyJoiners(body);
  if (joiners == 0) {
    result.kind = ChatText::Kind::Story;
    body = body.mid(kStoryMark.size());
    const qsizetype lineEnd = body.indexOf(u'\n');
    result.title = (lineEnd < 0 ? body : body.first(lineEnd)).trimmed().toString();
    body = lineEnd < 0 ? QStringView() : body.mid(lineEnd + 1);
  } else if (joiners > 0) {
    unescapedStart = text;
    unescapedStart.remove(1, 1);
    body = unescapedStart;
  }
  result.spans = parseSpans(body);
  return result;
}

QString escapeTyped(const QString& typed) {
  const QString text = withWireLineEnds(typed);
  QString out;
  out.reserve(text.size() + 8);
  const bool looksLikeStory = storyJoiners(text) >= 0;
  for (qsizetype at = 0; at < text.size(); ++at) {
    out.append(text[at]);
    if (anchorLikeAt(text, at) > 0 || (at == 0 && looksLikeStory)) out.append(kWordJoiner);
  }
  return out;
}

QString makeStory(const QString& title, const QString& body) {
  QString line = withWireLineEnds(title);
  line.replace(QLatin1String("\r\n"), QLatin1String(" "));
  return kStoryMark + line.trimmed() + QLatin1String("\r\n") + body;
}

QString makeLink(const QString& href, const QString& label) {
  return isAllowedLink(href) ? anchor(href, label.isEmpty() ? href : label) : QString();
}

QString makeRoomLink(const RoomUri& room, const QString& label) {
  return room.isEmpty() ? QString() : anchor(room.toString(), label.isEmpty() ? room.toString() : label);
}

QString makeFileLink(const RoomUri& room, const QByteArray& uniqueFile, const QString& fileName, qint64 bytes) {
  const QString unique = QString::fromUtf8(uniqueFile);
  const QString name = displayFileName(fileName);
  if (room.isEmpty() || !isUniqueFileName(unique) || name.isEmpty()) return {};
  const QString href =
      kFileScheme + QString::fromUtf8(room.domain()) + u'/' + QString::fromUtf8(room.key()) + u'/' + unique;
  return anchor(href, name + QLatin1String(" (") + fileSizeText(bytes) + u')');
}

QString fileSizeText(qint64 bytes) {
  constexpr qint64 kKilo = 1024;
  const auto rounded = [bytes](qint64 unit) { return (bytes + unit / 2) / unit; };
  if (bytes < kKilo) return QStringLiteral("%1 bytes").arg(bytes);
  if (bytes < kKilo * kKilo) return QStringLiteral("%1 kilobytes").arg(rounded(kKilo));
  return QStringLiteral("%1 megabytes").arg(rounded(kKilo * kKilo));
}

bool isAllowedLink(QStringView href) {
  const qsizetype colon = href.indexOf(u':');
  if (colon <= 0 || href.size() > kMaxHrefChars) return false;
  if (std::any_of(href.begin(), href.end(), isForbiddenInHref)) return false;
  const QStringView scheme = href.first(colon);
  const bool known = std::any_of(kWebSchemes.begin(), kWebSchemes.end(), [scheme](QLatin1String allowed) {
    return scheme.compare(allowed, Qt::CaseInsensitive) == 0;
  });
  if (!known) return false;
  const QUrl url(href.toString(), QUrl::StrictMode);
  const bool isWeb = scheme.startsWith(QLatin1String("http"), Qt::CaseInsensitive);
  return url.isValid() && (isWeb ? !url.host().isEmpty() : href.size() > colon + 1);
}

}  // namespace Parlour::Xccos
