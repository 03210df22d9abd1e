// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/MessageReader.h"

#include <array>

namespace Parlour::Sip {

namespace {

// The bytes of a header line as they came, or as Sofia would write it when it changed the header.
QByteArray headerText(const msg_header_t* header) {
  if (header->sh_data != nullptr) {
    return {static_cast<const char*>(header->sh_data), static_cast<qsizetype>(header->sh_len)};
  }
  std::array<char, 4096> buffer{};
  const issize_t length = msg_header_e(buffer.data(), buffer.size(), header, 0);
  if (length < 0) return {};
  if (static_cast<size_t>(length) < buffer.size()) return {buffer.data(), length};
  QByteArray large(length + 1, '\0');
  msg_header_e(large.data(), static_cast<isize_t>(large.size()), header, 0);
  large.truncate(length);
  return large;
}

// Joins folded lines (RFC 3261 7.3.1) and trims.
QByteArray unfolded(QByteArrayView value) {
  QByteArray out = value.trimmed().toByteArray();
  for (qsizetype at = out.indexOf('\n'); at >= 0; at = out.indexOf('\n', at)) {
    qsizetype start = at;
    while (start > 0 && (out[start - 1] == '\r' || out[start - 1] == ' ' || out[start - 1] == '\t')) --start;
    qsizetype end = at + 1;
    while (end < out.size() && (out[end] == ' ' || out[end] == '\t')) ++end;
    out.replace(start, end - start, " ");
    at = start + 1;
  }
  return out;
}

const msg_header_t* nextInChain(const msg_header_t* header) { return header->sh_succ; }

void appendHeaderLine(Headers& headers, const msg_header_t* header) {
  const QByteArray text = headerText(header);
  const qsizetype colon = text.indexOf(':');
  if (colon <= 0) return;
  QByteArray name = text.left(colon).trimmed();
  if (name.size() == 1 && header->sh_class->hc_name != nullptr) name = header->sh_class->hc_name;
  if (name.compare("Content-Length", Qt::CaseInsensitive) == 0) return;
  headers.add(name, unfolded(QByteArrayView(text).sliced(colon + 1)));
}

bool isBodyPart(const msg_header_t* header) {
  return header->sh_class == sip_separator_class || header->sh_class == sip_payload_class;
}

Headers readHeaders(const void* startLine) {
  Headers headers;
  for (const msg_header_t* h = nextInChain(static_cast<const msg_header_t*>(startLine)); h != nullptr;
       h = nextInChain(h)) {
    // The second and later elements of one line have no text of their own.
    if (isBodyPart(h) || (h->sh_data != nullptr && h->sh_len == 0)) continue;
    appendHeaderLine(headers, h);
  }
  return headers;
}

QByteArray readBody(const sip_t* sip) {
  QByteArray body;
  for (const sip_payload_t* part = sip->sip_payload; part != nullptr; part = part->pl_next) {
    body.append(part->pl_data, static_cast<qsizetype>(part->pl_len));
  }
  return body;
}

QByteArray requestUriText(const sip_request_t* line) {
  if (line->rq_common->h_data != nullptr) {
    const QByteArray text(static_cast<const char*>(line->rq_common->h_data),
                          static_cast<qsizetype>(line->rq_common->h_len));
    const QByteArray trimmed = text.trimmed();
    const qsizetype first = trimmed.indexOf(' ');
    const qsizetype last = trimmed.lastIndexOf(' ');
    if (first > 0 && last > first) return trimmed.mid(first + 1, last - first - 1).trimmed();
  }
  std::array<char, 1024> buffer{};
  const isize_t length = url_e(buffer.data(), buffer.size(), line->rq_url);
  return static_cast<size_t>(length) < buffer.size() ? QByteArray(buffer.data(), static_cast<qsizetype>(length))
                                                     : QByteArray();
}

}  // namespace

Request readRequest(const sip_t* sip) {
  Request request;
  request.method = sip->sip_request->rq_method_name;
  request.uri = requestUriText(sip->sip_request);
  request.headers = readHeaders(sip->sip_request);
  request.body = readBody(sip);
  return request;
}

Response readResponse(const sip_t* sip) {
  Response response;
  response.status = sip->sip_status->st_status;
  response.phrase = sip->sip_status->st_phrase;
  response.headers = readHeaders(sip->sip_status);
  response.body = readBody(sip);
  return response;
}

Response readShortResponse(const sip_t* sip) {
  Response response;
  response.status = sip->sip_status->st_status;
  response.phrase = sip->sip_status->st_phrase;
  response.headers.add("Call-ID", sip->sip_call_id->i_id);
  response.headers.add("CSeq", QByteArray::number(sip->sip_cseq->cs_seq) + ' ' + sip->sip_cseq->cs_method_name);
  return response;
}

QByteArray readText(const sip_t* sip) {
  const void* startLine = sip->sip_request != nullptr ? static_cast<const void*>(sip->sip_request) : sip->sip_status;
  QByteArray text;
  for (auto* h = static_cast<const msg_header_t*>(startLine); h != nullptr; h = nextInChain(h)) {
    if (isBodyPart(h)) continue;
    text.append(headerText(h));
  }
  return text.append("\r\n").append(readBody(sip));
}

}  // namespace Parlour::Sip
