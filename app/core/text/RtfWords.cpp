// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/RtfWords.h"

#include <QByteArray>
#include <QHash>

namespace Parlour::Core {

namespace {

using RtfTable = QHash<QByteArray, RtfWord>;

void addCharacters(RtfTable& table) {
  const std::initializer_list<std::pair<const char*, char16_t>> characters{
      {"par", u'\n'},           {"line", u'\n'},          {"sect", u'\n'},        {"page", u'\n'},
      {"row", u'\n'},           {"tab", u'\t'},           {"cell", u'\t'},        {"lquote", u'\u2018'},
      {"rquote", u'\u2019'},    {"endash", u'\u2013'},    {"emdash", u'\u2014'},  {"bullet", u'\u2022'},
      {"ldblquote", u'\u201C'}, {"rdblquote", u'\u201D'}, {"emspace", u'\u2003'}, {"enspace", u'\u2002'}};
  for (const auto& [name, code] : characters) table.insert(name, {RtfAct::Character, code});
}

void addMarks(RtfTable& table) {
  const std::initializer_list<std::pair<const char*, TextMark>> marks{
      {"b", TextMark::Bold},           {"i", TextMark::Italic},         {"ul", TextMark::Underline},
      {"uld", TextMark::Underline},    {"uldb", TextMark::Underline},   {"ulw", TextMark::Underline},
      {"uldash", TextMark::Underline}, {"ulwave", TextMark::Underline}, {"ulth", TextMark::Underline},
      {"strike", TextMark::Strike},    {"striked", TextMark::Strike}};
  for (const auto& [name, mark] : marks) table.insert(name, {RtfAct::Mark, 0, mark});
}

void addActs(RtfTable& table) {
  const std::initializer_list<std::pair<const char*, RtfAct>> acts{{"ulnone", RtfAct::NoUnderline},
                                                                   {"plain", RtfAct::PlainText},
                                                                   {"v", RtfAct::Hidden},
                                                                   {"deleted", RtfAct::Hidden},
                                                                   {"f", RtfAct::Font},
                                                                   {"fcharset", RtfAct::Charset},
                                                                   {"fmodern", RtfAct::FixedPitch},
                                                                   {"ansicpg", RtfAct::CodePage},
                                                                   {"uc", RtfAct::Fallback},
                                                                   {"u", RtfAct::Unicode},
                                                                   {"bin", RtfAct::Binary},
                                                                   {"fonttbl", RtfAct::FontTable},
                                                                   {"field", RtfAct::Field},
                                                                   {"fldinst", RtfAct::Instruction},
                                                                   {"fldrslt", RtfAct::Result}};
  for (const auto& [name, act] : acts) table.insert(name, {act});
  for (const char* name :
       {"annotation", "atnauthor", "atnid",  "atnref",   "bkmkend",   "bkmkstart",  "colortbl", "comment", "datafield",
        "do",         "filetbl",   "footer", "footerf",  "footerl",   "footerr",    "footnote", "header",  "headerf",
        "headerl",    "headerr",   "info",   "keywords", "listtable", "nonshppict", "objdata",  "object",  "objclass",
        "pict",       "pn",        "pntext", "private",  "result",    "revtbl",     "rxe",      "shp",     "shppict",
        "stylesheet", "subject",   "tc",     "title",    "txe",       "xe"}) {
    table.insert(name, {RtfAct::Skip});
  }
}

}  // namespace

RtfWord rtfWord(QByteArrayView name) {
  static const RtfTable table = [] {
    RtfTable words;
    addCharacters(words);
    addMarks(words);
    addActs(words);
    return words;
  }();
  return table.value(name.toByteArray());
}

}  // namespace Parlour::Core
