// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/Stylesheet.h"

#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include <QFile>
#include <cstdarg>
#include <cstdio>
#include <memory>

namespace Parlour::Server {
namespace {

constexpr qint64 kMaxStylesheetBytes = 4 * 1024 * 1024;
constexpr int kMaxResultBytes = 64 * 1024 * 1024;
constexpr unsigned long kMaxSteps = 200'000'000;
constexpr int kMaxTemplateDepth = 1'000;
constexpr qsizetype kMaxComplaint = 1'000;

struct XmlFree {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xsltStylesheet* sheet) const { xsltFreeStylesheet(sheet); }
  void operator()(xsltTransformContext* context) const { xsltFreeTransformContext(context); }
  void operator()(xsltSecurityPrefs* rules) const { xsltFreeSecurityPrefs(rules); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};
template <typename T>
using XmlPtr = std::unique_ptr<T, XmlFree>;

void xmlComplaint(void* text, xmlErrorPtr error) {
  auto* complaint = static_cast<QString*>(text);
  if (error && complaint->size() < kMaxComplaint) complaint->append(QString::fromUtf8(error->message));
}

void xsltComplaint(void* text, const char* format, ...) {
  char line[512];
  va_list values;
  va_start(values, format);
  std::vsnprintf(line, sizeof line, format, values);
  va_end(values);
  auto* complaint = static_cast<QString*>(text);
  if (complaint->size() < kMaxComplaint) complaint->append(QString::fromUtf8(line));
}

// libxml2 keeps it by thread.
class XmlComplaints {
 public:
  XmlComplaints() { xmlSetStructuredErrorFunc(&text_, &xmlComplaint); }
  ~XmlComplaints() { xmlSetStructuredErrorFunc(nullptr, nullptr); }
  QString& text() { return text_; }

 private:
  QString text_;
};

Error unusable(const QString& path, const QString& complaint) {
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("The stylesheet %1 cannot be used: %2").arg(path, complaint.simplified()));
}

XmlPtr<xmlDoc> parse(const QByteArray& bytes, const char* name) {
  return XmlPtr<xmlDoc>(xmlReadMemory(bytes.constData(), static_cast<int>(bytes.size()), name, nullptr,
                                      XML_PARSE_NONET | XML_PARSE_NOCDATA));
}

XmlPtr<xsltSecurityPrefs> nothingAllowed() {
  XmlPtr<xsltSecurityPrefs> rules(xsltNewSecurityPrefs());
  for (const auto option : {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                            XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK}) {
    xsltSetSecurityPrefs(rules.get(), option, xsltSecurityForbid);
  }
  return rules;
}

// xsl:import and xsl:include are read while the stylesheet is compiled, where the rules of a transformation do not
// count.
bool readsOthers(const xmlDoc* stylesheet) {
  const xmlNode* root = xmlDocGetRootElement(stylesheet);
  for (const xmlNode* child = root ? root->children : nullptr; child; child = child->next) {
    const QByteArrayView name(child->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(child->name) : "");
    if (name == "import" || name == "include") return true;
  }
  return stylesheet->intSubset != nullptr;
}

Result<XmlPtr<xsltStylesheet>> readStylesheet(const QString& path, XmlComplaints& complaints) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return unusable(path, file.errorString());
  const QByteArray text = file.read(kMaxStylesheetBytes + 1);
  if (text.size() > kMaxStylesheetBytes) return unusable(path, QStringLiteral("it is too long."));
  auto document = parse(text, "stylesheet");
  if (!document) return unusable(path, complaints.text());
  if (readsOthers(document.get())) {
    return unusable(path, QStringLiteral("it may not import, include or declare a DTD."));
  }
  XmlPtr<xsltStylesheet> sheet(xsltParseStylesheetDoc(document.get()));
  if (!sheet) return unusable(path, QStringLiteral("it is no XSLT 1.0. ") + complaints.text());
  static_cast<void>(document.release());  // the stylesheet's from now on
  if (sheet->errors != 0) return unusable(path, complaints.text());
  return sheet;
}

QString endingOf(const xsltStylesheet& sheet) {
  const QByteArray method(reinterpret_cast<const char*>(sheet.method));
  if (method == "text") return QStringLiteral("txt");
  return method == "html" ? QStringLiteral("html") : QStringLiteral("xml");
}

Result<Transformed> saved(xmlDoc* result, xsltStylesheet* sheet, const QString& path) {
  xmlChar* text = nullptr;
  int length = 0;
  const int done = xsltSaveResultToString(&text, &length, result, sheet);
  const XmlPtr<xmlChar> owned(text);
  if (done != 0) return unusable(path, QStringLiteral("its result cannot be written."));
  if (length > kMaxResultBytes) return unusable(path, QStringLiteral("its result is too long."));
  return Transformed{QByteArray(reinterpret_cast<const char*>(text), length), endingOf(*sheet)};
}

}  // namespace

Result<Transformed> applyStylesheet(const QString& path, const QByteArray& document) {
  XmlComplaints complaints;
  auto sheet = readStylesheet(path, complaints);
  if (!sheet) return sheet.error();
  const auto input = parse(document, "batch");
  if (!input) return Error::make(ErrorCode::Internal, QStringLiteral("The document is no XML: ") + complaints.text());
  const auto rules = nothingAllowed();
  const XmlPtr<xsltTransformContext> context(xsltNewTransformContext(sheet->get(), input.get()));
  xsltSetCtxtSecurityPrefs(rules.get(), context.get());
  xsltSetTransformErrorFunc(context.get(), &complaints.text(), &xsltComplaint);
  context->maxTemplateDepth = kMaxTemplateDepth;
  context->opLimit = kMaxSteps;
  const XmlPtr<xmlDoc> result(
      xsltApplyStylesheetUser(sheet->get(), input.get(), nullptr, nullptr, nullptr, context.get()));
  if (!result || context->state != XSLT_STATE_OK) return unusable(path, complaints.text());
  return saved(result.get(), sheet->get(), path);
}

}  // namespace Parlour::Server
