"""Edition → Document or Deck: one file for each thing that is handed out; ``PRODUCTS`` is the table of them.

A product knows the course and its pedagogy, and says it in nodes. Must not know formats, files or other products'
code; what it has to know of their layout (pages, pictures) it is given.
"""
