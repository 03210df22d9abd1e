// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <deque>

#include "app/models/wire/WireRow.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Models {

// Which rows belong together: a SIP request and its answers (Call-ID and CSeq), a chat command and its reply
// (envid within one Call-ID). Rows are known by their trace numbers. Answered requests stay known for repeated
// answers; the oldest go first once the bound is reached.
class WireTransactions {
 public:
  struct Open {
    quint64 number = 0;
    Timestamp time;
    WireKind kind = WireKind::Dialog;
    bool answered = false;
  };

  void addRequest(const QByteArray& callId, quint32 cseq, const QByteArray& method, bool outgoing, const Open& request);
  // The request a response belongs to; `final` marks it answered.
  std::optional<Open> answer(const QByteArray& callId, quint32 cseq, const QByteArray& method, bool outgoing,
                             bool final);
  void addCommand(const QByteArray& callId, EnvId envId, const Open& command);
  std::optional<Open> reply(const QByteArray& callId, EnvId envId);
  void clear();

 private:
  struct Table {
    QHash<QByteArray, Open> open;
    std::deque<QByteArray> order;
    void add(const QByteArray& key, const Open& entry);
    std::optional<Open> find(const QByteArray& key, bool mark);
  };

  Table requests_;
  Table commands_;
};

}  // namespace Parlour::Models
