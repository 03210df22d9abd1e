// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "app/program/Application.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/walks/Walker.h"

namespace Parlour::Tests {

// The whole desktop program, from the sign-in window on, against the real server in this process. Base of walks.
class ProgramDesk {
 protected:
  ProgramDesk();
  ~ProgramDesk();
  // Starts the server and shows the sign-in window.
  void startProgram(const QByteArray& organisation);
  void endProgram();
  // By keyboard alone.
  void signInAs(const QString& address, const QString& password);
  // Somebody else at the same server, without windows.
  std::unique_ptr<ClientHost> guest(const char* user);
  Program::Application& program() { return *program_; }
  Ui::MainWindow& window() { return program_->mainController()->window(); }
  Core::Room* room(const QString& name);

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<QTemporaryDir> profile_;
  std::unique_ptr<Program::Application> program_;
  std::unique_ptr<Walker> walker_;
};

// Ada manages the yard and may create rooms; there is a closed room that she is not in.
QByteArray walkOrganisation();

}  // namespace Parlour::Tests
