// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Parlour::Ui::Metrics {

// Lengths of the design in device-independent pixels at normal text size.
inline constexpr int kGrid = 4;
inline constexpr int kControlHeight = 32;
inline constexpr int kSmallControlHeight = 26;
inline constexpr int kSearchFieldHeight = 36;
inline constexpr int kSignInFieldHeight = 34;
inline constexpr int kSignInButtonHeight = 36;
inline constexpr int kRoomRowHeight = 32;
inline constexpr int kInvitationRowHeight = 47;
inline constexpr int kSectionHeight = 28;
inline constexpr int kResultRowHeight = 56;
inline constexpr int kHeaderHeight = 56;
inline constexpr int kStripHeight = 36;
inline constexpr int kDayHeight = 28;
inline constexpr int kNewLineHeight = 24;
inline constexpr int kBadgeHeight = 18;
inline constexpr int kChipHeight = 20;
inline constexpr int kProgressHeight = 4;
inline constexpr int kToastWidth = 360;
inline constexpr int kPointerTarget = 26;

inline constexpr int kRadiusChip = 4;
inline constexpr int kRadiusControl = 6;
inline constexpr int kRadiusCard = 8;

inline constexpr int kSidebarWidth = 272;
inline constexpr int kSidebarMin = 220;
inline constexpr int kSidebarMax = 360;
inline constexpr int kTimelineMin = 480;
inline constexpr int kRoomPaneWidth = 264;
inline constexpr int kRoomPaneMin = 220;
inline constexpr int kRoomPaneMax = 360;
inline constexpr int kRoomPaneOverlayBelow = 1080;
inline constexpr int kSidebarMinimumBelow = 900;
inline constexpr int kWindowMinWidth = 760;
inline constexpr int kWindowMinHeight = 520;

inline constexpr int kAvatarLarge = 32;
inline constexpr int kAvatarSmall = 24;

}  // namespace Parlour::Ui::Metrics
