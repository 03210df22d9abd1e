// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/RtfReader.h"

#include <QHash>
#include <QUrl>
#include <utility>
#include <vector>

#include "app/core/text/RtfCodePages.h"
#include "app/core/text/RtfWords.h"

namespace Parlour::Core {

namespace {

constexpr qsizetype kMostFonts = 256;
constexpr qsizetype kMostFields = kMostRtfRuns + 1;
constexpr qsizetype kLongestWord = 32;
constexpr int kLargestParameter = 10'000'000;
constexpr int kMostFallback = 8;

struct RtfFont {
  int codePage = kWesternCodePage;
  bool fixed = false;
};

// What a group passes on to the groups inside it.
struct RtfGroup {
  enum class Kind { Body, Fonts, Instruction, Skipped };
  Kind kind = Kind::Body;
  TextMarks marks;
  bool hidden = false;
  int fallback = 1;
  int font = -1;
  int field = -1;
  bool shows = false;  // inside a field's result
};

// HYPERLINK "address" of a field, when it is a web address.
QString webLinkOf(const QString& instruction) {
  const QString words = instruction.trimmed();
  if (!words.startsWith(QLatin1String("HYPERLINK"), Qt::CaseInsensitive)) return {};
  const qsizetype open = words.indexOf(QLatin1Char('"'));
  const qsizetype close = words.indexOf(QLatin1Char('"'), open + 1);
  if (open < 0 || close < 0) return {};
  const QString address = words.mid(open + 1, close - open - 1);
  const QUrl url(address, QUrl::StrictMode);
  const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
  return web && url.isValid() && !url.host().isEmpty() ? address : QString();
}

class RtfParser {
 public:
  explicit RtfParser(const QString& input) : input_(input) {}

  std::optional<FormattedText> run() {
    static const QLatin1String start("{\\rtf");
    if (!input_.startsWith(start)) return std::nullopt;
    groups_.push_back({});
    while (at_ < input_.size() && !groups_.empty()) {
      if (!step()) return std::nullopt;
    }
    flushBytes();
    return out_;
  }

 private:
  RtfGroup& group() { return groups_.back(); }

  bool step() {
    const QChar c = input_.at(at_++);
    if (c == QLatin1Char('{')) return open();
    if (c == QLatin1Char('}')) {
      close();
    } else if (c == QLatin1Char('\\')) {
      control();
    } else if (c != QLatin1Char('\r') && c != QLatin1Char('\n')) {
      character(c);
    }
    return out_.runs.size() <= kMostRtfRuns;
  }

  bool open() {
    flushBytes();
    standIns_ = 0;
    starred_ = false;
    groups_.push_back(group());
    return groups_.size() <= kDeepestRtf;
  }

  // The outermost group is the one that the reader itself begins with.
  void close() {
    flushBytes();
    standIns_ = 0;
    starred_ = false;
    groups_.pop_back();
    if (groups_.size() == 1) groups_.clear();
  }

  void control() {
    if (at_ >= input_.size()) return;
    const QChar c = input_.at(at_);
    const bool letter = c.unicode() < 0x80 && c.isLetter();
    letter ? word() : symbol(c);
  }

  void symbol(QChar c) {
    ++at_;
    switch (c.unicode()) {
      case u'\'':
        return hexByte();
      case u'*':
        starred_ = true;
        return;
      case u'~':
        return character(QChar(QChar::Nbsp));
      case u'_':
        return character(QChar(0x2011));
      case u'\\':
      case u'{':
      case u'}':
        return character(c);
      case u'\r':
      case u'\n':
        return character(QLatin1Char('\n'));
      default:
        return;
    }
  }

  void hexByte() {
    bool valid = false;
    const int code = input_.mid(at_, 2).toInt(&valid, 16);
    if (!valid || at_ + 2 > input_.size()) return;
    at_ += 2;
    if (standIns_ > 0) {
      --standIns_;
      return;
    }
    if (group().kind != RtfGroup::Kind::Body || group().hidden) return;
    bytes_ += static_cast<char>(code);
  }

  void word() {
    const qsizetype start = at_;
    while (at_ < input_.size() && input_.at(at_).unicode() < 0x80 && input_.at(at_).isLetter()) ++at_;
    const QByteArray name = input_.mid(start, qMin(at_ - start, kLongestWord + 1)).toLatin1();
    const std::optional<int> parameter = number();
    if (at_ < input_.size() && input_.at(at_) == QLatin1Char(' ')) ++at_;
    const RtfWord meaning = rtfWord(name);
    const bool starred = std::exchange(starred_, false);
    if (starred && meaning.act == RtfAct::None) {
      group().kind = RtfGroup::Kind::Skipped;
      return;
    }
    obey(meaning, parameter);
  }

  std::optional<int> number() {
    const bool negative = at_ + 1 < input_.size() && input_.at(at_) == QLatin1Char('-') && isDigit(at_ + 1);
    if (negative) ++at_;
    if (!isDigit(at_)) return std::nullopt;
    int value = 0;
    for (; isDigit(at_); ++at_) {
      value = qMin(kLargestParameter, value * 10 + static_cast<int>(input_.at(at_).unicode() - u'0'));
    }
    return negative ? -value : value;
  }

