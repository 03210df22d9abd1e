// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <algorithm>
#include <map>

#include "tests/server-sim/store/StoreContract.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server {
namespace {

using SearchIds = std::vector<ChatId>;
using Publications = std::vector<StoredPublication>;

StoredPublication roomSetting(quint32 instance, quint32 version, const QByteArray& fragment) {
  return {"roomSetting", 1, instance, version, "static", fragment, Timestamp::fromMs(1'000'000)};
}

}  // namespace

void StoreContract::search_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("options");  // p: exact phrase, c: match case, a: all words
  QTest::addColumn<QList<int>>("found");
  const auto row = [](const char* name, const char* text, const char* options, const QList<int>& found) {
    QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(options) << found;
  };
  row("one word", "water", "", {1, 2, 3});
  row("any of two", "spring gale", "", {3, 4});
  row("all of two", "low water", "a", {1, 2});
  row("phrase", "low water", "p", {1});
  row("phrase over punctuation", "six, bring", "p", {1});
  row("case does not matter", "WATER", "", {1, 2, 3});
  row("case matters", "Water", "c", {2});
  row("case matters in a phrase", "Low water", "pc", {1});
  row("case matters, all words", "Water low", "ac", {2});
  row("accents do not matter", "cafe", "", {5});
  row("accents in the query", "gâle", "", {4});
  row("accents with case", "Cafe", "c", {5});
  row("whole words only", "wat", "", {});
  row("other alphabet", "ПРИВЕТ", "", {6});
  row("script without spaces", "天気", "", {7});
  row("word next to it", "weather", "", {7});
  row("emoticon", ":-D", "", {4});
  row("emoji", "\U0001F30A", "", {2});
  row("emoticon or word", ":-D spring", "", {3, 4});
  row("emoticon and word", ":-D gale", "a", {4});
  row("emoticon and missing word", ":-D spring", "a", {});
  row("inside of a link", "orchard.example", "", {8});
  row("nothing to look for", "  \t ", "", {});
  row("unknown", "zyzzyva", "", {});
}

void StoreContract::search() {
  QFETCH(QString, text);
  QFETCH(QString, options);
  QFETCH(QList<int>, found);
  const char* messages[] = {"Low water at six, bring boots.",
                            "Water is low again \U0001F30A",
                            "spring water",
                            "Gale warning! :-D",
                            "Café closed",
                            "привет всем",
                            "今日の天気 weather",
                            "<a href=\"https://orchard.example/tides\">tides</a>"};
  for (const char* message : messages) mustPost(postOf(message));
  HistoryQuery query = everythingIn(tides_);
  query.text = text;
  query.exactPhrase = options.contains(QLatin1Char('p'));
  query.matchCase = options.contains(QLatin1Char('c'));
  query.allWords = options.contains(QLatin1Char('a'));
  const SearchIds expected(found.begin(), found.end());
  QCOMPARE(idsOf(mustRead(query)), expected);
  query.newestFirst = false;
  QCOMPARE(idsOf(mustRead(query)), expected);
  query.limit = 1;
  const HistoryPage first = mustRead(query);
  QCOMPARE(first.truncated, expected.size() > 1);
  QCOMPARE(first.messages.size(), std::min<size_t>(1, expected.size()));
  query.room = deck_;
  QVERIFY(mustRead(query).messages.empty());
}

void StoreContract::searchFindsNewPostsAtOnce() {
  for (int i = 0; i < 40; ++i) mustPost(postOf(i % 2 == 0 ? "even herring" : "odd herring", i % 4 < 2 ? ada_ : bo_));
  HistoryQuery query = everythingIn(tides_);
  query.text = QStringLiteral("even");
  query.limit = 3;
  HistoryPage page = mustRead(query);
  QCOMPARE(idsOf(page), (SearchIds{35, 37, 39}));
  QVERIFY(page.truncated);
  query.before = page.messages.front().chatId;
  QCOMPARE(idsOf(mustRead(query)), (SearchIds{29, 31, 33}));
  query.authors = {bo_};
  QCOMPARE(idsOf(mustRead(query)), (SearchIds{23, 27, 31}));
}

void StoreContract::hostileSearch_data() {
  QTest::addColumn<QString>("text");
  const char* texts[] = {"\"",
                         "\"\"",
                         "a\"b",
                         "NEAR(herring odd)",
                         "herring AND",
                         "OR",
                         "NOT herring",
                         "her*",
                         "*",
                         "^herring",
                         "chat:herring",
                         "{chat} : herring",
                         "-chat : herring",
                         "herring + odd",
                         "(",
                         ")) OR (1=1",
                         "'; DELETE FROM messages;--",
                         "%_",
                         "\\",
                         "herring\" OR chat MATCH \"odd"};
  for (const char* text : texts) QTest::newRow(text) << QString::fromUtf8(text);
  QTest::newRow("NUL") << QStringLiteral("her") + QChar(QChar::Null) + QStringLiteral("ring");
  QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + QStringLiteral(" x");
  QTest::newRow("many words") << QStringLiteral("a ").repeated(500);
}

