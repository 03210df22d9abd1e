// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/AccessibleRoles.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QHash>
#include <QLineEdit>

namespace Parlour::Ui {

namespace {

// Qt 6.4 names a combo box on Linux by its choice alone, whatever name it was given.
class AccessibleCombo : public QAccessibleWidget {
 public:
  explicit AccessibleCombo(QComboBox* box) : QAccessibleWidget(box, QAccessible::ComboBox) {}

  QString text(QAccessible::Text what) const override {
    if (what == QAccessible::Value) {
      return box()->currentText();
    }
    const QString given = QAccessibleWidget::text(what);
    return what == QAccessible::Name && !given.isEmpty() ? given + QStringLiteral(", ") + box()->currentText() : given;
  }
  int childCount() const override { return box()->isEditable() ? 2 : 1; }
  QAccessibleInterface* child(int index) const override {
    QWidget* part = index == 0 ? static_cast<QWidget*>(box()->view()) : box()->lineEdit();
    return part ? QAccessible::queryAccessibleInterface(part) : nullptr;
  }
  int indexOfChild(const QAccessibleInterface* part) const override { return part->object() == box()->view() ? 0 : 1; }
  QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
  void doAction(const QString& name) override {
    if (actionNames().contains(name)) {
      box()->view()->isVisible() ? box()->hidePopup() : box()->showPopup();
    }
  }

 private:
  QComboBox* box() const { return static_cast<QComboBox*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString& className, QObject* object) {
  auto* combo = className == QLatin1String("QComboBox") ? qobject_cast<QComboBox*>(object) : nullptr;
  if (combo) {
    return new AccessibleCombo(combo);
  }
  static const QHash<QString, QAccessible::Role> roles{
      {QStringLiteral("Parlour::Ui::SignInWindow"), QAccessible::Window},
      {QStringLiteral("Parlour::Ui::WireWindow"), QAccessible::Window},
      {QStringLiteral("Parlour::Ui::LiveRegion"), QAccessible::Notification},
      {QStringLiteral("Parlour::Ui::ConnectionBar"), QAccessible::StatusBar},
      {QStringLiteral("Parlour::Ui::RoomHeader"), QAccessible::Heading},
      {QStringLiteral("Parlour::Ui::SegmentedControl"), QAccessible::Grouping},
      {QStringLiteral("Parlour::Ui::Chip"), QAccessible::StaticText}};
  const auto role = roles.constFind(className);
  auto* widget = qobject_cast<QWidget*>(object);
  return widget && role != roles.constEnd() ? new QAccessibleWidget(widget, *role) : nullptr;
}

}  // namespace

void installAccessibleRoles() { QAccessible::installFactory(&makeAccessible); }

}  // namespace Parlour::Ui
