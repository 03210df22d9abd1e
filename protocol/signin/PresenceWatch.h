// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include "protocol/support/Ids.h"
#include "protocol/support/Result.h"

// Asking for the presence of several people with one SUBSCRIBE to oneself (`adhoclist`, signin 1.3; MS-PRES).
namespace Parlour::Signin {

inline constexpr char kPresenceEvent[] = "presence";
inline constexpr char kPresenceListTag[] = "adhoclist";
inline constexpr char kPresenceQueryType[] = "application/msrtc-adrl-categorylist+xml";
inline constexpr char kPresenceReportType[] = "application/msrtc-event-categories+xml";
// Content type of PresenceReport::toBody().
inline constexpr char kPresenceBodyType[] =
    "multipart/related;type=\"application/rlmi+xml\";start=resourceList;boundary=resourceList";

// The body of that SUBSCRIBE: whose `state` is wanted. The list is whole each time. Reading fails with ParseFailed, or
// with LimitExceeded for more people than `maxUsers`; addresses of other kinds are left out.
struct PresenceQuery {
  SipUri subscriber;
  QList<SipUri> users;

  QByteArray toXml() const;
  static Result<PresenceQuery> parse(const QByteArray& xml, int maxUsers);
  bool operator==(const PresenceQuery&) const = default;
};

// How available one person is, in the numbers of StateCategory.
struct PresenceReport {
  SipUri user;
  quint32 availability = 0;

  // A list of people as one body of several parts, the first of which names the list.
  static QByteArray toBody(const SipUri& subscriber, const QList<PresenceReport>& reports);
  // Reads such a body, or the document of a single person. Parts of other kinds and people without a state are
  // left out; of several states of one person the aggregate counts, else the last.
  static Result<QList<PresenceReport>> parseBody(const QByteArray& body);
  bool operator==(const PresenceReport&) const = default;
};

}  // namespace Parlour::Signin
