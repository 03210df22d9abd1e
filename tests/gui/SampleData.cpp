// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/SampleData.h"

#include <QDateTime>

#include "app/models/MessageSearchModel.h"
#include "app/models/ParticipantModel.h"
#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "app/models/RoomSearchModel.h"
#include "app/ui/theme/AvatarIdentity.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Gui {

namespace {

template <typename Row>
void append(QStandardItemModel& model, const QString& id, const QString& text, const Row& row) {
  auto* item = new QStandardItem(text);
  item->setData(QVariant::fromValue(row), Models::RowRole);
  item->setData(id, Models::IdRole);
  item->setEditable(false);
  model.appendRow(item);
}

struct SampleRoomLine {
  const char* name;
  Core::Privacy privacy;
  bool auditorium = false;
  int unread = 0;
  int mentions = 0;
  bool alert = false;
  bool muted = false;
  bool draft = false;
};

void appendSection(QStandardItemModel& model, Models::RoomSection section, const QString& title, int count) {
  Models::RoomListRow row;
  row.kind = Models::RoomListRow::Kind::Section;
  row.section = section;
  row.text = title;
  row.count = count;
  append(model, title, title, row);
}

void appendRooms(QStandardItemModel& model, Models::RoomSection section, const QList<SampleRoomLine>& lines) {
  for (const SampleRoomLine& line : lines) {
    Models::RoomListRow row;
    row.kind = Models::RoomListRow::Kind::Room;
    row.section = section;
    row.text = QString::fromUtf8(line.name);
    row.room.name = row.text;
    row.room.uri = sampleRoom(row.text);
    row.room.privacy = line.privacy;
    row.room.kind = line.auditorium ? Core::RoomKind::Auditorium : Core::RoomKind::Normal;
    row.unread = line.unread;
    row.mentions = line.mentions;
    row.alert = line.alert;
    row.muted = line.muted;
    row.draft = line.draft;
    row.joinState = Core::JoinState::Joined;
    append(model, row.text, row.text, row);
  }
}

void appendInvitation(QStandardItemModel& model, const QString& name, const QString& from, quint64 number) {
  Models::RoomListRow row;
  row.kind = Models::RoomListRow::Kind::Invitation;
  row.section = Models::RoomSection::Invitations;
  row.text = name;
  row.room.name = name;
  row.room.createdBy = from;
  row.invitation = number;
  append(model, name, name, row);
}

}  // namespace

// The host is chosen for the colour, which follows from the address.
QByteArray sampleAddress(const QString& name) {
  static const QHash<QString, int> colours{
      {QStringLiteral("Priya Raman"), 0},     {QStringLiteral("Hannah Weiss"), 1},
      {QStringLiteral("Marta Nowak"), 1},     {QStringLiteral("Luca Moretti"), 2},
      {QStringLiteral("June Abbott"), 2},     {QStringLiteral("Kwame Boateng"), 3},
      {QStringLiteral("Jun Sato"), 3},        {QStringLiteral("Tomás Oliveira"), 4},
      {QStringLiteral("Ben Carter"), 4},      {QStringLiteral("Mei Lin Chen"), 5},
      {QStringLiteral("Sophie Laurent"), 6},  {QStringLiteral("Dana Kaplan"), 6},
      {QStringLiteral("Oskar Lindqvist"), 7}, {QStringLiteral("Rafael Costa"), 7},
      {QStringLiteral("Aisha Farouk"), 8}};
  const QByteArray user = name.toLower().replace(QLatin1Char(' '), QLatin1Char('.')).toUtf8();
  QByteArray address = user + "@northgate.example";
  const auto wanted = colours.constFind(name);
  for (int site = 1; wanted != colours.cend() && Ui::avatarFill(address) != Ui::avatarFills().at(*wanted); ++site) {
    address = user + "@site" + QByteArray::number(site) + ".northgate.example";
  }
  return address;
}

QDate sampleDay() { return {2026, 11, 20}; }

RoomUri sampleRoom(const QString& key) {
  QByteArray clean;
  for (const QChar c : key.toLower()) {
    clean += c.isLetterOrNumber() && c.unicode() < 128 ? static_cast<char>(c.unicode()) : '-';
  }
  return RoomUri::fromParts("northgate.example", clean).value();
}

Timestamp sampleTime(int hour, int minute) {
  return Timestamp::fromMs(QDateTime(sampleDay(), QTime(hour, minute)).toMSecsSinceEpoch());
}

