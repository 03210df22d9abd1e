// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "server-sim/web/HtmlWriter.h"

namespace Parlour::Server {

// What every page shows around its content. Plain value.
struct PageFrame {
  QString title;
  QString tab;        // "rooms", "categories", "people", "status"
  QJsonObject me;     // empty: nobody is signed in
  QString formToken;  // of the session, for every form
  QString notice;     // what was done
  QString error;      // what was refused, and why
};

enum class PageFoot { Usual, None };

// A page under construction: begins with head and navigation, then takes content, and is taken as bytes.
class PageWriter : public HtmlWriter {
 public:
  explicit PageWriter(const PageFrame& frame);

  // The page's one heading.
  PageWriter& heading(const QString& text);
  // A form of our own that posts to `action`, with the token; close it with close().
  PageWriter& form(const QString& action, const char* cssClass = "");
  PageWriter& button(const QString& text, const char* cssClass = "primary");
  PageWriter& icon(const char* name);
  PageWriter& link(const QString& address, const QString& text, const char* cssClass = "");
  // A field with its label; `hint` below it.
  PageWriter& field(const QString& label, const char* name, const QString& value, int longest,
                    const QString& hint = {});
  // Pairs of value and words.
  PageWriter& choice(const QString& label, const char* name, const QString& value,
                     const QList<std::pair<QString, QString>>& choices, const QString& hint = {});
  PageWriter& check(const QString& label, const char* name, bool on, const QString& hint = {});
  PageWriter& hidden(const char* name, const QString& value);
  // A field for names of people and groups, with suggestions where scripts run; `source` is the query for them.
  PageWriter& peopleField(const QString& label, const char* name, const QString& value, const QString& source);
  QByteArray finish(PageFoot foot = PageFoot::Usual);

 private:
  void head(const PageFrame& frame);
  void banner(const PageFrame& frame);
  void tabs(const PageFrame& frame);
  void account(const PageFrame& frame);
  void hintLine(const QString& id, const QString& hint);

  QString formToken_;
  int fields_ = 0;
};

// Parts of what WebBackend answers; empty, false and 0 when absent.
QString textIn(const QJsonObject& object, const char* key);
bool flagIn(const QJsonObject& object, const char* key);
qint64 numberIn(const QJsonObject& object, const char* key);

// The sign of a room's kind, by its "type" and "privacy".
const char* roomIcon(const QJsonObject& room);
// "MN" for Marta Nowak, and which of the nine colours (design-guide 2).
QString initialsOf(const QString& name);
int avatarColour(const QString& address);
// "4 min ago", "12 Nov", "3 Feb 2030"; the same in every time zone. Empty for an empty time.
QString timeInWords(const QString& time, qint64 nowMs);

}  // namespace Parlour::Server
