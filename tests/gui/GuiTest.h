// SPDX-License-Identifier: Apache-2.0
// Registers a test of widgets (tests/program/TestProgram.h).
#pragma once

#include <QApplication>

#include "tests/program/TestProgram.h"

#define PARLOUR_GUI_TEST(Test) PARLOUR_TEST_ON(Test, QApplication)
