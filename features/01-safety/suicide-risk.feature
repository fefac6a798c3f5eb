Feature: Suicide risk comes first
  Protocol A4. The C-SSRS screener is acted on answer by answer; a higher level is never hidden by a lower score or a blank.

  @rule:suicide-intent-or-plan
  Rule: Intent, or a plan with intent, is told before the contact ends

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

    Scenario: Thoughts of a method without intent are another level
      Given a patient at intake
      And C-SSRS question 3 is answered yes
      And C-SSRS questions 4 and 5 are answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: An unasked question is no alert and no all-clear
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this
