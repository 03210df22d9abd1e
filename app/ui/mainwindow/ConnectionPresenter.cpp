// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/ConnectionPresenter.h"

#include <QDateTime>

#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/ParticipantDelegate.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {

using Core::ConnectionState;

constexpr int kQuietBeforeBarMs = 1000;
constexpr int kBackOnlineMs = 5000;

QString presenceTitle(Core::Presence presence) {
  if (presence == Core::Presence::Busy) return ConnectionPresenter::tr("Busy");
  return presence == Core::Presence::Away ? ConnectionPresenter::tr("Away") : ConnectionPresenter::tr("Available");
}

// From the start without a connection there is no time at which it was lost.
QString lostWords(const Core::ConnectionStatus& status) {
  return status.lostAt.isNull() ? ConnectionPresenter::tr("The server cannot be reached.")
                                : ConnectionPresenter::tr("Connection lost at %1.").arg(timeWords(status.lostAt));
}

QString waitingWords(const QString& again) {
  return ConnectionPresenter::tr("%1 Messages you write now go out when you are back.").arg(again);
}

QString busyWords(const Core::ConnectionStatus& status, const QString& again) {
  if (!status.error || status.error->retryAfterSeconds < 0) return again;
  return ConnectionPresenter::tr("It asked us to wait %1 s.").arg(status.error->retryAfterSeconds);
}

QString caughtUpWords(const Core::ConnectionStatus& status) {
  return ConnectionPresenter::tr("%n messages caught up in %1.", nullptr, status.caughtUpMessages)
      .arg(ConnectionPresenter::tr("%n rooms", "where messages were caught up", status.caughtUpRooms));
}

// "Connected · TLS", where the server's name is too long for the strip.
QString connectedWords(const QString& server) {
  const qsizetype transport = server.lastIndexOf(QStringLiteral(" · "));
  const QString connected = ConnectionPresenter::tr("Connected");
  return transport < 0 ? connected : connected + server.mid(transport);
}

// Why a person who was signed in is not any more; the server may have told it in a longer way.
QString refusedWords(const Core::ConnectionStatus& status) {
  if (!status.error) return {};
  const bool wasIn = !status.lostAt.isNull();
  if (wasIn && status.error->code == ErrorCode::Unauthorized) {
    return ConnectionPresenter::tr("Your password changed.");
  }
  if (wasIn && status.error->code == ErrorCode::Disabled) return ConnectionPresenter::tr("Your account was disabled.");
  const QString statement = ConnectionPresenter::tr("Signed out by the server.");
  return status.error->text.startsWith(statement) ? status.error->text.mid(statement.size()).trimmed()
                                                  : status.error->text;
}

bool isTrying(ConnectionState state) {
  return state == ConnectionState::Reconnecting || state == ConnectionState::Busy;
}

}  // namespace

ConnectionPresenter::ConnectionPresenter(Core::Client& client, MainWindow& window, QObject* parent)
    : QObject(parent), client_(client), window_(window) {
  quiet_.setSingleShot(true);
  quiet_.setInterval(kQuietBeforeBarMs);
  back_.setSingleShot(true);
  back_.setInterval(kBackOnlineMs);
  seconds_.setInterval(1000);
  connect(&quiet_, &QTimer::timeout, this, &ConnectionPresenter::showBar);
  connect(&seconds_, &QTimer::timeout, this, [this] {
    showStrip(client_.status());
    if (!quiet_.isActive()) {
      showBar();
    }
  });
  connect(&back_, &QTimer::timeout, this, &ConnectionPresenter::showBar);
  connect(&client, &Core::Client::statusChanged, this, &ConnectionPresenter::refresh);
  connect(&client, &Core::Client::cacheNews, this, [this](const QString& words) {
    window_.toasts()->show({tr("Messages on this computer"), words, QString(), false});
  });
  addBar(window.roomPage()->bar());
  refresh();
}

void ConnectionPresenter::refresh() {
  const Core::ConnectionStatus& status = client_.status();
  retryAtMs_ = status.retryInMs >= 0 ? QDateTime::currentMSecsSinceEpoch() + status.retryInMs : -1;
  const bool lost = isTrying(status.state) || status.state == ConnectionState::NoNetwork;
  if (wasLost_ && status.state == ConnectionState::Connected && status.caughtUpMessages > 0) {
    back_.start();
  }
  if (lost && !wasLost_) {
    quiet_.start();
  }
  wasLost_ = lost;
  if (lost) {
    seconds_.start();
  } else {
    seconds_.stop();
    quiet_.stop();
  }
  showAccount(status);
  showStrip(status);
  if (!quiet_.isActive()) {
    showBar();
  }
}

