// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebPages.h"

namespace Parlour::Server::WebPages {

QByteArray signIn(const PageFrame& frame, const QString& name, bool passwordNeeded) {
  PageWriter page(frame);
  page.open("section", {{"class", QStringLiteral("sign-in card")}});
  page.heading(QStringLiteral("Sign in"));
  page.element("p", QStringLiteral("Manage the chat rooms that you are a manager of."));
  page.form(QStringLiteral("/sign-in"));
  page.open("p", {{"class", QStringLiteral("field")}});
  page.element("label", {{"for", QStringLiteral("name")}}, QStringLiteral("Sign-in address"));
  page.single("input", {{"id", QStringLiteral("name")},
                        {"name", QStringLiteral("name")},
                        {"value", name},
                        {"maxlength", QStringLiteral("320")},
                        {"required", QString()},
                        {"autofocus", QString(), name.isEmpty()},
                        {"autocapitalize", QStringLiteral("none")},
                        {"autocomplete", QStringLiteral("username")}});
  page.close();
  if (passwordNeeded) {
    page.open("p", {{"class", QStringLiteral("field")}});
    page.element("label", {{"for", QStringLiteral("password")}}, QStringLiteral("Password"));
    page.single("input", {{"id", QStringLiteral("password")},
                          {"name", QStringLiteral("password")},
                          {"type", QStringLiteral("password")},
                          {"maxlength", QStringLiteral("1024")},
                          {"required", QString()},
                          {"autofocus", QString(), !name.isEmpty()},
                          {"autocomplete", QStringLiteral("current-password")}});
    page.close();
  }
  page.button(QStringLiteral("Sign in"));
  page.close().close();
  return page.finish();
}

QByteArray failure(const PageFrame& frame, const QString& text) {
  PageWriter page(frame);
  page.open("section", {{"class", QStringLiteral("card empty")}});
  page.icon("warning");
  page.heading(frame.title);
  page.element("p", text);
  page.link(QStringLiteral("/rooms"), QStringLiteral("Go to the list of rooms"), "button");
  page.close();
  return page.finish();
}

}  // namespace Parlour::Server::WebPages
