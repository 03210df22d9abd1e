// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/XmlFormatter.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/models/wire/WireWords.h"

namespace Parlour::Models {

namespace {

constexpr int kIndentColumns = 2;
constexpr size_t kShortestCutRun = 4;
constexpr size_t kLeavesShown = 8;
constexpr qsizetype kMostTextShown = 4'000;
constexpr int kShortestValue = 8;

class MoreWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::MoreWords)

 public:
  static QString of(const QString& element, qint64 n) {
    const int count = WireWords::counted(n);
    if (element == QLatin1String("chanib")) return tr("… %Ln more rooms", nullptr, count);
    if (element == QLatin1String("uib")) return tr("… %Ln more people", nullptr, count);
    if (element == QLatin1String("msg")) return tr("… %Ln more messages", nullptr, count);
    if (element == QLatin1String("inv")) return tr("… %Ln more invitations", nullptr, count);
    if (element == QLatin1String("nodeib") || element == QLatin1String("category")) {
      return tr("… %Ln more categories", nullptr, count);
    }
    return tr("… %Ln more %1", "the name of an element", count).arg(element);
  }
  static QString characters(qint64 n) { return tr("… %Ln more characters", nullptr, WireWords::counted(n)); }
};

QString qualifiedName(const QString& prefix, const QString& name) {
  return prefix.isEmpty() ? name : prefix + QLatin1Char(':') + name;
}

QString nameOfNode(const Signin::XmlNode& node) { return qualifiedName(node.prefix, node.name); }

bool isBlankText(const Signin::XmlNode& node) { return node.isText() && node.text.trimmed().isEmpty(); }

bool hasElements(const Signin::XmlNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const auto& child) { return !child.isText(); });
}

QString escapedText(const QString& text) { return QString::fromUtf8(Signin::escapeXml(text)); }

}  // namespace

QList<WireLine> XmlFormatter::format(const Signin::XmlNode& root) {
  lines_.clear();
  lastCut_ = -1;
  writeElement(root, 0);
  // Behind the cut nothing but end tags follow when each line is shorter than an indented one before.
  if (lastCut_ > 0) {
    const bool onlyEnds = std::all_of(lines_.begin() + lastCut_, lines_.end(), [](const WireLine& line) {
      return std::any_of(line.begin(), line.end(),
                         [](const WirePiece& piece) {
                           return piece.token == WireToken::Tag && piece.text.startsWith(QLatin1String("</"));
                         }) &&
             line.size() <= 3;
    });
    if (onlyEnds) lines_.resize(lastCut_);
  }
  return lines_;
}

void XmlFormatter::startLine(int depth) {
  lines_.append(WireLine{});
  if (depth > 0) put(WireToken::Plain, QString(depth * kIndentColumns, QLatin1Char(' ')));
}

void XmlFormatter::put(WireToken token, const QString& text) { lines_.last().append({token, text}); }

int XmlFormatter::lineLength() const {
  qsizetype length = 0;
  for (const WirePiece& piece : lines_.last()) length += piece.text.size();
  return static_cast<int>(length);
}

QString XmlFormatter::fitted(const QString& value, int room) const {
  const int most = std::max(room, kShortestValue);
  return !options_.cut || value.size() <= most ? value : value.left(most - 1) + QStringLiteral("…");
}

void XmlFormatter::writeElement(const Signin::XmlNode& node, int depth) {
  startLine(depth);
  writeStartTag(node, depth);
  const bool empty = std::all_of(node.children.begin(), node.children.end(), isBlankText);
  if (empty) {
    put(WireToken::Punctuation, QStringLiteral("/>"));
  } else if (!hasElements(node)) {
    writeLeaf(node, depth);
  } else {
    put(WireToken::Punctuation, QStringLiteral(">"));
    writeChildren(node, depth + 1);
    startLine(depth);
    put(WireToken::Tag, QStringLiteral("</") + nameOfNode(node));
    put(WireToken::Punctuation, QStringLiteral(">"));
  }
}

