// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QMetaType>
#include <QString>

#include "app/ui/text/RichSpan.h"

namespace Parlour::Ui {

// A file of a message and what is happening to it on this computer.
struct FileContent {
  enum class State {
    Offered,
    Uploading,
    Downloading,
    Paused,
    Saved,
    Failed,  // trying again may help
    Ended,   // refused, in quarantine or gone: trying again does not help
  };
  State state = State::Offered;
  QString name;
  QString size;      // "1.8 MB"; while moving "1.1 of 1.8 MB"
  QString note;      // "Saved to Downloads", why it failed
  int percent = -1;  // -1: not known
  QString pace;      // while moving, beside the bar: "410 KB/s, 12 s left", "Waiting for the connection"
  QImage picture;    // a small one, instead of the drawing at the left; null: none
  bool own = false;  // on its way to the room; discarding it takes the row away

  bool isMoving() const { return state == State::Uploading || state == State::Downloading || state == State::Paused; }
};

// Everything the timeline draws for one message, in words of the screen: already formatted, translated and
// free of protocol types. A value; equal contents lay out equally.
struct RowContent {
  enum class Kind { Message, Story, File, Removed };
  enum class Delivery { Stored, Sending, Waiting, Failed };

  QString id;  // stable over changes; key of every cache
  Kind kind = Kind::Message;
  QString dayAbove;  // words of the day line above, empty: none
  bool newLineAbove = false;
  bool grouped = false;
  bool own = false;
  bool alert = false;
  QString attention;  // "Mentions you", "Keyword: Aldgate"; empty: neither
  QString author;
  QByteArray address;
  QString time;
  QString fullTime;  // tool tip of the time
  RichSpans body;
  QString storyTitle;
  int readingMinutes = 1;
  bool storyOpen = false;
  FileContent file;
  Delivery delivery = Delivery::Stored;
  bool showSending = true;  // false during the first moment of sending
  QString failure;
};

// What a click, a key or a menu entry on a row asks for.
enum class RowAct {
  None,
  OpenLink,
  OpenRoom,
  ToggleStory,
  FileAction,  // download; show in folder once it is here
  OpenFile,
  PauseFile,  // or go on
  RetryFile,
  PreviewFile,
  CancelFile,
  Retry,
  Discard
};

}  // namespace Parlour::Ui

Q_DECLARE_METATYPE(Parlour::Ui::RowContent)
