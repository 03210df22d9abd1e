// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/files/SoapCodec.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr QLatin1String kSoap("http://schemas.xmlsoap.org/soap/envelope/");
constexpr QLatin1String kOperations("http://www.microsoft.com");
constexpr int kMostParameters = 16;

Error notSoap(const QString& why) {
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("The SOAP request was not understood: ") + why);
}

bool isName(const QByteArray& text) {
  return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

// "http://www.microsoft.com/AppendChunk" in quotes or not; seen without scheme, too.
QByteArray operationOf(QByteArray action) {
  action = action.trimmed();
  if (action.size() >= 2 && action.startsWith('"') && action.endsWith('"')) action = action.sliced(1).chopped(1);
  return action.sliced(action.lastIndexOf('/') + 1);
}

bool enter(QXmlStreamReader& xml, QLatin1String space, QLatin1String name) {
  while (xml.readNextStartElement()) {
    if (xml.namespaceUri() == space && xml.name() == name) return true;
    xml.skipCurrentElement();  // a Header before the Body
  }
  return false;
}

Status readParameters(QXmlStreamReader& xml, SoapCall& call) {
  while (xml.readNextStartElement()) {
    const QByteArray name = xml.name().toUtf8();
    if (!isName(name) || call.parameters.size() >= kMostParameters) return notSoap(QStringLiteral("parameters."));
    if (call.parameters.contains(name)) return notSoap(QStringLiteral("a parameter comes twice."));
    call.parameters.insert(name, xml.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement).toUtf8());
    if (xml.hasError()) break;
  }
  return success();
}

// Everything after the operation must be the end.
Status readRest(QXmlStreamReader& xml) {
  int operations = 0;
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::StartElement) ++operations;
    if (token == QXmlStreamReader::DTD) return notSoap(QStringLiteral("a document type."));
  }
  if (xml.hasError()) return notSoap(xml.errorString());
  return operations == 0 ? success() : Status(notSoap(QStringLiteral("more than one operation.")));
}

template <typename Fill>
QByteArray writeEnvelope(const Fill& fill) {
  QByteArray out;
  QXmlStreamWriter xml(&out);
  xml.writeStartDocument();
  xml.writeNamespace(kSoap, QStringLiteral("s"));
  xml.writeStartElement(kSoap, QStringLiteral("Envelope"));
  xml.writeStartElement(kSoap, QStringLiteral("Body"));
  fill(xml);
  xml.writeEndElement();
  xml.writeEndElement();
  xml.writeEndDocument();
  return out;
}

}  // namespace

std::optional<qint64> SoapCall::number(const char* name) const {
  const QByteArray value = text(name);
  const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (value.isEmpty() || value.size() > 15 || !digits) return std::nullopt;
  return value.toLongLong();
}

Result<SoapCall> parseSoap(const QByteArray& body, const QByteArray& action) {
  if (body.size() > kLargestSoapBytes) return Error::make(ErrorCode::LimitExceeded, QStringLiteral("Too long."));
  QXmlStreamReader xml(body);
  while (!xml.atEnd() && !xml.isStartElement()) {
    if (xml.readNext() == QXmlStreamReader::DTD) return notSoap(QStringLiteral("a document type."));
  }
  const bool envelope = xml.isStartElement() && xml.namespaceUri() == kSoap && xml.name() == QLatin1String("Envelope");
  if (!envelope || !enter(xml, kSoap, QLatin1String("Body")) || !xml.readNextStartElement()) {
    return notSoap(QStringLiteral("no envelope with an operation."));
  }
  if (xml.namespaceUri() != kOperations) return notSoap(QStringLiteral("an unknown namespace."));
  SoapCall call;
  call.operation = xml.name().toUtf8();
  if (!isName(call.operation)) return notSoap(QStringLiteral("the name of the operation."));
  if (const Status read = readParameters(xml, call); !read) return read.error();
  if (const Status rest = readRest(xml); !rest) return rest.error();
  const QByteArray announced = operationOf(action);
  if (!announced.isEmpty() && announced != call.operation) return notSoap(QStringLiteral("SOAPAction differs."));
  return call;
}

QByteArray writeSoapCall(const SoapCall& call) {
  return writeEnvelope([&](QXmlStreamWriter& xml) {
    xml.writeStartElement(QString::fromUtf8(call.operation));
    xml.writeDefaultNamespace(kOperations);
    for (auto each = call.parameters.cbegin(); each != call.parameters.cend(); ++each) {
      xml.writeTextElement(QString::fromUtf8(each.key()), QString::fromUtf8(each.value()));
    }
    xml.writeEndElement();
  });
}

QByteArray writeSoapResult(const QByteArray& operation, const std::optional<QByteArray>& result) {
  return writeEnvelope([&](QXmlStreamWriter& xml) {
    const QString name = QString::fromUtf8(operation);
    xml.writeStartElement(name + QStringLiteral("Response"));
    xml.writeDefaultNamespace(kOperations);
    if (result) xml.writeTextElement(name + QStringLiteral("Result"), QString::fromLatin1(*result));
    xml.writeEndElement();
  });
}

QByteArray writeSoapFault(const QByteArray& code, const QString& text) {
  return writeEnvelope([&](QXmlStreamWriter& xml) {
    xml.writeStartElement(kSoap, QStringLiteral("Fault"));
    xml.writeTextElement(QStringLiteral("faultcode"), QStringLiteral("s:Client"));
    xml.writeTextElement(QStringLiteral("faultstring"), text);
    xml.writeStartElement(QStringLiteral("detail"));
    xml.writeTextElement(QStringLiteral("code"), QString::fromLatin1(code));
    xml.writeEndElement();
    xml.writeEndElement();
  });
}

std::optional<QByteArray> decodeChunk(QByteArray text) {
  text.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  if (text.size() % 4 != 0) return std::nullopt;
  auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded) return std::nullopt;
  return std::move(decoded.decoded);
}

}  // namespace Parlour::Server
