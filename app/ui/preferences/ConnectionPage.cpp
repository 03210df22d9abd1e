// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/ConnectionPage.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

namespace {

constexpr int kHostWidth = 280;
constexpr int kPortWidth = 80;
constexpr int kTransportWidth = 100;
constexpr int kServerIndent = 24;
constexpr int kWaitWidth = 140;
constexpr int kLargestPort = 65'535;

QString waitWords(int seconds) {
  constexpr int kMinute = 60;
  constexpr int kHour = 60 * kMinute;
  if (seconds == kHour) return ConnectionPage::tr("1 hour");
  if (seconds == kMinute) return ConnectionPage::tr("1 minute");
  if (seconds % kHour == 0) return ConnectionPage::tr("%n hours", nullptr, seconds / kHour);
  if (seconds % kMinute == 0) return ConnectionPage::tr("%n minutes", nullptr, seconds / kMinute);
  return ConnectionPage::tr("%n seconds", nullptr, seconds);
}

}  // namespace

ConnectionPage::ConnectionPage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
                               QWidget* parent)
    : PreferencesForm(themes, preferences, tr("Connection"), parent), actions_(actions) {
  if (actions_.server && actions_.setServer) addServer();
  addDrops();
  if (actions_.openWireView || actions_.runDemo) addDiagnosis();
  column()->addStretch(1);
}

void ConnectionPage::addServer() {
  addSection(tr("Server"));
  const ServerChoice now = actions_.server();
  automatic_ = new QRadioButton(
      now.domain.isEmpty() ? tr("Find &automatically") : tr("Find &automatically for %1").arg(now.domain), this);
  byAddress_ = new QRadioButton(tr("&Use this server"), this);
  for (QRadioButton* radio : {automatic_, byAddress_}) {
    keepHeight(radio, 20);
    radio->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  }
  addWidget(automatic_, 11);
  addWidget(byAddress_, 7);
  host_ = new QLineEdit(this);
  port_ = new QLineEdit(this);
  transport_ = new QComboBox(this);
  transport_->addItems({tr("TLS"), tr("TCP")});
  host_->setAccessibleName(tr("Server name"));
  port_->setAccessibleName(tr("Port"));
  transport_->setAccessibleName(tr("Transport"));
  port_->setValidator(new QIntValidator(1, kLargestPort, port_));
  auto* row = new QHBoxLayout;
  row->setContentsMargins(kServerIndent, 0, 0, 0);
  row->setSpacing(8);
  const QList<QPair<QWidget*, int>> parts{{host_, kHostWidth}, {port_, kPortWidth}, {transport_, kTransportWidth}};
  for (const auto& [part, width] : parts) {
    part->setFixedWidth(width);
    row->addWidget(part);
  }
  row->addStretch(1);
  addLayout(row, 6);
  addHelp(tr("Applies at the next sign-in."), true);
  connectServer();
}

void ConnectionPage::connectServer() {
  onRefresh([this] {
    const ServerChoice choice = actions_.server();
    (choice.automatic ? automatic_ : byAddress_)->setChecked(true);
    if (!host_->hasFocus()) host_->setText(choice.host);
    if (!port_->hasFocus()) port_->setText(choice.port > 0 ? QString::number(choice.port) : QString());
    transport_->setCurrentIndex(choice.tls ? 0 : 1);
    for (QWidget* part :
         {static_cast<QWidget*>(host_), static_cast<QWidget*>(port_), static_cast<QWidget*>(transport_)}) {
      part->setEnabled(!choice.automatic);
    }
  });
  connect(byAddress_, &QRadioButton::clicked, this, [this] {
    keepServer();
    host_->setFocus();
  });
  connect(automatic_, &QRadioButton::clicked, this, &ConnectionPage::keepServer);
  connect(host_, &QLineEdit::textEdited, this, &ConnectionPage::keepServer);
  connect(port_, &QLineEdit::textEdited, this, &ConnectionPage::keepServer);
  connect(transport_, &QComboBox::activated, this, &ConnectionPage::keepServer);
}

void ConnectionPage::keepServer() {
  ServerChoice choice = actions_.server();
  choice.automatic = automatic_->isChecked();
  choice.host = host_->text().trimmed();
  choice.port = port_->text().toInt();
  choice.tls = transport_->currentIndex() == 0;
  actions_.setServer(choice);
  refresh();
}

void ConnectionPage::addDrops() {
  addSection(tr("If the connection drops"));
  addChoice<Core::ConnectionPreferences, int>(tr("&Give up on a message after"), {30, 60, 120, 300, 600, 1800, 3600},
                                              waitWords, &Core::ConnectionPreferences::outboxWaitSeconds, kWaitWidth);
}

void ConnectionPage::addDiagnosis() {
  addSection(tr("Diagnosis"));
  if (actions_.openWireView) {
    auto* open = new Button(themes(), tr("Open &Wire view"), ButtonKind::Secondary, this);
    open->setIcon(Icon::Wire);
    connect(open, &Button::clicked, this, [this] { actions_.openWireView(); });
    addRow(tr("Wire view keeps the latest messages in memory."), QString(), open);
  }
  if (actions_.runDemo && actions_.demoRuns) {
    auto* demo = new Button(themes(), QString(), ButtonKind::Secondary, this);
    demo->setIcon(Icon::Server);
    connect(demo, &Button::clicked, this, [this] {
      actions_.runDemo(!actions_.demoRuns());
      refresh();
    });
    onRefresh([this, demo] { demo->setText(actions_.demoRuns() ? tr("Stop &demo") : tr("Start &demo")); });
    addRow(tr("Demo server on this computer"), QString(), demo);
  }
}

}  // namespace Parlour::Ui
