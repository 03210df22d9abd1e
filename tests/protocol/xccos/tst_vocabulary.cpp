// SPDX-License-Identifier: Apache-2.0
// Names, permission sets and response codes.
#include <QSet>
#include <QTest>

#include "protocol/xccos/Names.h"
#include "protocol/xccos/Permissions.h"
#include "protocol/xccos/ResponseCodes.h"
#include "tests/program/TestProgram.h"

namespace tst_vocabulary {

using namespace Parlour;
using namespace Parlour::Xccos;

class TestVocabulary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesAreUniqueAndFound() {
    QSet<QString> seen;
    for (const auto& row : commandNames()) {
      QVERIFY(row.name.startsWith(QLatin1String("cmd:")));
      QCOMPARE(findCommand(QString(row.name).toUpper()).value(), row.id);
      seen.insert(row.name);
    }
    for (const auto& row : replyNames()) {
      QCOMPARE(findReply(QString(row.name)).value(), row.id);
      seen.insert(row.name);
    }
    for (const auto& row : noticeNames()) seen.insert(row.name);
    for (const auto& row : errNames()) seen.insert(row.name);
    QCOMPARE(std::size_t(seen.size()),
             commandNames().size() + replyNames().size() + noticeNames().size() + errNames().size());
    QVERIFY(!findCommand(QStringLiteral("rpl:join")).has_value());
    QVERIFY(!findCommand(QString()).has_value());
    QCOMPARE(findReply(QStringLiteral("rpl:GetServInfo")).value(), ReplyId::GetServerInfo);
  }

  void repliesBelongToCommands() {
    for (const auto& row : commandNames()) {
      const QString reply = QString(wireName(replyIdFor(row.id))).mid(4);
      const QString command = QString(row.name).mid(4);
      if (row.id == CommandId::GetUploadToken || row.id == CommandId::GetDownloadToken) {
        QCOMPARE(reply, QStringLiteral("getftok"));
      } else {
        QCOMPARE(reply, command);
      }
    }
  }

  void permissionSets() {
    using namespace Permission;
    QCOMPARE(maskFor(true, false, false), 3984U);
    QCOMPARE(maskFor(true, false, true), 8080U);
    QCOMPARE(maskFor(true, true, false), 12276U);
    QCOMPARE(maskFor(true, true, true), 16372U);
    QCOMPARE(maskFor(false, true, false), 10260U);
    QCOMPARE(maskFor(false, false, false), 0U);
    QCOMPARE(kOpenRoomUser, 3968U);
  }

  void whoMayPost_data() {
    QTest::addColumn<quint32>("mask");
    QTest::addColumn<bool>("normal");
    QTest::addColumn<bool>("auditorium");
    QTest::newRow("member") << Permission::kMember << true << false;
    QTest::newRow("presenter") << Permission::kPresenterMember << true << true;
    QTest::newRow("manager") << Permission::kManagerMember << true << false;
    QTest::newRow("manager only") << Permission::kManagerOnly << false << false;
    QTest::newRow("open room") << Permission::kOpenRoomUser << true << false;
    QTest::newRow("nobody") << 0U << false << false;
  }

  void whoMayPost() {
    QFETCH(quint32, mask);
    QFETCH(bool, normal);
    QFETCH(bool, auditorium);
    QCOMPARE(Permission::canPost(Behavior::Normal, mask), normal);
    QCOMPARE(Permission::canPost(Behavior::Auditorium, mask), auditorium);
  }

  void rolesInMasks() {
    QVERIFY(Permission::isManager(Permission::kManagerOnly) && !Permission::canJoin(Permission::kManagerOnly));
    QVERIFY(!Permission::isManager(Permission::kMember) && Permission::canJoin(Permission::kMember));
    QVERIFY(Permission::isPresenter(8080) && !Permission::isPresenter(12276));
    QVERIFY(Permission::canReadHistory(Permission::kMember) && Permission::canView(Permission::kManagerOnly));
  }

  void responseTableIsComplete() {
    QSet<QString> texts;
    for (const ResponseInfo& row : responseTable()) {
      texts.insert(row.text);
      QVERIFY(row.sentence.endsWith(QLatin1Char('.')));
      QCOMPARE(responseInfo(static_cast<int>(row.code)).text, row.text);
    }
    QCOMPARE(texts.size(), 22);
    QCOMPARE(responseInfo(799).code, ResponseCode::Unknown);
  }

