Feature: Crisis, vulnerability and support
  Protocol B3, INI-27 to INI-31. A formulation rests on three parts. Each holds something, or is marked as looked for
  and not found; a part that nobody looked for is asked about.

  @rule:triad-crisis-not-described
  Rule: What set things off is asked about

    Scenario: The other two parts are described
      Given a patient at intake
      And the triad holds vulnerability: an anxious child
      And the triad holds support: her sister
      When the case is evaluated
      Then it says "Nothing is recorded about the acute interpersonal crisis"
      And the answer is needed for phase

    Scenario: It is described
      Given a patient at intake
      And the triad holds crisis: her husband moved out
      When the case is evaluated
      Then it says nothing of this

    Scenario: No crisis could be named
      Given a patient at intake
      And crisis was looked for and none was found
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told in the second session
      Given a patient at intake
      And the triad holds support: her sister
      And session 2 was held
      And the triad holds crisis: her husband moved out
      When the case is evaluated
      Then it says nothing of this

  @rule:triad-vulnerability-not-described
  Rule: What makes the person vulnerable is asked about

    Scenario: The crisis and the support are described
      Given a patient at intake
      And the triad holds crisis: her husband moved out
      And the triad holds support: her sister
      When the case is evaluated
      Then it says "Nothing is recorded about what makes the person vulnerable"
      And the answer is needed for phase

    Scenario: Depression in the family is recorded, and not what it means for this crisis
      Given a patient at intake
      And the episode records "depression in the family"
      When the case is evaluated
      Then it says "bodily, emotional, mental and social make-up"

    Scenario: It was looked for and nothing found
      Given a patient at intake
      And vulnerability was looked for and none was found
      When the case is evaluated
      Then it says nothing of this

    Scenario: An earlier episode is named
      Given a patient at intake
      And the triad holds vulnerability: low after her first child
      When the case is evaluated
      Then it says nothing of this

  @rule:triad-support-not-described
  Rule: Who and what supports the person is asked about

    Scenario: The crisis and the vulnerability are described
      Given a patient at intake
      And the triad holds crisis: her husband moved out
      And vulnerability was looked for and none was found
      When the case is evaluated
      Then it says "Nothing is recorded about social support"
      And the answer is needed for phase

    Scenario: A sister supports her
      Given a patient at intake
      And the triad holds support: her sister
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody does, and it was asked
      Given a patient at intake
      And support was looked for and none was found
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending has begun and other things matter more
      Given a patient at intake
      And 12 sessions are planned
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says nothing of this
