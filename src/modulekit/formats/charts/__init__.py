"""Charts drawn by Vega-Lite: chart → specification → SVG, once for all writers that show pictures.

All places are worked out here from true widths of words; Vega-Lite draws. Must not know which writer asks.
"""
