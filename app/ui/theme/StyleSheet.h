// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Parlour::Ui {

struct Theme;
class Typography;

// The application's style sheet for standard controls (fields, menus, scroll bars, tool tips), built
// from the theme. Buttons, boxes and lists paint themselves from the same theme.
QString styleSheet(const Theme& theme, const Typography& type);

}  // namespace Parlour::Ui