void StoreContract::pagesOfManyRooms() {
  for (const char* text : {"herring", "cod", "herring and cod"}) {
    mustPost(postOf(text));
    NewPost elsewhere = postOf(text);
    elsewhere.room = deck_;
    mustPost(elsewhere);
  }
  const auto askBoth = [this](int each, int all) {
    std::vector<HistoryQuery> queries{everythingIn(tides_), everythingIn(deck_)};
    for (HistoryQuery& query : queries) {
      query.text = QStringLiteral("herring");
      query.limit = each;
    }
    Answer<std::vector<HistoryPage>> answer(loop_);
    store_->histories(queries, all, answer.callback());
    const auto pages = answer.wait();
    QList<qsizetype> sizes;
    if (!pages) return sizes;
    for (const HistoryPage& page : *pages) sizes.append(static_cast<qsizetype>(page.messages.size()));
    return sizes;
  };
  QCOMPARE(askBoth(10, 100), (QList<qsizetype>{2, 2}));
  QCOMPARE(askBoth(1, 100), (QList<qsizetype>{1, 1}));
  QCOMPARE(askBoth(10, 3), (QList<qsizetype>{2, 1}));
  QCOMPARE(askBoth(10, 2), (QList<qsizetype>{2, 0}));
}

void StoreContract::hostileSearch() {
  QFETCH(QString, text);
  mustPost(postOf("odd herring"));
  for (const bool exact : {false, true}) {
    for (const bool matchCase : {false, true}) {
      HistoryQuery query = everythingIn(tides_);
      query.text = text;
      query.exactPhrase = exact;
      query.matchCase = matchCase;
      Answer<HistoryPage> answer(loop_);
      store_->history(query, answer.callback());
      const auto page = answer.wait();
      QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().text + page.error().detail));
    }
  }
  QCOMPARE(mustRead(everythingIn(tides_)).messages.size(), size_t(1));
  HistoryQuery tooLong = everythingIn(tides_);
  tooLong.text = QString(100'000, QLatin1Char('x'));
  Answer<HistoryPage> refused(loop_);
  store_->history(tooLong, refused.callback());
  QCOMPARE(refused.wait().error().code, ErrorCode::LimitExceeded);
}

