// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <functional>

namespace Parlour::Core {

// What a banner on the desktop shows. Plain text: whoever shows it escapes what it has to.
struct Banner {
  struct Action {
    QByteArray key;  // "open" is also what a click on the banner itself does
    QString words;
  };
  QString title;
  QString body;
  QList<Action> actions;
  bool urgent = false;  // high importance
  bool sound = false;
};

// The desktop's banners. Numbers are this program's own, from 1; one that is gone from the screen may still be replaced
// or withdrawn, which then does nothing or shows it anew. Works without an answer where the desktop has no banners.
// GUI thread; the owner of the callbacks clears them before it goes.
class DesktopNotifier {
 public:
  using BannerId = quint64;
  virtual ~DesktopNotifier() = default;

  virtual BannerId show(const Banner& banner) = 0;
  virtual void replace(BannerId id, const Banner& banner) = 0;
  virtual void withdraw(BannerId id) = 0;

  std::function<void(BannerId, const QByteArray& action)> onAction;
  std::function<void(BannerId)> onClosed;  // by the person, or its time is over
};

}  // namespace Parlour::Core
