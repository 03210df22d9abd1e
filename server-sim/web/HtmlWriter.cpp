// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/HtmlWriter.h"

#include <utility>

namespace Parlour::Server {

void HtmlWriter::begin(const char* tag, Attributes attributes) {
  html_ += '<';
  html_ += tag;
  for (const Attribute& attribute : attributes) {
    if (!attribute.present) continue;
    html_ += ' ';
    html_ += attribute.name;
    html_ += "=\"";
    escaped(attribute.value);
    html_ += '"';
  }
  html_ += '>';
}

void HtmlWriter::escaped(const QString& text) {
  for (const char c : text.toUtf8()) {
    switch (c) {
      case '&':
        html_ += "&amp;";
        break;
      case '<':
        html_ += "&lt;";
        break;
      case '>':
        html_ += "&gt;";
        break;
      case '"':
        html_ += "&quot;";
        break;
      case '\'':
        html_ += "&#39;";
        break;
      default:
        // Control characters have no place in HTML.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') html_ += c;
    }
  }
}

HtmlWriter& HtmlWriter::open(const char* tag, Attributes attributes) {
  begin(tag, attributes);
  open_.push_back(tag);
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  if (open_.empty()) return *this;
  html_ += "</";
  html_ += open_.back();
  html_ += '>';
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::text(const QString& text) {
  escaped(text);
  return *this;
}

HtmlWriter& HtmlWriter::element(const char* tag, Attributes attributes, const QString& text) {
  return open(tag, attributes).text(text).close();
}

HtmlWriter& HtmlWriter::single(const char* tag, Attributes attributes) {
  begin(tag, attributes);
  return *this;
}

QByteArray HtmlWriter::take() {
  while (!open_.empty()) close();
  return "<!doctype html>\n" + std::exchange(html_, {});
}

}  // namespace Parlour::Server
