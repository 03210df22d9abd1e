// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/client/Lists.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <vector>

#include "app/models/ParticipantModel.h"
#include "app/models/RoomListModel.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roompane/RoomPane.h"
#include "tests/perf/client/Figures.h"

namespace Parlour::Perf {
namespace {

constexpr double kListGoalMs = 100;
constexpr double kChangeGoalMs = 16.7;  // one frame
constexpr int kRepeats = 20;

template <typename Work>
double wallMs(const Work& work) {
  QElapsedTimer since;
  since.start();
  work();
  return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

void paint(QWidget& widget) {
  QCoreApplication::processEvents();
  widget.repaint();
}

void addChange(ScenarioResult& result, const std::vector<double>& times) {
  const ScenarioResult change = timesOf(result.name + QStringLiteral(", one change"), times, kChangeGoalMs);
  result.figures[QStringLiteral("change p50 ms")] = change.figures.value(QStringLiteral("p50 ms"));
  result.figures[QStringLiteral("change max ms")] = change.figures.value(QStringLiteral("max ms"));
  result.checks += change.checks;
}

QList<Core::Participant> manyPeople(int count) {
  QList<Core::Participant> people;
  for (int i = 0; i < count; ++i) {
    Core::Participant person;
    person.uri = SipUri::fromTrusted("sip:person" + QByteArray::number(i) + "@bench.example");
    person.name = QStringLiteral("Person Number %1").arg(i * 7919 % count);
    person.presence = static_cast<Core::Presence>(1 + i % 4);
    people.append(person);
  }
  return people;
}

}  // namespace

ScenarioResult measureRoomList(Core::Client& client, Ui::ThemeManager& themes) {
  std::vector<double> shown;
  std::vector<double> changed;
  for (int i = 0; i < kRepeats; ++i) {
    Ui::RoomListView view(themes);
    view.resize(264, 700);
    std::unique_ptr<Models::RoomListModel> model;
    shown.push_back(wallMs([&] {
      model = std::make_unique<Models::RoomListModel>(client);
      view.setModel(model.get());
      view.show();
      paint(view);
    }));
    Core::Room* room = client.rooms().at(client.rooms().size() / 2);
    changed.push_back(wallMs([&] {
      Core::Message message;
      message.room = room->uri();
      message.chatId = room->newestKnown() + 1;
      message.text = QStringLiteral("one more");
      room->noteMessages({message});
      paint(view);
    }));
  }
  ScenarioResult result = timesOf(QStringLiteral("room-list"), shown, kListGoalMs);
  result.figures[QStringLiteral("rooms")] = static_cast<int>(client.rooms().size());
  addChange(result, changed);
  return result;
}

ScenarioResult measurePeople(Ui::ThemeManager& themes, int people) {
  std::vector<double> shown;
  std::vector<double> changed;
  const auto all = manyPeople(people);
  for (int i = 0; i < kRepeats; ++i) {
    Core::Room room(*RoomUri::fromParts("bench.example", "hall"));
    Ui::RoomPane pane(themes);
    pane.resize(264, 700);
    Models::ParticipantModel model;
    shown.push_back(wallMs([&] {
      room.setParticipants(all, false);
      model.setRoom(&room, all.first().uri);
      pane.people()->setModel(&model);
      pane.show();
      paint(pane);
    }));
    changed.push_back(wallMs([&] {
      room.participantLeft(all.at(people / 2).uri);
      paint(pane);
    }));
  }
  ScenarioResult result = timesOf(QStringLiteral("people"), shown, kListGoalMs);
  result.figures[QStringLiteral("people")] = people;
  addChange(result, changed);
  return result;
}

}  // namespace Parlour::Perf
