// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_structure {

// The rules of DESIGN 2 that a compiler does not see: which folder may include what, and that every source says
// its licence.
class TestStructure : public QObject {
  Q_OBJECT

 private:
  struct Source {
    QString path;  // from the project's root
    QStringList includes;
    QString firstLines;
  };
  QList<Source> sources_;

  static QStringList includesOf(const QString& text) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();) found.append(it.next().captured(1));
    return found;
  }

  QStringList offenders(const QString& folder, const QRegularExpression& forbidden,
                        const QStringList& except = {}) const {
    QStringList found;
    for (const auto& source : sources_) {
      if (!source.path.startsWith(folder)) continue;
      const bool excepted =
          std::any_of(except.begin(), except.end(), [&](const QString& e) { return source.path.startsWith(e); });
      if (excepted) continue;
      for (const QString& include : source.includes) {
        if (forbidden.match(include).hasMatch()) found.append(source.path + QStringLiteral(" includes ") + include);
      }
    }
    return found;
  }

 private Q_SLOTS:
  void initTestCase() {
    const QDir root(Parlour::Testing::sourcePath(QString()));
    for (const QString& folder : {QStringLiteral("protocol"), QStringLiteral("server-sim"), QStringLiteral("app"),
                                  QStringLiteral("tests"), QStringLiteral("resources")}) {
      QDirIterator it(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                      QDirIterator::Subdirectories);
      while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        sources_.append({root.relativeFilePath(it.filePath()), includesOf(text), text.left(200)});
      }
    }
    QVERIFY(sources_.size() > 50);
  }

  void directionOfDependencies_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("forbidden");
    QTest::addColumn<QStringList>("except");
    const auto row = [](const char* name, const char* folder, const char* forbidden, const QStringList& except = {}) {
      QTest::newRow(name) << QString::fromLatin1(folder) << QString::fromLatin1(forbidden) << except;
    };
    row("support knows nobody", "protocol/support", "^(protocol/(xccos|signin|sip)|app|server-sim)/");
    row("xccos knows support only", "protocol/xccos", "^(protocol/(signin|sip)|app|server-sim)/");
    row("signin does not know sip", "protocol/signin", "^(protocol/sip|app|server-sim)/");
    row("protocol knows neither end", "protocol", "^(app|server-sim)/");
    row("app does not know the server", "app", "^server-sim/");
    row("the server does not know app", "server-sim", "^app/");
    row("core does not know models or windows", "app/core", "^app/(models|ui|platform|console)/");
    row("models do not know windows", "app/models", "^app/(ui|platform|console)/");
    row("channel knows no SIP and no store", "server-sim/channel",
        "^(protocol/sip|protocol/support/sqlite|server-sim/(store|frontend))/");
    row("Sofia stays in its folder", "", "^(sofia-sip/|su_|nta)",
        {QStringLiteral("protocol/sip/sofia"), QStringLiteral("tests/protocol/sip")});
    row("SQLite stays in its folder", "", "^sqlite3\\.h$",
        {QStringLiteral("protocol/support/sqlite"), QStringLiteral("tests/protocol/support")});
    row("no windows in core, models, server, protocol", "", "^Q(Widget|Application|Painter|Dialog|ListView|MainWindow)",
        {QStringLiteral("app/ui"), QStringLiteral("app/platform"), QStringLiteral("app/program"),
         QStringLiteral("app/demo"), QStringLiteral("tests/app/ui"), QStringLiteral("tests/app/platform"),
         QStringLiteral("tests/gui"), QStringLiteral("tests/walks"), QStringLiteral("tests/perf/client"),
         QStringLiteral("tests/perf/timeline")});
    row("no QtGui in the server", "server-sim", "^Q(Gui|Image|Pixmap|Color|Font|Icon)");
  }

  void directionOfDependencies() {
    QFETCH(QString, folder);
    QFETCH(QString, forbidden);
    QFETCH(QStringList, except);
    const auto found = offenders(folder, QRegularExpression(forbidden), except);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
  }

  void everySourceNamesItsLicence() {
    QStringList missing;
    for (const auto& source : sources_) {
      if (!source.firstLines.startsWith(QStringLiteral("// SPDX-License-Identifier: Apache-2.0")))
        missing.append(source.path);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
  }
};

PARLOUR_TEST(TestStructure)

}  // namespace tst_structure

#include "tst_structure.moc"
