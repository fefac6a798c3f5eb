"""The living document: the features as QA reads them, with rules, statements, sources, results and the trace matrix."""

from ipt_rules.spec.gathering import gather as gather
from ipt_rules.spec.html.page import to_html as to_html
from ipt_rules.spec.model import Spec as Spec


def to_json(spec: Spec) -> str:
    """The document as JSON, in a stable order, ending in a line break; `Spec.model_validate_json` reads it back."""
    return spec.model_dump_json(indent=1) + "\n"
