Feature: Isolation, and what lies behind it
  Protocol C5 (DEF-01 to DEF-06), FOC-18 and DFX-12. Interpersonal deficits come last: isolation that began with an event
  or with this episode belongs there, and a few friends without a wish for more are no illness.

  @rule:deficits-isolation
  Rule: Isolation, lack of support or difficulty with people speak for the area, and are not enough alone

    Scenario Outline: It is recorded that the patient <sign>
      Given the social life records "<sign>"
      When the case is evaluated
      Then it says "Recorded about life with people: <told>"
      And it says "First look for a death, a dispute or a change behind it"

      Examples:
        | sign                                                           | told                                       |
        | isolated or lonely now                                         | isolated or lonely                         |
        | lacks support                                                  | lacks support                              |
        | finds it hard to make or keep relationships                    | finds it hard to make or keep relationships |
        | feels left out                                                 | feels left out                             |
        | few social skills, or needs practice in saying what is needed  | needs practice with people                 |

    Scenario: One of five is there, and the others were denied
      Given the social life records:
        | isolated or lonely now                                        | no  |
        | lacks support                                                 | no  |
        | finds it hard to make or keep relationships                   | no  |
        | feels left out                                                | yes |
        | few social skills, or needs practice in saying what is needed | no  |
      When the case is evaluated
      Then it says "Recorded about life with people: feels left out."
      And this is a moderate argument for interpersonal deficits
      And it counts once among the arguments of pattern-itself
      And this is about pattern
      And no focus is recommended

    Scenario: All five were asked about, and none is there
      Given the social life records:
        | isolated or lonely now                                        | no |
        | lacks support                                                 | no |
        | finds it hard to make or keep relationships                   | no |
        | feels left out                                                | no |
        | few social skills, or needs practice in saying what is needed | no |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether she is lonely is not known, and she is uneasy with people
      Given the social life records:
        | isolated or lonely now | not known |
        | uneasy with people     | yes       |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Lonely at the intake, and no longer so in the eighth session
      Given the social life records "isolated or lonely now"
      And session 8
      And the social life records "isolated or lonely now" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-long-standing
  Rule: A pattern of many years is the plainest argument for the area

    Scenario: Few ties and unease with people for as long as he can think
      Given the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says "recorded as a pattern of many years"
      And this is a strong argument for interpersonal deficits
      And it counts once among the arguments of pattern-itself
      And this is about pattern
      And it says "even one shows what is possible"

    Scenario Outline: He is lonely; a pattern of many years: <answer>
      Given the social life records:
        | isolated or lonely now                                            | yes      |
        | a pattern of many years: few ties, loneliness, unease with people | <answer> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Lonely for years counts once, not as lonely and as for years
      Given the social life records:
        | isolated or lonely now                                            | yes |
        | a pattern of many years: few ties, loneliness, unease with people | yes |
      When the case is evaluated
      Then it says "recorded as a pattern of many years"
      And the arguments add up to grief 0, dispute 0, transition 0, deficits 3

  @rule:deficits-low-support-score
  Rule: A low score for social support says a little

    Scenario: The OSSS-3 is 8
      Given the OSSS-3 is 8
      When the case is evaluated
      Then it says "The OSSS-3 at the intake was 8 of 14, in the range of poor support"
      And this is a weak argument for interpersonal deficits
      And it counts among the arguments of thin-network, which are limited together
      And this is about pattern

    Scenario: The OSSS-3 is 9
      Given the OSSS-3 is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was low at the intake, and moderate in the fourth session
      Given the OSSS-3 is 6
      And session 4
      And the OSSS-3 is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was low at the intake, and nobody has asked again
      Given the OSSS-3 is 6
      And session 4
      When the case is evaluated
      Then it says "The OSSS-3 at the intake was 6 of 14"

    Scenario: It is the MSPSS that is low
      Given the MSPSS is 14
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-no-confidant
  Rule: That there is nobody to confide in says a little, once confirmed

    Scenario: He confirmed that there is nobody
      Given the social life records "confirmed that there is nobody to confide in"
      When the case is evaluated
      Then it says "there is nobody in whom the person can confide"
      And this is a weak argument for interpersonal deficits
      And it counts among the arguments of thin-network, which are limited together
      And this is about pattern

    Scenario: He was asked about confidants, and there is none
      Given the patient was asked about confidants and there were none
      When the case is evaluated
      Then it says "There is nobody to confide in"

    Scenario: The two people recorded are none; whether there is somebody else was not asked
      Given mother is the patient's parent
      And brother is the patient's sibling
      And about person mother it is known: "can the patient confide in this person" as no
      And about person brother it is known: "can the patient confide in this person" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: He was asked and could not say
      Given the patient was asked about confidants and could not say
      When the case is evaluated
      Then it says nothing of this

    Scenario: There was nobody at the intake, and a friend has become one
      Given the social life records "confirmed that there is nobody to confide in"
      And session 6
      And p2 is the patient's friend
      And about person p2 it is known: "can the patient confide in this person"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The only one to confide in has died, and whether there is anybody else was not asked
      Given the low mood began 8 months before the intake
      And sister is the patient's sibling
      And about person sister it is known: "can the patient confide in this person"
      And sister died 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-few-people
  Rule: Fewer than three people who matter, once it is said that there are no others, says a little

    Scenario: Mother and brother, and nobody else matters
      Given mother is the patient's parent
      And brother is the patient's sibling
      And the social life records "there are significant people beyond those recorded" as no
      When the case is evaluated
      Then it says "it was said that nobody else matters"
      And this is a weak argument for interpersonal deficits
      And it counts among the arguments of thin-network, which are limited together
      And this is about pattern

    Scenario: Nobody is recorded, and nobody else matters
      Given the social life records "there are significant people beyond those recorded" as no
      When the case is evaluated
      Then it says "Very few people matter"

    Scenario: Mother, brother and a friend, and nobody else matters
      Given mother is the patient's parent
      And brother is the patient's sibling
      And p3 is the patient's friend
      And the social life records "there are significant people beyond those recorded" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A third one is of the past
      Given mother is the patient's parent
      And brother is the patient's sibling
      And anna is the patient's ex-partner
      And about person anna it is known: "a relationship of the past"
      And the social life records "there are significant people beyond those recorded" as no
      When the case is evaluated
      Then it says "nobody else matters"

    Scenario Outline: Mother and brother; whether there are others who matter: <answer>
      Given mother is the patient's parent
      And brother is the patient's sibling
      And the social life records "there are significant people beyond those recorded" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | yes       |
        | not known |

    Scenario: Few people, nobody to confide in and a low score count two together, not three
      Given mother is the patient's parent
      And the OSSS-3 is 8
      And the social life records:
        | there are significant people beyond those recorded | no  |
        | confirmed that there is nobody to confide in       | yes |
      When the case is evaluated
      Then it says "Very few people matter"
      And the arguments add up to grief 0, dispute 0, transition 0, deficits 2

  @rule:deficits-began-with-episode
  Rule: Withdrawal that began with this episode is a symptom and no deficit

    Scenario: She withdrew when she became low
      Given the social life records:
        | isolated or lonely now  | yes |
        | began with this episode | yes |
      When the case is evaluated
      Then it says "isolation began with this episode"
      And this is a strong argument against interpersonal deficits
      And it counts once among the arguments of isolation-explained
      And this is about pattern

    Scenario: Before the episode there were friends and ease with people
      Given the social life records:
        | isolated or lonely now                 | yes |
        | had ties and skills before the episode | yes |
      When the case is evaluated
      Then it says "there were ties and skills before this episode"

    Scenario Outline: She is lonely; began with this episode: <began>; ties before it: <before>
      Given the social life records:
        | isolated or lonely now                 | yes      |
        | began with this episode                | <began>  |
        | had ties and skills before the episode | <before> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | began     | before    |
        | no        | no        |
        | not known | not known |

    Scenario: With one of two people contact became rarer
      Given p1 is the patient's friend
      And p2 is the patient's friend
      And about person p1 it is known:
        | how often they are in contact now | rarely |
        | how often before this episode     | weekly |
      And about person p2 it is known:
        | how often they are in contact now | weekly |
        | how often before this episode     | weekly |
      When the case is evaluated
      Then it says "contact became rarer with 1 of 2 people"

    Scenario: With one of three people contact became rarer
      Given about person p1 it is known:
        | how often they are in contact now | rarely |
        | how often before this episode     | weekly |
      And about person p2 it is known:
        | how often they are in contact now | weekly |
        | how often before this episode     | weekly |
      And about person p3 it is known:
        | how often they are in contact now | daily  |
        | how often before this episode     | weekly |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Contact became rarer with the one person of whom it is known
      Given about person p1 it is known:
        | how often they are in contact now | rarely |
        | how often before this episode     | weekly |
      And about person p2 it is known:
        | how often they are in contact now | rarely |
      When the case is evaluated
      Then it says nothing of this

    Scenario: One of the two whom she sees less has died
      Given the low mood began 8 months before the intake
      And about person p1 it is known:
        | how often they are in contact now | rarely |
        | how often before this episode     | weekly |
      And about person p2 it is known:
        | how often they are in contact now | none   |
        | how often before this episode     | weekly |
      And p2 died 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Contact became rarer still, in a pattern of many years
      Given about person p1 it is known:
        | how often they are in contact now | rarely  |
        | how often before this episode     | monthly |
      And about person p2 it is known:
        | how often they are in contact now | none   |
        | how often before this episode     | rarely |
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-began-with-event
  Rule: Isolation that began with an event belongs to the area of that event

    Scenario: Lonely since the move
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And the social life records:
        | isolated or lonely now           | yes       |
        | the event it began with, by key  | move-2025 |
      When the case is evaluated
      Then it says "Isolation began with the move"
      And this is a strong argument against interpersonal deficits
      And it counts once among the arguments of isolation-explained
      And this is about pattern
      And the arguments add up to grief 0, dispute 0, transition 5, deficits 0

    Scenario: Alone since her husband died
      Given the low mood began 8 months before the intake
      And husband is the patient's spouse
      And husband died 9 weeks before the low mood began
      And the social life records:
        | lacks support                    | yes              |
        | the event it began with, by key  | death-of-husband |
      When the case is evaluated
      Then it says "Ask what the event took away in people and support"

    Scenario: She moved and is lonely, and nobody asked whether the one began with the other
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And the social life records "isolated or lonely now"
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-content-with-few
  Rule: Few ties without a wish for more and without distress are a way to live

    Scenario: He lives by himself, wishes for nobody and is not distressed by it
      Given the social life records:
        | isolated or lonely now           | yes |
        | wishes for more contact          | no  |
        | is distressed by being alone     | no  |
      When the case is evaluated
      Then it says "does not wish for more contact and is not distressed by being alone"
      And this is a strong argument against interpersonal deficits
      And this is about pattern
      And the arguments add up to grief 0, dispute 0, transition 0, deficits 0

    Scenario Outline: Wishes for more contact: <wish>; distressed by being alone: <distress>
      Given the social life records:
        | isolated or lonely now       | yes        |
        | wishes for more contact      | <wish>     |
        | is distressed by being alone | <distress> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | wish      | distress  |
        | yes       | no        |
        | no        | yes       |
        | no        | not known |
        | not known | no        |

  @rule:deficits-enquiry-done
  Rule: That a death, other losses, changes and conflicts were all denied is said beside a pattern of many years

    Background: A pattern of many years
      Given the social life records "a pattern of many years: few ties, loneliness, unease with people"

    Scenario: All four were asked about, and there were none
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      When the case is evaluated
      Then it says "the enquiry into deaths, other losses, changes and conflicts found none"
      And it says "Keep the inventory open"

    Scenario Outline: Three were denied, and <fourth> <answer>
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the patient was asked about <fourth> and <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | fourth       | answer          |
        | deaths       | could not say   |
        | other losses | there were some |
        | life changes | there were some |
        | life changes | could not say   |
        | conflicts    | there were some |

    Scenario: Conflicts were not asked about
      Given the patient was asked about deaths, other losses and life changes and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario: All four were denied, and the pattern is not one of many years
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records "a pattern of many years: few ties, loneliness, unease with people" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: All four were denied at the intake, and in the fourth session he tells of his sister's death
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And session 4
      And sister is the patient's sibling
      And sister died on 2024-03
      When the case is evaluated
      Then it says nothing of this

    Scenario: All four were denied at the intake, and in the fourth session a quarrel with the neighbour comes up
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And session 4
      And p2 is the patient's neighbour
      And there is a conflict with p2
      When the case is evaluated
      Then it says nothing of this

    Scenario: All four were denied at the intake, and in the fourth session he tells of the job that he lost
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And session 4
      And a job-loss called layoff on 2025-06
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-since-when
  Rule: Since when the patient is isolated is asked where it is not known

    Scenario Outline: It is recorded that the patient <sign>, and nothing of since when
      Given the social life records "<sign>"
      When the case is evaluated
      Then it says "Ask since when the person is isolated, and how it was before"

      Examples:
        | sign                   |
        | isolated or lonely now |
        | lacks support          |

    Scenario: He was asked whether it is of many years, and could not say
      Given the social life records:
        | isolated or lonely now                                            | yes       |
        | a pattern of many years: few ties, loneliness, unease with people | not known |
      When the case is evaluated
      Then it says "whether it is long-standing, or began with this episode or with an event, is not"
      And the answer is needed for focus

    Scenario Outline: It is known: <how>
      Given the social life records:
        | isolated or lonely now | yes |
        | <how>                  | yes |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | how                                                               |
        | a pattern of many years: few ties, loneliness, unease with people |
        | began with this episode                                           |
        | had ties and skills before the episode                            |

    Scenario: It is known to have begun with the move
      Given a move called move-2025, it is not known when
      And the social life records:
        | isolated or lonely now          | yes       |
        | the event it began with, by key | move-2025 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether the patient is isolated is not known itself
      Given the social life records "isolated or lonely now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending since when is not asked any more
      Given the social life records "isolated or lonely now"
      And session 10
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-look-behind
  Rule: Behind isolation that nothing explains, hidden grief, social anxiety and long depression are looked for

    Scenario: He is isolated, and nobody asked about social anxiety
      Given the social life records "isolated or lonely now"
      When the case is evaluated
      Then it says "whether social anxiety lies behind it was not asked"
      And the answer is needed for focus
      And it says "cognitive therapy is usually offered first"

    Scenario: He has been alone for many years
      Given the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says "Look behind isolation: hidden grief, social anxiety, depression of many years"

    Scenario: He was asked about social anxiety and could not say
      Given the social life records "isolated or lonely now"
      And the patient was asked about social anxiety and could not say
      When the case is evaluated
      Then it says "Look behind isolation"

    Scenario: He was asked about social anxiety, and there was none
      Given the social life records "isolated or lonely now"
      And the patient was asked about social anxiety and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario: Social anxiety is diagnosed
      Given the social life records "isolated or lonely now"
      And the diagnosis records "further diagnoses" as [social-anxiety]
      When the case is evaluated
      Then it says nothing of this

    Scenario: The isolation began with this episode
      Given the social life records:
        | isolated or lonely now  | yes |
        | began with this episode | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The isolation began with the move
      Given a move called move-2025, it is not known when
      And the social life records:
        | isolated or lonely now          | yes       |
        | the event it began with, by key | move-2025 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending nothing is looked for behind it any more
      Given the social life records "isolated or lonely now"
      And session 10
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-peer-rejection
  Rule: A young person shut out by peers, without another event, may need the work on ties

    Scenario: Her classmates shut her out
      Given the low mood began 8 months before the intake
      And the patient records "age in years" as 15
      And a peer-rejection called class, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "Shut out by peers, without another event"
      And this is a moderate argument for interpersonal deficits
      And it counts once among the arguments of pattern-itself
      And this is about pattern
      And it says "Ask about bullying and safety at school and online"

    Scenario: One girl is at the centre of it, and she is named
      Given the patient records "age in years" as 15
      And p1 is the patient's peer
      And a peer-rejection called class, it is not known when
      And about event class it is known: "the person it is about, by key" as p1
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: There was also a <kind>
      Given the low mood began 8 months before the intake
      And the patient records "age in years" as 15
      And a peer-rejection called class, 9 weeks before the low mood began
      And a <kind> called the-change, 12 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind                |
        | starting-school     |
        | parental-separation |

    Scenario: Her grandmother had died
      Given the low mood began 8 months before the intake
      And the patient records "age in years" as 15
      And a peer-rejection called class, 9 weeks before the low mood began
      And grandmother is the patient's grandparent
      And grandmother died 5 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Her boyfriend had broken up with her, and she hopes to win him back
      Given the low mood began 8 months before the intake
      And a peer-rejection called class, 9 weeks before the low mood began
      And p1 is the patient's ex-partner
      And a breakup called the-end, 12 weeks before the low mood began
      And about conflict p1 it is known:
        | still fighting over terms, or hoping to restore it | yes     |
        | the event it is about, by key                      | the-end |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is in trouble with the police, which by itself changes no role
      Given the low mood began 8 months before the intake
      And a peer-rejection called class, 9 weeks before the low mood began
      And a legal-trouble called shoplifting, 12 weeks before the low mood began
      When the case is evaluated
      Then it says "no death and no change of life is recorded"
