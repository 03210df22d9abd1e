# SPDX-License-Identifier: Apache-2.0
"""Conversations from which the past of the demo rooms is composed.

A thread is a block of lines `A: text`; A, B, C ... are different people of the room, `A!` posts with high
importance, `\\n` breaks the line, `STORY title || body` is a story. {word} draws from SLOTS and keeps its value
within the thread (`{client2}` is a second draw), {100-999} is a number, {A} a first name, {u:path} an intranet
link, {u:path label} one with a label, {r:Room} a link to a room, [x|y] one of several wordings.
"""

SLOTS = {
    "client": ["Aldgate Partners", "Brightwater Pension", "Corvid Capital", "Dunmore Insurance", "Elmfield Asset Management",
               "Fairlead Shipping", "Granby Foods", "Hollin Energy", "Isarco Holding", "Juno Airlines", "Kestrel Fund III",
               "Lindgren & Sons", "Morven Trust", "Nordhavn Pension", "Orsett Logistics", "Pellworm Re"],
    "bank": ["Bank Ostrava", "Caledon Bank", "Crédit Rivage", "Donau Bank", "First Harbour", "Helvia Bank", "Kita Trust",
             "Meridian Clearing", "Nordlys Bank", "Union Lagos", "Westmark"],
    "pair": ["EUR/USD", "GBP/USD", "EUR/CHF", "USD/JPY", "EUR/SEK", "EUR/NOK", "AUD/USD", "EUR/GBP", "USD/CAD", "USD/ZAR"],
    "ccy": ["EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "PLN", "SGD", "AUD"],
    "size": ["5m", "8m", "10m", "12m", "15m", "20m", "25m", "30m", "40m", "60m", "75m"],
    "amount": ["12,400.00", "48,310.55", "96,002.10", "184,750.00", "350,000.00", "1,204,118.32", "2,750,000.00",
               "7,019,266.80", "13,500,000.00"],
    "side": ["buyer", "seller"],
    "market": ["Frankfurt", "Milan", "Stockholm", "Oslo", "Warsaw", "Tokyo", "Toronto", "Sydney", "Zurich", "Madrid"],
    "isin": ["XS2418803316", "DE0001102580", "FR0014007L00", "GB00BMBL1G81", "SE0013935319", "IT0005436693"],
    "system": ["Heron", "Ledgerline", "the blotter", "Matchbox", "the limit monitor", "Quill", "the SWIFT gateway"],
    "vendor": ["Vantor", "Tickwell", "Parallax Data", "the exchange line"],
    "tenor": ["2y", "5y", "7y", "10y", "15y", "30y"],
    "country": ["Germany", "France", "Italy", "Spain", "the UK", "Sweden", "Japan"],
    "week": ["this week", "next week", "the week after next"],
    "snack": ["lemon cake", "cinnamon buns", "baklava", "pastéis de nata", "pierogi", "mochi"],
    "time": ["08:30", "09:15", "10:00", "11:30", "13:00", "14:30", "15:45", "16:30", "17:15"],
    "reason": ["wrong SSI", "missing place of settlement", "amount out by a rounding", "value date one day off",
               "counterparty alleges a different quantity", "account closed last month", "BIC retired"],
}

THREADS = {}

THREADS["fx"] = r"""
A: Morning all. Tokyo handed over clean, nothing open from overnight.
B: Thanks. Anything in {pair}?
A: Quiet. One {client} order on the book, {size}, they will call before nine.
--
A: ECB speakers today: {u:ecb/today} :)
B: Two of them at the same hour, so expect noise in EUR.
C: I'll keep {pair} tight until then and widen for the remarks.
--
A: {client} want {size} {pair} at the 16:00 fix, they are {side}.
B: Booked on the fixing sheet. Limit checked?
A: Yes, {10-70}m free after this one.
B: Fine.
--
A!: {pair} is not to be quoted electronically until further notice. Spot is gapping on thin liquidity.
B: Stopped on our side.
C: Sales informed, clients get voice prices only.
A: Back to normal. Thanks everybody.
--
A: Who has cover for {pair} between 12 and 13?
B: I do.
A: Thanks {B}, I owe you a coffee :)
--
A: Handing over to New York:\n- {client}: {size} {pair} stop, good till cancelled\n- {client2}: limit order half done, {10-40}m left\n- no open fixing risk
B: Got it, all three on our sheet.
--
A: Month-end rebalancing flows look USD negative by our model, moderate size.
B: Same from two other desks. I would not lean on it before the fix.
C: Agreed, last month it was all done by 15:50.
--
A: {client} ask for a streaming price in {pair}, {size} clips. Who signs?
B: I do, but not above {size2} without a call.
A: Understood, I'll tell them.
--
A: Option expiries in {pair} today, big one at the round figure, 10:00 New York cut.
B: Thanks. Explains why it is glued there.
--
A: {u:fx/cover Cover list} for {week} is up. Two gaps on the late shift.
B: I can take one of them.
C: And I the other.
--
A: Reminder: anything over the desk limit needs a second name before 15:45.
B: Does it apply to the 11:00 fix as well?
A: Yes, fifteen minutes before each fixing.
--
A: Asked by {client}: why was the fill on {pair} {2-9} pips off mid?
B: They hit at the second of the data release. Spread was {6-14} wide for four seconds.
A: Makes sense. I'll send them the tick chart.
--
A: 東京は静かです。{pair} のフローは少なめ。
B: Thanks {A}. Anything from importers?
A: Some month-end demand, about {size}, all done.
--
A: Spot check: blotter shows {size} {pair} for {client}, confirmation says {size2}.
B: My typo, amending now.
B: Done, {client} has the corrected confirmation. See {r:Settlement breaks} if it still shows.
--
A: STORY Desk notes: how we handle stop orders || Three points after last week's questions.\n\n1. A stop is live only when the desk has confirmed it in this room.\n2. We watch mid, not the traded price, unless the client asked for it in writing.\n3. Around data releases the order may be filled with a gap. Sales tell the client before the release, not after.\n\nThe form is at {u:fx/orders/stops}. Questions to me.
B: Clear, thank you.
--
A: Rumour about the SNB going round. Ignore until it is on a screen.
B: Which channel?
A: A broker chat. Nothing official.
--
A: Lunch cover for the G10 book please, [twenty|thirty] minutes.
B: Yours is mine.
--
A: {client} settled late again, third time this quarter.
B: I have raised it with their treasury. Credit knows.
C: If it happens once more we take them to same-day confirmation.
--
A: {client} roll their forward: near leg today, far leg in {2-11} months, {size}.
B: Points are {10-90} bid. Net rate on your screen.
A: They take it.
--
A: {pair} through the figure. Stops of {client} done at {2-9} pips slippage, {size}.
B: Fine, they had asked for market execution.
C: Position is flat.
--
A: Anyone against {size} {ccy} value today? {client} need it before {time}.
B: I can do half against {ccy2}.
C: And I the other half.
A: Both booked. Thank you.
--
A: Credit line of {bank} for {pair} is used to {70-98} %. Nothing new beyond spot, please.
B: Swaps that shorten exposure too?
A: Those are welcome.
--
A: {client} compare us with {bank} on {pair}: we won {4-9} of ten last week.
B: Where did we lose?
A: On size, over {size}. Spread is fine.
"""

THREADS["payments"] = r"""
A: Payment {4000-9899} held: beneficiary name does not match the account at {bank}.
B: Client is checking. Can you keep it in the queue until {time}?
A: Yes, cut-off for {ccy} is later today.
B: Corrected name is in. Please release.
A: Released, ACK received.
--
A: {ccy} {amount} to {bank} came back, code AC01.
B: Old account. {client} moved in spring, new SSI is in static data since.
A: Repaired and resent.
--
A!: {bank} cannot receive {ccy} until they fix their gateway. Hold everything to them.
B: {6-30} payments parked.
C: Treasury informed.
A: They are back. Releasing in batches of ten.
B: All out, no rejects.
--
A: Can somebody with the second key approve {4000-9899}? {ccy} {amount}, value today.
B: Looking.
B: Done.
A: Thanks.
--
A: {client} asks where their {ccy} {amount} is. Sent yesterday.
B: Tracker shows it with {bank} since 16:04. I'll ask them to confirm credit.
A: Credited, they booked it to the wrong sub-account. Sorted.
--
A: Queue check before the {ccy} cut-off: {3-19} left, all small.
B: I take the top half.
A: And me the rest.
B: Empty.
--
A: Sanctions filter has a hit on {4000-9899}. False positive, street name.
B: Please put the reason in the case, not only here.
A: Done, second pair of eyes is {C}.
C: Agreed and closed.
--
A: Duplicate? {4000-9899} and {4000-9899#2} have same amount, same beneficiary, same reference.
B: Client says both are right, two invoices.
A: Released both.
--
A: Does anyone have a contact at {bank} for investigations? Their general address does not answer.
B: {u:payments/contacts Contact list}, second page.
A: Found, thanks.
--
A: Standing orders ran late today, started 07:{10-58}. All processed.
B: Cause?
A: Batch waited for the FX rates file. Ticket is in {r:Support – Tier 2}.
--
A: Priya, {client} wants to prepay the {ccy} leg. Is that agreed with the desk?
B: If you mean the swap of last week: yes, desk knows.
A: Good, sending it today.
--
A: Отправила запрос в {bank} по платежу {4000-9899}, ответ ждём до {time}.
B: Thanks. Please add the English text to the case too.
A: Added.
--
A: Charges on {4000-9899}: client asked for OUR, we sent SHA.
B: I'll refund {15-60} {ccy} and correct the template.
--
A: STORY Repair rules from this month || What may be repaired without asking the client:\n\n• a BIC that the bank itself has replaced\n• spaces and punctuation in an IBAN\n• a missing country code\n\nEverything else goes back to the client. If in doubt, ask here and wait for an answer from a manager. The long version is at {u:payments/repair-rules}.
B: Printed and on the wall :)
--
A: Recall for {4000-9899}, {ccy} {amount}: client paid twice.
B: Message to {bank} is out. They answer within two days.
A: Funds are back, {amount2} less their fee.
--
A: {client} moves its payroll to us, {200-900} items, first run {week}.
B: File format?
A: The standard one. Test file passed.
--
A: {ccy} file of {client} arrived empty.
B: They sent it again at {time}, {20-300} items.
A: Loaded, control total agrees.
--
A: Value date of {4000-9899} is a holiday in {market}. Move to the next day?
B: Client agrees by phone, mail follows.
A: Moved.
--
A: Reject from {bank}: purpose code missing for {country}.
B: Adding it to the template of {client} so that it does not come back.
A: Resent, accepted at {time}.
"""

THREADS["ops"] = r"""
A: Who is on the late shift [today|tonight]?
B: Me, until 20:00.
A: Good. {system} has a release at 18:30, please have a look at the queues after it.
B: Will do.
--
A: {system} is slow for me. Anyone else?
B: Same here, searches take half a minute.
C: Raised in {r:Support – Tier 2}.
A: Better now.
--
A: Handover: two open items, both waiting for {bank}. Notes are in the log.
B: Thanks, taking over.
--
A: Reminder: dual control check list is due by {time}. Three names still missing.
B: Mine is in.
C: Mine too now, sorry.
--
A: Holiday in {market} tomorrow, nothing settles there. See {r:Settlement calendar notices}.
B: Thanks, moved our funding.
--
A: Can we agree on one way to name the attachments? I cannot find last month's.
B: date, counterparty, reference. In that order.
A: Fine with me.
--
A: Who knows the phone number of the {bank} desk by heart?
B: +44 20 7946 0{100-999}
A: Impressive 8-)
--
A: Training slots for the new matching screen: {week}, ten places. Names to {B} please.
B: Seven gone already.
C: Put me down.
--
A: Numbers of last week: {900-1400} items, {3-19} errors, {1-4} complaints.
B: One complaint was {client}, solved the same hour.
--
A: {system} release on the weekend: testers wanted for {2-4} hours.
B: I can do the morning.
C: Afternoon for me.
--
A: Incident number for the {time} outage of {system}?
B: INC{20000-29999}.
--
A: {client} visits {week}, {2-6} people. Who shows them our floor?
B: I do. What are they interested in?
A: Mainly {market} and how we treat exceptions.
--
A: Access review: {4-30} accounts of {system} to confirm by {time}.
B: Mine are confirmed.
A: {1-4} left.
"""

THREADS["marketdata"] = r"""
A: {pair} from {vendor} looks stale, last tick {2-9} minutes ago.
B: Confirmed, the line handler lost its session. Restarting it.
B: Ticks are back. Please check the spread.
A: Good again.
--
A!: Do not use the {vendor} curve for {ccy}. The {tenor} point is wrong since this morning.
B: Switched pricing to the secondary source.
C: {vendor} confirms a bad input on their side. Correction expected {time}.
B: Corrected curve checked against three brokers. Back on primary.
--
A: Latency on the {vendor} line is {40-180} ms, normally 12.
B: Seen. One of the two circuits is down, carrier has a ticket: {100000-999999}.
A: Still usable for pricing?
B: Yes, alarms start at 250.
--
A: Maintenance by {vendor} tonight, 22:00 to 23:30. No {ccy} prices in that time.
B: Tokyo knows?
A: Mail is out, and I'll tell {C} at the handover.
--
A: Which source do we use for the {market} close?
B: Official close from the exchange, {vendor} only as fall-back. {u:marketdata/sources Source list}
--
A: Spike in {pair} at {time}, a single print {20-90} pips away. Real or bad?
B: Bad print, filtered. Nobody traded on it.
C: Confirmed from the desk.
--
A: The fixing rate page shows yesterday's date.
B: Cache. Press reload twice; I am fixing the header.
B: Fixed for all.
--
A: Blotter shows N/A for all crosses against {ccy}.
B: Parent rate missing after the restart. Loading it by hand.
A: I can see numbers again, thanks.
B: Root cause goes into the weekly review.
--
A: STORY Review: stale crosses after the feed restart || What happened: after the restart of the price engine the crosses kept the last value and showed it as fresh.\n\nWhy: the age of a cross was taken from the younger of its two legs.\n\nWhat we change: the age is now that of the older leg, and a cross without two live legs is shown as N/A. A test covers it.\n\nThanks to the desk for the quick report. Timeline: {u:marketdata/reviews}
B: Good write-up.
C: Can we have the same for the forward points?
A: On the list for {week}.
--
A: New tickers for the {country} linkers are in. Please look at them before I switch the page over.
B: Looks right to me. Convention for the {tenor} is act/act?
A: Yes.
--
A: Licence report: {10-40} unused {vendor} seats. Anyone who will miss theirs, shout.
B: Mine may go.
C: I need mine for the backup site.
--
A: {isin} has no price since {time}.
B: Venue changed its code. Mapped to the new one.
A: Price is there, {96-104}.{10-99}.
--
A: {system} subscribes to {2000-9000} symbols of {vendor}, contract says {1000-1900}.
B: Old watch lists. Cleaning up with the desk.
C: You may drop mine from last year.
--
A: Tick rate in {pair} doubled after {time}. Is this real?
B: Real, the data came out. Conflation keeps up, queue is at {3-30} %.
"""

THREADS["settlement"] = r"""
A: Break {80000-89999}: {bank}, {isin}, {reason}.
B: Taking it.
B: {bank} agrees with us and will amend. Should match by {time}.
A: Matched, closing.
--
A: {3-9} fails in {market} this morning, all with {bank} as {side}.
B: They were short of stock after the index change.
C: Partial offered: {100-900}k. Do we accept?
A: Yes, take the partial.
--
A: {client} confirms {reason} on {80000-89999}. Their fix is in.
B: Seen, it is green.
--
A!: {isin}: instructions for the new pool must not be sent before the agent opens the account. Stop them please.
B: Stopped, {4-16} instructions held.
A: Account is open. You may release.
--
A: Morning numbers: {20-60} unmatched, {2-9} failed, oldest {3-12} days.
B: Oldest one is still {bank}?
A: Yes. Escalated to their head of operations.
--
A: Anyone else see doubled confirmations from {bank}?
B: Yes, since their release on the weekend. They are deduplicating today.
--
A: Buy-in notice received from {bank} for {isin}. We have until tomorrow {time}.
B: Stock is coming in today from the {client} sale.
A: Then we are fine. Keeping it open until it is delivered.
B: Delivered.
--
A: Priya, did {client} tell you about the split of {80000-89999} into two funds?
B: If yes I need the account for the second fund.
A: Never mind, it is in the mail from {time}.
--
A: Penalty report for last month is out: {ccy} {amount} paid, {ccy} {amount2} received.
B: Better than the month before.
C: The {market} part is nearly all one counterparty. I'll talk to them.
--
A: SSI of {bank} changed for {ccy}. Static data has it from tomorrow.
B: And what settles today?
A: Old one still works until the end of {week}.
--
A: Proszę sprawdzić {80000-89999}, {bank} mówi, że wysłali instrukcję o {time}.
B: I see it now, it went to the wrong depot.
A: Dziękuję, thanks :)
--
A: {isin} from {client}: {100-900}k, {market}, {side} says no instruction.
B: Sent at {time}, reference {80000-89999}. I'll forward the message.
A: They found it in their repair queue.
--
A: {bank} asks to move {80000-89999} to a bilateral cancel.
B: Agreed if they instruct first.
A: They did. Cancelled on both sides.
--
A: Corporate action on {isin}: record date is tomorrow, {3-9} open trades.
B: Market claims will come by themselves in {market}, not in {market2}.
A: I watch the second ones.
--
A: {client} sold {size} {isin} that is still on loan.
B: Recall is out, return expected by {time}.
A: Returned, delivery done.
--
A: Tolerance in {market}: {bank} alleges {ccy} {10-25} more than we have.
B: Within tolerance, let it match.
"""

THREADS["crest"] = r"""
A: DBV for {client} did not input. Member account suspended?
B: Only the template. Use the new one from {u:crest/templates}.
A: Works.
--
A: What is the latest input for a stock deposit today?
B: {time} for same day.
--
A: Priority on {80000-89999} please, linked to a delivery at {time}.
B: Set to 90.
A: Settled.
--
A: Is a stamp exemption flag needed for intermediary transfers?
B: Yes, flag 5, otherwise they take half a per cent.
"""

THREADS["monthend"] = r"""
A: Close calendar is at {u:finance/close}. Day 1 tasks are yours from 08:00.
B: Seen. FX revaluation rates at 16:00 as usual?
A: Yes, London 16:00.
--
A: Accruals over {ccy} {10-90}k need a supporting note this time. Auditors asked.
B: Note per line or per account?
A: Per account is enough.
--
A: Sign-off missing for {3-8} nostro accounts.
B: Five of them are mine, done by {time}.
C: The rest is mine. Waiting for one statement from {bank}.
--
A: Intercompany with {market} is out by {ccy} {amount}.
B: That is the late invoice. I'll book it today.
A: Agreed, then it clears.
--
A!: Ledger closes at {time} sharp. Late postings need my OK and a reason.
B: I need ten minutes more for the {ccy} revaluation.
A: OK, until quarter past. Everybody else please stay out.
B: Done.
--
A: Priya, can you confirm the brokerage accrual for FX sales? I have {ccy} {amount}.
B: Plus the two invoices that came yesterday.
A: Added.
--
A: Flash report is out. Comments by {time} please.
B: Page 3: FX result includes the {client} fee twice.
A: Good catch, corrected version is up.
--
A: STORY What we learned from the last close || Went well: reconciliations were done a day early, and nobody posted after the ledger closed.\n\nWent less well:\n• rates arrived late because of the feed restart\n• two accruals were reversed in the wrong period\n• the check list was in three places\n\nFrom now on there is one list, at {u:finance/close/list}, and the person who ticks an item writes the time next to it.
B: Thank you. One list is a relief.
"""

THREADS["rates"] = r"""
A: Levels: {country} {tenor} at {2-3}.{10-98}, {1-4} bp cheaper on the day. Curve a touch steeper.
B: Swap spreads unchanged. {2-6} bp of carry to the auction.
C: Flows: real money buying the {tenor2}, fast money the other way.
--
A: Supply today: {country} {tenor}, {2-6}bn, bids by 10:30 local.
B: Concession looks thin.
C: We expect about {1-3}.{1-9} times covered.
A: Result: {1-3}.{1-9#2} times, tail of {1-3#2} tenths. Fine.
--
A: Data: inflation at 10:00, claims at 13:30. Consensus on {u:rates/calendar}.
B: Whisper is a tenth higher.
--
A: {client} is {side} of {size} {country} {tenor}. Anyone with an axe?
B: Small, up to {size2}.
A: Working it with you.
--
A: Curve trade of the week: {tenor} against {tenor2}, entry on the screen.
B: Stop?
A: {4-9} bp against. Target twice that.
--
A: Central bank minutes tonight. Desk stays until 19:30.
B: I'll order food.
C: {snack} please :-P
--
A: Repo: {country} specials are {10-60} bp through GC, mainly the {tenor}.
B: Thanks. Explains the funding cost in our book.
--
A: No call tomorrow, {market} is closed. Levels by mail.
B: OK.
--
A: Futures roll: {30-80} % done, spread trades at {10-40} ticks.
B: We finish ours today.
--
A: STORY Week ahead || Supply: {country} {tenor}, then {country2} linkers.\nSpeakers: mostly doves, one hawk at the end.\nPositions: clients are long the belly, little stop risk above last month's high.\nOur view: range until the labour data; sell volatility with care.\n\nTables are at {u:rates/week}.
B: Merci {A}.
"""

THREADS["support"] = r"""
A: Ticket {30000-39999}: user cannot see the new account in {system}.
B: Static data was loaded after the nightly sync. I can trigger one now.
A: Please do.
B: Done, visible.
A: Closed, thanks.
--
A: {system} says "session expired" every few minutes.
B: Are you on the old client?
A: Yes, 4.2.
B: Update from {u:support/downloads}, 4.3 fixes exactly this.
A: Updated, quiet since.
--
A!: {system} is down for all users in {market}. We are on it.
B: Started at {time}, after a certificate ran out.
A: New certificate is in. Please sign in again.
C: Works here.
A: Closing the incident, review follows.
--
A: Can I get read access to the {bank} folder? Request {30000-39999} waits since yesterday.
B: Needs your manager's approval. Reminder sent.
A: Approved now.
B: Granted, takes fifteen minutes.
--
A: Printer on floor 4 eats paper again.
B: It is being replaced {week}. Use the one by the kitchen.
A: :(
--
A: Ticket {30000-39999}, settlement message stuck in {system}, reference {80000-89999}.
B: Found it: field 70 has a character outside the set, an en dash.
A: From a copied mail, surely.
B: Replaced by a hyphen, sent.
--
A: Error text: "Limit service did not answer (code {500-504})". Three users.
B: One of four nodes was hanging. Taken out.
C: No more errors in the log since {time}.
--
A: Priya, your ticket {30000-39999} is solved: the export has the client names again.
B: And the dates are ISO now, as you asked.
--
A: How do I reset the second factor after a phone change?
B: {u:support/second-factor Four steps, two minutes}
A: Took me five, but done :)
--
A: Please test the new build of {system} in the pilot. Known: search by reference is slow.
B: Search by name is fast, posting works.
C: Totals on the second page are cut off at {6-12} digits.
A: Thanks both, fixed in the next build.
--
A: Which queue takes static data changes for funds?
B: Tier 2, template "Fund account". Tick "urgent" only if it settles today.
--
A: Log of the failed job:\n{time}:01 start batch {100-999}\n{time}:02 read {1000-9999} rows\n{time}:09 ERROR row {100-999#2}: amount is empty
B: Row comes from the manual upload. I'll ask {C} to correct it.
C: Corrected, please run again.
A: Ran through.
--
A: STORY Known errors this month || 1. "Cannot open attachment" when the name has a colon. Fixed in 4.3.\n2. Slow start on Mondays: the profile sync runs at eight. Moved to six.\n3. Notifications twice on two screens. Work-around: turn one off in the preferences. Fix planned.\n\nIf you see something else, open a ticket first and then tell us here with the number.
B: Number 2 alone makes me happy :-D
--
A: Ticket count this morning: {10-60} open, {2-9} older than five days.
B: I close two of the old ones today.
A: Great.
--
A: {30000-39999}: {client} cannot download statements, error {400-504}.
B: Their user was locked after five attempts. Unlocked.
A: They confirm.
--
A: New starter on Monday needs {system} and {system2}. Template?
B: {u:support/new-starter}, copy from a colleague in the same role.
A: Filed as {30000-39999}.
--
A: {30000-39999}: totals in {system} differ from {system2} by {ccy} {amount}.
B: Time zones. One counts {market} trades to the previous day.
A: Documented, thanks.
--
A: Job {100-999} runs {20-90} minutes late since the move.
B: It waits for a lock of the backup. Order swapped.
A: On time today.
--
A: Can the alert mails of {system} go to the group instead of me?
B: Changed. You keep the critical ones.
--
A: {30000-39999}: SSI of {bank} for {ccy} loaded twice.
B: Removed the second, source was the {time} upload.
C: I added a check so that this is refused next time.
"""

THREADS["townhall"] = r"""
A: Welcome, everybody. We start in five minutes; slides are at {u:treasury/townhall}.
B: Questions please by mail, we read them out at the end.
A: Funding is ahead of plan, {55-95} % of the year is done.
--
A: Thank you for joining. The recording will be on {u:treasury/townhall} [tomorrow|on the same page] .
--
A: STORY Answers to your questions || Will the liquidity buffer grow again? Slightly, by the end of the year.\n\nDo we hedge the new branch? Yes, monthly, with forwards.\n\nWhy was the internal rate changed? It follows our real funding cost now, reviewed each quarter.\n\nThanks for {10-40} questions. The next town hall is in four weeks.
--
A: Reminder: town hall today at {time}, this room. Slides half an hour before.
--
A: One figure in advance: our liquidity ratio stands at {120-160} %, above target.
B: And the cost of it is down, which is the better news.
"""

THREADS["project"] = r"""
A: Plan for {week}: interface tests until {time} each day, then review.
B: Test data is loaded.
C: I need one more account in {market}.
B: Added.
--
A: Rehearsal result: {90-99}.{1-9} % matched, {10-60} differences left.
B: Most of them are rounding in {ccy}.
A: Please list them by cause, see {u:programmes/rehearsal}.
--
A: Decision needed: cut over by market or all at once?
B: By market. {market} first, it is the smallest.
C: Agreed.
A: Recorded.
--
A: Risk: the vendor wants {2-6} more days for the {system} adapter.
B: Do we have slack?
A: Four days. I'll keep it amber.
--
A: Please keep the name of the project out of subject lines.
B: Understood.
--
A!: Freeze starts today at {time}. No changes to {system} without my OK.
B: Noted.
C: One urgent fix is on its way, request in your inbox.
A: Approved, the last one.
--
A: STORY Status for the steering group || Overall: green, one item amber.\n\nDone: data migration of closed trades, user training for two teams.\nNext: second rehearsal, fall-back test, decision on the date.\nNeeded from you: two people from Settlements for the rehearsal weekend.\n\nBudget is {80-99} % of plan.
B: Thanks, clear.
--
A: Priya, can FX sales spare somebody for the client test {week}?
B: Half a day is enough.
--
A: Fall-back took {35-80} minutes in the test, target is 60.
B: Where is the time going?
A: Restoring the message store. We try it in parallel next time.
"""

THREADS["move"] = r"""
A: Crates arrive {week}. Two per person, labels are at reception.
B: Can I have a third for the plants?
A: Plants travel in the lift, not in crates :)
--
A: Screens on the window side are up. If yours is missing a cable, tell me the desk number.
B: Desk {401-478}.
A: Brought.
--
A: Seating plan, version {3-9}: {u:facilities/floor4}
B: We sit next to the coffee machine? Best version yet.
C: You will regret it by ten in the morning ;)
--
A: Badge readers on floor 4 are live. Old badges work until the end of {week}.
--
A: Quiet zone is behind the pillars, no calls there please.
B: Who enforces it?
A: Looks. Very strict looks.
--
A: Phones move on the weekend. Lines are dead from Saturday 09:00 for about four hours.
B: Turrets too?
A: Those move last and are tested twice.
--
A: Lost: one grey keyboard with a {country} layout. Found: three umbrellas.
B: One umbrella is mine!
"""

THREADS["collateral"] = r"""
A: Margin call on {bank}: {ccy} {amount}, due {time}.
B: Agreed by them, cash today.
A: Received.
--
A: Dispute with {bank}, they are {ccy} {amount} below our figure.
B: Different curve date. I'll send our inputs.
A: They agree now.
--
A: Eligibility change: {country} linkers accepted again, haircut {2-8} %.
B: From which date?
A: From Monday of {week}.
--
A: Substitution request by {client}: {isin} out, cash in.
B: Fine for us, value tomorrow.
C: Booked.
--
A: Concentration: {country} paper is {35-60} % of what we hold. Limit is 65.
B: Please prefer cash for the next calls.
--
A: STORY Calendar of margin runs || Morning run at 07:30, calls out by 09:00.\nAfternoon run at 13:00 for the large names only.\nDisputes above {ccy} 1m go to this room the same day.\n\nDetails: {u:collateral/runs}
B: Added to our check list.
"""

THREADS["onboarding"] = r"""
A: New request: {client}, second entity, FX spot and forwards.
B: Documents are complete except the list of signatories.
A: Asked for it.
--
A: {client} is through the entity check. Limit?
B: {20-80}m, first review in six months.
A: Set up in {system}, desk may trade from tomorrow.
C: Thank you, client informed.
--
A: Who owns the relationship with {client}? Form says nobody.
B: Me since spring.
A: Added you.
--
A: {bank} wants our own documents again, third time this year.
B: The pack is at {u:legal/kyc-pack}.
A: Sent.
--
A: LEI of {client} lapses on the last of this month.
B: They renew every year on the last day :-/
C: I'll remind them today.
--
A: Stopped for now: {client}, ownership chart does not add up to 100 %.
B: They sent a new one.
A: Better, moving on.
"""

THREADS["cutoffs"] = r"""
A: {market} {ccy} cut-off is {time} today, agent confirmed.
B: Thanks.
--
A: Change from {bank}: {ccy} free of payment until {time}, half an hour later than so far.
B: Updated {u:settlement/cutoffs}.
--
A!: {market}: agent asks for everything by {time} today, system work on their side.
B: Passed on to {r:Payments operations}.
C: We are through already.
--
A: Is the internal cut-off for {market} still forty-five minutes before the market's?
B: Yes, thirty for {ccy}.
--
A: Please do not call the agent after {time}; write, they answer within minutes.
"""

THREADS["calendar"] = r"""
A: {market} is closed [tomorrow|the day after tomorrow]. No settlement in {ccy} securities.
--
A: Early close in {market} tomorrow at {time} local. Instructions by one hour before.
--
A: STORY Holidays {week} || {market}: closed on one day, see the table.\n{market2}: early close.\n{ccy} payments: open on all days.\n\nTable with all times: {u:settlement/calendar}. Changes are posted here and in {r:Settlement cut-offs}.
--
A!: Correction: {market} is open tomorrow, the notice of this morning was for next year.
"""

THREADS["nostro"] = r"""
A: {ccy} nostro at {bank}: {amount} unexplained credit.
B: Looks like the {client} payment, reference cut off.
A: Matched, thanks.
--
A: Funding for tomorrow: long {ccy} {size}, short {ccy2} {size2}.
B: Swapping the difference.
A: Done before {time}.
--
A: Statement from {bank} is late again.
B: They resend within the hour.
A: Loaded, {90-99} % matched by itself.
--
A: Overdraft interest from {bank}, {ccy} {100-900}. Whose?
B: Ours, the late funding two weeks ago. Booking it.
--
A: Остаток по {ccy} в {bank} сошёлся, расхождений нет.
B: Great, one less.
--
A!: {ccy} account at {bank} is {amount} short for the last run. Need funding by {time}.
B: Treasury sends it now.
A: Covered, run is through.
"""

THREADS["repo"] = r"""
A: Off leg {isin} with {bank} failed, they say no stock.
B: Roll it one day at the same rate?
A: Agreed with them.
--
A: {country} {tenor} is special, recalls likely.
B: We have two loans out in it. Recalling one.
--
A: Triparty allocation for {client} is short by {size}.
B: Adding {isin}.
A: Green.
--
A: Rate on {80000-89999} is booked with the wrong sign.
B: Ouch. Amended, confirmation goes again.
A: :-O Matched.
--
A: Καλημέρα. Open legs with {bank} are confirmed on both sides.
B: Thanks, that closes yesterday's list.
"""

THREADS["cooler"] = r"""
A: There is {snack} in the kitchen on floor 3. Homemade.
B: On my way.
C: Was. On my way was too late :(
A: More tomorrow ;)
--
A: Who is in for football at lunch on the roof court?
B: Me.
C: Me, if somebody lends me shoes, size 43.
A: That makes seven, enough.
--
A: Train from {market} is forty minutes late, I'll dial in.
B: Welcome to the club.
--
A: Recommendation for a dentist near the office?
B: The one above the bakery.
C: Above a bakery. That is business sense :-D
--
A: Book club: next one is about lighthouses. Two hundred pages, no excuses.
B: Is there a film?
A: No excuses, {B}.
--
A: My daughter asks what I do all day. Any suggestions?
B: "Typing."
C: "Waiting for cut-offs."
A: She said typing is cool 8-)
--
A: The coffee machine shows "call operator". Are we the operator?
B: Turn it off and on. Count to ten.
A: It makes coffee again. You are wasted in operations, {B}.
--
A: Running group tonight at six, canal and back, slow pace.
B: How slow?
A: Talking the whole way slow.
B: I'm in.
--
A: 今日は桜餅があります！ At the Tokyo desk, sadly not by mail.
B: Cruel.
--
A: Charity bake sale made {400-900} for the food bank. Thank you all!
B: :) :)
--
A: Found a scarf in meeting room 2, blue, very long.
B: Mine! Thank you!
--
A: Quiz question: which country has the most time zones?
B: France, with the islands.
A: Too quick. No more quiz for you.
--
A: {snack} or {snack2}? Decision needed for Friday.
B: {snack}, obviously.
C: Both. We are a serious firm.
--
A: Back from {country}. Brought {snack} for everybody.
B: Welcome back! How was it?
A: Warm, loud and far too short.
--
A: Table tennis result: {B} beat me 11-{2-9}. I ask for a rematch.
B: Any day ;)
--
A: Does anyone drive to {market} on the weekend? I can share fuel and stories.
B: Only the fuel please :-P
"""

THREADS["news"] = r"""
A: The canteen has new opening hours: 07:30 to 15:30. Menu at {u:canteen}
--
A: STORY Results of the staff survey || {70-90} % of you took part, thank you.\n\nWhat you like: colleagues, the new rooms, flexible hours.\nWhat you want us to improve: meeting load, the lifts, and clearer goals.\n\nEach team discusses its own results {week}. All figures: {u:people/survey}
--
A: Please welcome {3-9} new colleagues in Operations and two in Rates. Say hello when you see them.
--
A: Fire drill {week}, in the morning. It takes twenty minutes; take your coat.
--
A: STORY A word on our half year || We did what we planned: stable income, lower costs, fewer incidents.\n\nTwo things make me proud: payments had no late day in {40-90} days, and client complaints fell by a third. Thank you.\n\nThe full letter is at {u:news/half-year}.
--
A!: The building is closed to visitors today because of the water works in the street. Deliveries to the side door.
"""

THREADS["options"] = r"""
A: {client}: indicative on a 3-month {pair} collar, {size}, zero cost.
B: Strikes on the sheet. Good for ten minutes.
A: They pass, want it closer to spot.
--
A: Volatility in {pair} marked up {1-3}.{1-9} before the meeting.
B: Agree, risk reversals too.
--
A: 定价已更新，{pair} 一个月波动率 {6-12}.{1-9}。
B: Thanks {A}, booked on ours.
--
A: Term sheet for {client} is at {u:options/termsheets}. Please check the fixing source.
B: London 16:00, correct.
"""

THREADS["status"] = r"""
A: Planned work: {system}, tonight 21:00 to 22:00. Short interruptions possible.
B: Done, no findings.
--
A!: {system} is not available. We are looking into it.
A: {system} is back since {time}. Cause: a full disk. Sorry for the trouble.
--
A: Reminder: old client 4.2 is turned off at the end of {week}. Download: {u:support/downloads}
--
A: Network maintenance in {market} this weekend. No effect expected in London.
"""
