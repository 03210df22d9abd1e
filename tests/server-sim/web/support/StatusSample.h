// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

namespace Parlour::Tests {

// What a busy server would answer at /api/status at 08:53 UTC.
inline QJsonObject statusSample() {
  const QByteArray text = R"json({
  "time":"2031-03-04T08:53:00Z",
  "version":"1.0",
  "uptimeSeconds":200000,
  "health":{"status":"ok","checks":{"loop":"ok","store":"ok"}},
  "tiles":{"sessions":{"now":214,"peakToday":231,"series":[201.0,205.2,209.4,203.6,207.8,202.0,206.2,210.4,204.6,
    208.8,203.0,207.2,211.4,205.6,209.8,204.0,208.2,212.4,206.6,210.8,205.0,209.2,213.4,207.6,211.8,206.0,210.2,
    214.4,208.6,212.8]},"rooms":{"inUse":46,"active":63,"series":[43.0,44.05,45.1,43.65,44.7,43.25,44.3,45.35,43.9,
    44.95,43.5,44.55,45.6,44.15,45.2,43.75,44.8,45.85,44.4,45.45,44.0,45.05,46.1,44.65,45.7,44.25,45.3,46.35,44.9,
    45.95]},"messages":{"perSecond":38.4,"total":90000,"series":[29.0,38.45,47.9,34.85,44.3,31.25,40.7,50.15,37.1,
    46.55,33.5,42.95,52.4,39.35,48.8,35.75,45.2,54.65,41.6,51.05,38.0,47.45,56.9,43.85,53.3,40.25,49.7,59.15,46.1,
    55.55]},"queue":{"length":3,"limit":500,"series":[2.0,3.05,4.1,2.65,3.7,2.25,3.3,4.35,2.9,3.95,2.5,3.55,4.6,
    3.15,4.2,2.75,3.8,4.85,3.4,4.45,3.0,4.05,5.1,3.65,4.7,3.25,4.3,5.35,3.9,4.95]},"shed":{"total":12,
    "last":"2031-03-04T08:48:48Z","inOneGo":true,"series":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,12,0,0,0,0,0,0,
    0,0]}},
  "chart":{"seconds":900,"messagesPerSecond":[37,41,38,42,39,43,40,37,41,38,42,39,43,40,37,41,38,42,39,43,40,37,41,
    38,42,39,43,40,37,41,38,42,39,43,40,21,25,22,26,23,27,24,21,25,22,26,23,27,24,21,25,22,26,23,27,24,21,25,22,26,
    23,33,36,39,49,52,50,41,39,46,37,41,38,42,39,43,40,37,41,38,42,39,43,40,37,41,38,42,39,43],
    "marks":[{"time":"2031-03-04T08:48:48Z","shed":12}]},
  "load":{"processor":{"value":31,"limit":100,"cores":2},"memory":{"value":222298112,"limit":1073741824},
    "sendQueue":{"value":3,"limit":500},"database":{"value":1932735283.2,"limit":21474836480}},
  "rooms":[{"name":"Payments operations","key":"k1","privacy":"open","type":"normal","here":96,
    "messagesPerSecond":11.2,"fanOutPerSecond":1064,"p95Ms":18},{"name":"Support – Tier 2","key":"k1",
    "privacy":"open","type":"normal","here":71,"messagesPerSecond":7.6,"fanOutPerSecond":540,"p95Ms":14},
    {"name":"FX Desk – London","key":"k1","privacy":"open","type":"auditorium","here":11,"messagesPerSecond":4.1,
    "fanOutPerSecond":45,"p95Ms":9.4},{"name":"Settlement <b>breaks</b>","key":"k1","privacy":"closed",
    "type":"normal","here":6,"messagesPerSecond":2.8,"fanOutPerSecond":17,"p95Ms":8.25},
    {"name":"Market data incidents","key":"k1","privacy":"closed","type":"normal","here":30,"messagesPerSecond":2.2,
    "fanOutPerSecond":66,"p95Ms":11},{"name":"Rates morning call","key":"k1","privacy":"secret","type":"normal",
    "here":44,"messagesPerSecond":1.9,"fanOutPerSecond":84,"p95Ms":12},{"name":"Treasury town hall","key":"k1",
    "privacy":"open","type":"auditorium","here":138,"messagesPerSecond":0.2,"fanOutPerSecond":28,"p95Ms":19}],
  "events":[{"time":"2031-03-04T08:52:00Z","severity":"good","topic":"load","text":"Queue back under 50"},
    {"time":"2031-03-04T08:48:48Z","severity":"warning","topic":"load","text":"12 requests shed with 503"},
    {"time":"2031-03-04T08:48:40Z","severity":"warning","topic":"load","text":"Queue reached its limit of 500"},
    {"time":"2031-03-04T08:30:00Z","severity":"notice","topic":"administration",
    "text":"Legacy FX options disabled"},{"time":"2031-03-04T07:58:00Z","severity":"notice","topic":"load",
    "text":"Sign-in rush: 140 sign-ins in 60 s"},{"time":"2031-03-04T00:10:00Z","severity":"notice",
    "topic":"storage","text":"History compacted, 64 MB freed"},{"time":"2031-03-01T08:53:00Z","severity":"good",
    "topic":"server","text":"Server started, 0.9 s"},{"time":"2031-02-28T08:53:00Z","severity":"failure",
    "topic":"storage","text":"Too old to be shown"}]})json";
  return QJsonDocument::fromJson(text).object();
}

}  // namespace Parlour::Tests
