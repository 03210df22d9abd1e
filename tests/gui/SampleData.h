// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStandardItemModel>

#include "app/core/Types.h"
#include "app/ui/timeline/RowContent.h"

namespace Parlour::Gui {

// The invented organisation of the design pictures, as rows for the views. The address of a person is made
// so that the avatar has the colour of the pictures where the palette allows.
QByteArray sampleAddress(const QString& name);
RoomUri sampleRoom(const QString& key);
Core::RoomSummary sampleSummary();
Timestamp sampleTime(int hour, int minute);

// The day of the pictures, which every sample message belongs to.
QDate sampleDay();

// What stands in the timeline: the morning of 01, the lost connection of 10, the open story of 12.
enum class SampleTalk { Morning, Lost, Story };

void fillRoomList(QStandardItemModel& model);
void fillEmptyRoomList(QStandardItemModel& model);
// The section of requests to join, below the rooms.
void fillRequests(QStandardItemModel& model);
QList<Core::JoinRequest> sampleRequests();
void fillPeople(QStandardItemModel& model);
void fillTimeline(QStandardItemModel& model, SampleTalk talk);
void addLaterRows(QStandardItemModel& model);
void fillRoomSearch(QStandardItemModel& model);
void fillMessageSearch(QStandardItemModel& model);
// The messages around the first hit.
QList<Core::Message> sampleContext();

}  // namespace Parlour::Gui
