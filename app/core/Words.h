// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

#include "app/core/Types.h"

namespace Parlour::Core {

// The sentences that the core says to people, in the tone of design guide 12. Translated through its
// context "Parlour::Core::Words".
class Words {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Core::Words)

 public:
  // What is being done in a step: "Joining rooms". For the status strip and the error that names the step.
  static QString step(SignInStep step);
  // What failed: "Cannot open the chat session."
  static QString stepFailed(SignInStep step);
  // What the person can do about it; empty when there is nothing.
  static QString advice(SignInStep step, const Error& error);
  // Why the person is no longer in a room; never called with None.
  static Error ending(RoomEnding ending);
};

}  // namespace Parlour::Core
