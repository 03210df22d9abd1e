// SPDX-License-Identifier: Apache-2.0
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/files/support/FileTown.h"

namespace tst_filesoap {

using namespace Parlour::Tests;

// What came back, taken apart by nothing but searching: this client shares no code with the server.
struct SoapAnswer {
  int status = 0;
  QString body;

  QString between(const QString& begin, const QString& end) const {
    const qsizetype from = body.indexOf(begin);
    const qsizetype to = body.indexOf(end, from);
    return from < 0 || to < 0 ? QString() : body.mid(from + begin.size(), to - from - begin.size());
  }
  QString result(const QString& operation) const {
    return between(u'<' + operation + QStringLiteral("Result>"), QStringLiteral("</"));
  }
  QString fault() const { return between(QStringLiteral("<code>"), QStringLiteral("</code>")); }
};

// A client of the shape that Persistent Chat's own had (xccos 9), made of strings.
class SoapClient {
 public:
  explicit SoapClient(QUrl service) : service_(std::move(service)) { network_.setProxy(QNetworkProxy::NoProxy); }

  SoapAnswer call(const QString& operation, const QList<std::pair<QString, QString>>& parameters) {
    QString xml = QStringLiteral(
                      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><%1 "
                      "xmlns=\"http://www.microsoft.com\">")
                      .arg(operation);
    for (const auto& [name, value] : parameters) xml += QStringLiteral("<%1>%2</%1>").arg(name, value);
    xml += QStringLiteral("</%1></s:Body></s:Envelope>").arg(operation);
    QNetworkRequest request(service_);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/xml; charset=utf-8"));
    request.setRawHeader("SOAPAction", "\"http://www.microsoft.com/" + operation.toLatin1() + '"');
    std::unique_ptr<QNetworkReply> reply(network_.post(request, xml.toUtf8()));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished()) finished.wait(20'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), QString::fromUtf8(reply->readAll())};
  }

 private:
  const QUrl service_;
  QNetworkAccessManager network_;
};

class TestFileSoap : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<FileTown> town_;

  QString tokenOf(const char* user, const char* room, bool upload) {
    const auto granted = town_->ask(user, room, upload, QStringLiteral("tides.txt"));
    service_ = granted->grant.serverUri;
    return QString::fromLatin1(granted->grant.token);
  }
  SoapClient client() const { return SoapClient(QUrl(service_)); }
  QList<std::pair<QString, QString>> chunk(const QString& token, const QString& file, const QByteArray& bytes,
                                           qint64 offset, qint64 length) const {
    return {{QStringLiteral("token"), token},
            {QStringLiteral("channelId"), QString::fromLatin1(kTides)},
            {QStringLiteral("uniqueFilename"), file},
            {QStringLiteral("fileChunk"), QString::fromLatin1(bytes.toBase64())},
            {QStringLiteral("offset"), QString::number(offset)},
            {QStringLiteral("fileLength"), QString::number(length)}};
  }
  QList<std::pair<QString, QString>> named(const QString& token, const char* room, const QString& file) const {
    return {{QStringLiteral("token"), token},
            {QStringLiteral("channelId"), QString::fromLatin1(room)},
            {QStringLiteral("reposFileName"), file}};
  }
  QString uniqueName(SoapClient& soap, const QString& token) const {
    return soap
        .call(QStringLiteral("RequestUniqueFilenameWithExtension"),
              {{QStringLiteral("token"), token},
               {QStringLiteral("channelId"), QString::fromLatin1(kTides)},
               {QStringLiteral("extension"), QStringLiteral("txt")}})
        .result(QStringLiteral("RequestUniqueFilenameWithExtension"));
  }

  QString service_;

 private Q_SLOTS:
  void initTestCase() {
    town_ = std::make_unique<FileTown>();
    town_->config().files.largestKb = 3'000;
    QVERIFY(town_->start());
  }
  void cleanupTestCase() { town_.reset(); }

