// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCheckBox>
#include <QDialog>
#include <QTimer>

#include "app/core/feeds/Feed.h"
#include "app/models/DigestModel.h"
#include "app/ui/theme/ThemeManager.h"

class QComboBox;
class QLineEdit;
class QListView;

namespace Parlour::Ui {

class Button;
class CheckList;
class FieldBox;
class KeywordField;
class Label;

// A person or a room that a feed can be limited to, by its name.
template <typename Uri>
struct FeedChoice {
  Uri uri;
  QString name;
};

// Makes or changes one feed, with what it would have of the messages in memory beside it while typing. 860 px wide,
// window-modal. Stays open until the caller accepts; changes that are not saved ask once.
class FeedDialog : public QDialog {
  Q_OBJECT

 public:
  struct Known {
    QList<FeedChoice<SipUri>> people;
    QList<FeedChoice<RoomUri>> rooms;
  };

  // `preview` is filled by the caller when asked for; it outlives the dialog or is its child.
  FeedDialog(ThemeManager& themes, const Core::FeedDefinition& feed, const Known& known, Models::DigestModel& preview,
             QWidget* parent);

  Core::FeedDefinition definition() const;
  bool isEdited() const { return !(definition() == given_); }
  void showProblem(const QString& words);
  QString problem() const;

  QLineEdit* name() const { return name_; }
  KeywordField* words() const { return words_; }
  QComboBox* manner() const { return match_; }
  KeywordField* people() const { return people_; }
  CheckList* rooms() const { return rooms_; }
  QCheckBox* banner() const { return banner_; }
  QListView* preview() const { return previewList_; }
  Button* saveButton() const { return save_; }
  Button* deleteButton() const { return delete_; }

 Q_SIGNALS:
  void saveRequested(const Parlour::Core::FeedDefinition& feed);
  void deleteRequested();
  void previewRequested(const Parlour::Core::FeedDefinition& feed);

 public Q_SLOTS:
  void reject() override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  QWidget* buildFields();
  QWidget* buildPreview();
  QWidget* buildFoot();
  void fill();
  void wordsTyped(const QStringList& words);
  void peopleTyped(const QStringList& names);
  std::optional<SipUri> personNamed(const QString& name) const;
  QString nameOf(const SipUri& person) const;
  void showPeople();
  void edited();
  void showPreviewTitle();

  ThemeManager& themes_;
  Core::FeedDefinition given_;
  Known known_;
  Models::DigestModel& model_;
  QList<SipUri> chosenPeople_;
  QLineEdit* name_;
  KeywordField* words_;
  QComboBox* match_;
  KeywordField* people_;
  CheckList* rooms_;
  QCheckBox* banner_;
  QListView* previewList_;
  Label* previewTitle_;
  FieldBox* nameBox_ = nullptr;
  FieldBox* wordsBox_ = nullptr;
  FieldBox* peopleBox_ = nullptr;
  Button* delete_;
  Button* cancel_;
  Button* save_;
  QTimer previewSoon_;
};

}  // namespace Parlour::Ui
