// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QHash>
#include <QList>

#include "app/core/files/TransferJob.h"

namespace Parlour::Core {

struct RoomFilePage {
  QList<RoomFile> files;  // newest first
  bool more = false;      // there are older ones
};

// What the server keeps for a room: the list of its files, and the small pictures of them. One token a room serves all
// such reading until it expires. Previews are asked for once and remembered, also that there is none; at most four
// requests are under way. GUI thread.
class RoomFiles {
 public:
  static constexpr int kMostPreviews = 200;  // kept in memory

  explicit RoomFiles(const TransferTools& tools) : tools_(tools) {}
  ~RoomFiles();

  // `before`: the number of the oldest one that is known; 0 begins with the newest.
  QFuture<Result<RoomFilePage>> list(const RoomUri& room, qint64 before);
  // PNG or JPEG as the server has it, not checked; empty when there is none, or not yet.
  QByteArray preview(const RoomUri& room, const QByteArray& file);
  void clear();  // the session is over

  std::function<void(const RoomUri& room, const QByteArray& file)> onPreview;  // has come

 private:
  using OnAnswer = std::function<void(const Result<WebAnswer>&)>;
  struct Access {
    QByteArray token;
    QString service;
    QList<TransferTools::OnToken> waiting;
    bool asked = false;
  };
  struct Wanted {
    RoomUri room;
    QByteArray file;
  };
  using MakeRequest = std::function<WebRequest(const QString& service)>;

  void withToken(const RoomUri& room, const TransferTools::OnToken& then);
  void ask(const RoomUri& room, const MakeRequest& make, const OnAnswer& done, bool renewed = false);
  void nextPreview();
  void previewCame(const Wanted& wanted, const Result<WebAnswer>& answer);

  const TransferTools& tools_;
  QHash<RoomUri, Access> access_;
  QHash<QByteArray, QByteArray> previews_;  // by repository name
  QList<QByteArray> order_;                 // of previews_, oldest first
  QList<Wanted> wanted_;
  QList<FileWeb::Handle> handles_;
  int underWay_ = 0;
  Lifetime lifetime_;
};

}  // namespace Parlour::Core
