Feature: Suicide risk comes first
  Protocol A4, SAF-07 to SAF-16. The C-SSRS screener is acted on answer by answer; a higher level is never hidden by a
  lower score or a blank, and no answer is ever turned into a score of risk.

  @rule:suicide-intent-or-plan
  Rule: Intent, or a plan with intent, is acted on before the contact ends

    Scenario Outline: A yes to question <question> is the most urgent alert
      Given a patient at intake
      And C-SSRS question <question> is answered yes
      When the case is evaluated
      Then there is an alert of level 1
      And it says "Do not leave the person alone"

      Examples:
        | question |
        | 4        |
        | 5        |

    Scenario: Intent counts although the questionnaire looks mild
      Given a patient at intake
      And the PHQ-9 is 3 with item 9 at 0
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice

    Scenario: A plan told on the telephone after a missed session counts
      Given session 1 was held
      And session 2 was missed without notice
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then there is an alert of level 1
      And it says "(at session 2)"

    Scenario: Thoughts of a method without intent are another level
      Given a patient at intake
      And C-SSRS question 3 is answered yes
      And C-SSRS questions 4 and 5 are answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient could not say whether there is intent
      Given a patient at intake
      And C-SSRS questions 2 and 3 are answered yes
      And C-SSRS questions 4 and 5 are answered not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: An unasked question is no alert and no all-clear
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

  @rule:suicide-recent-behaviour
  Rule: Suicidal behaviour within three months is as urgent as intent

    Scenario: He began to collect tablets six weeks ago
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered yes
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice
      And it says "an attempt, a start that was stopped, or preparation"

    Scenario: Only the last three months were recorded
      Given a patient at intake
      And suicidal behaviour in the last three months is answered yes
      When the case is evaluated
      Then there is an alert of level 1

    Scenario Outline: Behaviour in the lifetime, and the last three months are answered <answer>
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:suicide-pause-focus-work
  Rule: While intent, a plan or recent behaviour stands, the focus work pauses and the link stays

    Scenario Outline: The pause is proposed after a yes to question <question>
      Given a patient at intake
      And C-SSRS question <question> is answered yes
      When the case is evaluated
      Then it says "Consider pausing the focus work until the crisis is over"
      And it says "Keep the therapeutic link"

      Examples:
        | question |
        | 4        |
        | 5        |

    Scenario: The pause is proposed after recent behaviour
      Given session 1 was held
      And suicidal behaviour in the last three months is answered yes
      When the case is evaluated
      Then it says "was told at session 1 and stands"
      And of the phase it says hold

    Scenario: Thoughts of a method, with intent denied, are no reason to pause here
      Given a patient at intake
      And C-SSRS question 3 is answered yes
      And C-SSRS questions 4 and 5 are answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: An attempt many years ago is no reason to pause here
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:suicide-method-without-intent
  Rule: Thoughts of a method, with no intent told, are looked into on the same day

    Scenario: She has thought of how, and would not do it
      Given a patient at intake
      And C-SSRS question 3 is answered yes
      And C-SSRS questions 4 and 5 are answered no
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "Make the surroundings safer for the method named, with the help of somebody the person trusts"

    Scenario: A method was told, and intent was not asked about
      Given a patient at intake
      And C-SSRS question 3 is answered yes
      When the case is evaluated
      Then there is an alert of level 2
      And it says "Ask again about intent and a plan"

    Scenario Outline: A more urgent answer beside the method has its own alert
      Given a patient at intake
      And C-SSRS question 3 is answered yes
      And <more>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | more                                                        |
        | C-SSRS question 4 is answered yes                           |
        | C-SSRS question 5 is answered yes                           |
        | suicidal behaviour in the last three months is answered yes |

    Scenario: Whether there is a method is not known
      Given a patient at intake
      And C-SSRS question 2 is answered yes
      And C-SSRS question 3 is answered not known
      When the case is evaluated
      Then it says nothing of this

  @rule:suicide-behaviour-long-ago
  Rule: Suicidal behaviour earlier in life calls for evaluation by a clinician

    Scenario: He tried to take his life ten years ago
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "unless this behaviour has been evaluated already"

    Scenario: When it was is not known
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Intent now has its own alert
      Given a patient at intake
      And C-SSRS questions 4 and 6 are answered yes
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Behaviour was denied
      Given a patient at intake
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:suicide-behaviour-time-unknown
  Rule: Of suicidal behaviour without a time it is asked at once when it was

    Scenario: An attempt was told, and nobody asked when
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "ask now whether it was within the last three months"

    Scenario: The patient could not say when
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered not known
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: A later denial of all behaviour does not say when it was
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And session 1 was held
      And C-SSRS questions 1, 2 and 6 are answered no
      When the case is evaluated
      Then it says "told at the intake"

    Scenario: The session after has settled that it was long ago
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And session 1 was held
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was within the last three months
      Given a patient at intake
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A plan has its own, more urgent alert
      Given a patient at intake
      And C-SSRS questions 5 and 6 are answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:suicidal-thoughts-only
  Rule: Thoughts with nothing beyond told are enquired into, and do not stop IPT

    Scenario Outline: Question <question> was answered yes and the rest no
      Given a patient at intake
      And the whole C-SSRS screener is answered no
      And C-SSRS question <question> is answered yes
      When the case is evaluated
      Then there is an alert of level 3
      And it says "IPT can go on"
      And it says "Explain such thoughts as a symptom of depression"

      Examples:
        | question |
        | 1        |
        | 2        |

    Scenario: The questions after it were not asked
      Given a patient at intake
      And C-SSRS question 2 is answered yes
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "Ask further, and again in each session"

    Scenario Outline: A more urgent answer beside the thoughts has its own alert
      Given a patient at intake
      And C-SSRS questions 1 and 2 are answered yes
      And <more>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | more                                                        |
        | C-SSRS question 3 is answered yes                           |
        | C-SSRS question 4 is answered yes                           |
        | C-SSRS question 6 is answered yes                           |
        | suicidal behaviour in the last three months is answered yes |

    Scenario: The patient could not say
      Given a patient at intake
      And C-SSRS questions 1 and 2 are answered not known
      When the case is evaluated
      Then it says nothing of this

  @statement:SAF-11
  Rule: The answers and the next step are shown, never a score or a class of risk

    Scenario Outline: After a yes to question <question> no class of risk is printed
      Given a patient at intake
      And C-SSRS question <question> is answered yes
      When the case is evaluated
      Then it does not say "high risk"
      And it does not say "moderate risk"
      And it does not say "low risk"

      Examples:
        | question |
        | 1        |
        | 3        |
        | 5        |
