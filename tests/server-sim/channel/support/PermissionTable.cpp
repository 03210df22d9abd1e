// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/PermissionTable.h"

#include <QByteArrayList>
#include <QFile>
#include <map>

namespace Parlour::Server::Testing {
namespace {

using Xccos::ResponseCode;

constexpr qsizetype kRoomColumns = 4;  // action, privacy, type, state

const std::map<QByteArray, ResponseCode> kOutcomes{{"yes", ResponseCode::Success},
                                                   {"refused", ResponseCode::Permission},
                                                   {"absent", ResponseCode::NoSuchNode},
                                                   {"disabled", ResponseCode::NodeDisabled},
                                                   {"unjoined", ResponseCode::UserNotJoined},
                                                   {"unable", ResponseCode::UnableToCreateRoom}};
const std::map<QByteArray, Privacy> kPrivacies{
    {"open", Privacy::Open}, {"closed", Privacy::Closed}, {"secret", Privacy::Secret}};
const std::map<QByteArray, RoomType> kTypes{{"normal", RoomType::Normal}, {"auditorium", RoomType::Auditorium}};
const std::map<QByteArray, bool> kStates{{"enabled", false}, {"disabled", true}};

Error tableError(int line, const QString& what) {
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("permission table, line %1: %2").arg(line).arg(what));
}

QByteArrayList fieldsOf(const QByteArray& line) {
  QByteArrayList fields = line.split(',');
  for (QByteArray& field : fields) field = field.trimmed();
  return fields;
}

template <typename T>
std::vector<T> meant(const std::map<QByteArray, T>& names, const QByteArray& word) {
  std::vector<T> values;
  for (const auto& [name, value] : names) {
    if (word == "any" || word == name) values.push_back(value);
  }
  return values;
}

template <typename T>
QByteArray nameOf(const std::map<QByteArray, T>& names, T wanted) {
  for (const auto& [name, value] : names) {
    if (value == wanted) return name;
  }
  return "?";
}

class TableReader {
 public:
  Status read(int number, const QByteArray& line) {
    const QByteArrayList fields = fieldsOf(line);
    if (people_.isEmpty()) {
      people_ = fields;
      return success();
    }
    if (fields.size() != people_.size()) return tableError(number, QStringLiteral("not as many cells as people"));
    if (roles_.isEmpty()) {
      roles_ = fields;
      return success();
    }
    return addRow(number, fields);
  }
  std::vector<PermissionRow> take() { return std::move(rows_); }

 private:
  Status addRow(int number, const QByteArrayList& fields) {
    PermissionRow row{fields.at(0), std::nullopt, {}};
    for (qsizetype column = kRoomColumns; column < fields.size(); ++column) {
      const auto outcome = kOutcomes.find(fields.at(column));
      if (outcome == kOutcomes.end()) {
        return tableError(number, QStringLiteral("no outcome: %1").arg(QString::fromUtf8(fields.at(column))));
      }
      const QByteArray roles = roles_.at(column) == "-" ? QByteArray() : roles_.at(column);
      row.cells.push_back({people_.at(column), roles, outcome->second});
    }
    if (fields.at(1) == "-") {
      rows_.push_back(std::move(row));
      return success();
    }
    const size_t before = rows_.size();
    for (const Privacy privacy : meant(kPrivacies, fields.at(1))) {
      for (const RoomType type : meant(kTypes, fields.at(2))) {
        for (const bool disabled : meant(kStates, fields.at(3))) {
          row.room = RoomTraits{type, privacy, disabled};
          rows_.push_back(row);
        }
      }
    }
    return rows_.size() > before ? success() : tableError(number, QStringLiteral("no such kind of room"));
  }

  QByteArrayList people_;
  QByteArrayList roles_;
  std::vector<PermissionRow> rows_;
};

}  // namespace

Standing PermissionCell::standing() const {
  Standing user;
  user.active = !roles.contains('x');
  user.inScope = roles.contains('s');
  user.member = roles.contains('m');
  user.presenter = roles.contains('v');
  user.manager = roles.contains('M');
  user.creator = roles.contains('c');
  user.administrator = roles.contains('A');
  return user;
}

QByteArray PermissionRow::title() const {
  if (!room) return action;
  return action + ", " + nameOf(kPrivacies, room->privacy) + ' ' + nameOf(kTypes, room->type) + ", " +
         nameOf(kStates, room->disabled);
}

Result<std::vector<PermissionRow>> readPermissionTable(const QString& path) {
  QFile file(path);
  if (!file.open(QFile::ReadOnly)) return Error::make(ErrorCode::NotFound, file.errorString());
  TableReader reader;
  int number = 0;
  while (!file.atEnd()) {
    const QByteArray line = file.readLine().trimmed();
    ++number;
    if (line.isEmpty() || line.startsWith('#')) continue;
    const Status done = reader.read(number, line);
    if (!done) return done.error();
  }
  return reader.take();
}

}  // namespace Parlour::Server::Testing
