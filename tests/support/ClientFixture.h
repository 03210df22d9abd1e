// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Client.h"
#include "app/core/Environment.h"
#include "tests/support/FakeFileWeb.h"
#include "tests/support/FakeLocator.h"
#include "tests/support/FakeScheduler.h"
#include "tests/support/FakeSipTransport.h"
#include "tests/support/MemoryPostJournal.h"
#include "tests/support/MemorySettings.h"
#include "tests/support/MemoryTransferJournal.h"
#include "tests/support/ScriptedServer.h"

namespace Parlour::Testing {

RoomUri testRoom(const char* key);  // in the domain orchard.example

// A whole client with a scripted server behind a fake network and a clock that stands still. Ada signs in.
class ClientFixture {
 public:
  using Disk = std::shared_ptr<MemoryPostJournal::Disk>;
  using TransferDisk = std::shared_ptr<MemoryTransferJournal::Disk>;
  explicit ClientFixture(MemorySettings::Values settings = std::make_shared<QVariantMap>(),
                         const Disk& disk = std::make_shared<MemoryPostJournal::Disk>(),
                         const TransferDisk& transferDisk = std::make_shared<MemoryTransferJournal::Disk>(),
                         const QString& downloads = {});

  void signIn();              // and lets everything happen that needs no time
  void settle();              // delivers messages and futures
  void advanceMs(qint64 ms);  // with what falls due on the way
  // What came of it when everything has happened that needs no time; a Timeout error when it is not finished.
  template <typename T>
  T settled(const QFuture<T>& future) {
    settle();
    return future.isFinished() ? future.result() : T(Error::make(ErrorCode::Timeout, QStringLiteral("not finished")));
  }
  // The last command of this kind that went out; null when there was none.
  template <typename Command>
  const Command* last() const {
    for (auto it = rooms.commands.crbegin(); it != rooms.commands.crend(); ++it) {
      if (const auto* command = std::get_if<Command>(&*it)) return command;
    }
    return nullptr;
  }
  // How often a command went out, by its name on the wire: "cmd:nodesrch".
  qsizetype count(const char* command) const;
  Core::StepState step(Core::SignInStep step) const;
  // Publishes that Ada follows the room before she signs in, or from another computer.
  Signin::PublishRequest followRequest(const RoomUri& room, const QString& name, ChatId readMark = 0);
  void followBefore(const RoomUri& room, const QString& name, ChatId readMark = 0);

  const SipUri ada = SipUri::fromTrusted("sip:ada@orchard.example");
  const SipUri bo = SipUri::fromTrusted("sip:bo@orchard.example");
  FakeClock clock;
  FakeScheduler scheduler{clock};
  FakeSipTransport* transport = nullptr;
  FakeLocator* locator = nullptr;
  FakeFileWeb* web = nullptr;
  // What the client asks to make a preview of; the test answers.
  QString previewWanted;
  std::function<void(const QByteArray&)> previewMade;
  MemorySettings::Values settings;
  Disk disk;
  TransferDisk transferDisk;
  Sip::TraceBuffer trace{clock};
  ScriptedRooms rooms{clock};
  std::unique_ptr<ScriptedServer> server;
  Core::SignInRequest request;
  bool network = true;
  Core::NetworkWatch* networkWatch = nullptr;  // the client's
  std::unique_ptr<Core::Client> client;
};

}  // namespace Parlour::Testing
