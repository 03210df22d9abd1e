// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>

#include "protocol/support/Ids.h"

namespace Parlour::Signin {

inline constexpr qsizetype kMaxEpidBytes = 16;

// The epid of a user on this computer: ten hex digits that stay the same from one sign-in to the next,
// or the server would count a new endpoint each time (signin 1.2). `profile` tells several
// installations of one user on one host apart.
QByteArray makeEpid(const SipUri& user, QByteArrayView host, QByteArrayView profile);

// 1 to 16 characters of a SIP token.
bool isEpid(QByteArrayView text);

// The instance that belongs to an epid, as lower-case UUID text without decoration (signin 1.2).
QByteArray instanceFromEpid(QByteArrayView epid);

// `"<urn:uuid:…>"` with the quotes, as the Contact parameter +sip.instance has it.
QByteArray toSipInstance(QByteArrayView instance);

// Reads that form, with or without the quotes. Gives lower-case UUID text.
std::optional<QByteArray> parseSipInstance(QByteArrayView text);

// The public address of one endpoint: `sip:user@domain;opaque=user:epid:<24 characters>;gruu`.
struct Gruu {
  SipUri user;
  QByteArray opaque;  // compares with regard to case

  // nullopt when the instance is no UUID text.
  static std::optional<Gruu> forInstance(const SipUri& user, QByteArrayView instance);
  // With or without quotes or angle brackets; parameters in any order.
  static std::optional<Gruu> parse(QByteArrayView text);
  QByteArray toBytes() const;
  bool operator==(const Gruu&) const = default;
};

// One binding out of the Contact headers of a REGISTER or its 200.
struct RegisteredContact {
  QByteArray uri;
  QByteArray instance;  // lower-case UUID text; empty when absent
  std::optional<Gruu> gruu;
  int expiresSeconds = -1;  // -1 when absent
};

// Reads Contact header values, one item a line; a line may list several. What cannot be read is left out.
QList<RegisteredContact> parseContacts(const QList<QByteArray>& lines);

// The binding with that instance; the 200 lists those of all the user's endpoints (signin 1.8).
std::optional<RegisteredContact> findOwnContact(const QList<RegisteredContact>& contacts, QByteArrayView instance);

}  // namespace Parlour::Signin
