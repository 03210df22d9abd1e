// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <functional>

#include "app/core/files/FileRefusal.h"
#include "app/core/files/SpeedMeter.h"
#include "app/core/session/Lifetime.h"
#include "app/core/session/Timer.h"
#include "protocol/xccos/Blocks.h"

namespace Parlour::Core {

// What transfers need of the client and of the outside.
struct TransferTools {
  using OnToken = std::function<void(const Result<Xccos::FileTokenGrant>&)>;
  using OnPreview = std::function<void(const QByteArray& png)>;  // empty: there is none

  FileWeb& web;
  Scheduler& scheduler;
  const Clock& clock;
  std::function<void(const Transfer&, OnToken)> askToken;
  std::function<QByteArray()> trustFile;                            // of the session, see WebRequest
  std::function<bool()> encryptedOnly;                              // the session is; so must its files be
  std::function<void(const QString& path, OnPreview)> makePreview;  // may be empty
};

// One transfer at work: asks for its token, repeats what a lost connection or a busy server interrupted, with growing
// pauses and from where it was, renews a token that has run out, and measures. Upload and Download know the rest.
// Writes state and progress into the record it is given, which must outlive it. May be deleted in its callbacks'
// callers only, never inside one. GUI thread.
class TransferJob {
 public:
  TransferJob(Transfer& transfer, const TransferTools& tools);
  virtual ~TransferJob();

  void run();   // from where it was
  void halt();  // what is safe stays
  // Gives up for good: takes away what is unfinished, here and there.
  virtual void discard() = 0;

  std::function<void()> onProgress;                      // bytes and speed
  std::function<void()> onState;                         // Running or Waiting
  std::function<void()> onKeep;                          // something that has to outlive the program
  std::function<void(const TransferRefusal&)> onFailed;  // the last call
  std::function<void()> onFinished;                      // the last call

 protected:
  using OnAnswer = std::function<void(const WebAnswer&)>;
  static constexpr qint64 kHashStep = 4 * 1024 * 1024;

  virtual void start() = 0;  // with a token
  virtual void stop() {}     // beside the request and the timers
  // True when it was dealt with.
  virtual bool overcome(const FileRefusal& refusal) = 0;

  void send(WebRequest request, WebWatch watch, const OnAnswer& answered);
  void interrupted(const Error& error);
  void refused(const FileRefusal& refusal);
  void fail(const TransferRefusal& refusal);
  void failHere(const QString& words);  // for a reason on this computer
  void waitAndRun(qint64 ms);
  void progress(qint64 done);
  void moved(qint64 safe);  // so many bytes are safe; forgives earlier failures when they are more
  QString fileUrl() const;

  // Brings the hash of the file's beginning to `until`, in steps that leave the thread free, then goes on.
  void hashTo(QFile& file, qint64 until, const std::function<void()>& then);
  void addToHash(const QByteArray& bytes);
  void resetHash();
  QByteArray finishHash();  // hexadecimal; the next use begins at the first byte again

  Transfer& transfer_;
  const TransferTools& tools_;
  Lifetime lifetime_;
  QByteArray token_;
  QString service_;

 private:
  void setState(TransferState state);
  void tokenCame(const Result<Xccos::FileTokenGrant>& grant);

  SpeedMeter meter_;
  Timer timer_;
  Timer hashTimer_;
  FileWeb::Handle handle_ = 0;
  QCryptographicHash hash_{QCryptographicHash::Sha256};
  qint64 hashed_ = 0;
  qint64 safe_ = 0;
  int interruptions_ = 0;
  int renewals_ = 0;
};

}  // namespace Parlour::Core
