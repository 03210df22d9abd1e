// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/core/session/SipLink.h"
#include "protocol/sip/Dialog.h"

namespace Parlour::Core {

// What to subscribe to at the own address.
struct SubscriptionTopic {
  QByteArray event;
  QByteArray contentType;  // of request body and documents
  QByteArray body;
  bool once = false;          // Expires 0: one document, no dialog stays (signin 2.1)
  QByteArray accept = {};     // types of the documents where they differ from contentType
  Sip::Headers headers = {};  // besides the usual ones
};

// One SUBSCRIBE with its documents, whichever way they travel: in the 200, by NOTIFY or by BENOTIFY
// (signin 2.2). Refreshes itself unless the server extends it. GUI thread; the link must outlive it.
class Subscription {
 public:
  using OnFirst = std::function<void(const Result<QByteArray>& document, const Sip::Response& response)>;

  Subscription(SipLink& link, Scheduler& scheduler);
  ~Subscription();

  // `done` is called once: with the first document, or with why there is none.
  void subscribe(const SubscriptionTopic& topic, OnFirst done);
  // Asks for something else in the same dialog; its document comes like a later one. Only while active.
  void change(const QByteArray& body);
  void unsubscribe();
  void reset();  // the connection is gone
  bool isActive() const { return active_; }

  std::function<void(const QByteArray& document)> onDocument;  // every later one
  std::function<void()> onTerminated;                          // by the server, or a refresh failed

 private:
  Sip::Request makeSubscribe(Sip::Request request) const;
  void answered(const Sip::Response& response);
  void firstDocument(const Result<QByteArray>& document, const Sip::Response& response);
  void document(const QByteArray& body);
  void stateChanged(const Sip::Headers& headers);
  void scheduleRefresh(const Sip::Headers& headers);
  void refresh();
  bool handle(Sip::IncomingId incoming, const Sip::Request& request);
  bool isOurs(const Sip::Request& request) const;

  SipLink& link_;
  Timer timer_;  // waits for the first NOTIFY, later for the refresh
  Lifetime lifetime_;
  SipLink::HandlerId handler_ = 0;
  SubscriptionTopic topic_;
  OnFirst first_;
  Sip::Request request_;
  Sip::Dialog dialog_;
  bool active_ = false;
  bool extendsItself_ = false;
};

}  // namespace Parlour::Core
