// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Server {

// The SDP of a chat dialog carries nothing but its media line (xccos 3.2): `m=message … sip null`.
bool offersMessageMedia(const QByteArray& sdp);
// The answer with our address in it.
QByteArray messageAnswer(const QByteArray& host, quint16 port);

}  // namespace Parlour::Server
