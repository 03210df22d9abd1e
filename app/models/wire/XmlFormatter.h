// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/wire/WireText.h"
#include "protocol/signin/XmlNode.h"

namespace Parlour::Models {

// Writes an XML tree as indented lines of tokens. Attributes that do not fit go on lines of their own under the first
// one. With `cut`, of a run of like elements only the first is written whole, long values end in "…", and what
// follows the last cut is left out when it only closes elements.
class XmlFormatter {
 public:
  explicit XmlFormatter(const WireTextOptions& options) : options_(options) {}
  QList<WireLine> format(const Signin::XmlNode& root);

 private:
  struct Attribute {
    QString name;
    QString value;
  };

  void writeElement(const Signin::XmlNode& node, int depth);
  void writeStartTag(const Signin::XmlNode& node, int depth);
  void writeLeaf(const Signin::XmlNode& node, int depth);
  void writeChildren(const Signin::XmlNode& node, int depth);
  size_t writeRun(const Signin::XmlNode& parent, size_t from, int depth);
  void writeStub(const Signin::XmlNode& node, int depth);
  void writeText(const QString& text, int depth);
  QString fitted(const QString& value, int room) const;
  void startLine(int depth);
  void put(WireToken token, const QString& text);
  int lineLength() const;

  const WireTextOptions options_;
  QList<WireLine> lines_;
  qsizetype lastCut_ = -1;  // number of lines after the newest cut
};

}  // namespace Parlour::Models
