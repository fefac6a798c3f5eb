Feature: Several patients
  A folder of cases is one list, the most urgent first. A file that cannot be read may hold an alert, so it stands before all.

  Scenario: The most urgent first
    Given a folder with the cases amira, hana-caution, nils-intent, petra-item-nine and mei-illness
    When the folder is read on 2026-05-01
    Then the cases stand in the order nils-intent, petra-item-nine, mei-illness, hana-caution, amira

  Scenario: What stands in a line
    Given a folder with the cases nils-intent and amira
    When the folder is read on 2026-03-17
    Then of nils-intent the first line says "!! ACT NOW; invented-nils; Middle; 6 of 16; 23, up 5"
    And of amira the first line says "-; none recorded; invented-amira; Middle; 8 of 16; 12, up 1"
    And the list says "Suicidal intent, or a plan with intent, was told; 2 more alerts"
    And the list says "Due: Announce the end: 8 sessions are left, with the next one"

  Scenario: A case without a score
    Given a folder with the cases barbara
    When the folder is read on 2026-05-01
    Then of barbara the first line says "Initial; intake; -"

  Scenario: A broken file keeps nothing back, and cannot be overlooked
    Given a folder with the cases amira and nils-intent
    And in it a broken file alma.yaml
    When the folder is read on 2026-05-01
    Then alma.yaml is named before every case, with its problems
    And the cases stand in the order nils-intent, amira
    And the list says "It is not in this list, and may hold an alert."

  Scenario: What is plainly no case is named as such
    Given a folder with the cases amira
    And in it a file labels.yaml that says "cases: {anna: {acceptable: [grief]}}"
    When the folder is read on 2026-05-01
    Then labels.yaml is named as no case
    And the cases stand in the order amira

  Scenario: Backups, hidden files and other documents are not looked at
    Given a folder with the cases amira
    And in it the case nils-intent as nils.yaml~
    And in it the case nils-intent as .nils.yaml
    And in it a file README.md that says "Not for the list."
    When the folder is read on 2026-05-01
    Then nils.yaml~ is not looked at
    And .nils.yaml is not looked at
    And README.md is not looked at
    And the cases stand in the order amira

  Scenario: A session dated in the future is said in the list too
    Given a folder with the cases nils-intent
    When the folder is read on 2026-03-07
    Then the list says "2 sessions are not read, dated after 2026-03-07"

  Scenario: What safety needs asked is counted
    Given a folder with the cases barbara
    When the folder is read on 2026-05-01
    Then the list says "questions for safety, first: Ask directly about suicide"
