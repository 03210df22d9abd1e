// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "protocol/signin/RoamingSelf.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace Parlour::Server::Testing {

// One publication element of a SERVICE body. `expires` empty: not said; "0" deletes.
struct Published {
  quint32 instance = 1;
  quint32 version = 0;
  QByteArray text = "a";
  QByteArray expireType = "static";
  QByteArray expires = {};
  QByteArray name = "roomSetting";
  QByteArray toXml() const;
};

// The self subscription with all four parts and the ways of Parlour's client.
Sip::Request roamingSubscription(Caller& caller);

// "roomSetting 1 v2 a", one item an instance, sorted; "roomSetting -" for the marker of an empty name; without the
// contact card, which the server adds; nothing when the document cannot be read.
QStringList instancesIn(const QByteArray& xml);

}  // namespace Parlour::Server::Testing
