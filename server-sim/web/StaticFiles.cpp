// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/StaticFiles.h"

#include <QFile>
#include <array>

static void registerWebFiles() { Q_INIT_RESOURCE(web_files); }

namespace Parlour::Server {
namespace {

struct StaticRow {
  const char* name;
  const char* type;
  const char* resource;
};
constexpr char kSvg[] = "image/svg+xml";
constexpr std::array kStaticRows{
    StaticRow{"parlour.css", "text/css; charset=utf-8", ":/web/parlour.css"},
    StaticRow{"parlour.js", "text/javascript; charset=utf-8", ":/web/parlour.js"},
    StaticRow{"favicon.svg", kSvg, ":/web/favicon.svg"},
    StaticRow{"mark.svg", kSvg, ":/web/icons/mark.svg"},
    StaticRow{"check.svg", kSvg, ":/web/icons/check.svg"},
    StaticRow{"chevron-left.svg", kSvg, ":/web/icons/chevron-left.svg"},
    StaticRow{"chevron-right.svg", kSvg, ":/web/icons/chevron-right.svg"},
    StaticRow{"chevron-down.svg", kSvg, ":/web/icons/chevron-down.svg"},
    StaticRow{"database.svg", kSvg, ":/web/icons/database.svg"},
    StaticRow{"door.svg", kSvg, ":/web/icons/door.svg"},
    StaticRow{"download.svg", kSvg, ":/web/icons/download.svg"},
    StaticRow{"eye-off.svg", kSvg, ":/web/icons/eye-off.svg"},
    StaticRow{"lock.svg", kSvg, ":/web/icons/lock.svg"},
    StaticRow{"megaphone.svg", kSvg, ":/web/icons/megaphone.svg"},
    StaticRow{"pause.svg", kSvg, ":/web/icons/pause.svg"},
    StaticRow{"pencil.svg", kSvg, ":/web/icons/pencil.svg"},
    StaticRow{"play.svg", kSvg, ":/web/icons/play.svg"},
    StaticRow{"plus.svg", kSvg, ":/web/icons/plus.svg"},
    StaticRow{"search.svg", kSvg, ":/web/icons/search.svg"},
    StaticRow{"server.svg", kSvg, ":/web/icons/server.svg"},
    StaticRow{"upload.svg", kSvg, ":/web/icons/upload.svg"},
    StaticRow{"user.svg", kSvg, ":/web/icons/user.svg"},
    StaticRow{"users.svg", kSvg, ":/web/icons/users.svg"},
    StaticRow{"warning.svg", kSvg, ":/web/icons/warning.svg"},
};

}  // namespace

std::optional<HttpResponse> staticFile(const QString& name) {
  registerWebFiles();
  for (const StaticRow& row : kStaticRows) {
    if (name != QLatin1String(row.name)) continue;
    QFile file(QString::fromLatin1(row.resource));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    HttpResponse response;
    response.contentType = row.type;
    response.body = file.readAll();
    return response;
  }
  return std::nullopt;
}

}  // namespace Parlour::Server
