"""The verbs that actions begin with: what tells "Train staff" from "Crisis loans"."""

from __future__ import annotations

_WORDS = """
achieve adapt address adopt advertise advise advocate agree align allow analyse apply appoint appraise approve arrange
ask assess attend attract avoid award balance begin benchmark bid boost bring broaden build buy campaign capture carry
challenge change check clarify clear close collect combine commission compare compile complete conduct confirm connect
consider construct consult contact continue contribute convene convert coproduce cover cut decide define deliver deploy
design determine develop devise direct discuss distribute divert draft draw drive embed employ empower enable encourage
end enforce engage enhance ensure establish evaluate examine expand explore extend finalise find finish fix follow form
foster free fund gain gather get give grow guide halve handle help hire hold host identify implement improve increase
inform inspect install introduce invest invite involve issue join keep launch lead learn lease let limit link lobby
look lower maintain make manage map match measure meet mentor merge monitor move name negotiate obtain offer open
oversee pay persuade pilot place plan pool prepare present press prevent procure produce progress promote propose
protect provide publish purchase pursue put raise reach rebuild reconfigure reconnect record recover recruit redesign
reduce refer reform refresh refurbish rehouse reinforce relaunch release relet relocate remodel remove renew repair
replace report request research resolve resource respond restore restructure retain retrain reuse review revise roll
run safeguard save scope screen secure see seek sell send serve set shape share show sign signpost simplify solve speed
spread start stop streamline strengthen study submit supply support survey sustain tackle tailor take target teach tell
tender test tighten trace track train transfer transform trial turn understand undertake update upgrade urge use visit
watch welcome widen win withdraw work write
"""
_VERBS = frozenset(_WORDS.split())
_ENDINGS = ("ise", "ify", "ate")
_NAMES = """
address advocate apprentice audit award balance benchmark bid boost campaign candidate certificate challenge change
check climate close commission contact cover cut design draft drive end estate exercise expertise form franchise fund
graduate guide help increase issue lead lease let limit link look mandate map match measure mentor monitor move name
offer pilot place plan pool premise present press private progress purchase rate reach record release remit repair
report research resource review run scope screen share show sign spread start state study supply support survey target
tender test transfer trial use visit watch welcome win work
"""
_ALSO_NAMES = frozenset(_NAMES.split())


def is_verb(word: str) -> bool:
    """Whether a word is one that an action may begin with."""
    bare = word.casefold().strip(".,;:!?")
    return bare in _VERBS or bare.endswith(_ENDINGS) or ("-" in bare and bare.replace("-", "") in _VERBS)


def is_only_verb(word: str) -> bool:
    """Whether it is that and no name of a thing: "train", but not "support"."""
    return is_verb(word) and word.casefold().strip(".,;:!?") not in _ALSO_NAMES
