"""Documents and Decks as tagged PDF: PDF/A-3a and PDF/UA-1 at once, forms to fill in as PDF/UA-1.

Each part is laid out by itself, in a pool, and kept; then the parts become one file.
"""

from modulekit.formats.pdf.decks import write_deck
from modulekit.formats.pdf.documents import write_document, write_form

__all__ = ["write_deck", "write_document", "write_form"]
