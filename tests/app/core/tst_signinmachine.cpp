// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QTest>

#include "app/core/signin/SignInMachine.h"
#include "tests/program/TestProgram.h"

namespace tst_signinmachine {

using namespace Parlour::Core;
using Kind = SignInEventKind;
using Step = SignInStep;

namespace {

constexpr const char* kLetters = "RCGPSOIMNFEHV";  // one a step, in the order of SignInStep

// "DDDR---------": Done, Running, Waiting (-), Skipped, Failed.
QByteArray textOf(const SignInState& state) {
  QByteArray text;
  for (const StepState step : state.steps) {
    text += step == StepState::Waiting   ? '-'
            : step == StepState::Running ? 'R'
            : step == StepState::Done    ? 'D'
            : step == StepState::Skipped ? 'S'
                                         : 'F';
  }
  return text;
}

SignInState stateOf(const QByteArray& text, SignInPhase phase) {
  SignInState state{phase, {}};
  for (qsizetype i = 0; i < text.size(); ++i) {
    const char c = text[i];
    state.steps[static_cast<size_t>(i)] = c == 'R'   ? StepState::Running
                                          : c == 'D' ? StepState::Done
                                          : c == 'S' ? StepState::Skipped
                                          : c == 'F' ? StepState::Failed
                                                     : StepState::Waiting;
  }
  return state;
}

QByteArray textOf(const std::vector<SignInAction>& actions) {
  QByteArrayList words;
  for (const SignInAction& action : actions) {
    const char letter = kLetters[static_cast<size_t>(action.step)];
    switch (action.kind) {
      case SignInActionKind::Begin:
        words.append(QByteArray("begin ") + letter);
        break;
      case SignInActionKind::ReportSignedIn:
        words.append("signed-in");
        break;
      case SignInActionKind::ReportFailed:
        words.append(QByteArray("failed ") + letter);
        break;
      case SignInActionKind::ReportLost:
        words.append("lost");
        break;
      case SignInActionKind::DropSession:
        words.append("drop");
        break;
      case SignInActionKind::CloseConnection:
        words.append("close");
        break;
    }
  }
  return words.join(", ");
}

}  // namespace

class TestSignInMachine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void row_data();
  void row();
  void everyStepHasARuleInOrder();
  void everyOrderOfAnswersSignsIn();
  void aFailureOfAnyVitalStepStops();
  void noEventEverLeavesAStepRunningWhenStopped();
};

