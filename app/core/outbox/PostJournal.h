// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

// A post that the server has not confirmed, as it is kept over the end of the program.
struct KeptPost {
  RoomUri room;
  quint64 localId = 0;  // its envid; a repeat under the same one is not stored twice (xccos 3.4)
  QString text;
  bool alert = false;
  Timestamp written;
  ChatId after = 0;  // newest message of the room when it was written; 0: none was known
  QString failure;   // in the person's words; empty: it waits
  QByteArray rtf;    // the text with its formats; may be empty
  bool operator==(const KeptPost&) const = default;
};

// Where the posts of an account are kept. GUI thread.
class PostJournal {
 public:
  virtual ~PostJournal() = default;
  // In the order they were written; empty when there are none. What cannot be read is left out.
  virtual QList<KeptPost> load(const SipUri& account) = 0;
  // Takes the place of what was kept; on disk when it returns.
  virtual Status save(const SipUri& account, const QList<KeptPost>& posts) = 0;
};

}  // namespace Parlour::Core
