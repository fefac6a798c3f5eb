"""The kinds of fact about conflicts with people (C3): a dispute with one person, and conflicts as a whole."""

from __future__ import annotations

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Field, kind
from ipt_rules.facts.timing import FIELDS as TIMING

_INPUT = "relationships[].conflict"
DISPUTE = kind(
    "dispute",
    "A disagreement with one person, open or hidden: one fact for each person with whom something of it is recorded.",
    Field("person", "key", "With whom.", required=True, source="relationships[].person", statements=("DIS-02",)),
    Field("who", "text", "With whom, for reading.", required=True),
    Field("role", "term", "Who this is to the patient.", words.ROLES, source="relationships[].role"),
    Field("role_group", "term", "The same in groups.", words.ROLE_KINDS, statements=("DIS-02",)),
    Field("present", "yes_no", "Whether the conflict is there now.", source=_INPUT),
    Field("overt", "yes_no", "It is there now and not known to be hidden; always known.", required=True),
    Field(
        "over",
        "yes_no",
        "Recorded as over: this person is dead, or the tie has ended and both accept it, with no quarrel now; always "
        "known.",
        required=True,
        statements=("DIS-09",),
    ),
    Field(
        "beside_focus",
        "yes_no",
        "A focus was agreed, and this dispute is no part of it; always known.",
        required=True,
        source="sessions[].focus_agreed",
    ),
    Field("other_dead", "yes_no", "This person is recorded as dead; always known.", required=True),
    Field(
        "unimportant",
        "yes_no",
        "The patient said that this person is not important to them; always known.",
        required=True,
        source="relationships[].important",
        statements=("DIS-08",),
    ),
    Field(
        "hidden",
        "yes_no",
        "Whether there is a disagreement that is not spoken of.",
        source=f"{_INPUT}.hidden",
        statements=("DIS-06",),
    ),
    Field(
        "hidden_signs",
        "integer",
        "How many signs of a hidden dispute are recorded; none where the disagreement is known to be spoken of.",
        unit="signs",
        required=True,
    ),
    Field("kind", "term", "The kind of dispute.", words.DISPUTE_KINDS, statements=("DIS-07",)),
    Field(
        "mismatch",
        "yes_no",
        "Whether the two expect different things of the relationship.",
        source="conflict.expectations_mismatch, expectations_met; or a conflict with expect_self and expect_other recorded",
        statements=("DIS-01",),
    ),
    Field("mismatch_basis", "text", "What that rests on, for reading."),
    Field(
        "distressing", "yes_no", "Whether the conflict causes a lot of distress.", source=_INPUT, statements=("DIS-03",)
    ),
    Field(
        "around_onset", "yes_no", "Whether the conflict began or became worse around the onset.", statements=("DIS-04",)
    ),
    Field("told_around_onset", "yes_no", "The same where recorded; no elsewhere; always known.", required=True),
    Field(
        "worse_around_onset",
        "yes_no",
        "Whether it is told to have begun or become worse around the onset.",
        source=_INPUT,
    ),
    Field(
        "stalled",
        "yes_no",
        "Whether it is the same quarrel again and again, or talk has stopped.",
        statements=("DIS-05",),
    ),
    Field(
        "little_hope",
        "yes_no",
        "Whether there is little hope of change, or no control over it.",
        statements=("DIS-05",),
    ),
    Field("threatens_loss", "yes_no", "Whether the tie, or what it gives, may be lost.", statements=("DIS-05",)),
    Field(
        "betrayal",
        "yes_no",
        "Whether there was an affair or betrayal in a relationship that goes on.",
        statements=("DFX-09",),
    ),
    Field(
        "only_in_episode",
        "yes_no",
        "Whether it is only irritability of this episode.",
        source=_INPUT,
        statements=("DIS-08",),
    ),
    Field(
        "both_accept_end",
        "yes_no",
        "Whether the tie has ended and both accept it.",
        source=_INPUT,
        statements=("DIS-09",),
    ),
    Field("separation_under_way", "yes_no", "Whether a separation is decided and under way.", statements=("DFX-02",)),
    Field(
        "hoping_to_restore",
        "yes_no",
        "Whether a separation is fought over, or one hopes to restore the tie.",
        statements=("DFX-02",),
    ),
    Field("dominates", "yes_no", "Whether it dominates the sessions.", source=_INPUT, statements=("DFX-04", "TRA-08")),
    Field("stage", "term", "The stage.", words.DISPUTE_STAGES, source=f"{_INPUT}.stage", statements=("DIS-10",)),
    Field(
        "sessions_at_stage",
        "integer",
        "Held sessions with this dispute as the agreed focus since it came to its stage, and since a technique with "
        "regard to this person last helped.",
        unit="sessions",
        source="sessions[].focus_agreed, sessions[].techniques",
        statements=("DIS-22",),
    ),
    *TIMING,
    Field(
        "timing_basis",
        "term",
        "What its time beside the onset is known from; always known.",
        ("date", "relation", "link", "none"),
        required=True,
    ),
    Field(
        "own_timing",
        "yes_no",
        "Its beginning counts for itself: no when it began with an event that counts already; always known.",
        required=True,
        statements=("FOC-16",),
    ),
    Field("about_event", "key", "The event it is about.", source=_INPUT, statements=("TRA-08",)),
    Field("began_with_event", "key", "The event it began with.", source=_INPUT, statements=("FOC-16",)),
    Field("began_with", "text", "The same, for reading."),
    Field("change_event", "key", "The event it is about, else the one it began with."),
    Field("change_type", "term", "The type of that event.", words.EVENT_TYPES),
    Field("change", "text", "That event, for reading."),
    Field("about_change", "yes_no", "That event is known and is not a death; always known.", required=True),
    Field("new_parent", "yes_no", "A pregnancy or birth is recorded; always known.", required=True),
    Field("parenthood_event", "key", "That pregnancy or birth.", statements=("DFX-04",)),
    Field("parenthood", "text", "The same, for reading."),
    Field("predates_pregnancy", "yes_no", "Whether the conflict is older than that pregnancy.", statements=("DFX-04",)),
    Field(
        "job_change",
        "term",
        "With people at work: is a loss or change of the job recorded that came of it or after it?",
        ("none-recorded", "after-it", "unclear"),
        statements=("DFX-03",),
    ),
    Field("job_event", "key", "That loss or change of the job."),
    Field("job", "text", "The same, for reading."),
    Field(
        "leaving_violence",
        "yes_no",
        "Leaving this person because of violence is recorded; always known.",
        required=True,
    ),
    Field(
        "violence_asked",
        "yes_no",
        "Violence and fear with regard to this person were asked about alone, and answered; always known.",
        required=True,
        source="risk.violence",
        statements=("SAF-21",),
    ),
    Field(
        "violence_enquiry",
        "term",
        "Told with regard to this person (or to nobody named); to be asked; asked; not needed, because this is neither "
        "partner nor family, nor a carer or somebody in the same home.",
        ("told", "to-ask", "asked", "not-needed"),
        required=True,
        statements=("SAF-20", "SAF-21"),
    ),
    Field("alive", "yes_no", "Whether this person is alive.", source="relationships[].alive"),
)
CONFLICT_PICTURE = kind(
    "conflict_picture",
    "What is known of conflicts as a whole; exactly one.",
    Field("disputes", "integer", "How many are recorded, those that are over left out.", required=True),
    Field(
        "none_found",
        "yes_no",
        "It was asked, and nobody important is in conflict with the patient; always known.",
        required=True,
        source="asked.conflicts, relationships[].conflict.present",
        statements=("DIS-08",),
    ),
    single=True,
)
