"""The fact kinds about danger (A4): suicide, other signs, violence, the screener, the safety plan."""

from __future__ import annotations

from collections.abc import Mapping

from ipt_rules.facts.base import Field, kind
from ipt_rules.facts.signs import SIGNS

UNKNOWNS: Mapping[str, str] = {
    "risk-asked": "whether there are thoughts of suicide: not asked in the session now",
    "cssrs-complete-this-session": "the whole C-SSRS screener in the session now: not asked, or not to its end",
    "item-9": "item 9 of a PHQ-9 that was filled in for the session now, or sent in since",
    "epds-item-10": "item 10 of an EPDS that was filled in for the session now, or sent in since",
    "recent-suicidal-behaviour": "whether suicidal behaviour that was told lies within the last three months",
    "past-attempt-time": "when an attempt was that was told outside the screener: within the last three months or before",
    "wish-to-join-the-dead": "whether there is a wish to join somebody who died: never asked",
    "wish-to-join-the-dead-now": "whether there is a wish to join somebody who died: not asked in the session now",
    "violence": "whether there is violence or fear, in a conflict with a partner, family, a carer, somebody in the same home or "
    "somebody whose role is open",
    "violence-after-leaving": "whether there is violence or fear now, where violence was left behind",
    "safeguarding-of-patient": "whether there is concern for a patient who is not of age, where violence was told: not "
    "recorded since",
    "children-at-home": "whether children live in the home, where violence was told",
    "safeguarding": "whether children in the home are safe, where violence was told: not asked since",
    "safety-plan": "whether there is a safety plan",
}


def _question(name: str, meaning: str, *statements: str) -> Field:
    return Field(
        f"cssrs_{name}", "yes_no", f"{meaning}: the answer that stands.", source="risk.cssrs", statements=statements
    )


def _item(name: str, meaning: str, source: str, *statements: str) -> tuple[Field, ...]:
    return (
        Field(
            name,
            "integer",
            f"{meaning}: the highest value since the last whole C-SSRS screener, else the latest; a value of 1 or more "
            "stands until cleared. Where it was not recorded, what the total says that it is at least.",
            unit="points",
            source=source,
            statements=statements,
        ),
        Field(f"{name}_rising", "yes_no", f"{meaning} rose, with no whole screener since.", statements=("SAF-05",)),
        Field(f"{name}_enquired", "yes_no", f"A whole screener was recorded at or after {meaning} that stands."),
        Field(
            f"{name}_stands", "yes_no", f"{meaning} of 1 or more stands; `no` says only that none does.", required=True
        ),
        Field(f"{name}_told", "text", "At which contact, for reading."),
    )


