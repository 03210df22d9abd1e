// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <memory>

#include "app/program/Application.h"

namespace Parlour::Demo {

// The demonstration without a display: starts the demo server, signs the client in and prints the call flow with its
// times, lets a second client post a message and a file, shows that the first received both, saves pictures. Returns an
// exit status.
class DemoRun {
 public:
  explicit DemoRun(const QString& outputDirectory) : output_(outputDirectory) {}
  int run();

 private:
  bool signIn();
  void printSteps() const;
  void printMessages() const;
  bool secondClientPosts();
  bool sendAndSaveFile(Core::Client& second, const RoomUri& room);
  Core::Room* openRoom(Core::Client& client, const QString& name, RoomUri* uri);

  QString output_;
  QTemporaryDir profile_;
  std::unique_ptr<Program::Application> application_;
};

}  // namespace Parlour::Demo
