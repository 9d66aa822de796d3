"""English words of talk about money, by what they say of a figure."""

WORDS = {
    "glue": (
        "good one, nice one, m doing well, m doing great, m doing fine, are you doing, "
        "let me see, let s see, let me check, let me look, here is how it stands, here s how it stands, here is "
        "what I found, here s what I found, here you go, sure thing, absolutely, certainly, no problem at all, not "
        "at all, don t mention it, "
        "money, no problem, no worries, would you like, you would like, adds up to, add up to, added up to, "
        "toward, towards, the, a, an, your, you, it, its, that, this, these, those, there, here, in, on, at, for, "
        "to, with, by, as, is, are, was, were, be, been, being, do, did, does, so far, about, around, roughly, "
        "just, only, exactly, also, too, then, now, which, what, where, how, when, if, or, s, re, ve, you d like, "
        "if you d like, hi, hey, sure, ok, okay, yes, well, great, good, nice, thanks, please, came to, comes to, "
        "come to, coming to, come out at, stand at, stands at, stood at, sits at, amount to, amounts to, amounted "
        "to, makes, made, make, makes up, made up, make up, making up, accounts for, accounted for, accounting "
        "for, account for, represents, already, still, currently, far, such, each of these, both, them, all of "
        "it, of it, of that, of this, of them, of which, that is, that s, here is, here s, it s, you re, you ve, "
        "looks like, it looks like, seems, let me know, took, taking, takes, followed by, specifically, namely, "
        "overview, summary, breakdown, picture, figure, figures, amount, amounts, sum, category, worth, quick, "
        "got it, of course, alright, right now, at the moment, like, account, accounts, items, item, things, "
        "thing, own, from, during, within, until now, up to now, to date, yet, because, though, keep it up, "
        "really, actually, per cent, percent, running at, running, set aside for, put toward, put towards, ones, "
        "follow, follows, includes, including, include, included, consists, more details, know more, see more, "
        "hear more, tell you more, look closer, well done, nice work, good job, in detail"
    ),
    "and": "and, plus, as well as, along with, then there is, then there s",
    "while": "while, whereas, but, meanwhile, although, however",
    "of": "of, out of, from your, off",
    "than": "than, compared to, compared with, versus, vs, relative to, against",
    "total": (
        "in all, in total, total, totals, totalling, totaling, totaled, totalled, overall, altogether, together, "
        "combined, all, everything"
    ),
    "spent": (
        "spent, used, used up, spend, spending, spendings, cost, costs, costing, expense, expenses, paid, went "
        "on, went to, went toward, went towards, gone on, gone to, goes to, go to, outgoings, expenditure, "
        "expenditures, bought, was spent, were spent, outlay, bill"
    ),
    "in": (
        "received, receive, earned, earn, earnings, income, incomes, came in, come in, comes in, coming in, got "
        "paid, got, made from, took in, incoming, inflow"
    ),
    "since": "since",
    "until": "until, till, through, up until",
    "must": "have to, has to, must, need to, to pay",
    "left": (
        "left to spend, left, remaining, remain, remains, left over, leftover, to go, still available, available, "
        "leaves, to spare"
    ),
    "over": (
        "gone over, over, above, exceeded, exceeding, exceed, exceeds, overspent, over budget, over the limit, "
        "too much, went over, past"
    ),
    "more": (
        "more, higher, up, increase, increased, rise, rose, risen, growth, extra, grew, additional, jump, jumped, "
        "upward"
    ),
    "less": (
        "less, lower, down, decrease, decreased, fell, fallen, drop, dropped, fewer, under, below, decline, "
        "declined, cheaper, downward, saved compared, reduced, reduction"
    ),
    "same": "same, the same as, equal, unchanged, identical, same amount, no change, equals",
    "owe_me": "owes you, owe you, owed to you, are owed, you re owed, you are owed, still owes you",
    "owe_them": "you owe, you still owe, owe to, you currently owe",
    "owe": "owe, owes, owed, owing, debt, debts, indebted",
    "average": "on average, average, averages, averaged, averaging, an average of, mean",
    "largest": (
        "largest part, biggest part, largest share, biggest share, biggest one, largest one, largest, biggest, "
        "highest, most, top, greatest, mostly, most expensive, majority, maximum, leading, number one, primarily"
    ),
    "smallest": "smallest, lowest, least, cheapest, minimum, tiniest",
    "saved": "saved, saved up, put aside, set aside, save, saving",
    "budget": "budget, budgets, limit, limits, cap, allowance, target, goal, goals",
    "missing": "missing, short, lacking, shortfall",
    "due": "due, payable, upcoming, coming up, is due, are due",
    "next": "next, next due",
    "overdue": "overdue, late",
    "share": "your part, your own part, own part, your share, your own share, your half",
    "their_share": "part, share, portion",
    "back": "back",
    "to_you": "paid you",
    "hold": (
        "has, had, have, having, hold, holds, held, balance, balances, contains, has in it, own in total, is "
        "there now, is there"
    ),
    "ahead": "booked ahead, expected, to spend, will, ll, d, going to, expect, projected, forecast, would, shall",
    "can": "can, could, may, can still, could still",
    "rough": "guess, estimate, estimated, might, should, maybe, perhaps, probably, likely",
    "pace": "pace, pass, at this pace, at this rate, on track, on pace",
    "safe": "safe, safe to spend, can safely spend, safely",
    "before": "before, earlier, previously, ago, formerly, used to",
    "carried": "carried over, carried",
    "behind": "behind",
    "shared": "shared with, shared, split with, split",
    "tagged": "tagged, tag",
    "noun:booking": (
        "booking, bookings, purchase, purchases, transaction, transactions, entry, entries, payments, payment, times"
    ),
    "noun:category": "categories",
    "noun:bill": "bills",
    "noun:goal": "savings goals",
    "noun:reminder": "reminders, reminder",
    "neg": (
        "not, never, don t, doesn t, didn t, isn t, aren t, wasn t, weren t, haven t, hasn t, won t, can t, "
        "cannot, without, neither, nor, hardly, barely, except, excluding, apart from, other than, almost, "
        "nearly, aside from, instead of, rather than, not counting"
    ),
    "none": "nothing, none, zero, no",
    "rate:day": "a day, per day, each day, every day, daily, an average day, each and every day",
    "rate:week": "a week, per week, each week, every week, weekly",
    "rate:month": "a month, per month, each month, every month, monthly",
    "rate:year": "a year, per year, each year, every year, yearly, annually, annual",
    "rate:booking": "a booking, per booking, each booking, per purchase, per transaction, a purchase, a transaction",
    "day:0": "today, today so far",
    "day:-1": "yesterday",
    "day:1": "tomorrow",
    "this:week": "this week, the current week, current week, the week so far, week so far",
    "this:month": "this month, the current month, current month, the month so far, month so far",
    "this:year": "this year, the current year, current year, the year so far, year so far",
    "last:week": "last week, the previous week, previous week, the week before, the past week, past week",
    "last:month": (
        "last month, the previous month, previous month, the month before, prior month, the past month, past month"
    ),
    "last:year": "last year, the previous year, previous year, the year before, prior year, the past year, past year",
    "next:week": "next week, the coming week",
    "next:month": "next month, the coming month",
    "next:year": "next year, the coming year",
    "unit:day": "day, days",
    "unit:week": "week, weeks",
    "unit:month": "month, months",
    "unit:year": "year, years",
    "example": "say, for example, say it, such as saying",
}
CLAIMS = (
    "booked recorded noted logged added sent send sending sends transfer transferred transferring transfers moved "
    "moving deleted deleting removed erased cancelled canceled changed updated edited adjusted corrected "
    "confirmed confirm confirming confirmation approved approve approving approval verified verify verification "
    "unlocked unlock reminded remind reminding scheduled created opened closed linked connected refunded "
    "reimbursed charged billed undone reverted restored done completed processed submitted authorised authorized "
    "accepted declined blocked frozen activated deactivated enabled disabled code codes pin password passcode otp "
    "token promise promised guarantee guaranteed settled cleared registered saved-it filed arranged ensured "
    "secured withdrawn deposited invested notified wired"
)
FIRST = "i we"
FIRST_MAY = (
    "see find found hope think m am only can could don know like wish love look keep understand ask be wouldn d "
    "answer t show live knew appreciate say taste would"
)
STANDING = (
    "afford affordable broke bankrupt insolvent rich wealthy poor hacked stolen breached compromised defrauded "
    "phished scam scammed solvent unaffordable robbed won lottery prize"
)
SMALL_TALK = (
    "ability able absolutely advice after afternoon again age agree agreed ah ai alive allowed always am amazing "
    "angry another answer any anyone anything anytime anyway apologise apologize apology area aren around "
    "artificial ask asking assistant autumn aw awake awesome awful aww baby back bad beach beautiful because been "
    "begin being believe besides best better beyond bike birthday bit bloom blue body book bored born boss bot "
    "bother bothered brain brave break breakdown breakfast breath breathe brilliant brother budgeting built "
    "business busy by bye cake called calm can cannot care cat category certainly chart chat chatting check cheer "
    "cheers children chin christmas city class clever coffee cold colleague color colour come coming company "
    "compare comparison computer concert condolence congratulation cook cooking cool could couldn country created "
    "creator crossed curious dad daily dance date daughter day deal dear deep definitely delighted describe "
    "designed detail developer difficult digital dinner disagree doctor dog dream drink each ear early easter "
    "easy eat else english enjoy especially even evening ever every everyday everyone everything exactly exam "
    "excited exciting excuse expense expert explain eye fact facts fair fairly family fan fantastic far fast "
    "father fault favorite favourite feel feeling feels fever few figure finance finances financial fingers "
    "flattered food forget forgive forgot forward french fresh friend friendly fun funny game garden gentle "
    "german get gets getting glad gladly goal gone goodbye grandma grandpa great green guest guitar habit haha "
    "hand hang happen happened happening happens happiest happily happy hard having he head headache heal hear "
    "heard hearing heart hello help helper here hey hike hm hold holiday home honestly honor honour hope "
    "hopefully horrible host hot hour house however hug human hungry hurry husband i idea ill imagine impossible "
    "impressive indeed inside instead intelligence interest interested interesting internet interrupt interview "
    "into introduce introduction isn itself job joke journey keep keeping kid kidding kind knew know language "
    "later laugh lawyer lazy learning let lets letter life like list listen listening little lonely long look "
    "looks loss lot love lovely luck luckily lunch m machine made making manage match mate matter maybe me mean "
    "meaning means meet memory merry message met mind mine minute miss missed mistake misunderstand model moment "
    "month mood more morning mother mountain movie much mum music my myself name need neighbor neighbour nervous "
    "new news next nice night nobody noon number offline oh old one online only ooh opinion order organise "
    "organize other otherwise our ourselves out outside paint pam pardon parents partner party patience patient "
    "people per perfect period person personal pet phone photo piano picture pizza place plan plane planning play "
    "playing pleasant pleased pleasure poem point polite politic possible pretty private probably program "
    "promised proud purpose question quickly quite rain rainy reach read reading ready real really reason receipt "
    "recipe recover relax relaxed repeat rephrase rest rhyme riddle right robot rough rude run sad sadness safe "
    "said saving scary scheme school sea second secret see seem send sense set share she short shouldn show sick "
    "silly simple simply since sing sister sleep slow slowly smart smell smile snow so software somebody someone "
    "something son song soon sorry sort soul sound sounds spanish speak specialise specialty spend split sport "
    "spring start stay stays step stick stop story stressed stressful strong stuff subject summer sun sunny sure "
    "sweet swim talk talking taste tea teacher team tell telling terrible test thank therapist they thing think "
    "thirsty thought thrilled time tip tired together told tonight topic totally touch tough track train travel "
    "trip true try trying type unable understand unfortunately until up upset us used very voice walk want warm "
    "watch way ways we weather wedding week weekday weekend welcome well went whatever whenever wherever while "
    "who whom whose wife windy winter wise wish wonder wonderful word work world worst wouldn wow write writing "
    "wrong yay year young yours yourself"
)
WISHES = "hope wish enjoy soon see happy have meet"
SPEAKERS = "i me my m"
ADDRESSED = "you your yours yourself"
ASKS = "say tell answer reply type write press tap text respond send click choose"
KNOWING = "see find found think know"
WISHED = (
    "good luck, best of luck, get well, happy, merry, enjoy, have fun, all the best, congratulations, sleep well, "
    "safe travels, best wishes, I hope, have a, have an"
)
FINANCE = (
    "bank banks banker branch card cards loan loans credit mortgage landlord rent tax taxes fraud police court "
    "lawyer invest investing investment stock stocks crypto bitcoin coin price prices buy sell cash salary wage "
    "wages employer insurance bill bills interest debt debts account accounts login link app phone call transfer "
    "fee fees fine cheque wallet shop refund"
)
