"""The blocks of result-oriented programming: written once as data, drawn, checked, emptied and filled by the tool.

Texts that reviewers miss most (a baseline, a source, a responsible body) may be left out here, so that a check can say
what is missing and why it matters; see ``modulekit.checks.results``.
"""