void TestSignInMachine::row_data() {
  QTest::addColumn<int>("phase");
  QTest::addColumn<QByteArray>("from");
  QTest::addColumn<int>("kind");
  QTest::addColumn<int>("step");
  QTest::addColumn<int>("phaseAfter");
  QTest::addColumn<QByteArray>("to");
  QTest::addColumn<QByteArray>("actions");
  const auto add = [](const char* name, SignInPhase phase, const char* from, Kind kind, Step step, SignInPhase after,
                      const char* to, const char* actions) {
    QTest::newRow(name) << static_cast<int>(phase) << QByteArray(from) << static_cast<int>(kind)
                        << static_cast<int>(step) << static_cast<int>(after) << QByteArray(to) << QByteArray(actions);
  };
  using P = SignInPhase;
  add("start", P::Idle, "-------------", Kind::Start, Step::Resolve, P::Running, "R------------", "begin R");
  add("start after a stop", P::Stopped, "DDF----------", Kind::Start, Step::Resolve, P::Running, "R------------",
      "begin R");
  add("start while running", P::Running, "DR-----------", Kind::Start, Step::Resolve, P::Running, "DR-----------", "");
  add("resolved", P::Running, "R------------", Kind::StepDone, Step::Resolve, P::Running, "DR-----------", "begin C");
  add("connected", P::Running, "DR-----------", Kind::StepDone, Step::Connect, P::Running, "DDR----------", "begin G");
  add("registered: both subscriptions", P::Running, "DDR----------", Kind::StepDone, Step::Register, P::Running,
      "DDDRR--------", "begin P, begin S");
  add("provisioned: invite", P::Running, "DDDRR--------", Kind::StepDone, Step::Provisioning, P::Running,
      "DDDDRR-------", "begin O");
  add("self first: waits", P::Running, "DDDRR--------", Kind::StepDone, Step::RoamingSelf, P::Running, "DDDRD--------",
      "");
  add("session: everything that is independent", P::Running, "DDDDDR-------", Kind::StepDone, Step::OpenSession,
      P::Running, "DDDDDDRRRRR--", "begin I, begin M, begin N, begin F, begin E");
  add("session before self: no joins yet", P::Running, "DDDDRR-------", Kind::StepDone, Step::OpenSession, P::Running,
      "DDDDRDRRR----", "begin I, begin M, begin N");
  add("self after session: joins", P::Running, "DDDDRDRRR----", Kind::StepDone, Step::RoamingSelf, P::Running,
      "DDDDDDRRRRR--", "begin F, begin E");
  add("self failed: joins what is open", P::Running, "DDDDRDRRR----", Kind::StepFailed, Step::RoamingSelf, P::Running,
      "DDDDFDRRRRR--", "begin F, begin E");
  add("followed joined, opened not yet", P::Running, "DDDDDDDDDRR--", Kind::StepDone, Step::JoinFollowed, P::Running,
      "DDDDDDDDDDR--", "");
  add("joins over: history and invitations", P::Running, "DDDDDDDDDDR--", Kind::StepSkipped, Step::JoinOpened,
      P::Running, "DDDDDDDDDDSRR", "begin H, begin V");
  add("last step", P::Running, "DDDDDDDDDDSDR", Kind::StepDone, Step::Invitations, P::SignedIn, "DDDDDDDDDDSDD",
      "signed-in");
  add("a step that is not needed fails", P::Running, "DDDDDDDDDDSDR", Kind::StepFailed, Step::Invitations, P::SignedIn,
      "DDDDDDDDDDSDF", "signed-in");
  add("register fails", P::Running, "DDR----------", Kind::StepFailed, Step::Register, P::Stopped, "DDF----------",
      "drop, close, failed G");
  add("invite fails beside self", P::Running, "DDDDRR-------", Kind::StepFailed, Step::OpenSession, P::Stopped,
      "DDDD-F-------", "drop, close, failed O");
  add("late answer", P::Running, "DDDRR--------", Kind::StepDone, Step::Connect, P::Running, "DDDRR--------", "");
  add("answer after the stop", P::Stopped, "DDF----------", Kind::StepDone, Step::Register, P::Stopped, "DDF----------",
      "");
  add("redirected", P::Running, "DDR----------", Kind::Redirected, Step::Register, P::Running, "R------------",
      "close, begin R");
  add("redirect out of turn", P::Running, "DDDRR--------", Kind::Redirected, Step::Register, P::Running,
      "DDDRR--------", "");
  add("session refused", P::Running, "DDDDDDRRRRR--", Kind::SessionRefused, Step::Resolve, P::Stopped, "DDDDDF-------",
      "drop, close, failed O");
  add("session refused when signed in: no", P::SignedIn, "DDDDDDDDDDDDD", Kind::SessionRefused, Step::Resolve,
      P::SignedIn, "DDDDDDDDDDDDD", "");
  add("session lost when signed in", P::SignedIn, "DDDDDDDDDDSDD", Kind::SessionLost, Step::Resolve, P::Running,
      "DDDDDR-------", "drop, begin O");
  add("session lost while joining", P::Running, "DDDDRDRRR----", Kind::SessionLost, Step::Resolve, P::Running,
      "DDDDRR-------", "drop, begin O");
  add("session lost before there was one", P::Running, "DDDRR--------", Kind::SessionLost, Step::Resolve, P::Running,
      "DDDRR--------", "");
  add("connection lost when signed in", P::SignedIn, "DDDDDDDDDDSDD", Kind::ConnectionLost, Step::Resolve, P::Stopped,
      "DDDDDDDDDDSDD", "drop, lost");
  add("connection lost in a step", P::Running, "DDDRR--------", Kind::ConnectionLost, Step::Resolve, P::Stopped,
      "DDDFF--------", "drop, lost");
  add("connection lost when idle", P::Idle, "-------------", Kind::ConnectionLost, Step::Resolve, P::Idle,
      "-------------", "");
  add("abandoned", P::Running, "DDDRR--------", Kind::Abandon, Step::Resolve, P::Idle, "-------------", "drop, close");
  add("abandoned when stopped", P::Stopped, "DDF----------", Kind::Abandon, Step::Resolve, P::Idle, "-------------",
      "");
}