  void errorCodesMapBothWays_data() {
    QTest::addColumn<ErrorCode>("error");
    QTest::addColumn<ResponseCode>("code");
    const auto row = [](ErrorCode error, ResponseCode code) {
      QTest::newRow(errorCodeName(error).constData()) << error << code;
    };
    row(ErrorCode::InvalidArgument, ResponseCode::InvalidArgument);
    row(ErrorCode::LimitExceeded, ResponseCode::LimitExceeded);
    row(ErrorCode::NotFound, ResponseCode::NoSuchNode);
    row(ErrorCode::PermissionDenied, ResponseCode::Permission);
    row(ErrorCode::Conflict, ResponseCode::DataCollision);
    row(ErrorCode::Disabled, ResponseCode::NodeDisabled);
    row(ErrorCode::NotJoined, ResponseCode::UserNotJoined);
    row(ErrorCode::NotSupported, ResponseCode::NotSupported);
    row(ErrorCode::Busy, ResponseCode::Busy);
    row(ErrorCode::Storage, ResponseCode::Database);
    row(ErrorCode::Internal, ResponseCode::Unknown);
  }

  void errorCodesMapBothWays() {
    QFETCH(ErrorCode, error);
    QFETCH(ResponseCode, code);
    QCOMPARE(responseCodeFor(error), code);
    QCOMPARE(errorCodeFor(static_cast<int>(code)), error);
  }

  void knownTextWinsOverTheNumber() {
    const Error error = errorFromResponse(599, QStringLiteral("error_duplicate_room_name"));
    QCOMPARE(error.code, ErrorCode::Conflict);
    QCOMPARE(error.wireCode, 599);
    QVERIFY(error.text.contains(QLatin1String("name")));
    QCOMPARE(errorFromResponse(403, QStringLiteral("Nope")).code, ErrorCode::PermissionDenied);
    QCOMPARE(errorFromResponse(500, QStringLiteral("SUCCESS_OK")).code, ErrorCode::Internal);
  }

  void serversSentenceIsTaken_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("sentence");  // empty: our own
    const auto row = [](const char* name, const char* text, ErrorCode code, const char* sentence) {
      QTest::newRow(name) << QString::fromUtf8(text) << code << QString::fromUtf8(sentence);
    };
    row("sentence", "ERROR_PERMISSION: Only managers change \"Tides\".", ErrorCode::PermissionDenied,
        "Only managers change \"Tides\".");
    row("colon inside", "ERROR_PERMISSION: Ask one of: Ada, Bo.", ErrorCode::PermissionDenied, "Ask one of: Ada, Bo.");
    row("unknown constant", "ERROR_TOO_MANY_HATS: Take one off.", ErrorCode::Conflict, "Take one off.");
    row("several lines", " ERROR_DATA_COLLISION : Changed\r\n by\tBo.\x1b ", ErrorCode::Conflict, "Changed by Bo.");
    row("constant only", "ERROR_PERMISSION", ErrorCode::PermissionDenied, "");
    row("empty sentence", "ERROR_PERMISSION: ", ErrorCode::PermissionDenied, "");
    row("no constant", "Sorry: not today", ErrorCode::Conflict, "");
    row("starts with a colon", ": not today", ErrorCode::Conflict, "");
  }

  void serversSentenceIsTaken() {
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, sentence);
    const Error error = errorFromResponse(409, text);
    QCOMPARE(error.code, code);
    QCOMPARE(error.wireCode, 409);
    if (sentence.isEmpty()) {
      const auto row = code == ErrorCode::Conflict ? ResponseCode::DataCollision : ResponseCode::Permission;
      sentence = responseInfo(static_cast<int>(row)).sentence;
    }
    QCOMPARE(error.text, sentence);
  }

  void endlessSentencesAreCut() {
    const Error error = errorFromResponse(403, QStringLiteral("ERROR_PERMISSION: ") + QString(50'000, u'x'));
    QCOMPARE(error.text.size(), 1'000);
    QVERIFY(error.detail.size() < 300);
  }

  void replyHeaders() {
    const ReplyHeader header = replyHeader({77, 2}, ResponseCode::NodeDisabled);
    QCOMPARE(header.commandEnvId, EnvId{77});
    QCOMPARE(header.commandSeqId, 2U);
    QCOMPARE(header.text, QStringLiteral("ERROR_NODE_DISABLED"));
    QVERIFY(!header.ok() && replyHeader({1, 1}).ok());
  }
};

PARLOUR_TEST(TestVocabulary)

}  // namespace tst_vocabulary

#include "tst_vocabulary.moc"
