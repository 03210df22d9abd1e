// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>
#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>
#include <cstdio>

#include "app/console/Console.h"
#include "app/core/RealEnvironment.h"
#include "protocol/sip/sofia/ThreadedTransport.h"

namespace {

using namespace Parlour;

void writeLine(const QByteArray& line) {
  fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
  fputc('\n', stdout);
  fflush(stdout);
}

// Hands complete lines of standard input to the console as they come.
class InputReader : public QObject {
 public:
  explicit InputReader(Console::Console& console) : console_(console), notifier_(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&notifier_, &QSocketNotifier::activated, this, [this] { readMore(); });
  }

 private:
  void readMore() {
    char chunk[4096];
    const ssize_t count = read(STDIN_FILENO, chunk, sizeof chunk);
    if (count > 0) buffer_.append(chunk, count);
    qsizetype end = 0;
    while ((end = buffer_.indexOf('\n')) >= 0) {
      console_.enqueue(QString::fromUtf8(buffer_.left(end)));
      buffer_.remove(0, end + 1);
    }
    if (count > 0) return;
    notifier_.setEnabled(false);
    if (!buffer_.isEmpty()) console_.enqueue(QString::fromUtf8(buffer_));
    console_.endOfInput();
  }

  Console::Console& console_;
  QSocketNotifier notifier_;
  QByteArray buffer_;
};

void traceToStandardError(Sip::TraceBuffer& trace, QObject* context) {
  auto last = std::make_shared<quint64>(0);
  trace.setListener([&trace, context, last] {
    QMetaObject::invokeMethod(context, [&trace, last] {
      for (const auto& record : trace.recordsAfter(*last)) {
        *last = record.number;
        fprintf(stderr, "%s %s\n%s\n\n", record.outgoing ? ">>>" : "<<<", record.time.toXccos().constData(),
                record.text.constData());
      }
    });
  });
}

int run(const Console::Options& options) {
  const SystemClock clock;
  Sip::TraceBuffer trace(clock);
  QObject context;
  Sip::SofiaOptions transportOptions;
  transportOptions.trace = &trace;
  auto transport = Sip::ThreadedTransport::create(&context, transportOptions);
  if (!transport) {
    fprintf(stderr, "parlour-console: %s\n", qPrintable(transport.error().text));
    return 1;
  }
  QDir().mkpath(options.profileDir);
  Core::RealEnvironmentOptions real;
  real.settingsFile = options.profileDir + QStringLiteral("/console.ini");
  real.outboxDirectory = options.profileDir;
  real.trustDirectory = options.profileDir + QStringLiteral("/trust");
  real.askAboutCertificate = [&options](const Core::CertificateQuestion& question,
                                        const Core::CertificateDecision& decide) {
    const QString shown = QString(question.fingerprint).remove(QLatin1Char(':')).toLower();
    decide(!options.fingerprint.isEmpty() && shown == options.fingerprint);
  };
  auto environment = Core::makeRealEnvironment(std::move(*transport), &trace, real);
  environment.computerName = options.computerName;
  Core::Client client(std::move(environment));
  if (options.trace) traceToStandardError(trace, &context);
  Console::Printer printer(options.json, writeLine);
  Console::Console console(options, client, printer);
  QObject::connect(&console, &Console::Console::finished, &context, [] { QCoreApplication::quit(); });
  std::unique_ptr<InputReader> input;
  if (options.commands.isEmpty()) {
    input = std::make_unique<InputReader>(console);
  } else {
    QMetaObject::invokeMethod(
        &context,
        [&] {
          for (const QString& command : options.commands) console.enqueue(command);
          console.endOfInput();
        },
        Qt::QueuedConnection);
  }
  QCoreApplication::exec();
  trace.setListener({});
  return console.exitStatus();
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("parlour"));
  const auto options = Console::parseOptions(QCoreApplication::arguments());
  if (options) return run(*options);
  const bool asked = options.error().code == ErrorCode::Cancelled;
  fprintf(asked ? stdout : stderr, "%s\n", qPrintable(options.error().text));
  return asked ? 0 : 2;
}
