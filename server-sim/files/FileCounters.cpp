// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/FileCounters.h"

namespace Parlour::Server {

void collect(const FileCounters& counters, MetricSet& set) {
  const auto add = [&](const char* name, const char* help, const Counter& counter) {
    set.counter(name, help, static_cast<double>(counter.value()));
  };
  const auto show = [&](const char* name, const char* help, const Gauge& gauge) {
    set.gauge(name, help, static_cast<double>(gauge.value()));
  };
  add("parlour_file_tokens", "Tokens for transfers of files that were given out.", counters.tokens);
  add("parlour_file_uploads", "Files that were uploaded completely.", counters.uploads);
  add("parlour_file_downloads", "Downloads that were begun.", counters.downloads);
  add("parlour_file_received_bytes", "Bytes of files that arrived.", counters.bytesIn);
  add("parlour_file_sent_bytes", "Bytes of files that were sent.", counters.bytesOut);
  add("parlour_file_quarantined", "Files that the scan put into quarantine.", counters.quarantined);
  add("parlour_file_collected", "Files whose content was deleted.", counters.collected);
  show("parlour_file_transfers", "Requests of transfers under way.", counters.transfers);
  show("parlour_files", "Files that can be read.", counters.files);
  show("parlour_files_bytes", "Their bytes; equal contents are stored once.", counters.bytes);
  for (const Files::FileErrorInfo& info : Files::fileErrors()) {
    set.counter("parlour_file_refusals", "Requests of transfers that were refused, by reason.",
                static_cast<double>(counters.refusals[static_cast<size_t>(info.error)].value()),
                {{"reason", info.code}});
  }
}

}  // namespace Parlour::Server
