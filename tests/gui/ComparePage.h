// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace Parlour::Gui {

// How far a picture is from its target, both at the same scale.
struct PictureDifference {
  QSize target;
  QSize result;
  double share = 0;  // of the pixels that differ by more than the smoothing of text edges
  QImage picture;    // the darker, the more a pixel differs
};
PictureDifference differenceOf(const QImage& target, const QImage& result);

// The page that shows all pictures of a folder, with `targets` each beside the picture of the same name there and a
// slider between the two. Writes index.html and the difference pictures into `directory`; false when it cannot.
bool writeComparePage(const QString& directory, const QString& targets);

}  // namespace Parlour::Gui
