// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <memory>

#include "app/models/wire/WireReader.h"
#include "app/models/wire/WireWaiting.h"

namespace Parlour::Models {

// The rows of the Wire view over the messages of a TraceBuffer, live, or over a saved trace. GUI thread; the buffer
// may be written by another one. Holds the newest `capacity` rows and 64 MB of text at most. The clock tells how
// long a request waits; buffer and clock are not owned and must outlive the model.
class WireModel : public QAbstractListModel {
  Q_OBJECT

 public:
  static constexpr int kDefaultCapacity = 20'000;

  explicit WireModel(const Clock& clock, QObject* parent = nullptr, int capacity = kDefaultCapacity);
  ~WireModel() override;

  // Takes the buffer's only listener.
  void attach(Sip::TraceBuffer& buffer);
  // Shows these instead of the buffer's until showLive.
  void showRecords(const QList<Sip::TraceRecord>& records);
  void showLive();
  bool isLive() const { return buffer_ && !showsSaved_; }
  // Rows stand still; what comes meanwhile is shown on resuming.
  void setPaused(bool paused);
  bool isPaused() const { return paused_; }
  // Forgets all rows and what the buffer holds.
  void clear();

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  const WireRow& row(int at) const { return rows_.at(at); }
  int rowOf(quint64 number) const;  // -1 when gone
  QList<WireRow> rowsOfDialog(const QByteArray& callId) const;
  const WireFacts& facts() const { return reader_.facts(); }
  int errorCount() const { return errors_; }

  // Marks requests that wait too long; also runs by itself twice a second while anything waits.
  void updateWaiting();

 Q_SIGNALS:
  void factsChanged();

 private:
  class Bridge;

  void takeRecords();
  void append(const QList<Sip::TraceRecord>& records);
  void readInto(const Sip::TraceRecord& record, QList<WireRow>& fresh);
  void applyAnswer(const WireAnswer& answer, QList<WireRow>& fresh);
  void applyWaiting(Timestamp now);
  WireRow* find(quint64 number, QList<WireRow>& fresh);
  void changed(quint64 number);
  void dropOldest();
  void reset();
  Timestamp now() const;

  const Clock& clock_;
  const int capacity_;
  Sip::TraceBuffer* buffer_ = nullptr;
  std::shared_ptr<Bridge> bridge_;
  WireReader reader_;
  WireWaiting waiting_;
  QList<WireRow> rows_;
  QTimer waitTimer_;
  Timestamp first_;
  Timestamp last_;
  quint64 lastNumber_ = 0;
  qint64 bytes_ = 0;
  int errors_ = 0;
  bool paused_ = false;
  bool showsSaved_ = false;
};

}  // namespace Parlour::Models