void TestSignInMachine::row() {
  QFETCH(int, phase);
  QFETCH(QByteArray, from);
  QFETCH(int, kind);
  QFETCH(int, step);
  QFETCH(int, phaseAfter);
  QFETCH(QByteArray, to);
  QFETCH(QByteArray, actions);
  const SignInState state = stateOf(from, static_cast<SignInPhase>(phase));
  const SignInTransition transition = next(state, {static_cast<Kind>(kind), static_cast<Step>(step)});
  QCOMPARE(textOf(transition.state), to);
  QCOMPARE(textOf(transition.actions), actions);
  QCOMPARE(static_cast<int>(transition.state.phase), phaseAfter);
}

void TestSignInMachine::everyStepHasARuleInOrder() {
  int index = 0;
  for (const SignInStepRule& rule : signInRules()) {
    QCOMPARE(static_cast<int>(rule.step), index++);
    for (const Step needed : rule.needs) QVERIFY(needed < rule.step);
  }
}

// Whatever order the running steps finish in, each begins exactly once and the sign-in ends.
void TestSignInMachine::everyOrderOfAnswersSignsIn() {
  for (quint32 seed = 1; seed <= 200; ++seed) {
    QRandomGenerator random(seed);
    SignInState state;
    QList<Step> running;
    QMap<int, int> begun;
    bool signedIn = false;
    const auto take = [&](const SignInTransition& transition) {
      state = transition.state;
      for (const SignInAction& action : transition.actions) {
        if (action.kind == SignInActionKind::ReportSignedIn) signedIn = true;
        if (action.kind != SignInActionKind::Begin) continue;
        ++begun[static_cast<int>(action.step)];
        running.append(action.step);
      }
    };
    take(next(state, {Kind::Start, {}}));
    while (!running.isEmpty()) {
      const Step step = running.takeAt(random.bounded(running.size()));
      const bool vital = signInRules()[static_cast<size_t>(step)].vital;
      const Kind kinds[] = {Kind::StepDone, Kind::StepSkipped, Kind::StepFailed};
      take(next(state, {kinds[vital ? random.bounded(2) : random.bounded(3)], step}));
    }
    QVERIFY(signedIn);
    QCOMPARE(begun.size(), qsizetype{kSignInStepCount});
    for (const int times : std::as_const(begun)) QCOMPARE(times, 1);
  }
}

void TestSignInMachine::aFailureOfAnyVitalStepStops() {
  for (const SignInStepRule& rule : signInRules()) {
    SignInState state{SignInPhase::Running, {}};
    state.steps[static_cast<size_t>(rule.step)] = StepState::Running;
    const SignInTransition transition = next(state, {Kind::StepFailed, rule.step});
    QCOMPARE(transition.state.phase == SignInPhase::Stopped, rule.vital);
  }
}

void TestSignInMachine::noEventEverLeavesAStepRunningWhenStopped() {
  const Kind kinds[] = {Kind::Start,       Kind::StepDone,       Kind::StepSkipped,
                        Kind::StepFailed,  Kind::Redirected,     Kind::SessionRefused,
                        Kind::SessionLost, Kind::ConnectionLost, Kind::Abandon};
  QRandomGenerator random(4711);
  SignInState state;
  for (int i = 0; i < 20'000; ++i) {
    const SignInEvent event{kinds[random.bounded(9)], static_cast<Step>(random.bounded(kSignInStepCount))};
    state = next(state, event).state;
    const bool running = std::find(state.steps.begin(), state.steps.end(), StepState::Running) != state.steps.end();
    QCOMPARE(running, state.phase == SignInPhase::Running);
  }
}

PARLOUR_TEST(TestSignInMachine)

}  // namespace tst_signinmachine

#include "tst_signinmachine.moc"
