// SPDX-License-Identifier: Apache-2.0
// Many QtTest classes in one program: far less to link and to keep on disk than
// a program a class. The program's first argument names the test; the others
// are QtTest's own. CTest runs each test in a process of its own.
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace Parlour::Testing {

/// Makes one test class known to the program under the name of its source
/// file. Static duration; made by the macros below before main.
class Registration {
 public:
  using Run = int (*)(int argc, char** argv, const char* sourceFile);
  Registration(const char* sourceFile, Run run);
};

template <class Test, class Application>
int runTest(int argc, char** argv, const char* sourceFile) {
  QTest::Internal::callInitMain<Test>();
  Application application(argc, argv);
  application.setAttribute(Qt::AA_Use96Dpi, true);
  QTest::setMainSourcePath(sourceFile);
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}  // namespace Parlour::Testing

/// A test that opens no window.
#define PARLOUR_TEST(Test) PARLOUR_TEST_ON(Test, QCoreApplication)
#define PARLOUR_TEST_ON(Test, Application)                                     \
  static const Parlour::Testing::Registration registrationOfThisTest(__FILE__, \
                                                                     &Parlour::Testing::runTest<Test, Application>);
