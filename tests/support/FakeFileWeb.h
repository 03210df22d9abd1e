// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

#include "app/core/files/FileWeb.h"
#include "tests/support/FakeScheduler.h"

namespace Parlour::Testing {

// The file service of a server in memory, as protocol/files/README.md has it: one room, no rights. Every answer takes
// 10 ms of the test's clock, every 1,000 bytes of a download 10 ms more.
class FakeFileWeb final : public Core::FileWeb {
 public:
  struct File {
    QString name;
    QByteArray content;  // so far
    qint64 size = 0;
    bool complete = false;
    QByteArray preview;
  };
  // What happens to the next request of this method whose address contains `part`, instead of its answer.
  struct Plan {
    QByteArray method;
    QString part;
    int status = 0;  // a refusal with this code; 0: the connection is cut
    QByteArray code;
    QByteArray more;      // further members of the error, JSON: "\"limit\": 5"
    int afterBytes = -1;  // cut: so many bytes arrive first
  };

  explicit FakeFileWeb(FakeScheduler& scheduler) : scheduler_(scheduler) {}
  Handle send(const Core::WebRequest& request, Core::WebWatch watch) override;
  void cancel(Handle handle) override { watches_.remove(handle); }

  QByteArray add(const QString& name, const QByteArray& content);  // a complete file; its repository name
  void plan(const Plan& plan) { plans_.append(plan); }
  bool isIdle() const { return watches_.isEmpty(); }

  QHash<QByteArray, File> files;
  QSet<QByteArray> tokens;  // that are good
  QStringList requests;     // "POST uploads", "PUT bytes 0-999/5000", "GET bytes=10-"
  QByteArray list = "{}";
  qint64 pieceBytes = 1'000;
  bool wrongHash = false;  // downloads have an ETag of something else

 private:
  struct Begun {
    QByteArray token;
    QByteArray file;
  };
  void answer(Handle handle, const Core::WebRequest& request);
  Core::WebAnswer answerTo(const Core::WebRequest& request);
  Core::WebAnswer begin(const Core::WebRequest& request);
  Core::WebAnswer put(const Core::WebRequest& request, const QByteArray& name);
  Core::WebAnswer head(const QByteArray& name) const;
  Core::WebAnswer get(const Core::WebRequest& request, const QByteArray& name) const;
  void stream(Handle handle, const Core::WebAnswer& answer, qsizetype at, qsizetype cutAt);
  void finish(Handle handle, const Result<Core::WebAnswer>& result);
  std::optional<Plan> takePlan(const Core::WebRequest& request);

  FakeScheduler& scheduler_;
  QHash<Handle, Core::WebWatch> watches_;
  QHash<QByteArray, QByteArray> begun_;  // token to repository name
  QList<Plan> plans_;
  Handle last_ = 0;
  int made_ = 0;
};

}  // namespace Parlour::Testing
