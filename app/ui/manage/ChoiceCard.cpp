// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/ChoiceCard.h"

#include <QStyleOptionButton>

#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kCardTop = 9;
constexpr int kCardBottom = 10;
constexpr int kCardRadio = 16;
constexpr int kCardRadioLeft = 11;
constexpr int kCardTextLeft = 35;
constexpr int kCardTextRight = 8;
constexpr int kCardIcon = 14;
constexpr int kCardIconGap = 5;
constexpr int kCardTitleLine = 18;
constexpr int kCardLeastWidth = 110;

RichTextLayout cardSentence(const QString& sentence, bool enabled, int width, const ThemeManager& themes) {
  RichTextStyle style;
  style.role = TextRole::Secondary;
  style.color = enabled ? &Theme::text2 : &Theme::text3;
  return RichTextLayout(plainSpans(sentence), style, qMax(1, width - kCardTextLeft - kCardTextRight), themes.theme(),
                        themes.type());
}

}  // namespace

ChoiceCard::ChoiceCard(ThemeManager& themes, std::optional<Icon> icon, const QString& title, const QString& sentence,
                       QWidget* parent)
    : QRadioButton(title, parent), themes_(themes), icon_(icon), sentence_(sentence) {
  setAccessibleDescription(sentence);
  setAttribute(Qt::WA_Hover);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize ChoiceCard::sizeHint() const { return {kCardLeastWidth, heightForWidth(width())}; }

QSize ChoiceCard::minimumSizeHint() const {
  const Typography& type = themes_.type();
  return {kCardLeastWidth, kCardTop + type.scaled(kCardTitleLine) + type.lineHeight(TextRole::Secondary) + kCardBottom};
}

int ChoiceCard::heightForWidth(int width) const {
  return kCardTop + themes_.type().scaled(kCardTitleLine) + cardSentence(sentence_, true, width, themes_).height() +
         kCardBottom;
}

void ChoiceCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const bool on = isChecked();
  const QColor back = !isEnabled() ? theme.panel : (on ? theme.tint : (underMouse() ? theme.hover : theme.raised));
  const bool accented = on && isEnabled();
  paintBox(painter, rect(), Metrics::kRadiusControl, back,
           accented ? theme.accent : (isEnabled() ? theme.controlSoft : theme.line), accented ? 2 : 1);
  const QRect line(0, kCardTop, width(), type.scaled(kCardTitleLine));
  QStyleOptionButton radio;
  initStyleOption(&radio);
  radio.rect = QRect(kCardRadioLeft, line.top() + (line.height() - kCardRadio) / 2, kCardRadio, kCardRadio);
  style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);
  int left = kCardTextLeft;
  const QColor text = isEnabled() ? theme.text : theme.text3;
  if (icon_) {
    paintIcon(painter, *icon_, QRect(left, line.top(), kCardIcon, line.height()), kCardIcon, text);
    left += kCardIcon + kCardIconGap;
  }
  QString title = this->text();
  title.remove(QLatin1Char('&'));
  paintTextLine(painter, QRect(left, line.top(), width() - left - kCardTextRight, line.height()),
                {title, TextRole::Button, text}, type);
  cardSentence(sentence_, isEnabled(), width(), themes_)
      .paint(painter, QPoint(kCardTextLeft, line.bottom() + 1), theme);
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect().adjusted(3, 3, -3, -3), Metrics::kRadiusChip, theme);
  }
}

}  // namespace Parlour::Ui