void StoreContract::publicationsAreReplaced() {
  const auto replace = [this](const Publications& put, const Publications& remove) {
    Answer<Done> answer(loop_);
    store_->replacePublications(bo_, put, remove, answer.callback());
    return answer.wait().ok();
  };
  const auto stored = [this](PrincipalId user) {
    Answer<Publications> answer(loop_);
    store_->publications(user, answer.callback());
    return *answer.wait();
  };
  QVERIFY(stored(bo_).empty());
  QVERIFY(replace({roomSetting(7, 1, "<a/>"), roomSetting(2'147'483'647, 1, "<b/>")}, {}));
  QVERIFY(replace({roomSetting(7, 2, "<c x='é'/>")}, {roomSetting(2'147'483'647, 1, {})}));
  QVERIFY(replace({}, {roomSetting(99, 1, {})}));
  store_ = reopen(std::move(store_), clock_, loop_);
  const Publications left = stored(bo_);
  QCOMPARE(left.size(), size_t(1));
  QCOMPARE(left[0].name, QByteArray("roomSetting"));
  QCOMPARE(left[0].container, 1u);
  QCOMPARE(left[0].instance, 7u);
  QCOMPARE(left[0].version, 2u);
  QCOMPARE(left[0].expireType, QByteArray("static"));
  QCOMPARE(left[0].fragment, QByteArray("<c x='é'/>"));
  QCOMPARE(left[0].publishTime, Timestamp::fromMs(1'000'000));
  QCOMPARE(stored(ada_).size(), size_t(1));
}

void StoreContract::publicationsOfUnknownUser() {
  Answer<Done> answer(loop_);
  Answer<PostReceipt> neighbour(loop_);
  store_->replacePublications(4'000, {roomSetting(7, 1, "<a/>")}, {}, answer.callback());
  store_->appendPost(postOf("in the same transaction"), neighbour.callback());
  QCOMPARE(answer.wait().error().code, ErrorCode::NotFound);
  QCOMPARE(neighbour.wait().value().chatId, ChatId(1));
}

void StoreContract::invitationsAreNewerThan() {
  const auto after = [this](PrincipalId user, quint64 number) {
    Answer<std::vector<StoredInvitation>> answer(loop_);
    store_->invitationsAfter(user, number, answer.callback());
    return *answer.wait();
  };
  const auto ofBo = after(bo_, 0);
  QCOMPARE(ofBo.size(), size_t(2));
  QCOMPARE(ofBo[0].number, quint64(1));
  QCOMPARE(ofBo[0].room, tides_);
  QCOMPARE(ofBo[1].number, quint64(2));
  QCOMPARE(ofBo[1].room, deck_);
  QVERIFY(!ofBo[0].createdOn.isNull());
  QCOMPARE(after(bo_, 1).size(), size_t(1));
  QVERIFY(after(bo_, 2).empty());
  QVERIFY(after(bo_, ~quint64(0)).empty());
  QCOMPARE(after(ada_, 0).size(), size_t(1));
}

void StoreContract::preferencesCountVersions() {
  const auto set = [this](PrincipalId user, const QByteArray& label, const QByteArray& content) {
    Answer<quint64> answer(loop_);
    store_->setPreference(user, label, content, answer.callback());
    return answer.wait();
  };
  const auto get = [this](PrincipalId user, const QByteArray& label) {
    Answer<StoredPreference> answer(loop_);
    store_->preference(user, label, answer.callback());
    return *answer.wait();
  };
  QCOMPARE(get(ada_, "rooms").version, quint64(0));
  QCOMPARE(*set(ada_, "rooms", "one"), quint64(1));
  QCOMPARE(*set(ada_, "rooms", "two"), quint64(2));
  QCOMPARE(*set(ada_, "other", "x"), quint64(1));
  QCOMPARE(*set(bo_, "rooms", "three"), quint64(1));
  QCOMPARE(set(4'000, "rooms", "x").error().code, ErrorCode::NotFound);
  QCOMPARE(get(ada_, "rooms").version, quint64(2));
  QCOMPARE(get(ada_, "rooms").content, QByteArray("two"));
}

void StoreContract::credentialsOfAUser() {
  Answer<std::vector<StoredCredential>> answer(loop_);
  store_->credentials(ada_, answer.callback());
  const auto credentials = answer.wait();
  std::map<std::pair<QByteArray, QByteArray>, QByteArray> byForm;
  for (const auto& each : *credentials) byForm[{each.algorithm, each.userName}] = each.ha1;
  QCOMPARE(byForm.size(), size_t(4));
  // md5sum and sha256sum of "ada:orchard.example:secret of ada" and the same with the address.
  QCOMPARE(byForm.at({"MD5", "ada"}), QByteArray("3f6c80f5041309cd611e87d4c981c7f6"));
  QCOMPARE(byForm.at({"MD5", "ada@orchard.example"}), QByteArray("85599b347643e6d0c50a8a662f92d284"));
  QCOMPARE(byForm.at({"SHA-256", "ada"}),
           QByteArray("993633cf2f3b0982069e9a43a3315ac0add6a8c5b6bd5d347eecdccc0b1a7c78"));
  QCOMPARE(byForm.at({"SHA-256", "ada@orchard.example"}),
           QByteArray("f5f0a5ef4ab2904aa6118be3dade9ac8fcee78939aaca7809988f47b7184935b"));
  Answer<std::vector<StoredCredential>> nobody(loop_);
  store_->credentials(4'000, nobody.callback());
  QVERIFY(nobody.wait()->empty());
}

void StoreContract::answersKeepTheOrderOfCalls() {
  mustPost(postOf("something"));
  std::vector<int> posts;
  std::vector<int> pages;
  for (int i = 0; i < 300; ++i) {
    store_->appendPost(postOf("herring"), [&posts, i](const Result<PostReceipt>&) { posts.push_back(i); });
    HistoryQuery query = everythingIn(tides_);
    query.limit = i % 7;
    store_->history(query, [&pages, i](const Result<HistoryPage>&) { pages.push_back(i); });
  }
  QVERIFY(loop_.runUntil([&] { return posts.size() == 300 && pages.size() == 300; }));
  QVERIFY(std::is_sorted(posts.begin(), posts.end()));
  QVERIFY(std::is_sorted(pages.begin(), pages.end()));
}

void StoreContract::manyPostsAtOnce() {
  constexpr size_t kPosts = 5'000;
  std::vector<NewPost> posts;
  for (size_t i = 0; i < kPosts; ++i) {
    NewPost post = postOf("herring " + QByteArray::number(static_cast<int>(i)), i % 3 == 0 ? ada_ : bo_);
    post.room = i % 2 == 0 ? tides_ : deck_;
    post.epid = "01ab";
    post.envId = EnvId{1} << 40 | i;
    posts.push_back(post);
  }
  const auto receipts = mustPostTogether(posts);
  std::map<bool, ChatId> last;
  for (size_t i = 0; i < kPosts; ++i) QCOMPARE(receipts[i].chatId, ++last[i % 2 == 0]);
  HistoryQuery query = everythingIn(tides_);
  query.limit = 5'000;
  QCOMPARE(mustRead(query).messages.size(), kPosts / 2);
  query.text = QStringLiteral("4998");
  QCOMPARE(idsOf(mustRead(query)), (SearchIds{2'500}));
}

}  // namespace Parlour::Server
