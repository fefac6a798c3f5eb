Feature: Maintenance as a plan
  Protocol F, MNT-01 to MNT-25. Who needs it and why, the person's wish, how often, the contract, the bridge from weekly to
  monthly, when sessions step up, when it is looked at again, and what stands in its place where it is declined.

  Background:
    Given a patient at intake
    And 16 sessions are planned

  @statement:MNT-02
  Rule: Who needs it: what is known to be there, and what nobody knows

    Scenario: Earlier episodes are known, the rest is not
      Given the episode records "number" as 3
      And session 13 was held
      When the case is evaluated
      Then in the maintenance plan the part need is filled in part
      And the record offers "earlier episodes" for it, from intake.episode.number
      And the part asks "Not known yet: symptoms left at the end"

    Scenario: Nothing is known
      Given session 13 was held
      When the case is evaluated
      Then in the maintenance plan the part need is open
      And the part holds nothing

    Scenario: A factor that was denied is neither held nor asked for
      Given the episode records "number" as 1
      And session 13 was held
      When the case is evaluated
      Then in the maintenance plan the part need is open
      And the part does not hold "earlier episodes"

    Scenario: Residual symptoms and a quarrel that goes on
      Given there is a conflict with brother
      And session 14 was held
      And the PHQ-9 is 7
      When the case is evaluated
      Then in the maintenance plan the part need is filled in part
      And the record offers "symptoms left at the end" for it, from sessions[0].measures.phq9
      And the record offers "strain that is still there (conflict, isolation or an event that goes on)" for it, from intake.relationships[0].conflict

    Scenario: In the middle phase it is not due
      Given the episode records "number" as 3
      And session 8 was held
      When the case is evaluated
      Then in the maintenance plan the part need is not due yet
      And the part asks nothing

    Scenario: In the middle phase it was spoken of
      Given the episode records "number" as 3
      And session 8 was held
      And the maintenance records "maintenance was spoken of"
      When the case is evaluated
      Then in the maintenance plan the part need is filled in part

  @statement:MNT-06
  Rule: The person's wish decides what else is needed

    Scenario: It was not spoken of
      Given session 13 was held
      When the case is evaluated
      Then in the maintenance plan the part decision is open
      And the part asks "Do you wish to go on"

    Scenario: It was spoken of and not decided
      Given session 13 was held
      And the maintenance records "maintenance was spoken of"
      When the case is evaluated
      Then in the maintenance plan the part decision is filled in part
      And the part holds "spoken of", stated at sessions[0].maintenance.discussed

    Scenario: It is wished for
      Given session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part decision is filled
      And the part holds "wished for", stated at sessions[0].maintenance.accepted

    Scenario: It was wished for and is declined now
      Given session 13 was held
      And the maintenance records "accepted"
      And session 14 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then in the maintenance plan the part decision is filled
      And the part holds "declined", stated at sessions[1].maintenance.accepted

    Scenario Outline: The part <part> waits for the wish
      Given session 13 was held
      When the case is evaluated
      Then in the maintenance plan the part <part> is not due yet
      And the part says "Once maintenance is wished for" and why

      Examples:
        | part      |
        | frequency |
        | contract  |
        | bridge    |
        | watch     |
        | act       |
        | review    |

    Scenario Outline: The part <part> is not needed where it is declined
      Given session 13 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then in the maintenance plan the part <part> is not needed

      Examples:
        | part      |
        | frequency |
        | contract  |
        | bridge    |
        | watch     |
        | act       |
        | review    |

  @statement:MNT-16
  Rule: How often, for how long, and when it is looked at again

    Scenario: Nothing is agreed: the usual frame
      Given session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part frequency is open
      And usual is "Usually monthly, 50 minutes, for 12 months"
      And it is not said that usual is "bipolar illness"

    Scenario: How often is agreed, and until when is not
      Given session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "frequency" as monthly
      When the case is evaluated
      Then in the maintenance plan the part frequency is filled in part
      And the part asks "how many sessions, or until when"

    Scenario: Both are agreed
      Given session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "frequency" as monthly
      And the maintenance records "when the maintenance contract ends" as 2027-04-30
      When the case is evaluated
      Then in the maintenance plan the part frequency is filled
      And the part holds "until 2027-04-30", stated at sessions[0].maintenance.ends

    Scenario: With a bipolar illness other rhythms are used
      Given the diagnosis records "bipolar"
      And session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part frequency is open
      And usual is "With a bipolar illness other rhythms are used"

    Scenario: The contract names a day on which it is looked at again
      Given session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "contract_parts" as [review-date]
      When the case is evaluated
      Then in the maintenance plan the part review is filled

    Scenario: It names none
      Given session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part review is open
      And usual is "after 12 months"

  @statement:MNT-15
  Rule: The contract, part by part

    Scenario: Some parts are stated
      Given session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "contract_parts" as [aim, start]
      When the case is evaluated
      Then in the maintenance plan the part contract is filled in part
      And the part holds "its aim", stated at sessions[0].maintenance.contract_parts[0]
      And the part asks "Not stated yet: how often"

    Scenario: All parts are stated, and no medicine is taken
      Given no medicine is taken
      And session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "contract_parts" as [aim, start, frequency, number-or-end, focus, measures, warning-signs, step-up-rule, emergency-contact, review-date]
      When the case is evaluated
      Then in the maintenance plan the part contract is filled
      And the part asks nothing

  @statement:MNT-17
  Rule: The bridge from weekly to monthly

    Scenario: Sessions are weekly, and maintenance is wished for
      Given session 13 was held
      And the course records "how often" as weekly
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part bridge is open
      And usual is "2 to 3 sessions every two weeks, then monthly"

    Scenario: Who meets every two weeks already needs none
      Given session 13 was held
      And the course records "how often" as fortnightly
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part bridge is not needed

    Scenario: Every two weeks is agreed
      Given session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "frequency" as fortnightly
      When the case is evaluated
      Then in the maintenance plan the part bridge is filled
      And the part holds "every two weeks", stated at sessions[0].maintenance.frequency

    Scenario: While an alert stands sessions are not spaced out
      Given session 13 was held
      And the maintenance records "accepted"
      And the PHQ-9 is 9 with item 9 at 1
      When the case is evaluated
      Then in the maintenance plan the part bridge is not due yet

    Scenario Outline: After <held> contacts of maintenance the bridge is <state>
      Given session 16 was held
      And the maintenance records "accepted"
      And sessions 17 to <last> were held
      When the case is evaluated
      Then in the maintenance plan the part bridge is <state>

      Examples:
        | held  | last | state      |
        | three | 19   | open       |
        | four  | 20   | not needed |

  @statement:MNT-19 @statement:MNT-20 @statement:MNT-21
  Rule: When sessions step up, in words

    Scenario: The signs at which the next session comes sooner
      Given session 13 was held
      And the maintenance records "accepted"
      And the relapse plan holds signs: waking at four; no calls; no supper
      When the case is evaluated
      Then in the maintenance plan the part watch is filled in part
      And usual is "within 2 weeks at: a PHQ-9 of 5 or more in 2 measures in a row, a rise of 5 points or more, 2 of the person's own warning signs, or a new major event"
      And the record offers "no calls" for it, from sessions[0].relapse_plan.signs[1]

    Scenario: The contract states the step-up rule
      Given session 13 was held
      And the maintenance records "accepted"
      And the maintenance records "contract_parts" as [step-up-rule]
      When the case is evaluated
      Then in the maintenance plan the part watch is filled
      And the part holds "stated in the contract", stated at sessions[0].maintenance.contract_parts[0]

    Scenario: When weekly sessions begin again
      Given session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part act is open
      And usual is "a PHQ-9 of 10 or more that is there again 7 days later or after that, 15 or more once, or a new episode"
      And usual is "An answer of 1 or more about being better off dead"
      And it is not said that usual is "a look at medicine"

    Scenario: For a known adult a look at medicine is a question for the prescriber
      Given the patient records "age in years" as 40
      And the diagnosis records "bipolar" as no
      And session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part act is open
      And usual is "a look at medicine, with the prescriber"

  @statement:MNT-25
  Rule: Where it is declined, something stands in its place

    Scenario: The plan is open and nobody is named
      Given no medicine is taken
      And session 13 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then in the maintenance plan the part without is open
      And the part asks "a named supporter"
      And usual is "measures by post or app after 1, 3, 6 and 12 months"

    Scenario: A supporter is named, and part of the plan is written
      Given p2 is the patient's friend
      And session 13 was held
      And the maintenance records "accepted" as no
      And the relapse plan records "a named supporter, by key" as p2
      And the relapse plan holds signs: waking at four
      When the case is evaluated
      Then in the maintenance plan the part without is filled in part
      And the part holds "waking at four", stated at sessions[0].relapse_plan.signs[0]
      And the part asks "likely triggers"

    Scenario: Maintenance takes place, and nothing else is needed
      Given session 13 was held
      And the maintenance records "accepted"
      When the case is evaluated
      Then in the maintenance plan the part without is not needed

    Scenario: It is not decided, and nothing stands in its place yet
      Given session 13 was held
      When the case is evaluated
      Then in the maintenance plan the part without is not due yet
