// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/AccountRow.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {
constexpr int kAvatarLeft = 14;
constexpr int kTextLeftOfAccount = 56;
constexpr int kMenuRight = 8;
}  // namespace

AccountRow::AccountRow(ThemeManager& themes, QWidget* parent)
    : QAbstractButton(parent), themes_(themes), menu_(new IconButton(themes, Icon::Menu, tr("Menu"), this)) {
  setFocusPolicy(Qt::TabFocus);
  setFixedHeight(themes.type().scaled(Metrics::kHeaderHeight));
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
    update();
  });
}

void AccountRow::setPerson(const QString& name, const QByteArray& address) {
  name_ = name;
  address_ = address;
  updateAccessibleName();
}

void AccountRow::setState(PresenceShape presence, const QString& presenceWord, const QString& connection,
                          bool troubled) {
  presence_ = presence;
  presenceWord_ = presenceWord;
  connection_ = connection;
  troubled_ = troubled;
  updateAccessibleName();
}

void AccountRow::updateAccessibleName() {
  QStringList parts{name_, presenceWord_, connection_};
  parts.removeAll(QString());
  setAccessibleName(parts.join(QStringLiteral(", ")));
  setToolTip(name_ + QLatin1Char('\n') + QString::fromUtf8(address_));
  update();
}

void AccountRow::resizeEvent(QResizeEvent* event) {
  QAbstractButton::resizeEvent(event);
  const QSize box = menu_->sizeHint();
  menu_->setGeometry(width() - kMenuRight - box.width(), (height() - box.height()) / 2, box.width(), box.height());
  menu_->setGeometry(mirroredIn(rect(), menu_->geometry(), layoutDirection()));
}

void AccountRow::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect().adjusted(4, 4, -4, -4), Metrics::kRadiusControl, theme);
  }
  const QRect avatar(kAvatarLeft, (height() - Metrics::kAvatarLarge) / 2, Metrics::kAvatarLarge, Metrics::kAvatarLarge);
  paintAvatar(painter, avatar, {name_, address_, presence_, theme.side}, {theme, type, devicePixelRatioF()});
  const int right = mirroredIn(rect(), menu_->geometry(), layoutDirection()).x() - 4;
  paintTextLine(painter, QRect(kTextLeftOfAccount, type.scaled(11), right - kTextLeftOfAccount, type.scaled(18)),
                {name_, TextRole::Strong, theme.text}, type);
  const QRect line(kTextLeftOfAccount, type.scaled(28), right - kTextLeftOfAccount - 18, type.scaled(17));
  int left = line.left();
  if (troubled_) {
    left += paintTextLine(painter, line, {connection_, TextRole::Secondary, theme.mentionText}, type);
  } else {
    left += paintTextLine(painter, line, {presenceWord_, TextRole::Secondary, theme.text2}, type);
    const QString rest = QStringLiteral(" · ") + connection_;
    // A narrow sidebar leaves the word out rather than cutting it: the dot of the strip says the same.
    if (!connection_.isEmpty() && textWidth(rest, TextRole::Secondary, type) <= line.right() + 1 - left) {
      left += paintTextLine(painter, QRect(left, line.top(), line.right() - left, line.height()),
                            {rest, TextRole::Secondary, theme.text3}, type);
    }
  }
  paintIcon(painter, Icon::ChevronDown, QRect(left + 4, line.top(), 12, line.height()), 12, theme.text3);
}

}  // namespace Parlour::Ui
