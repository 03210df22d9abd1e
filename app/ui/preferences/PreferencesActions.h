// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

#include "app/core/Types.h"

namespace Parlour::Ui {

// The server that is used at the next sign-in.
struct ServerChoice {
  QString domain;  // of the sign-in address, for "Find automatically for …"
  bool automatic = true;
  QString host;
  int port = 0;
  bool tls = true;
  bool operator==(const ServerChoice&) const = default;
};

// What the message cache holds, in bytes.
struct CacheUsage {
  qint64 messages = 0;
  qint64 files = 0;
  qint64 index = 0;
  int rooms = 0;
  QDate oldest;  // invalid when empty
};

// What the Preferences window can do beyond keeping values. A control whose function is empty is left out. GUI thread.
struct PreferencesActions {
  bool hasTray = false;
  bool canStartWithComputer = false;
  std::function<QStringList()> dictionaries;        // codes that can be checked, "en_GB"
  std::function<QStringList()> languages;           // of the interface, without English
  std::function<QList<Core::RoomSummary>()> rooms;  // that a rule can be about
  std::function<ServerChoice()> server;
  std::function<void(const ServerChoice&)> setServer;
  std::function<void()> openWireView;
  std::function<bool()> demoRuns;
  std::function<void(bool run)> runDemo;
  std::function<QString()> downloadFolder;  // in use now
  std::function<void(std::function<void(const CacheUsage&)> done)> measureCache;
  std::function<void(std::function<void()> done)> clearCache;
  std::function<int()> draftCount;
  std::function<void()> deleteDrafts;
  std::function<void()> exportHistory;
};

}  // namespace Parlour::Ui
