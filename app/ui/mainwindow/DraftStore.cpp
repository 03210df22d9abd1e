// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/DraftStore.h"

namespace Parlour::Ui {

namespace {
const QString kDraftsArray = QStringLiteral("drafts");
const QString kDraftRoom = QStringLiteral("room");
const QString kDraftText = QStringLiteral("text");
const QString kDraftRtf = QStringLiteral("rtf");
const QString kDraftTitle = QStringLiteral("title");
const QString kDraftStory = QStringLiteral("story");
const QString kDraftAlert = QStringLiteral("alert");
}  // namespace

QHash<RoomUri, Draft> loadDrafts(QSettings& settings) {
  QHash<RoomUri, Draft> drafts;
  const int count = settings.beginReadArray(kDraftsArray);
  for (int i = 0; i < count; ++i) {
    settings.setArrayIndex(i);
    const auto room = RoomUri::parse(settings.value(kDraftRoom).toByteArray());
    Draft draft;
    draft.text = settings.value(kDraftText).toString();
    draft.rtf = settings.value(kDraftRtf).toByteArray();
    draft.storyTitle = settings.value(kDraftTitle).toString();
    draft.story = settings.value(kDraftStory).toBool();
    draft.alert = settings.value(kDraftAlert).toBool();
    if (room && !draft.isEmpty()) {
      drafts.insert(*room, draft);
    }
  }
  settings.endArray();
  return drafts;
}

void storeDrafts(QSettings& settings, const QHash<RoomUri, Draft>& drafts) {
  settings.remove(kDraftsArray);
  settings.beginWriteArray(kDraftsArray, static_cast<int>(drafts.size()));
  int i = 0;
  for (auto it = drafts.begin(); it != drafts.end(); ++it) {
    settings.setArrayIndex(i++);
    settings.setValue(kDraftRoom, it.key().bytes());
    settings.setValue(kDraftText, it->text);
    settings.setValue(kDraftRtf, it->rtf);
    settings.setValue(kDraftTitle, it->storyTitle);
    settings.setValue(kDraftStory, it->story);
    settings.setValue(kDraftAlert, it->alert);
  }
  settings.endArray();
}

}  // namespace Parlour::Ui
