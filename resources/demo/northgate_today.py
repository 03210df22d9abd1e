# SPDX-License-Identifier: Apache-2.0
"""What was said shortly before the demo starts, single messages of the last weeks, and the bots' scripts.

The wording uses the notation of northgate_threads.py without drawn slots.
"""

# room -> (how long ago, author, text); "!" before the author posts with high importance.
TODAY = {
    "FX Desk – London": [
        ("-50m", "hannah.weiss", "Morning all. Tokyo handed over clean, nothing open from overnight."),
        ("-49m", "hannah.weiss", "ECB speakers today: {u:ecb/today} :)"),
        ("-37m", "kwame.boateng", "STORY Fixing process from next Monday || Orders for the 16:00 fix close at 15:45, not "
         "15:50. Late orders need a desk head’s OK in writing, in this room.\n\nWhat changes:\n• Anything over the desk "
         "limit needs a second name before 15:45.\n• Sales enter the order in the blotter; the desk confirms here.\n• "
         "Credit checks run at 15:30 and again at 15:44.\n\nQuestions to Sophie or me. The old process page is archived "
         "at {u:fx/fixing}."),
        ("-31m", "priya.raman", "Thanks Kwame. I’ll point the new joiners at this."),
        ("-11m", "!mei.lin.chen", "EUR/CHF feed has been stale for three minutes. Do not quote from the blotter until "
         "Market data confirms."),
        ("-9m", "tomas.oliveira", "Priya can you check the limit for Aldgate Partners before the fixing? They want 40m."),
        ("-8m", "oskar.lindqvist", "{u:limits/aldgate.xlsx aldgate-limits.xlsx}"),
        ("-7m", "priya.raman", "Limit is 50m, they have 12m used. Checking their second entity now."),
        ("-395s", "priya.raman", "Fine for the first 38m. The rest needs Credit."),
        ("-6m", "tomas.oliveira", "Perfect, thank you. I’ll split it."),
        ("-2m", "hannah.weiss", "Feed is good again, quoting as normal."),
    ],
    "Payments operations": [
        ("-62m", "jun.sato", "Good morning. Overnight queue is empty, nothing carried over."),
        ("-58m", "lucia.ferrari", "Buenos días. EUR file from the branch came at 07:40, all accepted."),
        ("-44m", "jun.sato", "Payment 4512 held: beneficiary name does not match the account at Helvia Bank."),
        ("-41m", "aisha.farouk", "Priya, this is Corvid Capital. Do you have the right legal name?"),
        ("-33m", "jun.sato", "CHF cut-off is the tight one today, please look at your queues before eleven."),
        ("-28m", "elena.petrova", "Nostro at Helvia is funded. Details in {r:Nostro and cash}."),
        ("-21m", "lucia.ferrari", "4519 and 4520: same amount, same reference. Client says two invoices. Releasing both."),
        ("-16m", "ben.carter", "Second key for 4523 please, USD 2,750,000.00, value today."),
        ("-15m", "aisha.farouk", "Done."),
        ("-9m", "jun.sato", "@Priya Raman 4512 is still waiting for the name, ten minutes would be great :)"),
        ("-4m", "lucia.ferrari", "AUD run is complete, no rejects."),
        ("-1m", "jun.sato", "Queue now: 7 left, all GBP, all small."),
    ],
    "Market data incidents": [
        ("-70m", "arjun.mehta", "Morning checks: all lines up, curve build finished at 06:52."),
        ("-13m", "hannah.weiss", "EUR/CHF does not move on my screen. Others are fine."),
        ("-10m", "!arjun.mehta", "EUR/CHF from Tickwell is stale: the handler lost its session. Pricing of this pair is "
         "stopped, do not use the blotter."),
        ("-6m", "arjun.mehta", "Session is back, first prices look right. Watching it for three minutes."),
        ("-3m", "arjun.mehta", "Released. Please shout if you see anything odd in crosses:\n• EUR/CHF\n• GBP/CHF\n• CHF/JPY"),
        ("-2m", "mei.lin.chen", "All three tick. Thank you Arjun."),
    ],
    "Settlement breaks": [
        ("-64m", "marta.nowak", "Morning numbers: 31 unmatched, 4 failed, oldest 6 days."),
        ("-52m", "henrik.jensen", "Stockholm: two of the fails are Nordlys Bank, stock arrives at noon."),
        ("-35m", "samuel.okafor", "Break 88301: Meridian Clearing, wrong SSI. Taking it."),
        ("-24m", "dana.kaplan", "88290 is a fee, not a trade. Moving it to the right account."),
        ("-12m", "ben.carter", "Who has the confirmation for the Aldgate split? Fund two has no account yet."),
        ("-5m", "samuel.okafor", "88301 matched after the correction. Closing."),
    ],
    "Month-end close": [
        ("-47m", "dana.kaplan", "Day 1 list is at {u:finance/close/list}. Please tick what you finish and write the time."),
        ("-26m", "elena.petrova", "Nostro sign-offs: 41 of 44. Три остались, жду выписки."),
        ("-19m", "ben.carter", "Operations accruals are in, with notes."),
    ],
    "Rates morning call": [
        ("-85m", "luca.moretti", "Buongiorno. Curve a touch flatter, Germany 10y 2 bp richer, Italy unchanged."),
        ("-84m", "ingrid.halvorsen", "Supply: France 7y and 15y, bids by 10:30. Concession is small."),
        ("-82m", "claire.dubois", "Clients were buyers of the 5y yesterday, asset managers mostly."),
        ("-80m", "george.papadakis", "Repo: nothing very special, GC flat to yesterday."),
        ("-78m", "luca.moretti", "Thanks all. Two speakers at eleven, otherwise flows. Week ahead: {u:rates/week}"),
    ],
    "Support – Tier 2": [
        ("-55m", "callum.fraser", "Ticket count: 23 open, 2 older than five days. Zofia and I take the old ones."),
        ("-38m", "jun.sato", "31877: export from Heron ends after 500 rows."),
        ("-36m", "zofia.wisniewska", "Known, page limit. As a work-around filter by day; the fix is in tonight’s release."),
        ("-14m", "oskar.lindqvist", "Cannot open the limit sheet, it asks for a password I never had."),
        ("-12m", "callum.fraser", "The sheet was locked by mistake. Try again?"),
        ("-11m", "oskar.lindqvist", "Works. Quick as ever 8-)"),
        ("-3m", "zofia.wisniewska", "Priya, 31860 (missing client names) is solved. Please close it if you agree."),
    ],
    "Treasury town hall": [
        ("-40m", "sophie.laurent", "Town hall is today at 15:00, in this room. Slides: {u:treasury/townhall}"),
    ],
    "Project Larch": [
        ("-95m", "leila.amini", "Rehearsal 2: plan is frozen. Changes only through Rafael or me."),
        ("-90m", "arjun.mehta", "Adapter passed all 214 cases last night."),
    ],
    "Desk move, floor 4": [
        ("-75m", "viktor.horvath", "Crates for the second wave are by the lifts. Labels first, then fill :)"),
        ("-71m", "grace.murphy", "And please no food in them. You know who you are ;)"),
    ],
    "Water cooler": [
        ("-46m", "tomas.oliveira", "Pastéis de nata on floor 3, still warm."),
        ("-45m", "zofia.wisniewska", "Running!"),
        ("-43m", "yuki.tanaka", "東京にも送ってください :'("),
        ("-29m", "oskar.lindqvist", "Gone. Worth every step. :-D"),
    ],
    "Counterparty onboarding": [
        ("-57m", "rafael.costa", "Priya joins us for Aldgate’s second entity. Welcome!"),
        ("-53m", "david.osei", "Aldgate Partners II: chart is complete, limit proposal 20m."),
    ],
    "Nostro and cash": [
        ("-30m", "elena.petrova", "Helvia CHF funded, 13,500,000.00 value today. {r:Payments operations} can go on."),
    ],
    "Service status": [
        ("-8m", "arjun.mehta", "Market data: prices for EUR/CHF are interrupted. Work is going on in {r:Market data incidents}."),
        ("-3m", "arjun.mehta", "Market data: EUR/CHF is back. Closed."),
    ],
}

