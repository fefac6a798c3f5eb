"""Being asked: the questions of `dialogue.yaml` put one after another over a case file, without any terminal.

Start at `Dialogue`. A therapist's answer is read, checked against the whole case, written and saved; nothing else is.
"""

from ipt_rules.dialogue.conversation import Dialogue, Reply
from ipt_rules.dialogue.scene import CaseStore, Scene
from ipt_rules.dialogue.starting import edit_session, fill_case, new_case, new_session

__all__ = ["CaseStore", "Dialogue", "Reply", "Scene", "edit_session", "fill_case", "new_case", "new_session"]
