"""The steps of the features: `case` tells of a patient, the others read what is said. Listed in docs/steps.md."""
