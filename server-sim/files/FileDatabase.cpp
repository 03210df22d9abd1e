// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/FileDatabase.h"

#include "protocol/support/Log.h"

namespace Parlour::Server {

FileDatabase::FileDatabase(Writer writer, Sqlite::Database reading, LoopWaiter& waiter)
    : writer_(std::move(writer)), waiter_(waiter), reading_(std::move(reading)) {}

FileFailure FileDatabase::failed(const Error& error) {
  qCWarning(lcServer).noquote() << "The rows of files:" << error.text << error.detail;
  if (error.code == ErrorCode::Busy) return fileFailure(Files::FileError::Busy);
  return fileFailure(Files::FileError::Storage);
}

FileStatus FileDatabase::write(std::function<FileStatus(Sqlite::Database&)> work) {
  const auto refused = std::make_shared<std::optional<FileFailure>>();
  const auto answer = waiter_.wait<Status>([&](const std::function<void(Status)>& done) {
    writer_(
        [work = std::move(work), refused](Sqlite::Database& database) -> Status {
          const FileStatus worked = work(database);
          if (worked) return success();
          *refused = worked.failure();
          return Error::make(ErrorCode::Cancelled, worked.failure().words());
        },
        done);
  });
  if (!answer) return fileFailure(Files::FileError::Storage);
  if (*answer) return FileDone{};
  if (answer->error().code == ErrorCode::Cancelled && *refused) return **refused;
  return failed(answer->error());
}

void FileDatabase::writeLater(Work work) const {
  writer_(std::move(work), [](const Status& written) {
    if (!written) qCWarning(lcServer).noquote() << written.error().text << written.error().detail;
  });
}

}  // namespace Parlour::Server
