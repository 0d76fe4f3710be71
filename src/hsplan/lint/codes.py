"""Every rule's code and name, in the order of the registry: who only asks what a word means need not load the rules."""

from __future__ import annotations

_NAMES = """
HS001:encoding HS002:invisible-character HS003:tab HS004:not-yaml HS005:indentation HS006:unclosed HS007:needs-quotes
HS008:alias HS009:several-documents HS010:too-deep HS011:not-a-plan HS012:duplicate-key HS013:words-lost
HS014:mixed-line-endings HS015:odd-character HS016:misplaced-key HS017:merge-conflict HS018:comma-in-brackets
HS019:pasted-bullet HS020:future-version HS021:unknown-key HS022:missing-key HS023:wrong-shape HS024:unknown-word
HS025:bad-value HS026:bad-date HS027:bad-id HS030:file-name HS031:plan-twice HS091:accepted-unused
HS092:accepted-expired HS093:accepted-unknown-rule HS094:known-gone HS101:duplicate-id HS102:dangling-reference
HS103:placeholder HS104:column-undeclared HS105:duplicate-goal HS110:empty-group HS111:empty-phase
HS112:period-backwards HS113:declared-unused HS120:duplicate-title HS121:title-long HS122:title-double HS123:title-stub
HS124:title-question HS201:lead-missing HS202:several-leads HS203:owner-unknown HS204:owner-alias HS205:owner-unused
HS210:lead-group HS211:lead-also-partner HS212:owner-ended HS213:lead-overloaded HS214:organisation-undeclared
HS215:owner-circle HS216:spelling-shared HS301:no-deadline HS302:timescale-not-understood HS303:timescale-doubtful
HS304:timescale-misspelt HS305:timescale-open HS306:ongoing-unreviewed HS307:excel-serial HS308:timescale-vague
HS309:several-dates HS310:due-before-plan HS311:due-after-plan HS312:due-outside-phase HS313:due-disagrees
HS320:change-without-reason HS321:change-undecided HS322:change-left-undecided HS323:change-backwards HS324:change-late
HS325:moved-often HS326:moved-past-plan HS327:decided-too-early HS328:decision-future HS329:change-without-date
HS330:due-before-start HS331:milestone-after-action HS332:due-before-dependency HS333:dependency-cycle
HS334:all-in-one-month HS335:last-years-empty HS336:dependency-gone HS401:overdue HS402:no-update HS410:entry-future
HS411:entries-out-of-order HS412:entry-before-plan HS413:reopened-silently HS414:achieved-bare HS415:green-while-overdue
HS416:note-contradicts HS417:two-statuses HS418:organisation-silent HS419:done-future HS420:done-but-open
HS421:milestone-late HS422:entry-uncounted HS501:into-missing HS502:into-dangling HS503:carry-cycle
HS504:carried-sides-disagree HS505:carried-backwards HS506:follows-unknown HS510:open-at-close
HS511:carried-without-date HS512:carried-without-progress HS513:changed-after-carry HS601:catalogue-unknown
HS602:indicator-untitled HS603:period-unclear HS610:indicator-off-track HS611:reading-missing HS620:target-missing
HS621:baseline-missing HS622:target-period-missing HS623:direction-missing HS624:target-worse HS625:figure-absurd
HS626:small-number HS627:result-missing HS628:figure-twice HS629:figure-future HS701:no-governance HS702:no-review
HS703:review-missed HS704:plan-not-closed HS720:strategy-undated HS721:strategy-expired HS722:strategy-expiring
HS723:plan-outlives-strategy HS724:review-unrecorded HS725:purpose-uncovered HS726:social-services-absent
HS801:abbreviation-undefined HS802:glossary-unused HS803:defined-twice HS804:two-spellings HS810:personal-data
HS850:action-removed HS851:plan-removed HS852:id-changed HS853:first-timescale-rewritten HS854:due-date-moved
HS855:date-change-altered HS856:progress-altered HS857:progress-reworded HS858:adoption-changed HS859:milestone-removed
"""
NAMES: dict[str, str] = dict(each.split(":") for each in _NAMES.split())
"""The name of each code."""
_CODED = frozenset(NAMES.values())


def name_of(word: str) -> str:
    """The name of the rule that has this code or name; "" where none has it."""
    return word if word in _CODED else NAMES.get(word.upper(), "")
