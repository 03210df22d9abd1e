// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/DocumentGuard.h"

#include <algorithm>

namespace Parlour::Xccos {
namespace {

// The text between the first quotation mark and its partner.
QByteArray quotedValue(const QByteArray& text) {
  const auto open = std::find_if(text.begin(), text.end(), [](char c) { return c == '"' || c == '\''; });
  if (open == text.end()) return {};
  const auto close = std::find(open + 1, text.end(), *open);
  return close == text.end() ? QByteArray() : QByteArray(open + 1, close - open - 1);
}

class DocumentScan {
 public:
  DocumentScan(QByteArrayView body, const Limits& limits) : body_(body), limits_(limits) {}

  Status run() {
    while (!failed_ && at_ < body_.size()) {
      const qsizetype open = body_.indexOf('<', at_);
      if (open < 0) break;
      at_ = open;
      scanMarkup();
    }
    return failed_ ? Status(error_) : success();
  }

 private:
  bool startsWith(QByteArrayView text) const { return body_.sliced(at_).startsWith(text); }

  void skipPast(QByteArrayView terminator, qsizetype from) {
    const qsizetype end = body_.indexOf(terminator, std::min(at_ + from, body_.size()));
    at_ = end < 0 ? body_.size() : end + terminator.size();
  }

  void scanMarkup() {
    if (startsWith("<!--")) return skipPast("-->", 4);
    if (startsWith("<![CDATA[")) return skipPast("]]>", 9);
    if (startsWith("<!")) return fail(ErrorCode::ParseFailed, QStringLiteral("document type declaration"));
    if (startsWith("<?")) return scanInstruction();
    if (startsWith("</")) {
      --depth_;
      return skipPast(">", 2);
    }
    scanStartTag();
  }

  // The XML declaration may name UTF-8 only: in another encoding the bytes would mean something
  // else to the parser than to this scan.
  void scanInstruction() {
    const qsizetype begin = at_;
    skipPast("?>", 2);
    const QByteArray text = body_.sliced(begin, at_ - begin).toByteArray().toLower().simplified();
    if (!text.startsWith("<?xml ")) return;
    const qsizetype encoding = text.indexOf("encoding");
    if (encoding < 0) return;
    const QByteArray name = quotedValue(text.mid(encoding + 8));
    if (name != "utf-8" && name != "us-ascii") {
      fail(ErrorCode::ParseFailed, QStringLiteral("encoding other than UTF-8"));
    }
  }

  void scanStartTag() {
    int attributes = 0;
    char last = 0;
    for (++at_; at_ < body_.size() && body_[at_] != '>'; ++at_) {
      last = body_[at_];
      if (last != '"' && last != '\'') continue;
      if (++attributes > limits_.attributesPerElement) {
        return fail(ErrorCode::LimitExceeded, QStringLiteral("attributes of one element"));
      }
      const qsizetype end = body_.indexOf(last, at_ + 1);
      if (end < 0) break;
      if (end - at_ - 1 > limits_.attributeChars * kMaxUtf8PerChar) {
        return fail(ErrorCode::LimitExceeded, QStringLiteral("length of an attribute"));
      }
      at_ = end;
    }
    at_ = std::min(at_ + 1, body_.size());
    countElement(last == '/');
  }

  void countElement(bool empty) {
    if (++elements_ > limits_.elements) return fail(ErrorCode::LimitExceeded, QStringLiteral("number of elements"));
    if (++depth_ > limits_.depth) return fail(ErrorCode::LimitExceeded, QStringLiteral("depth of nesting"));
    if (empty) --depth_;
  }

  void fail(ErrorCode code, const QString& what) {
    failed_ = true;
    const QString text = code == ErrorCode::LimitExceeded ? QStringLiteral("The message is larger than allowed.")
                                                          : QStringLiteral("The message has a form that is refused.");
    error_ = locatedError(code, text, what, body_, at_);
  }

  static constexpr qsizetype kMaxUtf8PerChar = 3;

  QByteArrayView body_;
  const Limits& limits_;
  qsizetype at_ = 0;
  int depth_ = 0;
  int elements_ = 0;
  bool failed_ = false;
  Error error_;
};

}  // namespace

Error locatedError(ErrorCode code, const QString& text, const QString& what, QByteArrayView body, qsizetype offset) {
  offset = std::clamp<qsizetype>(offset, 0, body.size());
  const QByteArrayView before = body.first(offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const qsizetype column = offset - (before.lastIndexOf('\n') + 1) + 1;
  Error error = Error::make(code, text, QStringLiteral("%1 (line %2, column %3)").arg(what).arg(line).arg(column));
  error.offset = offset;
  return error;
}

Status checkDocument(QByteArrayView body, const Limits& limits) {
  if (body.size() > limits.bodyBytes) {
    return locatedError(ErrorCode::LimitExceeded, QStringLiteral("The message is larger than allowed."),
                        QStringLiteral("%1 bytes").arg(body.size()), body, 0);
  }
  if (!body.isValidUtf8() || body.contains('\0')) {
    return locatedError(ErrorCode::ParseFailed, QStringLiteral("The message is not UTF-8 text."),
                        QStringLiteral("encoding"), body, 0);
  }
  return DocumentScan(body, limits).run();
}

}  // namespace Parlour::Xccos
