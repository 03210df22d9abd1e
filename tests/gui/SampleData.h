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

void fillRoomList(QStandardItemModel& model);
// The section of requests to join, below the rooms.
void fillRequests(QStandardItemModel& model);
QList<Core::JoinRequest> sampleRequests();
void fillPeople(QStandardItemModel& model);
void fillTimeline(QStandardItemModel& model);
void fillRoomSearch(QStandardItemModel& model);
void fillMessageSearch(QStandardItemModel& model);

}  // namespace Parlour::Gui
