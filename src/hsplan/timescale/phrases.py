"""Phrases that are no dates: ongoing, as soon as possible, to be confirmed, see above, subject to funding."""

from __future__ import annotations

from typing import Final

from hsplan.timescale.cascade import Form

# The phrases of each class, parted by semicolons. "|" and "[ ]" as in forms.
_PHRASES: Final = {
    "ongoing": (
        "ongoing; on [-] going; continuous|continuously|continual|continually; continue|continues|continuing; "
        "permanent|permanently|perpetual|indefinite|indefinitely|always|constant|constantly; rolling [plan]; as "
        "required|needed|necessary|appropriate; as and when; as and when required|needed|necessary|appropriate; when "
        "required|needed|necessary|appropriate; where required|needed|necessary|appropriate; if "
        "required|needed|necessary; as they arise; as it arises; on demand; ad hoc; ad - hoc; business as usual; bau; "
        "day - to - day; day to day; daily business; core business; all uyear round; uyear round; uyear [-] round; "
        "throughout uyear; throughout fy uyear; no end date; open [-] ended; not time limited|bound; at all times; "
        "sustained"
    ),
    "regular": (
        "regular|regularly|periodic|periodically|frequent|frequently|routine|routinely; from time to time; at regular "
        "intervals; on a regular basis; on an ongoing basis; regular intervals; on an on [-] going basis; on a "
        "continuous|continual|rolling basis"
    ),
    "vague": (
        "asap; a . s . a . p .; as soon as; as soon as possible|practicable|practical|able; as soon as reasonably "
        "possible|practicable; immediate|immediately|urgent|urgently|now|soon|shortly|asp; immediate "
        "action|priority|start|effect; with immediate effect; straight away; straightaway; in by course; in near "
        "future; near future; imminent|imminently; early as possible; as early as possible; quick win|wins; when "
        "possible; as a priority; top priority; when time allows; at earliest opportunity; earliest opportunity; as "
        "quickly as possible; high|medium|low priority; from now on; today"
    ),
    "tbc": (
        "tbc|tba|tbd|tbi; t . b . c .; t . b . c; t / b / c; t b c; tbc by; to be "
        "confirmed|agreed|determined|decided|arranged|advised|announced|finalised|identified|scheduled; "
        "to be set; to confirm; yet to be confirmed|agreed|determined|decided|set; date to follow; not "
        "known|confirmed|agreed|decided|determined; not yet known|confirmed|agreed|decided|set|determined; awaiting "
        "confirmation; unknown|unconfirmed|undetermined; dates to follow; to follow; being confirmed|agreed; under "
        "review|discussion|consideration; to be defined|specified|planned|added"
    ),
    "pointer": (
        "n / a; na; none|nil; not applicable; see above|below; as above|below; ditto; same as above; above|below; "
        "see; refer to; as previous|before; no date|timescale|timescales|deadline [set|given]; not "
        "set|specified|stated|given; n . a .; n . a"
    ),
    "how": "via; by means of; by way of",
    "status": (
        "completed|complete|done|achieved|finished|closed|fulfilled|discharged; in place; already in place; in "
        "progress; underway; under way; not started|begun|commenced; not yet started|begun|commenced; on hold; on "
        "track|target|schedule; withdrawn|abandoned|cancelled|superseded|deleted; work in progress; wip; carried "
        "over|forward; c / f; b / f; now in place; no longer required|relevant|needed|applicable; part "
        "achieved|complete|completed; partially|partly|substantially achieved|complete|completed"
    ),
    "cond": (
        "subject to; subject; dependent|dependant|depending [on|upon]; conditional on|upon; contingent on|upon; "
        "pending; once; if; when; whenever; unless; provided that|funding|resources; providing; assuming; awaiting; "
        "upon; on completion|receipt|approval|confirmation|appointment|launch|award|publication; as per; as detailed; "
        "as identified|specified|stated|outlined|set|agreed|determined|indicated|defined|described; "
        "as resources|funding|funds|opportunities|opportunity|capacity|budgets|budget|part; "
        "as and when w; as and when resources|funding|opportunities|opportunity; in line with; in accordance with; in "
        "conjunction with; in tandem with; linked to|with; aligned to|with; according to; as resources; resource "
        "dependent|dependant|permitting; funding dependent|dependant|permitting; resources "
        "permitting|allowing|available; funding permitting|allowing|available; time permitting; capacity permitting; "
        "where resources|funding|capacity|possible|feasible|practicable|practical; wherever possible; when "
        "resources|funding; resource|resources|funding dependent|dependant; in event of; event driven; per "
        "individual; as opportunities; if and when; whilst; while; within timescales|timescale|timeframe; within "
        "timescales|timescale|timeframe set|agreed; depend|depends on|upon; relies on; reliant on; only if; "
        "until such time; driven by; determined by; set by; led by"
    ),
    "by": (
        "no later than; not later than; by no later than; by not later than; on or before; at latest; latest by; by "
        "latest; in time for; ready for; by by; deadline [is|of] [:]; target [date] [:|of|is] [by]; by date [:] "
        "[by|in|on|is|for]; completion date [:] [by]; end date [:] [by]; finish|complete [date] : [by]; completion "
        "by|in; status by; finish by|in; ends by|in|on; to be completed|complete|achieved|delivered|done|finished "
        "[by|in|on]; delivery|target|completion by; with completion by|in; end : [by]; timescale|timescales|timeframe "
        ": [by]"
    ),
    "before": ("prior to; ahead of; in advance of; in run up to; earlier than; no later than start of; by before"),
    "to": "up to; up until; lasting until; through to; right up to; up to and including",
    "from": (
        "starting from|in|on; commencing from|in|on; with effect from; effective from; as of; as from; w . e . f .; "
        "not before; not earlier than; no earlier than; no sooner than; running from; beginning from|in|on; "
        "operational from; live from; available from; implement from; begin|start|commence from; from from"
    ),
    "begin": (
        "begin|start|commence date [:]; begin|start|commence [:|in|on|by]; to begin|start|commence [in|on|by]; "
        "begin|start|commence -; to be started [in|on|by]; work to begin|start|commence [in|on]; to "
        "begin|start|commence : [in|on|by]"
    ),
    "onwards": ("onwards; on [-] wards; and beyond; and onwards; and thereafter; and ongoing onwards; thereafter"),
    "wc": "w / c; w / b; uweek commencing|starting|begin|beginning; uweek of",
    "we": "w / e; uweek ending; uweek [-] end",
    "mid": "mid -; mid [-] way through; middle of; mid part of",
    "early": "early -; early in; early part of; earlier part of",
    "late": "late -; late in; later in; latter|later part of; toward|towards end of",
}

FORMS: Final = [Form(pattern.strip(), cls) for cls, patterns in _PHRASES.items() for pattern in patterns.split(";")]
