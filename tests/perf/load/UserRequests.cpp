// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/UserRequests.h"

#include <random>

namespace Parlour::Perf {
namespace {

constexpr std::string_view kMethods =
    "methods=\"INVITE, MESSAGE, INFO, OPTIONS, BYE, CANCEL, NOTIFY, ACK, REFER, BENOTIFY\"";
constexpr std::string_view kSubscribeOptions =
    "Supported: com.microsoft.autoextend\r\nSupported: ms-benotify\r\nProxy-Require: ms-benotify\r\n"
    "Supported: ms-piggyback-first-notify\r\n";
constexpr std::string_view kProvisioningBody =
    "<provisioningGroupList xmlns=\"http://schemas.microsoft.com/2006/09/sip/provisioninggrouplist\">"
    "<provisioningGroup name=\"ServerConfiguration\"/><provisioningGroup name=\"persistentChatConfiguration\"/>"
    "<provisioningGroup name=\"ucPolicy\"/></provisioningGroupList>";
constexpr std::string_view kRoamingBody =
    "<roamingList xmlns=\"http://schemas.microsoft.com/2006/09/sip/roaming-self\"><roaming type=\"categories\"/>"
    "<roaming type=\"containers\"/><roaming type=\"subscribers\"/></roamingList>";

// Another one in every run: to a store that is kept, the same numbers would be posts repeated.
uint32_t firstEnvelope() {
  static const uint32_t first = std::random_device()() >> 1;
  return first;
}

std::string bodyPart(std::string_view type, std::string_view body) {
  std::string part = "Content-Type: ";
  part.append(type).append("\r\nContent-Length: ").append(std::to_string(body.size())).append("\r\n\r\n").append(body);
  return part;
}

std::string element(std::string_view command, std::string_view data) {
  std::string text = "<cmd id=\"";
  text.append(command).append("\" seqid=\"1\"><data>").append(data).append("</data></cmd>");
  return text;
}

}  // namespace

UserRequests::UserRequests(UserIdentity identity, int localPort)
    : identity_(std::move(identity)),
      callIdBase_(identity_.epid + 'x' + std::to_string(localPort)),
      envelope_(firstEnvelope()) {
  const std::string host = "127.0.0.1:" + std::to_string(localPort);
  via_ = "Via: SIP/2.0/TCP " + host + ";branch=z9hG4bK" + identity_.epid;
  from_ = "From: <sip:" + identity_.address + ">;tag=" + identity_.epid + ";epid=" + identity_.epid + "\r\n";
  contact_ = "<sip:" + host + ";transport=tcp>";
}

std::string UserRequests::start(std::string_view method, std::string_view uri, std::string_view to,
                                std::string_view callId, uint32_t cseq) {
  std::string text;
  text.reserve(1024);
  text.append(method).append(1, ' ').append(uri).append(" SIP/2.0\r\n");
  text.append(via_).append(std::to_string(++branch_)).append("\r\nMax-Forwards: 70\r\n").append(from_);
  text.append("To: ").append(to).append("\r\nCall-ID: ").append(callId).append("\r\nCSeq: ");
  text.append(std::to_string(cseq)).append(1, ' ').append(method).append("\r\nUser-Agent: ParlourLoad/1.0\r\n");
  return text;
}

std::string UserRequests::registration() {
  std::string text =
      start("REGISTER", "sip:" + identity_.domain, "<sip:" + identity_.address + '>', callIdBase_ + 'r', 1);
  text.append("Contact: ").append(contact_).append(1, ';').append(kMethods);
  text.append(";proxy=replace;+sip.instance=\"<urn:uuid:").append(identity_.instance).append(">\"\r\n");
  text.append("Supported: gruu-10, adhoclist, msrtc-event-categories\r\nms-keep-alive: UAC;hop-hop=yes\r\n");
  return text.append("Event: registration\r\nAllow-Events: presence\r\nContent-Length: 0\r\n\r\n");
}

std::string UserRequests::subscription(std::string_view event, std::string_view type, std::string_view more,
                                       std::string_view body) {
  const std::string self = "sip:" + identity_.address;
  std::string text = start("SUBSCRIBE", self, '<' + self + '>', callIdBase_ + std::string(event), 1);
  text.append("Contact: ").append(contact_).append("\r\nEvent: ").append(event).append("\r\nAccept: ").append(type);
  return text.append("\r\n").append(kSubscribeOptions).append(more).append(bodyPart(type, body));
}

std::string UserRequests::provisioning() {
  return subscription("vnd-microsoft-provisioning-v2", "application/vnd-microsoft-roaming-provisioning-v2+xml",
                      "Expires: 0\r\n", kProvisioningBody);
}

std::string UserRequests::roamingSelf() {
  return subscription("vnd-microsoft-roaming-self", "application/vnd-microsoft-roaming-self+xml", {}, kRoamingBody);
}

std::string UserRequests::invite(std::string_view poolUri) {
  poolUri_ = poolUri;
  dialogCSeq_ = 1;
  std::string text = start("INVITE", poolUri_, '<' + poolUri_ + '>', callIdBase_ + 'd', dialogCSeq_);
  text.append("Contact: ").append(contact_).append("\r\nSupported: ms-sender\r\n");
  return text.append(bodyPart("application/sdp",
                              "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=session\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                              "m=message 5060 sip null\r\na=accept-types:text/plain\r\n"));
}

std::string UserRequests::acknowledge(std::string_view to, std::string_view target) {
  setDialog(to, target.empty() ? std::string_view(poolUri_) : target);
  return start("ACK", dialogTarget_, dialogTo_, callIdBase_ + 'd', 1) + "Content-Length: 0\r\n\r\n";
}

void UserRequests::setDialog(std::string_view to, std::string_view target) {
  dialogTo_ = to;
  dialogTarget_ = target;
}

std::string UserRequests::info(std::string_view xccosContent) {
  std::string body =
      "<xccos ver=\"1\" envid=\"" + std::to_string(++envelope_) + "\" xmlns=\"urn:parlano:xml:ns:xccos\">";
  body.append(xccosContent).append("</xccos>");
  return start("INFO", dialogTarget_, dialogTo_, callIdBase_ + 'd', ++dialogCSeq_) + bodyPart("text/plain", body);
}

std::string serverInfoCommand(std::string_view domain) {
  return element("cmd:getserverinfo", "<sib domain=\"" + std::string(domain) + "\" infoType=\"123\"/>");
}

std::string batchJoinCommand(std::string_view domain, const std::vector<std::string>& roomGuids) {
  std::string channels;
  for (const std::string& guid : roomGuids) {
    channels.append("<chanid key=\"").append(std::to_string(&guid - roomGuids.data())).append("\" domain=\"");
    channels.append(domain).append("\" value=\"").append(guid).append("\"/>");
  }
  return element("cmd:bjoin", channels);
}

std::string historyCommand(std::string_view roomUri, int messages) {
  std::string data = "<chanib uri=\"";
  data.append(roomUri).append("\"/><bcq><last cnt=\"").append(std::to_string(messages)).append("\"/></bcq>");
  return element("cmd:bccontext", data);
}

std::string searchCommand(const std::vector<std::string>& roomUris, std::string_view words, int messages) {
  std::string data;
  for (const std::string& uri : roomUris) data.append("<chanib uri=\"").append(uri).append("\"/>");
  data.append("<bcq><date from=\"2000-01-01T00:00:00Z\"/><limit cnt=\"").append(std::to_string(messages));
  data.append("\"/><text matchcase=\"false\" matchexactphrase=\"false\">").append(words);
  return element("cmd:bcquery", data.append("</text><order searchbkwds=\"true\" sortbkwds=\"false\"/></bcq>"));
}

std::string chatPost(std::string_view roomUri, std::string_view author, std::string_view text) {
  std::string content = "<grpchat id=\"grpchat\" seqid=\"1\" chanUri=\"";
  content.append(roomUri).append("\" author=\"sip:").append(author);
  return content.append("\" ts=\"2031-03-04T08:30:01Z\"><chat>").append(text).append("</chat></grpchat>");
}

}  // namespace Parlour::Perf
