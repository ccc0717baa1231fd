"""Module → Module: pure functions in a fixed order. Localise, identify, schedule, number, then redact, always last.

Takes and gives frozen models. Must not know documents, formats or files.
"""

from modulekit.editions.identify import identify
from modulekit.editions.localise import Localised, localise
from modulekit.editions.number import number
from modulekit.editions.redact import for_participants, redact
from modulekit.editions.schedule import Scheduled, schedule
from modulekit.editions.secrets import Phrase, phrases
from modulekit.editions.visible import visible

__all__ = [
    "Localised",
    "Phrase",
    "Scheduled",
    "for_participants",
    "identify",
    "localise",
    "number",
    "phrases",
    "redact",
    "schedule",
    "visible",
]
