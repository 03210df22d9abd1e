// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <compare>

#include "protocol/support/Result.h"

namespace Parlour {

// A SIP address of a user or service in the form `sip:user@domain`, scheme and text in
// lower case, without parameters; equal addresses are equal bytes. Empty when invalid.
class SipUri {
 public:
  SipUri() = default;
  // Accepts with or without `sip:`; drops URI parameters and surrounding white space.
  static Result<SipUri> parse(QByteArrayView text);
  // For text that is known to be well formed (constants, rows of the store).
  static SipUri fromTrusted(const QByteArray& text);

  const QByteArray& bytes() const { return text_; }    // "sip:ada@orchard.example"
  QByteArray address() const { return text_.mid(4); }  // "ada@orchard.example"
  QByteArray user() const;
  QByteArray domain() const;
  bool isEmpty() const { return text_.isEmpty(); }
  QString toString() const { return QString::fromUtf8(text_); }
  auto operator<=>(const SipUri& other) const { return text_.compare(other.text_) <=> 0; }
  bool operator==(const SipUri& other) const = default;

 private:
  QByteArray text_;
};

// The permanent address of a room, `ma-chan://domain/key` (xccos 2). Domain and key are
// kept in lower case, so equal rooms are equal bytes. The key is an opaque token.
class RoomUri {
 public:
  RoomUri() = default;
  static Result<RoomUri> parse(QByteArrayView text);
  static Result<RoomUri> fromParts(QByteArrayView domain, QByteArrayView key);

  const QByteArray& bytes() const { return text_; }
  QByteArray domain() const;
  QByteArray key() const;
  bool isEmpty() const { return text_.isEmpty(); }
  QString toString() const { return QString::fromUtf8(text_); }
  auto operator<=>(const RoomUri& other) const { return text_.compare(other.text_) <=> 0; }
  bool operator==(const RoomUri& other) const = default;

 private:
  QByteArray text_;
};

// The permanent address of a category, `ma-cat://domain/key` (xccos 2).
class CategoryUri {
 public:
  CategoryUri() = default;
  static Result<CategoryUri> parse(QByteArrayView text);
  static Result<CategoryUri> fromParts(QByteArrayView domain, QByteArrayView key);

  const QByteArray& bytes() const { return text_; }
  QByteArray key() const;
  bool isEmpty() const { return text_.isEmpty(); }
  auto operator<=>(const CategoryUri& other) const { return text_.compare(other.text_) <=> 0; }
  bool operator==(const CategoryUri& other) const = default;

 private:
  QByteArray text_;
};

// Number of a message in its room: dense, from 1 (DESIGN 3). 0 means "none yet".
using ChatId = quint64;
// Number of an envelope of one sender (xccos 3.4).
using EnvId = quint64;

inline size_t qHash(const SipUri& uri, size_t seed = 0) { return qHash(uri.bytes(), seed); }
inline size_t qHash(const RoomUri& uri, size_t seed = 0) { return qHash(uri.bytes(), seed); }
inline size_t qHash(const CategoryUri& uri, size_t seed = 0) { return qHash(uri.bytes(), seed); }

}  // namespace Parlour

template <>
struct std::hash<Parlour::SipUri> {
  size_t operator()(const Parlour::SipUri& uri) const noexcept { return qHash(uri.bytes(), 0); }
};
template <>
struct std::hash<Parlour::RoomUri> {
  size_t operator()(const Parlour::RoomUri& uri) const noexcept { return qHash(uri.bytes(), 0); }
};
template <>
struct std::hash<Parlour::CategoryUri> {
  size_t operator()(const Parlour::CategoryUri& uri) const noexcept { return qHash(uri.bytes(), 0); }
};
