"""The steps of the features: `case` tells of a patient, `recommendation` reads what is said. Listed in docs/steps.md."""
