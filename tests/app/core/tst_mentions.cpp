// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/timeline/Mentions.h"
#include "tests/program/TestProgram.h"

namespace tst_mentions {

class TestMentions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void finds_data();
  void finds();
};

void TestMentions::finds_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("user");
  QTest::addColumn<QString>("name");
  QTest::addColumn<bool>("found");
  const auto add = [](const char* title, const char* text, const char* user, const char* name, bool found) {
    QTest::newRow(title) << QString::fromUtf8(text) << QString::fromUtf8(user) << QString::fromUtf8(name) << found;
  };
  add("display name", "Please ask Ada Quince.", "ada", "Ada Quince", true);
  add("any case, line break", "ada\nQUINCE knows", "aquince", "Ada Quince", true);
  add("user part", "ask aquince about it", "aquince", "Ada Quince", true);
  add("user part inside a word", "aquincey", "aquince", "Ada Quince", false);
  add("@first name", "@Ada: tides?", "aquince", "Ada Quince", true);
  add("@whole name joined", "hello @AdaQuince", "aq", "Ada Quince", true);
  add("@user", "(@aq)", "aq", "Ada Quince", true);
  add("short user part needs @", "bo is a name", "bo", "Bo Medlar", false);
  add("first name alone", "Ada went home", "aquince", "Ada Quince", true);
  add("first name as an ordinary word", "a dark ada lovelace", "aquince", "Ada Quince", false);
  add("@ in an address", "mail me@adam.example", "ada", "Ada Quince", false);
  add("@ of an address", "mail sea@ada.example", "aq", "Ada Quince", false);
  add("accents", "Frag Jörg Müller!", "jmueller", "Jörg Müller", true);
  add("no name known", "nothing", "", "", false);
}

void TestMentions::finds() {
  QFETCH(QString, text);
  QFETCH(QString, user);
  QFETCH(QString, name);
  QFETCH(bool, found);
  QCOMPARE(Parlour::Core::mentions(text, user, name), found);
}

PARLOUR_TEST(TestMentions)

}  // namespace tst_mentions

#include "tst_mentions.moc"
