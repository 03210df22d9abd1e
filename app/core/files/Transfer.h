// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <optional>

#include "protocol/support/Clock.h"
#include "protocol/support/Error.h"
#include "protocol/support/Ids.h"

namespace Parlour::Core {

enum class TransferDirection { Upload, Download };

enum class TransferState {
  Queued,   // waits for its turn
  Running,  // moves bytes, or asks for the permission to
  Waiting,  // for the connection or for a busy server; goes on by itself
  Paused,   // by the person
  Failed,   // `failure` says why
  Done,     // posted, or saved
};

// Why a transfer failed, as far as a card has to tell it apart.
enum class TransferFailure {
  Broken,       // trying again may help
  Refused,      // by a rule: trying again does not help until somebody changes something
  Gone,         // the server has the file no longer
  Quarantined,  // the server's scan found something
};

// One file on its way between this computer and a room. A value; the record of a TransferService.
struct Transfer {
  quint64 id = 0;  // of an upload also the envid of its post, so that a repeat is not stored twice (xccos 3.4)
  TransferDirection direction = TransferDirection::Upload;
  TransferState state = TransferState::Queued;
  RoomUri room;
  QByteArray file;         // repository name; of an upload empty until the server gave one
  QString name;            // for display
  QString path;            // of the file on this computer
  qint64 size = -1;        // bytes; -1 when not known yet
  qint64 done = 0;         // bytes that are safe at the other end
  qint64 changed = 0;      // upload: when the file on disk was last changed, ms since 1970
  QByteArray etag;         // download: what the bytes so far belong to
  bool alert = false;      // upload: the post is of high importance
  bool temporary = false;  // upload: the file was made for this transfer and goes with it
  Timestamp begun;
  TransferFailure kind = TransferFailure::Broken;
  std::optional<Error> failure;

  qint64 bytesPerSecond = -1;  // -1: not known
  qint64 secondsLeft = -1;     // -1: not known

  bool isActive() const { return state == TransferState::Running || state == TransferState::Waiting; }
  bool isOver() const { return state == TransferState::Failed || state == TransferState::Done; }
};

// A file of a room as the server lists it.
struct RoomFile {
  qint64 number = 0;  // in the order of coming
  RoomUri room;
  QByteArray file;
  QString name;
  qint64 size = 0;
  QString user;  // display name, else the address
  Timestamp time;
  bool preview = false;
  bool quarantined = false;

  bool operator==(const RoomFile&) const = default;
};

}  // namespace Parlour::Core

Q_DECLARE_METATYPE(Parlour::Core::Transfer)
