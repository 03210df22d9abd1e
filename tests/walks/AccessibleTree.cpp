// SPDX-License-Identifier: Apache-2.0
#include "tests/walks/AccessibleTree.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QRegularExpression>

namespace Parlour::Tests {

namespace {

QString roleWord(QAccessible::Role role) {
  return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

QStringList stateWords(const QAccessible::State& state) {
  QStringList words;
  if (state.focused) words << QStringLiteral("focused");
  if (state.selected) words << QStringLiteral("selected");
  if (state.checkable) words << (state.checked ? QStringLiteral("checked") : QStringLiteral("not checked"));
  if (state.disabled) words << QStringLiteral("unavailable");
  if (state.readOnly) words << QStringLiteral("read only");
  return words;
}

// Why a name says nothing to somebody who hears it; empty when it does.
QString faultOfName(const QString& name, const QObject* object) {
  static const QRegularExpression markup(QStringLiteral("</?[a-z]+[^>]*>|&(amp|lt|gt|quot|nbsp|#\\d+);"));
  static const QRegularExpression mnemonic(QStringLiteral("&[A-Za-z]"));
  if (name.trimmed().isEmpty()) return QStringLiteral("has no name");
  if (markup.match(name).hasMatch()) return QStringLiteral("has markup in its name");
  if (mnemonic.match(name).hasMatch()) return QStringLiteral("has a mnemonic in its name");
  const QString className = object ? QString::fromLatin1(object->metaObject()->className()) : QString();
  const bool internal = object && (name == object->objectName() || name == className);
  if (internal || name.contains(QLatin1String("::")) || name.startsWith(QLatin1String("qt_"))) {
    return QStringLiteral("is named for programmers");
  }
  return {};
}

QString placeOf(const QWidget& widget) {
  QStringList path;
  for (const QWidget* up = &widget; up; up = up->parentWidget()) {
    path.prepend(QString::fromLatin1(up->metaObject()->className()).section(QStringLiteral("::"), -1));
    if (up->isWindow()) break;
  }
  return path.join(QLatin1Char('/'));
}

bool isStop(const QWidget& widget) {
  return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy();
}

// Interfaces of lists remember their rows, and are told of changes only while a screen reader runs.
QAccessibleInterface* freshInterface(QWidget& widget) {
  QAccessibleInterface* old = QAccessible::queryAccessibleInterface(&widget);
  if (old) QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(old));
  return QAccessible::queryAccessibleInterface(&widget);
}

QString heardName(QWidget& widget) {
  const QAccessibleInterface* thing = QAccessible::queryAccessibleInterface(&widget);
  return thing ? thing->text(QAccessible::Name) : QString();
}

void addRowFaults(QAbstractItemView& view, QStringList& faults) {
  QAccessibleInterface* list = freshInterface(view);
  const QAbstractItemModel* model = view.model();
  if (!list || !list->tableInterface() || !model) return;
  for (int row = 0; row < model->rowCount(view.rootIndex()); ++row) {
    QAccessibleInterface* item = list->tableInterface()->cellAt(row, 0);
    const QString where = QStringLiteral("row %1 of %2").arg(row).arg(placeOf(view));
    if (!item) {
      faults.append(where + QStringLiteral(" is no item"));
      continue;
    }
    const QString name = item->text(QAccessible::Name);
    if (const QString fault = faultOfName(name, nullptr); !fault.isEmpty()) {
      faults.append(QStringLiteral("%1 %2: \"%3\"").arg(where, fault, name));
    }
    if (name.contains(QLatin1Char('\n'))) faults.append(where + QStringLiteral(" is read as several lines"));
    if (item->childCount() > 0) faults.append(where + QStringLiteral(" is more than one item"));
  }
}

void describe(QAccessibleInterface* thing, int depth, QStringList& lines) {
  if (!thing || thing->state().invisible || depth > 30) return;
  const QString name = thing->text(QAccessible::Name).simplified();
  if (!name.isEmpty()) {
    const QStringList states = stateWords(thing->state());
    lines.append(
        QStringLiteral("%1%2: %3%4")
            .arg(QString(depth, QLatin1Char(' ')), roleWord(thing->role()), name,
                 states.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(states.join(QStringLiteral(", ")))));
  }
  for (int i = 0; i < thing->childCount(); ++i) describe(thing->child(i), depth + 1, lines);
}

}  // namespace

QStringList faultsOfTree(QWidget& window) {
  QStringList faults;
  if (window.windowTitle().isEmpty() && window.accessibleName().isEmpty()) {
    faults.append(placeOf(window) + QStringLiteral(" is a window without a name"));
  }
  const auto widgets = window.findChildren<QWidget*>();
  for (QWidget* widget : widgets) {
    if (!widget->isVisible()) continue;
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) addRowFaults(*view, faults);
    if (!isStop(*widget)) continue;
    const QAccessibleInterface* thing = QAccessible::queryAccessibleInterface(widget);
    if (!thing || !thing->isValid()) {
      faults.append(placeOf(*widget) + QStringLiteral(" is not in the tree"));
      continue;
    }
    const QString name = thing->text(QAccessible::Name);
    const QAccessible::Role role = thing->role();
    if (role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Pane) {
      faults.append(placeOf(*widget) + QStringLiteral(" has the focus without a role: ") + roleWord(role));
    }
    if (const QString fault = faultOfName(name, widget); !fault.isEmpty()) {
      faults.append(QStringLiteral("%1 %2: \"%3\"").arg(placeOf(*widget), fault, name));
    }
  }
  return faults;
}

QStringList transcriptOf(QWidget& window) {
  QStringList lines;
  describe(QAccessible::queryAccessibleInterface(&window), 0, lines);
  return lines;
}

QStringList rowNames(QAbstractItemView& view) {
  QStringList names;
  QAccessibleInterface* list = freshInterface(view);
  for (int row = 0; list && list->tableInterface() && view.model() && row < view.model()->rowCount(); ++row) {
    QAccessibleInterface* item = list->tableInterface()->cellAt(row, 0);
    names.append(item ? item->text(QAccessible::Name) : QString());
  }
  return names;
}

QList<QWidget*> tabStops(QWidget& window) {
  QList<QWidget*> stops;
  QWidget* start = window.focusWidget() ? window.focusWidget() : &window;
  QWidget* widget = start;
  do {
    if (isStop(*widget) && widget->window() == &window) stops.append(widget);
    widget = widget->nextInFocusChain();
  } while (widget != start);
  return stops;
}

QStringList faultsOfOrder(const QList<QWidget*>& stops, bool rightToLeft) {
  QStringList faults;
  for (qsizetype i = 1; i < stops.size(); ++i) {
    const auto placed = [](const QWidget& widget) {
      return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size());
    };
    const QRect before = placed(*stops.at(i - 1));
    const QRect after = placed(*stops.at(i));
    if (before.contains(after) || after.contains(before)) continue;
    const bool above = after.bottom() <= before.top();
    const bool sameLine = after.top() < before.bottom() && before.top() < after.bottom();
    const bool isLeft = rightToLeft ? after.left() >= before.right() : after.right() <= before.left();
    const bool otherColumn = rightToLeft ? after.right() <= before.left() : after.left() >= before.right();
    if ((above && !otherColumn) || (sameLine && isLeft)) {
      faults.append(QStringLiteral("%1 \"%2\" comes after \"%3\"")
                        .arg(placeOf(*stops.at(i)), heardName(*stops.at(i)), heardName(*stops.at(i - 1))));
    }
  }
  return faults;
}

}  // namespace Parlour::Tests