  void upAndDown() {
    const QByteArray bytes = someBytes(1'700'000);
    const QString token = tokenOf("ada", kTides, true);
    SoapClient soap(QUrl{service_});
    QCOMPARE(soap.call(QStringLiteral("GetMaxFileSizeInKB"), {}).result(QStringLiteral("GetMaxFileSizeInKB")),
             QStringLiteral("3000"));
    const qint64 request = soap.call(QStringLiteral("GetMaxRequestContentInKB"), {})
                               .result(QStringLiteral("GetMaxRequestContentInKB"))
                               .toLongLong() *
                           1'024;
    QVERIFY(request >= 64 * 1'024);
    const QString file = uniqueName(soap, token);
    QVERIFY(file.endsWith(QStringLiteral(".txt")));
    const qint64 step = request / 4 * 3 - 3'000;
    for (qint64 at = 0; at < bytes.size(); at += step) {
      const SoapAnswer answer =
          soap.call(QStringLiteral("AppendChunk"), chunk(token, file, bytes.mid(at, step), at, bytes.size()));
      QVERIFY2(answer.status == 200, qPrintable(answer.body));
      QVERIFY(answer.body.contains(QStringLiteral("AppendChunkResponse")));
    }

    const QString reading = tokenOf("bo", kTides, false);
    QCOMPARE(
        soap.call(QStringLiteral("GetFileSize"), named(reading, kTides, file)).result(QStringLiteral("GetFileSize")),
        QString::number(bytes.size()));
    QByteArray received;
    while (received.size() < bytes.size()) {
      auto parameters = named(reading, kTides, file);
      parameters.append({QStringLiteral("offset"), QString::number(received.size())});
      parameters.append({QStringLiteral("bufferSize"), QStringLiteral("300000")});
      const SoapAnswer answer = soap.call(QStringLiteral("DownloadChunk"), parameters);
      QCOMPARE(answer.status, 200);
      received += QByteArray::fromBase64(answer.result(QStringLiteral("DownloadChunk")).toLatin1());
    }
    QCOMPARE(received, bytes);
    // Both interfaces lead to the same files.
    const QByteArray other = town_->token("bo", kTides, false);
    QCOMPARE(town_->download(other, kTides, file.toLatin1()).body, bytes);
  }

  void refusals() {
    const QString token = tokenOf("ada", kTides, true);
    SoapClient soap(QUrl{service_});
    const QString file = uniqueName(soap, token);
    const auto append = [&](const QString& with, const QByteArray& bytes, qint64 offset, qint64 length) {
      const SoapAnswer answer = soap.call(QStringLiteral("AppendChunk"), chunk(with, file, bytes, offset, length));
      return answer.status == 500 ? answer.fault() : QString::number(answer.status);
    };
    QCOMPARE(append(QStringLiteral("4c1d0a77-90ab-4e1c-b3f2-6d5e4f3a2b1c"), "tide", 0, 8), QStringLiteral("token"));
    QCOMPARE(append(tokenOf("bo", kTides, true), "tide", 0, 8), QStringLiteral("not-found"));
    QCOMPARE(append(tokenOf("bo", kCrew, true), "tide", 0, 8), QStringLiteral("wrong-room"));
    QCOMPARE(append(tokenOf("ada", kTides, false), "tide", 0, 8), QStringLiteral("token"));
    QCOMPARE(append(token, "tide", 0, 3'072'001), QStringLiteral("too-large"));
    QCOMPARE(append(token, "tide", 4, 8), QStringLiteral("offset"));
    QCOMPARE(append(token, "tide", 0, 3), QStringLiteral("length"));
    QCOMPARE(append(token, "tide", 0, 8), QStringLiteral("200"));
    QCOMPARE(append(token, "tide", 0, 8), QStringLiteral("offset"));
    QCOMPARE(append(token, "tide", 4, 9), QStringLiteral("length"));
    QCOMPARE(append(token, "s in", 4, 8), QStringLiteral("200"));
    QCOMPARE(soap.call(QStringLiteral("FormatDisk"), {}).fault(), QStringLiteral("bad-request"));
    const QString reading = tokenOf("bo", kTides, false);
    auto beyond = named(reading, kTides, file);
    beyond.append({QStringLiteral("offset"), QStringLiteral("8")});
    beyond.append({QStringLiteral("bufferSize"), QStringLiteral("1")});
    QCOMPARE(soap.call(QStringLiteral("DownloadChunk"), beyond).fault(), QStringLiteral("range"));
    QCOMPARE(soap.call(QStringLiteral("GetFileSize"), named(reading, kTides, QStringLiteral("../chat.db"))).fault(),
             QStringLiteral("not-found"));
  }
};

PARLOUR_TEST(TestFileSoap)

}  // namespace tst_filesoap

#include "tst_filesoap.moc"
