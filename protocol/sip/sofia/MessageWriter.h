// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include "protocol/sip/Transport.h"
#include "protocol/sip/sofia/Sofia.h"

namespace Parlour::Sip {

// The header lines about the body and the empty line after them.
QByteArray contentLines(const SharedBody& body);

// Turns finished text into messages that Sofia sends byte for byte: the whole head is given as the already
// encoded first line (sofia-sip 3, path E), so nothing is merged, reordered or added.
class MessageWriter {
 public:
  explicit MessageWriter(nta_agent_t* agent) : agent_(agent) {}

  MsgPtr fromText(QByteArrayView head, QByteArrayView body) const;
  // One message of a fan-out: the content lines and the body are shared with all others of the same `body`.
  MsgPtr fromShared(QByteArrayView prefix, const std::shared_ptr<const SharedBody>& body);

 private:
  MsgPtr assemble(MsgPtr message, char* head, size_t headSize, const char* body, size_t bodySize) const;
  void shareText(const std::shared_ptr<const SharedBody>& body);

  nta_agent_t* agent_;
  // The last body sent: a fan-out sends the same one to everybody.
  std::shared_ptr<const SharedBody> lastBody_;
  MsgPtr lastHolder_;  // owns the text below; messages keep it alive through msg_set_parent
  QByteArrayView lastContentLines_;
  QByteArrayView lastText_;
};

}  // namespace Parlour::Sip
