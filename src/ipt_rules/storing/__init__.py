"""Files of cases that are changed: what is there is never lost, and what a person wrote stays as it was written.

`CaseFile` opens a file to change it at some places; `create_file` writes one that is not there yet.
"""

from ipt_rules.storing.atomic import create_file
from ipt_rules.storing.case_file import CaseFile
from ipt_rules.storing.plain import Place

__all__ = ["CaseFile", "Place", "create_file"]
