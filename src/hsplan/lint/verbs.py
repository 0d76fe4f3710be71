"""The verbs that actions begin with: what tells "Train staff" from "Crisis loans"."""

from __future__ import annotations

_WORDS = """
achieve acquire adapt add address administer adopt advertise advise advocate agree align allow amend analyse announce
answer apply appoint appraise approve arrange ascertain ask assess assign assist attend attract audit augment avert
avoid award balance begin benchmark bid boost brief bring broaden broker build buy campaign capture carry cease
challenge change check circulate clarify clear close collect colocate combat combine commence commission communicate
compare compile complement complete compose conclude conduct configure confirm connect consider construct consult
contact continue contribute convene convert coproduce cover cultivate cut debate decarbonise decide decommission deepen
defend define deliver demolish deploy design detect deter determine develop devise digitise diminish direct discharge
disclose discontinue discover discuss dispose disrupt distribute diversify divert double draft draw drive earmark ease
educate elicit eliminate embed employ empower enable encourage end endorse enforce engage enhance enlist enrich enrol
ensure equip eradicate escalate establish evaluate examine exceed execute expand expedite explore extend fasttrack feed
fill filter finalise find finish fix flag focus follow forge form formulate foster free fulfil fund gain gather gauge
get give grow guide halve handle harness heighten help highlight hire hold host identify implement improve incorporate
increase induct influence inform inspect install insulate integrate intervene interview introduce invest investigate
invite involve issue join keep kickstart launch lay lead learn lease lessen let levy liaise lift limit link listen
lobby log look lower mainstream maintain make manage map match measure meet mentor merge minimise mitigate modernise
monitor move name negotiate notify nurture observe obtain occupy offer open outline outsource oversee participate
partner pay permit persuade pilot pioneer place plan pool populate prepare present preserve press prevent procure
produce profile progress prolong promote propose prosecute protect provide publish purchase pursue push put quantify
query raise reach realign reallocate reassess reassure rebalance rebrand rebuild recommend recommission reconcile
reconfigure reconnect reconsider reconvene record recover recruit recycle redefine redeploy redesign redevelop redirect
redraft reduce refer refine refit reflect refocus reform reframe refresh refurbish register rehabilitate rehouse
reinforce reinstate reinvest relaunch release relet relocate remind remodel remove renew reopen repair repeat rephrase
replace replicate report repurpose request rescue research reshape resolve resource respond restore restructure retain
retender rethink retrain retrofit reunite reuse revamp revert review revise revisit revive reward rewrite ringfence
roll run safeguard save schedule scope screen secure see seek select sell send separate serve set settle shape share
shorten show showcase sign signpost simplify solve source speed spread start steer stimulate stop streamline strengthen
study submit subscribe substitute supplement supply support survey suspend sustain tackle tailor take talk target teach
tell tender test tighten trace track train transfer transform treat triage trial trigger triple try turn unblock
undergo understand undertake unite unlock update upgrade uphold upscale upskill urge use vacate vary visit warn watch
weigh welcome widen win withdraw work write
"""
_VERBS = frozenset(_WORDS.split())
_ENDINGS = ("ise", "ify", "ate")
_NAMES = """
address advocate apprentice audit award balance benchmark bid boost brief broker campaign candidate certificate
challenge change check climate close commission contact cover cut design discharge double draft drive end estate
exercise expertise filter flag focus form franchise fund graduate guide help highlight increase influence interview
issue lead lease let levy lift limit link log look mandate map match measure mentor monitor move name offer outline
partner pilot pioneer place plan pool premise present press private profile progress purchase query rate reach rebrand
record refit register release remit repair repeat report research resource rethink retrofit revamp review reward
rewrite run schedule scope screen share show showcase sign source spread start state study supplement supply support
survey talk target tender test transfer treat triage trial trigger use visit watch welcome win work
"""
_ALSO_NAMES = frozenset(_NAMES.split())


def is_verb(word: str) -> bool:
    """Whether a word is one that an action may begin with."""
    bare = word.casefold().strip(".,;:!?")
    return bare in _VERBS or bare.endswith(_ENDINGS) or ("-" in bare and bare.replace("-", "") in _VERBS)


def is_only_verb(word: str) -> bool:
    """Whether it is that and no name of a thing: "train", but not "support"."""
    return is_verb(word) and word.casefold().strip(".,;:!?") not in _ALSO_NAMES
