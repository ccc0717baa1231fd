"""The codes of what the writers of DOCX and PPTX report; ``modulekit explain`` tells what they mean."""

DAMAGED_PICTURE = "MK607"
OVERFLOW = "MK701"
INEXPRESSIBLE = "MK705"