RISK = kind(
    "risk",
    "What stands about suicide and what bears on it; exactly one. A yes stands until clear screens in a row follow it "
    "(SAF-14); a later blank or a single later no clears nothing.",
    _question("q1", "C-SSRS question 1, wish to be dead", "SAF-10", "SAF-16"),
    _question("q2", "C-SSRS question 2, thoughts of suicide", "SAF-10"),
    _question("q3", "C-SSRS question 3, a method without intent", "SAF-09"),
    _question("q4", "C-SSRS question 4, some intent", "SAF-07"),
    _question("q5", "C-SSRS question 5, plan with intent", "SAF-07"),
    _question("q6", "C-SSRS question 6, suicidal behaviour in the lifetime", "SAF-09"),
    _question("q6_3m", "C-SSRS question 6, suicidal behaviour in the last three months", "SAF-08"),
    Field(
        "urgent_yes",
        "yes_no",
        "A yes to question 4 or 5 or to recent behaviour stands; `no` says only that none was told.",
        required=True,
    ),
    Field("middle_yes", "yes_no", "A yes to question 3 or 6 stands; `no` says only that none was told.", required=True),
    Field("told", "text", "At which contact the most urgent answer that stands was given, for reading."),
    Field("intent_told", "text", "At which contact question 4 or 5 was answered yes, for reading."),
    Field("recent_behaviour_told", "text", "At which contact recent behaviour was told, for reading."),
    Field("method_told", "text", "At which contact question 3 was answered yes, for reading."),
    Field("behaviour_told", "text", "At which contact behaviour in the lifetime was told, for reading."),
    Field("thoughts_told", "text", "At which contact question 1 or 2 was answered yes, for reading."),
    Field(
        "wish_to_join_the_dead",
        "yes_no",
        "A wish to join somebody who died: the answer that stands.",
        source="risk.wish_to_join_the_dead",
        statements=("SAF-28",),
    ),
    Field("wish_told", "text", "At which contact that wish was told, for reading."),
    *_item("item9", "Item 9 of the PHQ-9", "measures.phq9.items", "SAF-03", "SAF-04"),
    *_item("epds10", "Item 10 of the EPDS", "measures.epds.items", "SAF-26"),
    Field(
        "other_item",
        "integer",
        "The item about suicide of the QIDS-SR16 (12) or the HRSD-17 (3), the highest that stands: above nought until cleared.",
        unit="points",
        source="measures.qids.items, measures.hrsd.items",
        statements=("SAF-02", "SAF-03"),
    ),
    Field("other_item_name", "text", "Of which scale, for reading."),
    Field("other_item_enquired", "yes_no", "A whole screener was recorded at or after it."),
    Field("other_item_stands", "yes_no", "One stands; `no` says only that none does.", required=True),
    Field("other_item_told", "text", "At which contact, for reading."),
    Field(
        "suicidal_signs",
        "yes_no",
        "Anything about suicide stands; `no` only when the latest screen is clear and nothing stands.",
    ),
    Field(
        "something_stands",
        "yes_no",
        "An answer about suicide, or an item above nought, stands; `no` says only that none does.",
        required=True,
        statements=("SAF-14",),
    ),
    Field("phq9_total", "integer", "The newest usable PHQ-9 total.", unit="points", source="measures.phq9"),
    Field(
        "phq9_open_total",
        "integer",
        "The highest PHQ-9 total without an answer to item 9, where neither item 9 nor a whole screener was recorded since.",
        unit="points",
        source="measures.phq9, risk.cssrs",
        statements=("SAF-30",),
    ),
    Field(
        "phq9_rise",
        "integer",
        "Points from the usable PHQ-9 before to the one of the session now; negative for a fall.",
        unit="points",
        statements=("SAF-29",),
    ),
    Field(
        "sent_in_worse",
        "yes_no",
        "The newest usable PHQ-9 came in with a missed session and is a deterioration beside those before; yes or unknown.",
        source="measures.phq9",
        statements=("MON-19", "SAF-29"),
    ),
    Field("sent_in_told", "text", "With which session, for reading."),
    Field("sent_in_text", "text", "In which way it is worse, for reading."),
    Field("sent_in_enquired", "yes_no", "A whole screener was recorded with it or since."),
    Field("perinatal", "yes_no", "Pregnant, or within the time after a birth; yes or unknown.", statements=("SAF-25",)),
    Field(
        "not_perinatal",
        "yes_no",
        "Known to be neither pregnant nor within the time after a birth; `no` where that is not known.",
        required=True,
    ),
    Field("grief_focus", "yes_no", "Grief is an agreed focus, the first or the second.", required=True),
    single=True,
)
RISK_SIGN = kind(
    "risk_sign",
    "A sign of danger other than suicidal thoughts that was answered with yes or no. A yes stands until a later no.",
    Field("sign", "term", "Which sign.", tuple(SIGNS), required=True),
    Field("present", "yes_no", "The answer that stands.", required=True),
    Field("name", "text", "The sign, for reading.", required=True),
    Field("told", "text", "At which contact, for reading.", required=True),
    Field("days_ago", "integer", "Days since that contact.", unit="days", required=True),
    Field("ago", "text", "The same, for reading: `8 weeks`.", required=True),
)
VIOLENCE = kind(
    "violence",
    "Violence, threats, control or fear that stands, with regard to one person or to nobody named. It stands until "
    "denied for that person, or in general, when asked alone.",
    Field("person", "key", "Of whom, by key."),
    Field("who", "text", "Of whom, for reading.", required=True),
    Field("now", "yes_no", "Violence, threats or control now.", source="risk.violence.now", statements=("SAF-20",)),
    Field("fear", "yes_no", "Fear of this person.", source="risk.violence.fear", statements=("SAF-20",)),
    Field(
        "disclosed",
        "yes_no",
        "Violence was found on asking; when and how is not recorded.",
        source="asked.violence",
        statements=("SAF-21",),
    ),
    Field("told", "text", "At which contact, for reading.", required=True),
    Field("children_at_home", "yes_no", "Children live in the home.", source="patient.children_at_home"),
)
SCREENER = kind(
    "screener",
    "The newest C-SSRS screener of which anything was answered; at most one.",
    Field("session", "integer", "Number of its contact.", required=True),
    Field("complete", "yes_no", "Every question that its own path requires is answered.", required=True),
    Field("missing", "text", "The questions still to be answered, for reading.", required=True, statements=("MEA-15",)),
    Field("told", "text", "At which contact, for reading.", required=True),
    single=True,
)
SAFETY_PLAN = kind(
    "safety_plan",
    "The safety plan as recorded; at most one.",
    Field("exists", "yes_no", "There is one.", required=True, source="risk.safety_plan.exists"),
    Field("complete", "yes_no", "It holds all its parts.", required=True, statements=("SAF-12",)),
    Field("missing", "text", "The parts not recorded, safer surroundings first, for reading.", required=True),
    single=True,
)
VIOLENCE_ENQUIRY = kind(
    "violence_enquiry",
    "How far violence, control and fear were asked about with this patient, whoever it may be; exactly one.",
    Field(
        "state",
        "term",
        "Told and standing; asked alone and denied, with nobody left to ask about; or still to be asked about.",
        ("told", "asked", "to-ask"),
        required=True,
        source="risk.violence, asked.violence",
        statements=("SAF-20", "SAF-21"),
    ),
    single=True,
)
KINDS = (RISK, RISK_SIGN, VIOLENCE, VIOLENCE_ENQUIRY, SCREENER, SAFETY_PLAN)
