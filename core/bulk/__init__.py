"""One act on many articles at once: all of it or nothing, whatever happens meanwhile, and undone as one.

``planning`` says what an act on found places changes, ``carrying_out`` changes it or takes it back.
"""

from core.bulk.carrying_out import carry_out, recover, take_back
from core.bulk.journal import Change, Journal

__all__ = ["Change", "Journal", "carry_out", "recover", "take_back"]
