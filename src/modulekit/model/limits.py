"""How much a slide can take, in characters and entries: for 30-point titles and 20-point text seen from the last row.

One place for those who check slides and for those who are told before they translate one.
"""

SLIDE_TITLE = 80
POINTS = 7
POINT = 120
ALL_POINTS = 480
COLUMN_POINTS = 6
COLUMN_POINT = 90
TABLE_ROWS = 8
TABLE_CELL = 70
QUESTION = 160
QUOTATION = 300
