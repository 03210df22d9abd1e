// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <QFile>

#include "protocol/xccos/Codec.h"
#include "protocol/xccos/FastWriter.h"
#include "tests/program/Paths.h"

// The messages a server reads and writes most, as in tests/transcripts/xccos.
namespace Parlour::Xccos {
namespace {

QByteArray codecSample(const QString& name) {
  QFile file(Parlour::Testing::sourcePath(QStringLiteral("tests/transcripts/xccos/")) + name + QStringLiteral(".xml"));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ChatMessage fanOutMessage(qsizetype textBytes) {
  ChatMessage message;
  message.chanUri = *RoomUri::fromParts("orchard.example", "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01");
  message.author = SipUri::fromTrusted("ada@orchard.example");
  message.authDisp = "Ada Quince";
  message.alert = false;
  message.chatId = 43;
  message.ts = Timestamp::fromMs(1'930'378'530'000);
  message.chat = QByteArray("R&D <news>: ") + QByteArray(textBytes, 'x');
  return message;
}

void setBytes(benchmark::State& state, qsizetype bytes) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * bytes);
}

void parseSample(benchmark::State& state, const QString& name) {
  const QByteArray body = codecSample(name);
  if (!parse(body)) return state.SkipWithError("the sample cannot be read");
  for (auto _ : state) {
    auto envelope = parse(body);
    benchmark::DoNotOptimize(envelope);
  }
  setBytes(state, body.size());
}

void serializeSample(benchmark::State& state, const QString& name) {
  const auto envelope = parse(codecSample(name));
  if (!envelope) return state.SkipWithError("the sample cannot be read");
  qsizetype bytes = 0;
  for (auto _ : state) {
    const QByteArray body = serialize(*envelope);
    bytes = body.size();
    benchmark::DoNotOptimize(body.constData());
  }
  setBytes(state, bytes);
}

void serializeFanOut(benchmark::State& state) {
  const ChatMessage message = fanOutMessage(state.range(0));
  qsizetype bytes = 0;
  for (auto _ : state) {
    const QByteArray body = serializeChat(6'917'529'027'641'081'835, message);
    bytes = body.size();
    benchmark::DoNotOptimize(body.constData());
  }
  setBytes(state, bytes);
}

// A history page of `range` messages from ready fragments.
void serializePage(benchmark::State& state) {
  const std::vector<QByteArray> fragments(static_cast<size_t>(state.range(0)), encodeMsgFragment(fanOutMessage(200)));
  const EncodedHistory room{fanOutMessage(0).chanUri, std::nullopt, std::nullopt, std::nullopt, fragments};
  ReplyHeader header;
  header.commandEnvId = 1'804'289'388;
  qsizetype bytes = 0;
  for (auto _ : state) {
    const QByteArray body =
        serializeHistory(6'917'529'027'641'081'835, ReplyId::BackchatContext, header, std::span(&room, 1));
    bytes = body.size();
    benchmark::DoNotOptimize(body.constData());
  }
  setBytes(state, bytes);
}

void encodeFragment(benchmark::State& state) {
  const ChatMessage message = fanOutMessage(200);
  for (auto _ : state) {
    const QByteArray fragment = encodeMsgFragment(message);
    benchmark::DoNotOptimize(fragment.constData());
  }
}

void parseServerTime(benchmark::State& state) {
  const QByteArray text = Timestamp::fromMs(1'930'378'530'000).toXccos();
  for (auto _ : state) {
    auto time = Timestamp::parse(text);
    benchmark::DoNotOptimize(time);
  }
}

BENCHMARK_CAPTURE(parseSample, post, QStringLiteral("grpchat-post"));
BENCHMARK_CAPTURE(parseSample, bjoin, QStringLiteral("cmd-bjoin"));
BENCHMARK_CAPTURE(parseSample, bccontext, QStringLiteral("cmd-bccontext"));
BENCHMARK_CAPTURE(parseSample, fan_out, QStringLiteral("grpchat-alert"));
BENCHMARK_CAPTURE(parseSample, join_reply, QStringLiteral("rpl-join"));
BENCHMARK_CAPTURE(parseSample, history_reply, QStringLiteral("rpl-bccontext"));
BENCHMARK_CAPTURE(serializeSample, join_reply, QStringLiteral("rpl-join"));
BENCHMARK_CAPTURE(serializeSample, history_reply, QStringLiteral("rpl-bccontext"));
BENCHMARK_CAPTURE(serializeSample, join_notice, QStringLiteral("ntc-join"));
BENCHMARK(serializeFanOut)->Arg(200)->Arg(8'000);
BENCHMARK(serializePage)->Arg(25)->Arg(500);
BENCHMARK(encodeFragment);
BENCHMARK(parseServerTime);

}  // namespace
}  // namespace Parlour::Xccos

BENCHMARK_MAIN();
