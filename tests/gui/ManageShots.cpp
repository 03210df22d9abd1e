// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/manage/ManageRoomDialog.h"
#include "app/ui/manage/PeoplePanel.h"
#include "app/ui/manage/PeoplePicker.h"
#include "app/ui/manage/RoomForm.h"
#include "app/ui/widgets/Button.h"
#include "tests/app/ui/FakeRoomAdmin.h"
#include "tests/gui/SampleWindow.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

constexpr int kOtherMembers = 43;

Core::Principal samplePerson(const QString& name, const QString& company) {
  Core::Principal principal;
  principal.uri = "sip:" + sampleAddress(name);
  principal.name = name;
  principal.email = name.toLower().replace(QLatin1Char(' '), QLatin1Char('.')) + QStringLiteral("@northgate.example");
  principal.company = company;
  return principal;
}

Core::RoomDetails sampleDetails() {
  Core::RoomDetails details;
  details.summary = sampleSummary();
  details.summary.description = details.summary.topic;
  details.summary.topic = QStringLiteral("Fixings");
  details.summary.category = "ma-cat://northgate.example/fx";
  details.summary.categoryName = QStringLiteral("Trading / FX");
  details.mayManage = true;
  details.listed = true;
  details.presenters = {samplePerson(QStringLiteral("Hannah Weiss"), QStringLiteral("FX Spot")),
                        samplePerson(QStringLiteral("Mei Lin Chen"), QStringLiteral("E-trading")),
                        samplePerson(QStringLiteral("Oskar Lindqvist"), QStringLiteral("Credit")),
                        samplePerson(QStringLiteral("Priya Raman"), QStringLiteral("FX Sales")),
                        samplePerson(QStringLiteral("Tomás Oliveira"), QStringLiteral("FX Sales"))};
  details.managers = {samplePerson(QStringLiteral("Kwame Boateng"), QStringLiteral("FX Spot")),
                      samplePerson(QStringLiteral("Sophie Laurent"), QStringLiteral("FX Sales"))};
  details.members = details.presenters;
  for (int i = 0; i < kOtherMembers; ++i) {
    details.members.append(samplePerson(QStringLiteral("Desk member %1").arg(i + 1), QStringLiteral("Operations")));
  }
  return details;
}

QList<Core::CategoryChoice> sampleCategories() {
  Core::CategoryChoice fx;
  fx.uri = "ma-cat://northgate.example/fx";
  fx.name = QStringLiteral("Trading / FX");
  fx.files = true;
  Core::CategoryChoice operations;
  operations.uri = "ma-cat://northgate.example/ops";
  operations.name = QStringLiteral("Operations");
  operations.files = true;
  return {fx, operations};
}

Ui::PresenceShape samplePresence(const QByteArray& address) {
  if (address.contains("mei.lin") || address.contains("luca")) {
    return Ui::PresenceShape::Busy;
  }
  if (address.contains("oliveira")) {
    return Ui::PresenceShape::Away;
  }
  return address.contains("abbott") ? Ui::PresenceShape::Offline : Ui::PresenceShape::Available;
}

// The Manage dialog over a server that knows three people.
class SampleManage {
 public:
  explicit SampleManage(Screenshots& shots, bool create = false) {
    Core::Principal juniors;
    juniors.uri = "ma-grp:juniors@northgate.example";
    juniors.name = QStringLiteral("Junior dealers");
    server_.people = {{QStringLiteral("jun"),
                       {samplePerson(QStringLiteral("Jun Sato"), QStringLiteral("Sales")),
                        samplePerson(QStringLiteral("June Abbott"), QStringLiteral("Credit")), juniors}}};
    server_.answer = sampleDetails();
    const Core::Principal me = samplePerson(QStringLiteral("Priya Raman"), QStringLiteral("FX Sales"));
    auto model = create ? std::make_unique<Ui::ManageRoomModel>(me, sampleCategories())
                        : std::make_unique<Ui::ManageRoomModel>(me, sampleCategories(), sampleDetails());
    dialog_ = std::make_unique<Ui::ManageRoomDialog>(shots.themes(), std::move(model), server_.actions(), nullptr);
    dialog_->setPresence(samplePresence);
    dialog_->show();
  }
  Ui::ManageRoomDialog& dialog() { return *dialog_; }
  Tests::FakeRoomAdmin& server() { return server_; }

 private:
  Tests::FakeRoomAdmin server_;
  std::unique_ptr<Ui::ManageRoomDialog> dialog_;
};

void shootPresenters(Screenshots& shots) {
  SampleManage sample(shots);
  Ui::ManageRoomDialog& dialog = sample.dialog();
  dialog.form()->topicField()->setText(QStringLiteral("Fixing times change on 23 November"));
  Ui::PeoplePanel& people = *dialog.people();
  people.showRole(Core::RoomRole::Presenter);
  people.list()->setCurrentIndex(people.list()->model()->index(2, 0));
  dialog.activateWindow();
  people.picker()->field()->setFocus();
  QTest::keyClicks(people.picker()->field(), QStringLiteral("jun"));
  QTest::keyClick(people.picker()->field(), Qt::Key_Return);
  QTest::qWait(1);
  SampleWindow behind(shots.themes());
  behind.arrange();
  shots.saveOver(behind.window(), dialog, QSize(998, 672), QStringLiteral("06-room-card"));
}

void shootRefusals(Screenshots& shots) {
  SampleManage sample(shots);
  Ui::ManageRoomDialog& dialog = sample.dialog();
  dialog.form()->nameField()->setText(QStringLiteral("FX Desk"));
  sample.server().refusal =
      Tests::refusalOf(452, QStringLiteral("Another room has the name “FX Desk”. Names are unique on this server."));
  dialog.save();
  QTest::qWait(1);
  shots.save(dialog, QStringLiteral("06-manage-refused"));
}

void shootNewRoom(Screenshots& shots) {
  SampleManage sample(shots, true);
  sample.dialog().form()->nameField()->setText(QStringLiteral("Collateral working group"));
  shots.save(sample.dialog(), QStringLiteral("06-create"));
}

// Everything must survive wider text; what does not fit scrolls.
void shootLargeText(Screenshots& shots) {
  const Ui::TextSize size = shots.themes().type().size();
  shots.themes().setTextSize(Ui::TextSize::Larger);
  {
    SampleManage sample(shots);
    sample.dialog().form()->topicField()->setText(QStringLiteral("Fixing times change on 23 November"));
    sample.dialog().people()->showRole(Core::RoomRole::Presenter);
    shots.save(sample.dialog(), QStringLiteral("06-manage-large-text"));
    sample.dialog().resize(760, 520);
    shots.save(sample.dialog(), QStringLiteral("06-manage-small"));
  }
  shots.themes().setTextSize(size);
}

void shootQuestion(Screenshots& shots) {
  Ui::Question question;
  question.title = QStringLiteral("Delete “Legacy FX options”?");
  question.sentence = QStringLiteral(
      "The room, its messages and its lists are removed for everyone. This cannot be undone. You can disable the room "
      "instead and keep its history.");
  question.deed = QStringLiteral("Delete room");
  question.alternative = QStringLiteral("Disable instead");
  Ui::ConfirmDialog dialog(shots.themes(), question, nullptr);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  shots.save(dialog, QStringLiteral("09-confirm"));
}

}  // namespace

void shootManage(Screenshots& shots) {
  shootPresenters(shots);
  shootRefusals(shots);
  shootNewRoom(shots);
  shootLargeText(shots);
  shootQuestion(shots);
}

}  // namespace Parlour::Gui
