// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "app/ui/theme/AvatarIdentity.h"
#include "app/ui/theme/Contrast.h"
#include "tests/program/TestProgram.h"

namespace tst_avataridentity {

using namespace Parlour::Ui;

class AvatarIdentityTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initialsOfNames_data();
  void initialsOfNames();
  void fillDependsOnAddressOnly();
  void fillsCarryWhiteText();
};

void AvatarIdentityTest::initialsOfNames_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("expected");
  QTest::newRow("two words") << QStringLiteral("Hannah Weiss") << QStringLiteral("HW");
  QTest::newRow("three words") << QStringLiteral("Mei Lin Chen") << QStringLiteral("MC");
  QTest::newRow("one word") << QStringLiteral("system") << QStringLiteral("S");
  QTest::newRow("none") << QString() << QStringLiteral("?");
  QTest::newRow("white space only") << QStringLiteral(" \t ") << QStringLiteral("?");
  QTest::newRow("combining accent") << QStringLiteral("E\u0301mile Zola") << QStringLiteral("E\u0301Z");
  QTest::newRow("outside the basic plane") << QStringLiteral("\U0001F600 b") << QStringLiteral("\U0001F600B");
}

void AvatarIdentityTest::initialsOfNames() {
  QFETCH(QString, name);
  QTEST(initials(name), "expected");
}

void AvatarIdentityTest::fillDependsOnAddressOnly() {
  QCOMPARE(avatarFill("Priya.Raman@Northgate.example"), avatarFill("priya.raman@northgate.example"));
  QCOMPARE(avatarFill("sip:priya.raman@northgate.example"), avatarFill("priya.raman@northgate.example"));
  QSet<QRgb> seen;
  for (int i = 0; i < 300; ++i) {
    seen.insert(avatarFill("user" + QByteArray::number(i) + "@northgate.example").rgb());
  }
  QCOMPARE(seen.size(), avatarFills().size());
}

void AvatarIdentityTest::fillsCarryWhiteText() {
  for (const QColor& fill : avatarFills()) {
    QVERIFY2(contrastRatio(fill, Qt::white) >= 6.0, qPrintable(fill.name()));
  }
}

PARLOUR_TEST(AvatarIdentityTest)

}  // namespace tst_avataridentity

#include "tst_avataridentity.moc"