  bool isDigit(qsizetype at) const {
    return at < input_.size() && input_.at(at) >= QLatin1Char('0') && input_.at(at) <= QLatin1Char('9');
  }

  void obey(const RtfWord& word, std::optional<int> parameter) {
    const bool on = parameter.value_or(1) != 0;
    switch (word.act) {
      case RtfAct::None:
        return;
      case RtfAct::Character:
        return character(QChar(word.value));
      case RtfAct::Mark:
        return mark(word.mark, on);
      case RtfAct::NoUnderline:
        return mark(TextMark::Underline, false);
      case RtfAct::PlainText:
        flushBytes();
        group().marks = {};
        group().hidden = false;
        return;
      case RtfAct::Hidden:
        flushBytes();
        group().hidden = on;
        return;
      case RtfAct::Binary:
        at_ += qBound(qsizetype{0}, qsizetype{parameter.value_or(0)}, input_.size() - at_);
        return;
      case RtfAct::Unicode:
        return unicode(parameter.value_or(0));
      case RtfAct::Fallback:
        group().fallback = qBound(0, parameter.value_or(1), kMostFallback);
        return;
      case RtfAct::CodePage:
        codePage_ = parameter.value_or(kWesternCodePage);
        return;
      case RtfAct::Font:
      case RtfAct::Charset:
      case RtfAct::FixedPitch:
        return font(word.act, parameter.value_or(0));
      case RtfAct::FontTable:
      case RtfAct::Field:
      case RtfAct::Instruction:
      case RtfAct::Result:
      case RtfAct::Skip:
        return destination(word.act);
    }
  }

  void mark(TextMark mark, bool on) {
    flushBytes();
    group().marks.setFlag(mark, on);
  }

  void font(RtfAct act, int value) {
    flushBytes();
    if (act == RtfAct::Font) group().font = value;
    if (group().kind != RtfGroup::Kind::Fonts || group().font < 0) return;
    if (!fonts_.contains(group().font) && fonts_.size() >= kMostFonts) return;
    RtfFont& described = fonts_[group().font];
    if (act == RtfAct::Charset) described.codePage = codePageOfCharset(value);
    if (act == RtfAct::FixedPitch) described.fixed = true;
  }

  void destination(RtfAct act) {
    RtfGroup& here = group();
    if (here.kind == RtfGroup::Kind::Skipped) return;
    if (act == RtfAct::FontTable) {
      here.kind = RtfGroup::Kind::Fonts;
    } else if (act == RtfAct::Skip) {
      here.kind = RtfGroup::Kind::Skipped;
    } else if (act == RtfAct::Field && fields_.size() < kMostFields) {
      here.field = static_cast<int>(fields_.size());
      here.shows = false;
      fields_.append(QString());
    } else if (act == RtfAct::Instruction) {
      here.kind = here.field < 0 ? RtfGroup::Kind::Skipped : RtfGroup::Kind::Instruction;
    } else if (act == RtfAct::Result && here.field >= 0) {
      here.shows = true;
    }
  }

  void unicode(int code) {
    standIns_ = 0;
    character(QChar(static_cast<char16_t>(code & 0xFFFF)));
    standIns_ = group().fallback;
  }

  void character(QChar c) {
    if (standIns_ > 0) {
      --standIns_;
      return;
    }
    RtfGroup& here = group();
    if (here.kind == RtfGroup::Kind::Instruction) {
      fields_[here.field] += c;
    } else if (here.kind == RtfGroup::Kind::Body && !here.hidden) {
      flushBytes();
      emitText(QString(c));
    }
  }

  // Bytes of one code page stand together, because two or more may be one character.
  void flushBytes() {
    if (bytes_.isEmpty() || groups_.empty()) return;
    const auto font = fonts_.constFind(group().font);
    emitText(fromCodePage(std::exchange(bytes_, {}), font == fonts_.constEnd() ? codePage_ : font->codePage));
  }

  void emitText(const QString& words) {
    QString clean;
    for (const QChar c : words) {
      const bool control = c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
      if (!control) clean += c;
    }
    const RtfGroup& here = group();
    const auto font = fonts_.constFind(here.font);
    TextMarks marks = here.marks;
    marks.setFlag(TextMark::Code, font != fonts_.constEnd() && font->fixed);
    out_.append(clean, marks, here.shows ? webLinkOf(fields_.at(here.field)) : QString());
  }

  const QString& input_;
  qsizetype at_ = 0;
  std::vector<RtfGroup> groups_;
  QHash<int, RtfFont> fonts_;
  QStringList fields_;
  QByteArray bytes_;
  FormattedText out_;
  int codePage_ = kWesternCodePage;
  int standIns_ = 0;
  bool starred_ = false;
};

}  // namespace

std::optional<FormattedText> readRtf(const QByteArray& rtf) {
  if (rtf.size() > kMostRtfBytes) return std::nullopt;
  const QString input = QString::fromUtf8(rtf);
  return RtfParser(input).run();
}

}  // namespace Parlour::Core
