// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/perf/load/Stage.h"

namespace Parlour::Perf {

// A stage whose store holds an organisation and many messages. Made once and kept for the next run when the options
// name a directory for it; then `name` must tell what is in it. Fails when the disk has too little room.
class FilledStore {
 public:
  FilledStore(const RunOptions& options, const QString& name);

  Status make(const OrganisationShape& shape, qint64 messages, const RunOptions& options);
  const Stage& stage() const { return *stage_; }
  // What making it took; 0 when it was there.
  double importSeconds() const { return importSeconds_; }
  double fillSeconds() const { return fillSeconds_; }

 private:
  bool isThere() const;
  Status checkDisk(qint64 messages) const;

  std::unique_ptr<Stage> stage_;
  QString name_;
  double importSeconds_ = 0;
  double fillSeconds_ = 0;
};

}  // namespace Parlour::Perf
