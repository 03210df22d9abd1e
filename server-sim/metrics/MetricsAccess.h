// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Parlour::Server {

// Who may read /metrics: nobody, administrators who are signed in, or also whoever asks from this machine itself.
enum class MetricsAccess { Off, Administrators, Loopback };

}  // namespace Parlour::Server
