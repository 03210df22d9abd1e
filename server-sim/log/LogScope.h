// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <vector>

namespace Parlour::Server {

// What the lines logged on this thread are about while the object lives: connection, session, call, command. Costs a
// few instructions when nothing is logged. Objects of one thread end in the reverse order of their beginning.
class LogScope {
 public:
  LogScope(const char* name, quint64 number) : LogScope(Entry{name, number, nullptr}) {}
  // A text that may tell too much, such as a Call-ID: logged is a short hash of it, the same each time. It must outlive
  // the object.
  LogScope(const char* name, const QByteArray& hashed) : LogScope(Entry{name, 0, &hashed}) {}
  ~LogScope();
  LogScope(const LogScope&) = delete;
  LogScope& operator=(const LogScope&) = delete;

  struct Field {
    QByteArray name;
    QByteArray value;
    bool isNumber = false;
  };
  // Of this thread now, the outermost first; of equal names the innermost counts.
  static std::vector<Field> fields();

 private:
  struct Entry {
    const char* name;
    quint64 number;
    const QByteArray* hashed;
  };
  explicit LogScope(Entry entry);
  static std::vector<Entry>& entries();
};

}  // namespace Parlour::Server