Core::RoomSummary sampleSummary() {
  Core::RoomSummary room;
  room.uri = sampleRoom(QStringLiteral("fx"));
  room.name = QStringLiteral("FX Desk – London");
  room.topic = QStringLiteral("Fixings, client flow and desk cover. Desk posts; sales and operations read.");
  room.privacy = Core::Privacy::Closed;
  room.kind = Core::RoomKind::Auditorium;
  room.participants = 48;
  room.filesAllowed = true;
  room.createdOn = Timestamp::fromMs(QDateTime(QDate(2025, 3, 14), QTime(9, 0)).toMSecsSinceEpoch());
  return room;
}

void fillRoomList(QStandardItemModel& model) {
  using Core::Privacy;
  appendSection(model, Models::RoomSection::Followed, QStringLiteral("Followed"), 0);
  appendRooms(model, Models::RoomSection::Followed,
              {{"FX Desk – London", Privacy::Closed, true},
               {"Payments operations", Privacy::Open, false, 12, 2},
               {"Market data incidents", Privacy::Closed, false, 3, 0, true},
               {"Settlement breaks", Privacy::Closed, false, 5},
               {"Month-end close", Privacy::Closed, false, 0, 0, false, false, true},
               {"Rates morning call", Privacy::Open, false, 41, 0, false, true},
               {"Support – Tier 2", Privacy::Open}});
  appendSection(model, Models::RoomSection::Open, QStringLiteral("Open"), 0);
  appendRooms(model, Models::RoomSection::Open,
              {{"Treasury town hall", Privacy::Open, true, 1},
               {"Project Larch", Privacy::Secret},
               {"Desk move, floor 4", Privacy::Open}});
  appendSection(model, Models::RoomSection::Invitations, QStringLiteral("Invitations"), 2);
  appendInvitation(model, QStringLiteral("Collateral working group"), QStringLiteral("Hannah Weiss"), 1);
  appendInvitation(model, QStringLiteral("Counterparty onboarding"), QStringLiteral("Rafael Costa"), 2);
}

void fillEmptyRoomList(QStandardItemModel& model) {
  appendSection(model, Models::RoomSection::Followed, QStringLiteral("Followed"), 0);
  Models::RoomListRow hint;
  hint.kind = Models::RoomListRow::Kind::Hint;
  hint.text = QStringLiteral("Rooms you follow stay here and open when you sign in.");
  append(model, QStringLiteral("hint"), hint.text, hint);
}

void fillRequests(QStandardItemModel& model) {
  appendSection(model, Models::RoomSection::Requests, QStringLiteral("Requests to join"), 3);
  const auto add = [&model](const QString& name, const QString& who) {
    Models::RoomListRow row;
    row.kind = Models::RoomListRow::Kind::Request;
    row.section = Models::RoomSection::Requests;
    row.text = name;
    row.room.name = name;
    row.room.uri = sampleRoom(name);
    row.detail = who;
    append(model, QStringLiteral("requests ") + name, name, row);
  };
  add(QStringLiteral("Nostro and cash"), QStringLiteral("2 people"));
  add(QStringLiteral("Repo settlement"), QStringLiteral("Aisha Farouk"));
}

QList<Core::JoinRequest> sampleRequests() {
  const auto request = [](const QString& name, const QString& words, int hour, int minute) {
    Core::JoinRequest asked;
    asked.room = sampleRoom(QStringLiteral("Nostro and cash"));
    asked.roomName = QStringLiteral("Nostro and cash");
    asked.user = SipUri::fromTrusted("sip:" + sampleAddress(name));
    asked.userName = name;
    asked.words = words;
    asked.askedOn = sampleTime(hour, minute);
    return asked;
  };
  return {request(QStringLiteral("Dana Kaplan"),
                  QStringLiteral("I take over end-of-day cash from Rafael on Monday and need the history of the open "
                                 "nostro breaks before then."),
                  8, 12),
          request(QStringLiteral("Jun Sato"), QString(), 8, 40)};
}

