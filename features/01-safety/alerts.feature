Feature: Alerts: their order, what they hold back, and what is never taken for a no
  Protocol A4, SAF-01, SAF-14 to SAF-16 and SAF-20. The most urgent alert leads. Levels 1 and 2 hold technique advice
  back, level 3 and cautions do not; violence holds only what could add to the danger. A blank is never a no.

  @statement:SAF-01
  Rule: Of several alerts the most urgent leads, and none is lost

    Scenario Outline: Told together: <first> and <second>
      Given a patient at intake
      And the risk enquiry records "<first>"
      And the risk enquiry records "<second>"
      When the case is evaluated
      Then the highest alert is of level <highest>
      And there is an alert of level <other>

      Examples:
        | first                                              | second                                           | highest | other   |
        | self-injury without wish to die                    | serious intent to harm someone                   | 1       | 3       |
        | severe self-neglect                                | concern for a child or dependent adult           | 1       | 2       |
        | recent discharge from hospital                     | thoughts of harming the baby with intent         | 1       | caution |
        | self-injury without wish to die                    | not eating or drinking                           | 2       | 3       |
        | recent discharge from hospital                     | severe self-neglect                              | 2       | caution |
        | unwanted intrusive thoughts of harm without intent | the clinician is concerned, whatever the answers | 3       | caution |

    Scenario: Only a caution
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated
      Then the highest alert is of level caution

    Scenario: A mild score and a denied item 9 hide no plan
      Given a patient at intake
      And the PHQ-9 is 3 with item 9 at 0
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then the highest alert is of level 1

    Scenario: Violence and a plan
      Given a patient at intake
      And the violence enquiry records "violence, threats or coercive control now"
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then the highest alert is of level 1
      And there is an alert of level 2

    Scenario: A wish to be dead and mania
      Given a patient at intake
      And C-SSRS question 1 is answered yes
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then the highest alert is of level 2
      And there is an alert of level 3

  @statement:SAF-15 @statement:SAF-16
  Rule: Levels 1 and 2 hold technique advice back, level 3 and cautions do not

    Background:
      Given the low mood began 10 weeks before the intake
      And a move called move, 2 weeks before the low mood began
      And session 4 was held
      And the focus agreed is role transition about move
      And session 5 was held

    Scenario: Nothing was told
      When the case is evaluated
      Then there is no alert
      And TEC-29 is suggested

    Scenario Outline: Question <question> is an alert of level <level>
      Given C-SSRS question <question> is answered yes
      When the case is evaluated
      Then the highest alert is of level <level>
      And technique advice is held back

      Examples:
        | question | level |
        | 3        | 2     |
        | 4        | 1     |
        | 5        | 1     |
        | 6        | 2     |

    Scenario Outline: IPT goes on beside question <question>
      Given C-SSRS question <question> is answered yes
      When the case is evaluated
      Then the highest alert is of level 3
      And TEC-29 is suggested

      Examples:
        | question |
        | 1        |
        | 2        |

    Scenario Outline: Held back by an alert of level <level>: <sign>
      Given the risk enquiry records "<sign>"
      When the case is evaluated
      Then the highest alert is of level <level>
      And technique advice is held back

      Examples:
        | sign                                     | level |
        | serious intent to harm someone           | 1     |
        | concern for a child or dependent adult   | 1     |
        | thoughts of harming the baby with intent | 1     |
        | severe self-neglect                      | 2     |
        | not eating or drinking                   | 2     |

    Scenario Outline: Not held back by an alert of level <level>: <sign>
      Given the risk enquiry records "<sign>"
      When the case is evaluated
      Then the highest alert is of level <level>
      And TEC-29 is suggested

      Examples:
        | sign                                               | level   |
        | self-injury without wish to die                    | 3       |
        | an attempt at any time in the past                 | 3       |
        | a wish to join someone who died                    | 3       |
        | recent discharge from hospital                     | caution |
        | unwanted intrusive thoughts of harm without intent | caution |

    Scenario: Whether there is intent is not known, and nothing else was told
      Given C-SSRS questions 4 and 5 are answered not known
      When the case is evaluated
      Then there is no alert
      And TEC-29 is suggested

    Scenario: Intent of the intake, and the last sessions asked nothing
      Given the intake again
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then the highest alert is of level 1
      And technique advice is held back

  @statement:SAF-20
  Rule: Violence holds back what could add to the danger, and nothing else

    Background:
      Given the low mood began 10 weeks before the intake
      And a move called move, 2 weeks before the low mood began
      And husband is the patient's spouse
      And about conflict husband it is known:
        | is there a conflict with this person now | yes     |
        | renegotiation, impasse or dissolution    | impasse |
      And session 5 was held
      And the violence enquiry records:
        | violence, threats or coercive control now | yes     |
        | from whom, by key                         | husband |

    Scenario: The focus is the dispute with him
      Given the focus agreed is role dispute about husband
      When the case is evaluated
      Then the highest alert is of level 2
      And TEC-14 is blocked
      And TEC-16 is blocked
      And TEC-27 is blocked

    Scenario: Weighing options with him waits as well
      Given the focus agreed is role dispute about husband
      When the case is evaluated
      Then TEC-15 is blocked
      And TEC-17 is blocked

    Scenario: The focus is the move: work on that goes on
      Given the focus agreed is role transition about move
      When the case is evaluated
      Then TEC-29 is suggested
      And TEC-12 is suggested
      And TEC-18 is blocked

    Scenario: The focus is a dispute with somebody else: work on that goes on
      Given boss is the patient's colleague
      And about conflict boss it is known:
        | is there a conflict with this person now | yes     |
        | renegotiation, impasse or dissolution    | impasse |
      And the focus agreed is role dispute about boss
      When the case is evaluated
      Then TEC-14 is suggested
      And TEC-16 is suggested

    Scenario: Intent beside the violence holds everything
      Given the focus agreed is role transition about move
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then the highest alert is of level 1
      And technique advice is held back

  @statement:SAF-14
  Rule: A session with nothing recorded clears nothing

    Scenario Outline: Told at the intake, and the next session is blank: <told>
      Given a patient at intake
      And the risk enquiry records "<told>"
      And session 1 was held
      When the case is evaluated
      Then the highest alert is of level <level>

      Examples:
        | told                                               | level   |
        | serious intent to harm someone                     | 1       |
        | concern for a child or dependent adult             | 1       |
        | thoughts of harming the baby with intent           | 1       |
        | psychotic signs                                    | 1       |
        | severe self-neglect                                | 2       |
        | not eating or drinking                             | 2       |
        | self-injury without wish to die                    | 3       |
        | an attempt at any time in the past                 | 3       |
        | the clinician is concerned, whatever the answers   | 3       |
        | a wish to join someone who died                    | 3       |
        | recent discharge from hospital                     | caution |
        | new severe symptoms                                | caution |
        | unwanted intrusive thoughts of harm without intent | caution |

    Scenario Outline: Answered yes at the intake, and three sessions are blank: question <question>
      Given a patient at intake
      And C-SSRS question <question> is answered yes
      And sessions 1 to 3 were held
      When the case is evaluated
      Then the highest alert is of level <level>

      Examples:
        | question | level |
        | 1        | 3     |
        | 2        | 3     |
        | 3        | 2     |
        | 4        | 1     |
        | 5        | 1     |
        | 6        | 2     |

    Scenario: Recent behaviour, and the next session is blank
      Given a patient at intake
      And suicidal behaviour in the last three months is answered yes
      And session 1 was held
      When the case is evaluated
      Then the highest alert is of level 1

    Scenario Outline: Recorded with the diagnosis, and the next session is blank: <told>
      Given a patient at intake
      And the diagnosis records "<told>"
      And session 1 was held
      When the case is evaluated
      Then the highest alert is of level 2

      Examples:
        | told                                     |
        | psychotic symptoms now                   |
        | mania, hypomania or mixed features now   |
        | catatonia now                            |
        | risk of withdrawal from alcohol or drugs |

    Scenario Outline: Told at the intake, and in the next session answered "not known": <told>
      Given a patient at intake
      And the risk enquiry records "<told>"
      And session 1 was held
      And the risk enquiry records "<told>" as not known
      When the case is evaluated
      Then the highest alert is of level 1

      Examples:
        | told                                     |
        | serious intent to harm someone           |
        | concern for a child or dependent adult   |
        | thoughts of harming the baby with intent |
        | psychotic signs                          |

  @statement:SAF-01
  Rule: What is not known is neither a yes nor a no

    Scenario Outline: Answered "not known", and nothing else was told: <asked>
      Given a patient at intake
      And the risk enquiry records "<asked>" as not known
      When the case is evaluated
      Then there is no alert

      Examples:
        | asked                                              |
        | serious intent to harm someone                     |
        | concern for a child or dependent adult             |
        | thoughts of harming the baby with intent           |
        | psychotic signs                                    |
        | severe self-neglect                                |
        | not eating or drinking                             |
        | self-injury without wish to die                    |
        | an attempt at any time in the past                 |
        | the clinician is concerned, whatever the answers   |
        | a wish to join someone who died                    |
        | recent discharge from hospital                     |
        | new severe symptoms                                |
        | unwanted intrusive thoughts of harm without intent |

    Scenario Outline: The screener answered "not known": question <question>
      Given a patient at intake
      And C-SSRS question <question> is answered not known
      When the case is evaluated
      Then there is no alert

      Examples:
        | question |
        | 1        |
        | 3        |
        | 4        |
        | 5        |
        | 6        |

    Scenario: Nothing at all is recorded
      Given a patient at intake
      When the case is evaluated
      Then there is no alert

    Scenario: Everything was denied
      Given a patient at intake
      And the whole C-SSRS screener is answered no
      And the PHQ-9 is 4 with item 9 at 0
      When the case is evaluated
      Then there is no alert
