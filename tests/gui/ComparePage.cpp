// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/ComparePage.h"

#include <QDir>
#include <QTextStream>
#include <cstdlib>
#include <optional>

#include "protocol/support/WholeFile.h"

namespace Parlour::Gui {

namespace {

constexpr int kNoticeable = 48;  // of 255, in the channel that differs most

constexpr char kHead[] = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Parlour, pictures</title>
<meta name="viewport" content="width=device-width">
<style>
:root { color-scheme: light dark; }
body { font: 13px/19px Inter, system-ui, sans-serif; margin: 24px; }
h1 { font-size: 17px; } h2 { font-size: 15px; margin: 32px 0 8px; }
table { border-collapse: collapse; } td, th { padding: 3px 12px 3px 0; text-align: left; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 12px; }
figure { margin: 0; } img { max-width: 100%; border: 1px solid #8885; display: block; }
.over { position: relative; } .over img + img { position: absolute; inset: 0; clip-path: inset(0 0 0 50%); }
input[type=range] { width: 100%; }
</style></head><body><h1>Parlour, pictures</h1>
)";

constexpr char kFoot[] = R"(<script>
for (const slider of document.querySelectorAll('input[type=range]'))
  slider.addEventListener('input', () => {
    slider.previousElementSibling.lastElementChild.style.clipPath = `inset(0 0 0 ${slider.value}%)`;
  });
</script></body></html>
)";

struct Shown {
  QString name;    // without ".png"
  QString target;  // its file, empty without one
  std::optional<PictureDifference> difference;
};

QString sizeWords(const QSize& size) { return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()); }

int apart(QRgb first, QRgb second) {
  return qMax(std::abs(qRed(first) - qRed(second)),
              qMax(std::abs(qGreen(first) - qGreen(second)), std::abs(qBlue(first) - qBlue(second))));
}

// Targets are copied beside the results, so that the folder can be moved and read elsewhere.
Shown compared(const QDir& folder, const QString& name, const QString& targets) {
  Shown shown{name, {}, {}};
  const QString source = targets.isEmpty() ? QString() : QDir(targets).filePath(name + QStringLiteral(".png"));
  const QImage target = source.isEmpty() ? QImage() : QImage(source);
  if (target.isNull()) return shown;
  shown.target = QStringLiteral("targets/%1.png").arg(name);
  target.save(folder.filePath(shown.target));
  shown.difference = differenceOf(target, QImage(folder.filePath(name + QStringLiteral(".png"))));
  shown.difference->picture.save(folder.filePath(QStringLiteral("differences/%1.png").arg(name)));
  return shown;
}

QList<Shown> allPictures(const QDir& folder, const QString& targets) {
  QList<Shown> pictures;
  const QStringList files = folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
  for (const QString& file : files) {
    pictures.append(compared(folder, file.chopped(4), targets));
  }
  return pictures;
}

void writeTable(QTextStream& page, const QList<Shown>& pictures) {
  page << "<table><tr><th>Picture</th><th>Target</th><th>Result</th><th>Pixels that differ</th></tr>\n";
  for (const Shown& shown : pictures) {
    if (!shown.difference) continue;
    page << "<tr><td><a href=\"#" << shown.name << "\">" << shown.name << "</a></td><td class=\"number\">"
         << sizeWords(shown.difference->target) << "</td><td class=\"number\">" << sizeWords(shown.difference->result)
         << "</td><td class=\"number\">" << QString::number(100 * shown.difference->share, 'f', 2) << " %</td></tr>\n";
  }
  page << "</table>\n";
}

void writePicture(QTextStream& page, const Shown& shown) {
  const QString result = shown.name + QStringLiteral(".png");
  page << "<h2 id=\"" << shown.name << "\">" << shown.name << "</h2>\n<div class=\"pair\">";
  const auto figure = [&page](const QString& file, const char* words) {
    page << "<figure><figcaption>" << words << "</figcaption><a href=\"" << file << "\"><img loading=\"lazy\" alt=\""
         << words << "\" src=\"" << file << "\"></a></figure>";
  };
  if (shown.difference) figure(shown.target, "Target");
  figure(result, "Result");
  if (shown.difference) {
    page << "<figure><figcaption>Target left, result right</figcaption><div class=\"over\"><img loading=\"lazy\" "
            "alt=\"\" "
            "src=\""
         << shown.target << "\"><img loading=\"lazy\" alt=\"\" src=\"" << result
         << "\"></div><input type=\"range\" value=\"50\" aria-label=\"Where the result begins\"></figure>";
    figure(QStringLiteral("differences/") + result, "Difference");
  }
  page << "</div>\n";
}

}  // namespace

PictureDifference differenceOf(const QImage& target, const QImage& result) {
  const QImage first = target.convertToFormat(QImage::Format_RGB32);
  const QImage second = result.convertToFormat(QImage::Format_RGB32);
  const QSize common = first.size().boundedTo(second.size());
  PictureDifference difference{first.size(), second.size(), 0, QImage(common, QImage::Format_Grayscale8)};
  qint64 noticed = 0;
  for (int y = 0; y < common.height(); ++y) {
    const auto* a = reinterpret_cast<const QRgb*>(first.constScanLine(y));
    const auto* b = reinterpret_cast<const QRgb*>(second.constScanLine(y));
    uchar* line = difference.picture.scanLine(y);
    for (int x = 0; x < common.width(); ++x) {
      const int by = apart(a[x], b[x]);
      noticed += by > kNoticeable ? 1 : 0;
      line[x] = static_cast<uchar>(255 - qMin(255, 2 * by));
    }
  }
  const QSize all = first.size().expandedTo(second.size());
  const qint64 pixels = qint64(all.width()) * all.height();
  const qint64 missing = pixels - qint64(common.width()) * common.height();
  difference.share = pixels > 0 ? static_cast<double>(noticed + missing) / static_cast<double>(pixels) : 0;
  return difference;
}

bool writeComparePage(const QString& directory, const QString& targets) {
  const QDir folder(directory);
  if (!targets.isEmpty() &&
      !(folder.mkpath(QStringLiteral("targets")) && folder.mkpath(QStringLiteral("differences")))) {
    return false;
  }
  const QList<Shown> pictures = allPictures(folder, targets);
  QString text;
  QTextStream page(&text);
  page << kHead;
  if (!targets.isEmpty()) writeTable(page, pictures);
  for (const Shown& shown : pictures) writePicture(page, shown);
  page << kFoot;
  WholeFile file(folder.filePath(QStringLiteral("index.html")));
  return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
}

}  // namespace Parlour::Gui