void fillPeople(QStandardItemModel& model) {
  using Core::Presence;
  using Row = Models::ParticipantRow;
  const auto title = [&model](Row::Group group, const QString& words) {
    Row row;
    row.kind = Row::Kind::Title;
    row.group = group;
    row.title = words;
    append(model, words, words, row);
  };
  const auto person = [&model](Row::Group group, const QString& name, Presence presence, bool me = false) {
    Row row;
    row.group = group;
    row.person.name = name;
    row.person.uri = SipUri::fromTrusted("sip:" + sampleAddress(name));
    row.person.presence = presence;
    row.me = me;
    append(model, name, name, row);
  };
  title(Row::Group::Managers, QStringLiteral("Managers"));
  person(Row::Group::Managers, QStringLiteral("Kwame Boateng"), Presence::Available);
  person(Row::Group::Managers, QStringLiteral("Sophie Laurent"), Presence::Offline);
  title(Row::Group::Presenters, QStringLiteral("Presenters"));
  person(Row::Group::Presenters, QStringLiteral("Hannah Weiss"), Presence::Available);
  person(Row::Group::Presenters, QStringLiteral("Mei Lin Chen"), Presence::Busy);
  person(Row::Group::Presenters, QStringLiteral("Oskar Lindqvist"), Presence::Available);
  person(Row::Group::Presenters, QStringLiteral("Priya Raman"), Presence::Available, true);
  person(Row::Group::Presenters, QStringLiteral("Tomás Oliveira"), Presence::Away);
  title(Row::Group::Members, QStringLiteral("Members"));
  person(Row::Group::Members, QStringLiteral("Aisha Farouk"), Presence::Available);
  person(Row::Group::Members, QStringLiteral("Ben Carter"), Presence::Away);
  person(Row::Group::Members, QStringLiteral("Dana Kaplan"), Presence::Available);
  person(Row::Group::Members, QStringLiteral("Luca Moretti"), Presence::Available);
  person(Row::Group::Members, QStringLiteral("Jun Sato"), Presence::Busy);
}

void fillRoomSearch(QStandardItemModel& model) {
  using Core::Privacy;
  const auto add = [&model](const QString& name, const QString& description, Privacy privacy, int count,
                            bool followed = false, bool auditorium = false) {
    Models::RoomSearchRow row;
    row.room.uri = sampleRoom(name);
    row.room.name = name;
    row.room.description = description;
    row.room.privacy = privacy;
    row.room.kind = auditorium ? Core::RoomKind::Auditorium : Core::RoomKind::Normal;
    row.room.participants = count;
    row.room.categoryName = QStringLiteral("Operations");
    row.room.topic = QStringLiteral("Early close: US, Friday 27 November");
    row.room.managers = QStringList{QStringLiteral("Marta Nowak"), QStringLiteral("Ben Carter")};
    row.room.filesAllowed = false;
    row.room.updatedBy = QStringLiteral("Marta Nowak");
    row.room.updatedOn = Timestamp::fromMs(QDateTime(QDate(2026, 11, 12), QTime(9, 0)).toMSecsSinceEpoch());
    row.followed = followed;
    row.words = QStringLiteral("settlement");
    append(model, name, name, row);
  };
  add(QStringLiteral("Settlement breaks"), QStringLiteral("Unmatched and failed trades, by counterparty"),
      Privacy::Closed, 31, true);
  add(QStringLiteral("Settlement cut-offs"),
      QStringLiteral(
          "Daily cut-off times per market and currency. Post a change as soon as the agent bank confirms it."),
      Privacy::Open, 22);
  add(QStringLiteral("Settlement calendar notices"),
      QStringLiteral("Market holidays and early closes, posted by Operations"), Privacy::Open, 118, false, true);
  add(QStringLiteral("CREST settlement support"), QStringLiteral("Questions for the CREST team, 07:00 to 18:00 London"),
      Privacy::Open, 9);
  add(QStringLiteral("Nostro and cash"), QStringLiteral("Funding, nostro breaks and end-of-day settlement cash"),
      Privacy::Closed, 14);
  add(QStringLiteral("Project Larch"), QStringLiteral("Settlement platform move. Members only"), Privacy::Secret, 12);
  add(QStringLiteral("Repo settlement"), QStringLiteral("Repo legs and collateral moves"), Privacy::Closed, 19);
  add(QStringLiteral("Support – Tier 2"), QStringLiteral("Payments, settlement and static data tickets"), Privacy::Open,
      17, true);
}