PINNED = {
    "FX Desk – London": [
        ("-3wd 15:52", "hannah.weiss", "Two clients over limit at the 16:00 fixing yesterday. Please confirm size before "
         "you take it."),
        ("-9wd 15:36", "kwame.boateng", "Limit for the fixing pool is unchanged. Second name from 15:30."),
    ],
    "Settlement breaks": [
        ("-6wd 11:20", "marta.nowak", "Break 88214 traced to the fixing rate; credit limit was fine. Closing."),
        ("-9wd 09:04", "ben.carter", "Who approved the temporary limit for the WM fixing? Not in the log."),
        ("-12wd 16:31", "dana.kaplan", "Late fixing, trade booked without limit check. Raised with Credit."),
    ],
    "Payments operations": [
        ("-10wd 14:12", "jun.sato", "Payment 4471 held: over the daily limit after the fixing settled at a worse rate."),
        ("-13wd 10:48", "aisha.farouk", "New cash limit table is live, fixing settlements included."),
    ],
}

# name, room, lines of (shortest, longest pause, author, text)
BOTS = [
    ("Desk talk", "FX Desk – London", [
        (25, 60, "hannah.weiss", "EUR/USD: offers at the figure, we are 2 pips either side."),
        (40, 90, "oskar.lindqvist", "Nordhavn Pension ask for 25m EUR/SEK, they are seller."),
        (15, 30, "hannah.weiss", "Covered, mid plus one. Done in two clips."),
        (30, 80, "tomas.oliveira", "Thanks. Booked and confirmed to the client."),
        (60, 150, "kwame.boateng", "Reminder: fixing orders into the blotter by 15:45 please."),
        (40, 90, "tomas.oliveira", "Priya, Aldgate call back at noon about the forward. Will you take it?"),
        (45, 120, "mei.lin.chen", "GBP/USD reacts to the data, spread is 3 for the moment."),
        (20, 50, "mei.lin.chen", "Back to 1."),
        (60, 140, "yuki.tanaka", "USD/JPY: 実需の買いが少し。Small importer demand, nothing large."),
        (50, 120, "!kwame.boateng", "No prices above 50m in EUR/CHF without a call to me, until further notice."),
        (20, 45, "hannah.weiss", "Noted."),
        (15, 40, "oskar.lindqvist", "Noted, sales know."),
        (90, 180, "kwame.boateng", "EUR/CHF limit is lifted. Normal sizes again. Thank you."),
        (60, 140, "hannah.weiss", "Cover list for next week: {u:fx/cover}. One gap on the late shift."),
        (30, 60, "oskar.lindqvist", "I take it :)"),
    ]),
    ("Payments queue", "Payments operations", [
        (20, 45, "lucia.ferrari", "GBP queue is empty. Moving on to EUR."),
        (30, 70, "jun.sato", "Payment 4531 held, name check. Client is looking."),
        (40, 90, "aisha.farouk", "4531: the client confirms the trading name. Reason is in the case."),
        (15, 35, "jun.sato", "Released, ACK in."),
        (50, 110, "elena.petrova", "USD nostro at First Harbour is covered for the next run."),
        (40, 80, "jun.sato", "@Priya Raman Corvid’s second invoice has no value date. Today or tomorrow?"),
        (30, 60, "lucia.ferrari", "Second key for 4536 please, EUR 184,750.00."),
        (10, 25, "ben.carter", "Looking."),
        (15, 35, "ben.carter", "Approved."),
        (60, 120, "!aisha.farouk", "Caledon Bank does not answer on USD. Hold everything to them, please."),
        (20, 40, "lucia.ferrari", "Nine payments parked."),
        (80, 160, "aisha.farouk", "Caledon is back. Release in batches of three."),
        (30, 60, "lucia.ferrari", "All out, no rejects :-D"),
        (60, 120, "jun.sato", "Standing orders for the afternoon are loaded: 112 items."),
    ]),
    ("Feeds", "Market data incidents", [
        (90, 180, "arjun.mehta", "Latency on the Vantor line is 41 ms, normal is 12. Looking at the circuit."),
        (40, 80, "ingrid.halvorsen", "EUR swaps look fine here."),
        (60, 120, "arjun.mehta", "Carrier moved us to the second path: 13 ms. Keeping the ticket open."),
        (120, 240, "callum.fraser", "Restart of the reference data service in ten minutes, no effect on prices."),
        (60, 120, "callum.fraser", "Restart is done. Age check of all crosses:\nlive 214\nstale 0\nN/A 0"),
        (120, 240, "!arjun.mehta", "The Parallax curve for SEK has a wrong 7y point. Pricing has been switched to the "
         "second source."),
        (40, 90, "hannah.weiss", "Thanks. Forward points look right again."),
        (120, 240, "arjun.mehta", "Corrected curve is checked, we are back on Parallax."),
    ]),
    ("Breaks", "Settlement breaks", [
        (35, 80, "samuel.okafor", "Break 88317: Donau Bank, quantity differs by 1,000. Asking them."),
        (50, 110, "henrik.jensen", "Nordlys delivered. Two fails less."),
        (40, 90, "marta.nowak", "Well done. 27 unmatched now."),
        (40, 90, "dana.kaplan", "Penalty for yesterday: EUR 412. All one counterparty."),
        (50, 100, "marta.nowak", "Priya, is the Aldgate split agreed? I need the account of fund two."),
        (45, 90, "samuel.okafor", "88317: Donau agrees with our quantity and amends."),
        (60, 130, "ben.carter", "Settled in Frankfurt, 98.7 % so far. Good day."),
        (60, 130, "henrik.jensen", "Cut-off for Oslo is in an hour, see {r:Settlement cut-offs}."),
    ]),
    ("Service desk", "Support – Tier 2", [
        (45, 100, "marta.nowak", "31902: Matchbox shows the old counterparty name."),
        (25, 60, "zofia.wisniewska", "Cache of the screen. Reload with Ctrl+F5, please."),
        (20, 45, "marta.nowak", "New name is there, thanks."),
        (80, 170, "callum.fraser", "Release tonight 18:30: Heron 4.4. Notes: {u:support/releases}"),
        (60, 130, "arjun.mehta", "I can watch the queues after it until 20:00."),
        (60, 120, "jun.sato", "31905: two approvals are shown, only one was given."),
        (40, 80, "callum.fraser", "A display error, the log has one. Ticket goes to development."),
        (60, 140, "zofia.wisniewska", "Priya, the pilot build has your search by reference now. It is fast :)"),
    ]),
    ("Rates flow", "Rates morning call", [
        (90, 200, "claire.dubois", "Brightwater ask for 30m France 7y, they are buyer."),
        (20, 50, "ingrid.halvorsen", "Offer on the screen, good for two minutes."),
        (30, 60, "claire.dubois", "Done. Merci !"),
        (120, 240, "luca.moretti", "Auction: covered 2.3 times, tail of one tenth. Market a touch better."),
        (90, 200, "george.papadakis", "The 7y goes special after the auction, 15 bp through GC."),
    ]),
    ("Kitchen", "Water cooler", [
        (100, 220, "grace.murphy", "Soup of the day is pumpkin. Says the canteen, not me."),
        (30, 80, "callum.fraser", "It was pumpkin yesterday."),
        (20, 60, "grace.murphy", "Then it has had time to become good ;)"),
        (120, 260, "ben.carter", "Anybody up for table tennis at one?"),
        (30, 90, "zofia.wisniewska", "Yes, and I brought my own bat. Be warned 8-)"),
        (120, 260, "yuki.tanaka", "おつかれさまです。Tokyo says good night."),
    ]),
    ("Off the record", "Desk soundings", [
        (60, 150, "kwame.boateng", "Anyone seeing interest in long EUR/GBP?"),
        (30, 70, "luca.moretti", "One fund asked, nothing traded."),
        (60, 150, "claire.dubois", "Same here, questions only."),
    ]),
]
