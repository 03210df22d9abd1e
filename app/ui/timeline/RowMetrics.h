// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lengths of a timeline row at normal text size (design guide 6).
namespace Parlour::Ui::RowMetrics {

inline constexpr int kLeft = 16;
inline constexpr int kTextLeft = 60;
inline constexpr int kRight = 20;
inline constexpr int kTopPadding = 6;
inline constexpr int kBottomPadding = 4;
inline constexpr int kAuthorLine = 18;
inline constexpr int kAfterAuthor = 1;
inline constexpr int kAvatarTop = 7;
inline constexpr int kOwnBoxAfterAuthor = 3;
inline constexpr int kOwnPaddingX = 10;
inline constexpr int kOwnPaddingY = 4;
inline constexpr int kCardAfterAuthor = 6;
inline constexpr int kStoryWidth = 560;
inline constexpr int kStoryOpenWidth = 640;
inline constexpr int kStoryHeight = 79;
inline constexpr int kFileWidth = 420;
inline constexpr int kFileHeight = 47;
inline constexpr int kBar = 3;
inline constexpr int kSendingSpace = 180;

}  // namespace Parlour::Ui::RowMetrics
