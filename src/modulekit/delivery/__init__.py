"""Files → something one can trust: staged output, the scan for leaks, and (with packages) bag, signature and verify.

Takes names, bytes and phrases. Must not know a course, a document or a format's writer: what checks the work of the
rest shares nothing with it but the hash function.
"""
