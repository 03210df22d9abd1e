// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/metrics/OpenMetricsReader.h"

#include <QRegularExpression>
#include <limits>

namespace Parlour::Tests {
namespace {

using LabelMap = QMap<QByteArray, QByteArray>;

QByteArray sampleKey(const QByteArray& name, const LabelMap& labels) {
  if (labels.isEmpty()) return name;
  QByteArray key = name + '{';
  for (auto label = labels.begin(); label != labels.end(); ++label) {
    if (label != labels.begin()) key += ',';
    key += label.key() + "=\"" + label.value() + '"';
  }
  return key + '}';
}

QByteArrayList suffixesOf(const QByteArray& type) {
  if (type == "counter") return {"_total", "_created"};
  if (type == "histogram") return {"_bucket", "_count", "_sum", "_created"};
  if (type == "info") return {"_info"};
  return {""};
}

QByteArray unescaped(const QByteArray& text) {
  QByteArray plain;
  for (int at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      plain += text[at];
      continue;
    }
    ++at;
    plain += text[at] == 'n' ? '\n' : text[at];
  }
  return plain;
}

double number(const QByteArray& text, bool* ok) {
  *ok = true;
  if (text == "+Inf") return std::numeric_limits<double>::infinity();
  return text.toDouble(ok);
}

}  // namespace

OpenMetricsReader::OpenMetricsReader(const QByteArray& text) {
  if (!text.endsWith("# EOF\n")) fail(QStringLiteral("it does not end with # EOF and a line end"));
  QByteArrayList lines = text.split('\n');
  lines.removeLast();
  for (const QByteArray& line : lines) {
    if (!problem_.isEmpty()) return;
    ++line_;
    readLine(line);
  }
  checkBuckets();
}

void OpenMetricsReader::fail(const QString& what) {
  if (problem_.isEmpty()) problem_ = QStringLiteral("line %1: %2").arg(line_).arg(what);
}

void OpenMetricsReader::readLine(const QByteArray& line) {
  if (ended_) return fail(QStringLiteral("there is more after # EOF"));
  if (line == "# EOF") {
    ended_ = true;
  } else if (line.startsWith('#')) {
    readComment(line);
  } else {
    readSample(line);
  }
}

void OpenMetricsReader::readComment(const QByteArray& line) {
  static const QRegularExpression form(QStringLiteral("^# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$"));
  const auto match = form.match(QString::fromUtf8(line));
  if (!match.hasMatch()) return fail(QStringLiteral("neither TYPE, UNIT nor HELP"));
  const QByteArray name = match.captured(2).toUtf8();
  const QByteArray value = match.captured(3).toUtf8();
  if (name != current_ && families_.contains(name)) return fail(QStringLiteral("the family comes twice"));
  current_ = name;
  Family& family = families_[name];
  QByteArray& place = line.startsWith("# TYPE") ? family.type : (line.startsWith("# UNIT") ? family.unit : family.help);
  if (!place.isEmpty()) return fail(QStringLiteral("said twice"));
  place = unescaped(value);
  if (line.startsWith("# UNIT") && !name.endsWith('_' + value)) fail(QStringLiteral("the name lacks the unit"));
}

void OpenMetricsReader::readSample(const QByteArray& line) {
  static const QRegularExpression form(QStringLiteral("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? ([^ ]+)$"));
  static const QRegularExpression label(
      QStringLiteral("\\G([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)"));
  const auto match = form.match(QString::fromUtf8(line));
  if (!match.hasMatch()) return fail(QStringLiteral("not a sample"));
  LabelMap labels;
  const QString text = match.captured(2);
  for (qsizetype at = 0; at < text.size();) {
    const auto one = label.match(text, at);
    if (!one.hasMatch()) return fail(QStringLiteral("bad labels"));
    if (labels.contains(one.captured(1).toUtf8())) return fail(QStringLiteral("a label comes twice"));
    labels.insert(one.captured(1).toUtf8(), unescaped(one.captured(2).toUtf8()));
    at = one.capturedEnd();
  }
  bool ok = false;
  const double value = number(match.captured(3).toUtf8(), &ok);
  if (!ok) return fail(QStringLiteral("not a number"));
  addSample(match.captured(1).toUtf8(), labels, value);
}

void OpenMetricsReader::addSample(const QByteArray& name, const LabelMap& labels, double value) {
  const Family family = families_.value(current_);
  const QByteArray suffix = name.startsWith(current_) ? name.mid(current_.size()) : QByteArrayLiteral("?");
  if (current_.isEmpty() || !suffixesOf(family.type).contains(suffix)) {
    return fail(QStringLiteral("the sample does not belong to the family before it"));
  }
  if (family.type != "gauge" && !(value >= 0)) return fail(QStringLiteral("below zero"));
  const QByteArray key = sampleKey(name, labels);
  if (samples_.contains(key)) return fail(QStringLiteral("the sample comes twice"));
  samples_.insert(key, value);
  if (suffix == "_bucket") addBucket(current_, labels, value);
}

void OpenMetricsReader::addBucket(const QByteArray& name, LabelMap labels, double value) {
  bool ok = false;
  const double bound = number(labels.take(QByteArrayLiteral("le")), &ok);
  if (!ok) return fail(QStringLiteral("a bucket without its bound"));
  Buckets& buckets = buckets_[sampleKey(name, labels)];
  if (bound <= buckets.bound || value < buckets.value) return fail(QStringLiteral("buckets do not rise"));
  buckets = {bound, value};
}

void OpenMetricsReader::checkBuckets() {
  for (auto buckets = buckets_.begin(); buckets != buckets_.end(); ++buckets) {
    QByteArray key = buckets.key();
    const auto brace = key.indexOf('{');
    key.insert(brace < 0 ? key.size() : brace, "_count");
    if (buckets->bound != std::numeric_limits<double>::infinity()) fail(QStringLiteral("no bucket without bound"));
    if (!samples_.contains(key) || samples_.value(key) != buckets->value) fail(QStringLiteral("count is not the last"));
  }
}

}  // namespace Parlour::Tests
