// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <initializer_list>
#include <vector>

namespace Parlour::Server {

// The one way in which pages are made. Text and values of attributes are always escaped, tags and names of attributes
// are constants of the program; so nothing that people have typed can become markup. What is left open is closed.
class HtmlWriter {
 public:
  struct Attribute {
    const char* name;
    QString value;
    bool present = true;  // false leaves the attribute out
  };
  using Attributes = std::initializer_list<Attribute>;

  HtmlWriter& open(const char* tag, Attributes attributes = {});
  HtmlWriter& close();
  HtmlWriter& text(const QString& text);
  // With text and end tag.
  HtmlWriter& element(const char* tag, Attributes attributes, const QString& text);
  HtmlWriter& element(const char* tag, const QString& text) { return element(tag, {}, text); }
  // Without end tag: input, meta, link.
  HtmlWriter& single(const char* tag, Attributes attributes);

  // The page with its document type; the writer is empty afterwards.
  QByteArray take();

 private:
  void begin(const char* tag, Attributes attributes);
  void escaped(const QString& text);

  QByteArray html_;
  std::vector<const char*> open_;
};

}  // namespace Parlour::Server
