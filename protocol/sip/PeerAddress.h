// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Sip {

// Whether an address literal is of this computer itself.
bool isLoopbackAddress(const QByteArray& host);

// What counts as one sender where addresses are limited: an IPv4 address, or the network of 64 bits that an IPv6
// address is in, because whoever has one of those has all of them. Other text stays as it is.
QByteArray addressGroup(const QByteArray& host);

}  // namespace Parlour::Sip
