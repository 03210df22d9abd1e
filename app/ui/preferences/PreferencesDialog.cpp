// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/PreferencesDialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>

#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/preferences/AppearancePage.h"
#include "app/ui/preferences/ConnectionPage.h"
#include "app/ui/preferences/GeneralPage.h"
#include "app/ui/preferences/NotificationsPage.h"
#include "app/ui/preferences/StoragePage.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/KeyboardManners.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {

constexpr int kPreferencesWidth = 918;
constexpr int kPreferencesHeight = 668;  // 707 with the title bar of the pictures
constexpr int kNavigationWidth = 190;
constexpr int kNavigationTop = 10;
constexpr int kNavigationRow = 34;
constexpr int kNavigationInset = 8;
constexpr int kNavigationText = 36;
constexpr int kPageIconRole = Qt::UserRole;

class PageNameDelegate : public QStyledItemDelegate {
 public:
  PageNameDelegate(ThemeManager& themes, QObject* parent) : QStyledItemDelegate(parent), themes_(themes) {}

  QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override {
    return {0, themes_.type().scaled(kNavigationRow)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = themes_.theme();
    const QRect row = option.rect.adjusted(kNavigationInset, 0, -kNavigationInset, 0);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (current || hovered) {
      paintBox(*painter, row, Metrics::kRadiusControl, current ? theme.selected : theme.hover,
               current && theme.highContrast ? theme.accent : QColor());
    }
    const QColor ink = current ? theme.text : theme.text2;
    paintIcon(*painter, static_cast<Icon>(index.data(kPageIconRole).toInt()),
              QRect(row.left() + 10, row.top(), 16, row.height()), 16, ink);
    paintTextLine(*painter, row.adjusted(kNavigationText, 0, -4, 0),
                  {index.data().toString(), current ? TextRole::Strong : TextRole::Body, ink}, themes_.type());
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    if (focused && option.widget && option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
      paintFocusRing(*painter, row, Metrics::kRadiusControl, theme);
    }
  }

 private:
  ThemeManager& themes_;
};

}  // namespace

PreferencesDialog::PreferencesDialog(ThemeManager& themes, Core::Preferences& preferences,
                                     const PreferencesActions& actions, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      preferences_(preferences),
      navigation_(new QListWidget(this)),
      pages_(new QStackedWidget(this)),
      foot_(new QWidget(this)),
      restore_(new Button(themes, tr("Restore defaults"), ButtonKind::Secondary, foot_)),
      close_(new Button(themes, tr("Close"), ButtonKind::Primary, foot_)) {
  setWindowTitle(tr("Preferences"));
  setWindowModality(Qt::WindowModal);
  build();
  addPage(new GeneralPage(themes, preferences, actions), Icon::Sliders);
  addPage(new NotificationsPage(themes, preferences, actions), Icon::Bell);
  addPage(new AppearancePage(themes, preferences), Icon::Sun);
  addPage(new ConnectionPage(themes, preferences, actions), Icon::Plug);
  addPage(new StoragePage(themes, preferences, actions), Icon::Database);
  moveToEndOfTabOrder({restore_, close_});
  connect(navigation_, &QListWidget::currentRowChanged, pages_, &QStackedWidget::setCurrentIndex);
  connect(restore_, &Button::clicked, this, &PreferencesDialog::restore);
  connect(close_, &Button::clicked, this, &QDialog::accept);
  connect(&themes, &ThemeManager::themeChanged, this, &PreferencesDialog::applyTheme);
  applyTheme();
  showPage(Core::PreferencePage::General);
  Scrim::behind(*this, themes, parent);
  navigation_->setFocus();
}

void PreferencesDialog::build() {
  navigation_->setFixedWidth(kNavigationWidth);
  navigation_->setItemDelegate(new PageNameDelegate(themes_, navigation_));
  navigation_->setMouseTracking(true);
  navigation_->setAccessibleName(tr("Pages"));
  navigation_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  close_->setDefault(true);
  auto* footRow = new QHBoxLayout(foot_);
  footRow->setContentsMargins(16, 1, 16, 0);
  footRow->setSpacing(8);
  footRow->addWidget(new Label(themes_, tr("Changes apply at once"), TextRole::Secondary, &Theme::text3, foot_), 1);
  footRow->addWidget(restore_);
  footRow->addWidget(close_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  auto* side = new QVBoxLayout;
  side->setContentsMargins(0, kNavigationTop, 0, 0);
  side->addWidget(navigation_);
  row->addLayout(side);
  row->addWidget(pages_, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row, 1);
  column->addWidget(foot_);
}

void PreferencesDialog::addPage(PreferencesForm* form, Icon icon) {
  auto* scroll = new QScrollArea(pages_);
  scroll->setWidget(form);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  new OverlayScrollBar(scroll);
  scroll->viewport()->setAutoFillBackground(false);
  form->setAutoFillBackground(false);
  pages_->addWidget(scroll);
  forms_.append(form);
  auto* item = new QListWidgetItem(form->accessibleName(), navigation_);
  item->setData(kPageIconRole, static_cast<int>(icon));
}

void PreferencesDialog::showPage(Core::PreferencePage page) { navigation_->setCurrentRow(static_cast<int>(page)); }

Core::PreferencePage PreferencesDialog::shownPage() const {
  return static_cast<Core::PreferencePage>(navigation_->currentRow());
}

void PreferencesDialog::applyTheme() {
  const Typography& type = themes_.type();
  foot_->setFixedHeight(type.scaled(Metrics::kHeaderHeight));
  navigation_->setFixedWidth(type.scaled(kNavigationWidth));
  navigation_->doItemsLayout();
  resize(type.scaled(kPreferencesWidth), qMin(type.scaled(kPreferencesHeight), qMax(kPreferencesHeight, height())));
  update();
}

void PreferencesDialog::restore() {
  const Core::PreferencePage page = shownPage();
  const QString name = form(page)->accessibleName();
  auto* dialog = new ConfirmDialog(
      themes_,
      {tr("Restore the defaults of “%1”?").arg(name),
       page == Core::PreferencePage::Notifications ? tr("Your choices on this page, keywords and room rules are lost.")
                                                   : tr("Your choices on this page are lost."),
       tr("Restore defaults"), QString(), QString()},
      this);
  connect(dialog, &ConfirmDialog::answered, this, [this, page](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) preferences_.restoreDefaults(page);
  });
  dialog->open();
}

void PreferencesDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  paintDialogGround(painter, *this, themes_);
  const Theme& theme = themes_.theme();
  const QRect side(0, 0, navigation_->width(), foot_->y());
  painter.fillRect(side, theme.side);
  painter.fillRect(QRect(side.right(), 0, 1, side.height()), theme.line);
}

}  // namespace Parlour::Ui
