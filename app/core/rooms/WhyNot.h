// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "app/core/Room.h"

namespace Parlour::Core {

// What the client knows about a person and a room when something cannot be done.
struct WhyNotFacts {
  RoomSummary room;
  quint32 mask = 0;  // own permission set (xccos 6.2); 0: not told
  bool joined = false;
  RoomEnding ending = RoomEnding::None;
  QStringList managers;        // names, as far as known
  QStringList presenters;      // the same
  std::optional<Error> error;  // the last refusal
  bool managesRoom = false;    // by the list of managed rooms, for rooms that are not joined

  static WhyNotFacts of(const Room& room);
};

// Says in one or two sentences what cannot be done, why, and what to do or whom to ask. Empty when, by what is
// known, nothing is in the way. When the server gave its reason in words of its own, those are taken. Pure.
class WhyNot {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Core::WhyNot)

 public:
  static QString join(const WhyNotFacts& facts);
  static QString post(const WhyNotFacts& facts);
  static QString manage(const WhyNotFacts& facts);
  // For the bar of a room that the person was taken out of.
  static QString ended(const WhyNotFacts& facts);

  // "Ada, Bo or Cy"; at most four names; of more three, and the rest as a number.
  static QString anyOf(const QStringList& names);
  static QString allOf(const QStringList& names);

 private:
  static QString askForMembership(const WhyNotFacts& facts);
  static QString refusedJoin(const WhyNotFacts& facts);
  static QString notPresenter(const WhyNotFacts& facts);
};

}  // namespace Parlour::Core
