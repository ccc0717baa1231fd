"""The pieces that DOCX and PPTX share: elements, units, theme part, file properties, pictures.

Must not know documents as a whole, nor which of the two formats is being written.
"""
