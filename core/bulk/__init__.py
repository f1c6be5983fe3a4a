"""One act on many articles at once: all of it or nothing, whatever happens meanwhile, and undone as one."""

from core.bulk.acting import Act, perform
from core.bulk.carrying_out import carry_out, recover, take_back
from core.bulk.journal import Change, Journal
from core.bulk.planning import Plan, plan, undone

__all__ = [
    "Act",
    "Change",
    "Journal",
    "Plan",
    "carry_out",
    "perform",
    "plan",
    "recover",
    "take_back",
    "undone",
]
