"""Document or Deck → bytes: one file or folder for each format; ``FORMATS`` is the table of them.

Takes a Document or a Deck and a :class:`~modulekit.formats.press.Press`, gives a
:class:`~modulekit.formats.press.Printed`. Must not know courses, audiences or where a file goes. Libraries that are
slow to import are imported when a format is first used, not here.
"""
