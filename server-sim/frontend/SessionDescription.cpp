// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/SessionDescription.h"

#include <QList>

namespace Parlour::Server {

bool offersMessageMedia(const QByteArray& sdp) {
  for (const QByteArray& line : sdp.split('\n')) {
    if (line.startsWith("m=message ") || line.startsWith("m=x-ms-message ")) return true;
  }
  return false;
}

QByteArray messageAnswer(const QByteArray& host, quint16 port) {
  return "v=0\r\no=- 0 0 IN IP4 " + host + "\r\ns=session\r\nc=IN IP4 " + host + "\r\nt=0 0\r\nm=message " +
         QByteArray::number(port) + " sip null\r\na=accept-types:text/plain\r\n";
}

}  // namespace Parlour::Server
