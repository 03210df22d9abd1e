// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireColors.h"

namespace Parlour::Ui {

using Models::WireKind;
using Models::WireStatus;
using Models::WireToken;

ColorToken wireKindColor(WireKind kind) {
  switch (kind) {
    case WireKind::Registration:
      return &Theme::indigo;
    case WireKind::Subscription:
      return &Theme::ok;
    case WireKind::Dialog:
      return &Theme::text2;
    case WireKind::ChatCommand:
      return &Theme::accent;
    case WireKind::ChatReply:
      return &Theme::story;
    case WireKind::Notice:
      return &Theme::mentionText;
    case WireKind::Error:
      return &Theme::danger;
  }
  Q_UNREACHABLE();
}

ColorToken wireStatusColor(WireStatus status) {
  switch (status) {
    case WireStatus::Good:
      return &Theme::ok;
    case WireStatus::Challenge:
      return &Theme::mentionText;
    case WireStatus::Bad:
    case WireStatus::NoAnswer:
      return &Theme::danger;
    case WireStatus::None:
    case WireStatus::Provisional:
    case WireStatus::Waiting:
      return &Theme::text3;
  }
  Q_UNREACHABLE();
}

ColorToken wireTokenColor(WireToken token) {
  switch (token) {
    case WireToken::Plain:
    case WireToken::Strong:
    case WireToken::Punctuation:
      return &Theme::text;
    case WireToken::HeaderName:
    case WireToken::More:
      return &Theme::text3;
    case WireToken::Tag:
      return &Theme::accent;
    case WireToken::Attribute:
      return &Theme::story;
    case WireToken::Value:
      return &Theme::ok;
  }
  Q_UNREACHABLE();
}

ChipKind wireKindChip(WireKind kind) {
  switch (kind) {
    case WireKind::Registration:
    case WireKind::Dialog:
      return ChipKind::Neutral;
    case WireKind::Subscription:
      return ChipKind::Ok;
    case WireKind::ChatCommand:
      return ChipKind::Accent;
    case WireKind::ChatReply:
      return ChipKind::Story;
    case WireKind::Notice:
      return ChipKind::Mention;
    case WireKind::Error:
      return ChipKind::Danger;
  }
  Q_UNREACHABLE();
}

ChipKind wireStatusChip(WireStatus status) {
  switch (status) {
    case WireStatus::Good:
      return ChipKind::Ok;
    case WireStatus::Challenge:
      return ChipKind::Mention;
    case WireStatus::Bad:
    case WireStatus::NoAnswer:
      return ChipKind::Danger;
    case WireStatus::None:
    case WireStatus::Provisional:
    case WireStatus::Waiting:
      return ChipKind::Neutral;
  }
  Q_UNREACHABLE();
}

}  // namespace Parlour::Ui