void fillMessageSearch(QStandardItemModel& model) {
  using Row = Models::MessageSearchRow;
  const auto room = [&model](const QString& name, int hits, Core::Privacy privacy, Core::RoomKind kind) {
    Row row;
    row.privacy = privacy;
    row.roomKind = kind;
    row.kind = Row::Kind::Room;
    row.roomName = name;
    row.room = sampleRoom(name);
    row.hits = hits;
    append(model, name, name, row);
  };
  ChatId next = 1;
  const auto hit = [&model, &next](const QString& author, const QString& text, int day, int hour, int minute) {
    Row row;
    row.room = sampleRoom(QStringLiteral("x"));
    row.message.chatId = next++;
    row.message.authorName = author;
    row.message.author = SipUri::fromTrusted("sip:" + sampleAddress(author));
    row.message.text = text;
    row.message.time = Timestamp::fromMs(QDateTime(QDate(2026, 11, day), QTime(hour, minute)).toMSecsSinceEpoch());
    row.words = QStringLiteral("fixing limit");
    append(model, QString::number(row.message.chatId), text, row);
  };
  room(QStringLiteral("FX Desk – London"), 4, Core::Privacy::Closed, Core::RoomKind::Auditorium);
  hit(QStringLiteral("Tomás Oliveira"),
      QStringLiteral("Priya can you check the limit for Aldgate Partners before the fixing? They want 40m."), 20, 8,
      43);
  hit(QStringLiteral("Kwame Boateng"),
      QStringLiteral(
          "[STORY]Fixing process from Monday 23 November\r\nAnything over the desk limit needs a second name "
          "before 15:45."),
      20, 8, 15);
  hit(QStringLiteral("Hannah Weiss"),
      QStringLiteral("Two clients over limit at the 16:00 fixing yesterday. Please confirm size before you take it."),
      17, 15, 52);
  Row more;
  more.kind = Row::Kind::More;
  more.hits = 1;
  append(model, QStringLiteral("more"), QString(), more);
  room(QStringLiteral("Settlement breaks"), 3, Core::Privacy::Closed, Core::RoomKind::Normal);
  hit(QStringLiteral("Marta Nowak"),
      QStringLiteral("Break 88214 traced to the fixing rate; credit limit was fine. Closing."), 12, 11, 20);
  hit(QStringLiteral("Ben Carter"),
      QStringLiteral("Who approved the temporary limit for the WM fixing? Not in the log."), 9, 9, 4);
  hit(QStringLiteral("Dana Kaplan"),
      QStringLiteral("Late fixing, trade booked without limit check. Raised with Credit."), 4, 16, 31);
  room(QStringLiteral("Payments operations"), 2, Core::Privacy::Open, Core::RoomKind::Normal);
  hit(QStringLiteral("Jun Sato"),
      QStringLiteral("Payment 4471 held: over the daily limit after the fixing settled at a worse rate."), 6, 14, 12);
  hit(QStringLiteral("Aisha Farouk"), QStringLiteral("New cash limit table is live, fixing settlements included."), 3,
      10, 48);
}

QList<Core::Message> sampleContext() {
  QList<Core::Message> messages;
  const auto add = [&messages](const QString& author, const QString& text, int hour, int minute) {
    Core::Message message;
    message.chatId = static_cast<ChatId>(messages.size() == 3 ? 1 : 100 + messages.size());
    message.authorName = author;
    message.author = SipUri::fromTrusted("sip:" + sampleAddress(author));
    message.own = author == QLatin1String("Priya Raman");
    message.text = text;
    message.time = sampleTime(hour, minute);
    messages.append(message);
  };
  add(QStringLiteral("Kwame Boateng"),
      Xccos::makeStory(QStringLiteral("Fixing process from Monday 23 November"), QStringLiteral("Orders close.")), 8,
      15);
  add(QStringLiteral("Priya Raman"), QStringLiteral("Thanks Kwame. I’ll point the new joiners at this."), 8, 21);
  add(QStringLiteral("Mei Lin Chen"),
      QStringLiteral("EUR/CHF feed has been stale since 08:38. Do not quote from the blotter until Market data "
                     "confirms."),
      8, 41);
  add(QStringLiteral("Tomás Oliveira"),
      QStringLiteral("Priya can you check the limit for Aldgate Partners before the fixing? They want 40m."), 8, 43);
  add(QStringLiteral("Oskar Lindqvist"),
      Xccos::makeFileLink(sampleRoom(QStringLiteral("fx")), "a1.xlsx", QStringLiteral("aldgate-limits-2026-11.xlsx"),
                          1'800'000),
      8, 44);
  add(QStringLiteral("Tomás Oliveira"), QStringLiteral("Perfect, thank you."), 8, 46);
  add(QStringLiteral("Hannah Weiss"), QStringLiteral("Feed is good again, quoting as normal."), 8, 52);
  return messages;
}

}  // namespace Parlour::Gui
