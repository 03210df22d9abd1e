// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include "app/program/Application.h"

namespace Parlour::Demo {

// Saves pictures of every window of the running client, in both themes, to a directory.
class Gallery {
 public:
  Gallery(Program::Application& application, const QString& directory);
  // Runs the event loop in between; the client is signed in and the main window shown.
  void save();
  // The room on screen has a file.
  void saveFiles();
  int count() const { return count_; }

 private:
  void saveAll(const QString& theme);
  void saveSignIn(const QString& theme);
  void saveWelcome(const QString& theme);
  void saveJoin(const QString& theme);
  void saveSearch(const QString& theme);
  void savePreferences(const QString& theme);
  void grab(QWidget& widget, const QString& name);

  Program::Application& application_;
  QString directory_;
  int count_ = 0;
};

// Runs the event loop until `ready` or the time is over; false then.
bool waitUntil(const std::function<bool()>& ready, int milliseconds);

}  // namespace Parlour::Demo
