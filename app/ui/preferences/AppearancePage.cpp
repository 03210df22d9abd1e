// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/AppearancePage.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include "app/ui/preferences/ThemeCard.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/SegmentedControl.h"

namespace Parlour::Ui {

namespace {
constexpr int kSegmentsWidth = 280;
constexpr int kCardGap = 16;
}  // namespace

AppearancePage::AppearancePage(ThemeManager& themes, Core::Preferences& preferences, QWidget* parent)
    : PreferencesForm(themes, preferences, tr("Appearance"), parent) {
  addThemes();
  addText();
  addTimeline();
  addSection(tr("Movement"));
  addCheck(tr("&Reduce animation"), &Core::AppearancePreferences::reduceAnimation);
  addHelp(tr("Parlour only animates progress bars and the jump to a message."), true);
  column()->addStretch(1);
}

void AppearancePage::addThemes() {
  addSection(tr("Theme"));
  auto* row = new QHBoxLayout;
  row->setSpacing(kCardGap);
  const QList<QPair<Core::ThemeChoice, QString>> choices{{Core::ThemeChoice::Light, tr("&Light")},
                                                         {Core::ThemeChoice::Dark, tr("&Dark")},
                                                         {Core::ThemeChoice::System, tr("&Follow the system")},
                                                         {Core::ThemeChoice::HighContrast, tr("&High contrast")}};
  for (const auto& [choice, words] : choices) {
    auto* card = new ThemeCard(themes(), choice, words, this);
    cards_.addButton(card, static_cast<int>(choice));
    row->addWidget(card);
  }
  row->addStretch(1);
  addLayout(row, 9);
  connect(&cards_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) preferences().change(&Core::AppearancePreferences::theme, static_cast<Core::ThemeChoice>(id));
  });
  onRefresh([this] { cards_.button(static_cast<int>(preferences().appearance().theme))->setChecked(true); });
}

template <class Value>
void AppearancePage::addSegments(const QString& label, const QStringList& words,
                                 Value Core::AppearancePreferences::*member) {
  auto* control = new SegmentedControl(themes(), words, this);
  // A label gives its mnemonic only to a buddy that takes the focus, which the proxy then gets.
  control->setFocusPolicy(Qt::StrongFocus);
  addField(label, control, kSegmentsWidth);
  onRefresh([this, control, member] {
    const int current = static_cast<int>(preferences().appearance().*member);
    control->setCurrent(current);
    control->setFocusProxy(control->findChildren<QRadioButton*>().at(current));
  });
  connect(control, &SegmentedControl::currentChanged, this,
          [this, member](int index) { preferences().change(member, static_cast<Value>(index)); });
}

void AppearancePage::addText() {
  addSection(tr("Text and rows"));
  addSegments(tr("Te&xt size"), {tr("Small"), tr("Normal"), tr("Large"), tr("Larger")},
              &Core::AppearancePreferences::textSize);
  using Core::ClockFormat;
  addChoice<Core::AppearancePreferences, ClockFormat>(
      tr("&Timestamps"), {ClockFormat::System, ClockFormat::Hours24, ClockFormat::Hours12},
      [](ClockFormat format) {
        if (format == ClockFormat::System) return tr("Beside each author, as the system");
        return format == ClockFormat::Hours24 ? tr("Beside each author, 24-hour") : tr("Beside each author, 12-hour");
      },
      &Core::AppearancePreferences::clock, kSegmentsWidth);
}

void AppearancePage::addTimeline() {
  addSection(tr("Timeline"));
  addCheck(tr("&Group messages from the same person within 5 minutes"), &Core::AppearancePreferences::groupMessages);
  addCheck(tr("Open stor&ies in full"), &Core::AppearancePreferences::openStories);
}

}  // namespace Parlour::Ui
