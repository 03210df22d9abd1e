// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Parlour::Server {

// What the front end takes on, and when it begins to refuse. Refused is with 503 and Retry-After.
struct LoadSettings {
  // Sign-ins under way at one time, from the first REGISTER to the chat dialog; a quarter of them from one address.
  int signInsInFlight = 500;
  int signInIdleMs = 2'000;      // a sign-in that asks for nothing for so long is not under way any more
  int signInsPerSecond = 1'000;  // the pace at which those who were refused are asked to come back
  int longestRetrySeconds = 60;
  // The loop runs so late: sign-ins, then reading, then posts are refused.
  int lagSignInsMs = 250;
  int lagReadingMs = 1'000;
  int lagPostsMs = 3'000;
  // So many posts wait for the disk, or reads for a reader.
  int postsSignIns = 2'500;
  int postsReading = 5'000;
  int readsSignIns = 2'000;
  int readsReading = 8'000;
  // Requests outside of a chat dialog: of one user, and of one address for those who are not signed in.
  int requestsPerUser = 50;  // a second; 0: no limit
  int requestBurstPerUser = 500;
  int requestsPerAddress = 200;
  int requestBurstPerAddress = 2'000;
  bool limitLoopback = false;  // limits by address hold for this computer, too
};

}  // namespace Parlour::Server
