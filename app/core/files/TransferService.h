// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <vector>

#include "app/core/files/RoomFiles.h"
#include "app/core/outbox/Outbox.h"
#include "app/core/rooms/RoomList.h"

namespace Parlour::Core {

class SipLink;

// The files of an account on their way: a queue of which at most two move at a time, in the order they were begun. An
// upload stands in the timeline of its room from the beginning, as a row that is not sent yet; when the server has the
// file, the post that names it takes the row's place. A lost session stops all; they go on where they were when it is
// back, and after a restart of the program, from the environment's journal. GUI thread.
class TransferService : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMostRunning = 2;
  static constexpr int kMostKept = 500;  // finished ones, for "Open" and "Show in folder"

  struct Parts {
    ChatSession& session;
    SipLink& link;
    RoomList& rooms;
    Account& account;
    EnvIds& ids;
    Outbox& outbox;
    Environment& environment;
  };
  explicit TransferService(const Parts& parts);
  ~TransferService() override;

  // Why no file can be posted in this room, as far as it is known; empty when one can.
  QString whyNoUpload(const Room& room) const;
  // Refusals that need no server come at once. `temporary`: the file goes when the transfer is over.
  Result<quint64> upload(Room& room, const QString& path, bool alert = false, bool temporary = false);
  // To the folder for downloads, or to `path` when one is given. One that is there already goes on.
  quint64 download(const RoomUri& room, const QByteArray& file, const QString& name, const QString& path = {});
  void pause(quint64 id);
  void resume(quint64 id);
  void retry(quint64 id);
  void discard(quint64 id);  // also cancels; a finished download stays on the disk and is forgotten

  const Transfer* find(quint64 id) const;
  const Transfer* ofFile(const QByteArray& file) const;  // the latest of that repository name
  QList<Transfer> all() const;                           // in the order they were begun
  RoomFiles& roomFiles() { return files_; }
  qint64 largestFile() const { return largest_; }  // bytes, once the server has said so; else -1
  QString downloadDirectory() const;

  // Called by the client only.
  void signedIn();
  void sessionLost();
  void roomAdded(Room& room);
  void roomGone(const RoomUri& room);
  void restore();
  void clear();

 Q_SIGNALS:
  void changed(quint64 id);  // progress comes at most ten times a second
  void removed(quint64 id, const QByteArray& file);
  void failed(quint64 id);
  void finished(quint64 id);
  void previewCame(const Parlour::RoomUri& room, const QByteArray& file);

 private:
  struct Entry;
  Entry* entry(quint64 id) const;
  Entry& add(const Transfer& transfer);
  void connectJob(Entry& entry);
  void pump();
  void run(Entry& entry);
  void progressed(Entry& entry);
  void done(quint64 id);
  void refused(quint64 id, const TransferRefusal& refusal);
  void post(const Transfer& transfer);
  static bool hasRow(const Transfer& transfer);
  void showRow(Entry& entry);
  void hideRow(Entry& entry);
  void forget(quint64 id);
  void later();
  void forgetOldest();
  void keep();
  void keepSoon();
  void askToken(const Transfer& transfer, const TransferTools::OnToken& done);

  Parts p_;
  std::unique_ptr<FileWeb> noWeb_;
  TransferTools tools_;
  RoomFiles files_;
  std::map<quint64, std::unique_ptr<Entry>> entries_;  // by the order they were begun
  QHash<quint64, quint64> orderOf_;                    // id to key of entries_
  QHash<QByteArray, quint64> byFile_;                  // repository name to id
  std::vector<std::unique_ptr<Entry>> gone_;           // their jobs may be in a callback
  quint64 lastOrder_ = 0;
  qint64 largest_ = -1;
  bool online_ = false;
  Timer keepTimer_;
  Timer laterTimer_;
};

}  // namespace Parlour::Core