void XmlFormatter::writeStartTag(const Signin::XmlNode& node, int depth) {
  const QString name = nameOfNode(node);
  put(WireToken::Tag, QLatin1Char('<') + name);
  QList<Attribute> attributes;
  for (const auto& attribute : node.attributes) {
    attributes.append({qualifiedName(attribute.prefix, attribute.name),
                       QString::fromUtf8(Signin::escapeXmlAttribute(attribute.value))});
  }
  for (const auto& declaration : node.declarations) {
    const QString prefix = declaration.prefix;
    attributes.append({prefix.isEmpty() ? QStringLiteral("xmlns") : QStringLiteral("xmlns:") + prefix,
                       QString::fromUtf8(Signin::escapeXmlAttribute(declaration.uri))});
  }
  const int under = depth * kIndentColumns + static_cast<int>(name.size()) + 2;
  for (qsizetype i = 0; i < attributes.size(); ++i) {
    const Attribute& attribute = attributes.at(i);
    constexpr int kQuotesAndEquals = 3;
    // The last one on the line leaves room for its bracket.
    const int frame = static_cast<int>(attribute.name.size()) + kQuotesAndEquals;
    const auto needed = frame + 1 + static_cast<int>(attribute.value.size());
    if (i > 0 && lineLength() + needed > options_.columns) {
      lines_.append(WireLine{});
      put(WireToken::Plain, QString(under, QLatin1Char(' ')));
    } else {
      put(WireToken::Plain, QStringLiteral(" "));
    }
    put(WireToken::Attribute, attribute.name);
    put(WireToken::Punctuation, QStringLiteral("="));
    const int room = options_.columns - lineLength() - 3;
    put(WireToken::Value, QLatin1Char('"') + fitted(attribute.value, room) + QLatin1Char('"'));
  }
}

void XmlFormatter::writeLeaf(const Signin::XmlNode& node, int depth) {
  const QString text = escapedText(node.allText());
  const QString endTag = QStringLiteral("</") + nameOfNode(node);
  const bool fits = lineLength() + text.size() + endTag.size() + 2 <= options_.columns;
  if (!fits && !node.attributes.isEmpty()) startLine(depth + 1);
  put(WireToken::Punctuation, QStringLiteral(">"));
  if (fits || text.size() <= options_.columns) {
    put(WireToken::Plain, text);
  } else {
    writeText(text, depth + 1);
    startLine(depth);
  }
  put(WireToken::Tag, endTag);
  put(WireToken::Punctuation, QStringLiteral(">"));
}

void XmlFormatter::writeText(const QString& text, int depth) {
  const QString shown = options_.cut ? text.left(kMostTextShown) : text;
  for (const QString& line : shown.split(QLatin1Char('\n'))) {
    startLine(depth);
    put(WireToken::Plain, line);
  }
  if (shown.size() == text.size()) return;
  startLine(depth);
  put(WireToken::More, MoreWords::characters(text.size() - shown.size()));
  lastCut_ = lines_.size();
}

void XmlFormatter::writeChildren(const Signin::XmlNode& node, int depth) {
  for (size_t i = 0; i < node.children.size();) {
    const Signin::XmlNode& child = node.children.at(i);
    if (child.isText()) {
      if (!isBlankText(child)) writeText(escapedText(child.text.trimmed()), depth);
      ++i;
    } else {
      i = writeRun(node, i, depth);
    }
  }
}

// Writes the like elements from `from` on and gives the place behind them.
size_t XmlFormatter::writeRun(const Signin::XmlNode& parent, size_t from, int depth) {
  std::vector<const Signin::XmlNode*> run;
  size_t at = from;
  for (; at < parent.children.size(); ++at) {
    const Signin::XmlNode& child = parent.children.at(at);
    if (isBlankText(child)) continue;
    if (child.isText() || child.name != parent.children.at(from).name) break;
    run.push_back(&child);
  }
  const bool leaves = std::none_of(run.begin(), run.end(), [](const auto* node) { return hasElements(*node); });
  const size_t whole = leaves ? kLeavesShown : 1;
  if (!options_.cut || run.size() < std::max(kShortestCutRun, whole + 3)) {
    for (const auto* node : run) writeElement(*node, depth);
    return at;
  }
  for (size_t i = 0; i < whole; ++i) writeElement(*run.at(i), depth);
  writeStub(*run.at(whole), depth);
  startLine(depth);
  put(WireToken::More, MoreWords::of(run.front()->name, static_cast<qint64>(run.size() - whole - 1)));
  lastCut_ = lines_.size();
  return at;
}

// The start tag as far as its first attribute.
void XmlFormatter::writeStub(const Signin::XmlNode& node, int depth) {
  startLine(depth);
  put(WireToken::Tag, QLatin1Char('<') + nameOfNode(node));
  if (!node.attributes.isEmpty()) {
    const auto& first = node.attributes.first();
    put(WireToken::Plain, QStringLiteral(" "));
    put(WireToken::Attribute, qualifiedName(first.prefix, first.name));
    put(WireToken::Punctuation, QStringLiteral("="));
    const QString value = QString::fromUtf8(Signin::escapeXmlAttribute(first.value));
    put(WireToken::Value, QLatin1Char('"') + fitted(value, options_.columns - lineLength() - 4) + QLatin1Char('"'));
  }
  put(WireToken::Plain, QStringLiteral(" …"));
}

}  // namespace Parlour::Models
