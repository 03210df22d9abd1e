// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>

#include "app/core/Types.h"
#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/signin/SignInWindow.h"

namespace Parlour::Program {

// Between what the sign-in window asks for and what the core wants; remembers it on this computer, never the password.
Result<Core::SignInRequest> toCoreRequest(const Ui::SignInRequest& request);
Ui::SignInRequest rememberedRequest(const QSettings& settings);
void remember(QSettings& settings, const Ui::SignInRequest& request);

// The part of it that the Preferences window shows and changes.
Ui::ServerChoice rememberedServer(const QSettings& settings);
void rememberServer(QSettings& settings, const Ui::ServerChoice& choice);

}  // namespace Parlour::Program