void ConnectionPresenter::showAccount(const Core::ConnectionStatus& status) {
  AccountRow& account = *window_.sidebar()->account();
  account.setPerson(client_.myName(), client_.me().isEmpty() ? QByteArray() : client_.me().address());
  const Core::Presence own = client_.myPresence();
  switch (status.state) {
    case ConnectionState::Connected:
      account.setState(presenceShape(own), presenceTitle(own), tr("Connected"), false);
      break;
    case ConnectionState::Slow:
      account.setState(presenceShape(own), presenceTitle(own), tr("Slow"), false);
      break;
    case ConnectionState::SigningIn:
      account.setState(PresenceShape::Offline, QString(), tr("Signing in…"), true);
      break;
    case ConnectionState::Reconnecting:
    case ConnectionState::Busy:
      account.setState(PresenceShape::Offline, QString(), tr("Reconnecting…"), true);
      break;
    case ConnectionState::NoNetwork:
      account.setState(PresenceShape::Offline, QString(), tr("Offline"), true);
      break;
    case ConnectionState::SignedOut:
    case ConnectionState::Refused:
      account.setState(PresenceShape::Offline, QString(), tr("Signed out"), true);
      break;
  }
}

void ConnectionPresenter::showStrip(const Core::ConnectionStatus& status) {
  Sidebar& sidebar = *window_.sidebar();
  const qint64 left = retryAtMs_ < 0 ? -1 : qMax<qint64>(0, retryAtMs_ - QDateTime::currentMSecsSinceEpoch());
  switch (status.state) {
    case ConnectionState::Connected:
      sidebar.setStatus(StripDot::Good, client_.serverName(), connectedWords(client_.serverName()));
      break;
    case ConnectionState::Slow:
      sidebar.setStatus(StripDot::Trouble, tr("No answer for %1 s").arg(qMax<qint64>(5, status.silentForMs / 1000)));
      break;
    case ConnectionState::SigningIn:
      sidebar.setStatus(StripDot::Trouble, status.step);
      break;
    case ConnectionState::Reconnecting:
    case ConnectionState::Busy:
      sidebar.setStatus(StripDot::Trouble,
                        left < 0 ? tr("Connecting again") : tr("Trying again in %1 s").arg((left + 999) / 1000));
      break;
    case ConnectionState::NoNetwork:
      sidebar.setStatus(StripDot::Off, tr("No network"));
      break;
    case ConnectionState::SignedOut:
    case ConnectionState::Refused:
      sidebar.setStatus(StripDot::Off, tr("Signed out"));
      break;
  }
}

void ConnectionPresenter::addBar(ConnectionBar* bar) {
  bars_.removeAll(nullptr);
  bars_.append(bar);
  connect(bar, &ConnectionBar::actionRequested, this, &ConnectionPresenter::barPressed);
  if (!quiet_.isActive()) {
    fillBar(*bar);
  }
}

void ConnectionPresenter::showBar() {
  for (const QPointer<ConnectionBar>& bar : bars_) {
    if (bar) {
      fillBar(*bar);
    }
  }
}

void ConnectionPresenter::fillBar(ConnectionBar& bar) {
  const Core::ConnectionStatus& status = client_.status();
  const qint64 left = retryAtMs_ < 0 ? -1 : qMax<qint64>(0, retryAtMs_ - QDateTime::currentMSecsSinceEpoch());
  const QString again = left < 0 ? tr("Connecting again.") : tr("Trying again in %1 s.").arg((left + 999) / 1000);
  switch (status.state) {
    case ConnectionState::Reconnecting:
      bar.showState(BarKind::Trouble, lostWords(status), waitingWords(again), tr("Try now"));
      break;
    case ConnectionState::Busy:
      bar.showState(BarKind::Trouble, tr("The server is busy."), busyWords(status, again), tr("Try now"));
      break;
    case ConnectionState::NoNetwork:
      bar.showState(BarKind::Trouble, tr("This computer has no network."), tr("Parlour connects when it is back."));
      break;
    case ConnectionState::Refused:
      bar.showState(BarKind::Refused, tr("Signed out by the server."), refusedWords(status), tr("Sign in"));
      break;
    case ConnectionState::Connected:
      bar.showState(BarKind::Good, back_.isActive() ? tr("Back online.") : QString(), caughtUpWords(status));
      break;
    case ConnectionState::SignedOut:
    case ConnectionState::SigningIn:
    case ConnectionState::Slow:
      bar.showState(BarKind::Plain, QString(), QString());
      break;
  }
}

void ConnectionPresenter::barPressed() {
  if (client_.status().state == ConnectionState::Refused) {
    Q_EMIT signInAgainRequested();
  } else {
    client_.retryNow();
  }
}

}  // namespace Parlour::Ui
